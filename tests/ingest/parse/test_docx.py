from pathlib import Path

import pytest

from ingest.errors import UnreadableText
from ingest.parse.docx import read_docx
from ingest.parse.docx_numbering import numeral
from ingest.records import Line
from tests.ingest.office_file import W, docx_parts, p, relationships, zipped

STYLES = (
    '<w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="Sub"><w:name w:val="小标题"/><w:basedOn w:val="1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
)


def level(index: int, number_format: str, text: str, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'{extra}<w:lvlText w:val="{text}"/></w:lvl>'
    )


LEVELS = (
    level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%3.%4", "<w:isLgl/>")
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{LEVELS}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", "")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def docx(body: str, **parts: str) -> bytes:
    return zipped(docx_parts(body, parts.get("styles", STYLES), parts.get("numbering", NUMBERING)))


def item(text: str, depth: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def read(body: str, **parts: str) -> list[Line]:
    return read_docx(docx(body, **parts), "要点.docx").lines


def test_paragraphs_and_tables_come_in_document_order() -> None:
    table = "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>".format(
        *(f"<w:tc>{p(text)}</w:tc>" for text in ("任务", "牵头单位", "修路", "交通局"))
    )
    assert [line.text for line in read(p("前文") + table + p("后文"))] == [
        "前文",
        "任务：修路　牵头单位：交通局",
        "后文",
    ]


def test_vertically_merged_cells_repeat_their_text() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    rows = (
        ("", p("类别"), p("任务")),
        ('<w:vMerge w:val="restart"/>', p("安全"), p("查隐患")),
        ("<w:vMerge/>", p(""), p("改隐患")),
    )
    table = "".join(
        f"<w:tr>{cell.format(merge, first)}{cell.format('', second)}</w:tr>" for merge, first, second in rows
    )
    assert [line.text for line in read(f"<w:tbl>{table}</w:tbl>")] == [
        "类别：安全　任务：查隐患",
        "类别：安全　任务：改隐患",
    ]


def test_styles_and_centred_bold_titles_give_heading_levels() -> None:
    centred = '<w:jc w:val="center"/>'
    bold = f"<w:p><w:pPr>{centred}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>工作要点</w:t></w:r></w:p>"
    lines = read(
        bold
        + p("总则", '<w:pStyle w:val="1"/>')
        + p("细则", '<w:outlineLvl w:val="2"/>')
        + p("正文", centred)
    )
    assert lines == [Line("工作要点", 1), Line("总则", 1), Line("细则", 3), Line("正文")]


def test_automatic_numbering_becomes_visible_on_all_levels() -> None:
    lines = read(
        item("甲")
        + item("乙", 1)
        + item("丙", 1)
        + item("丁", 2)
        + item("戊")
        + item("己", 1)
        + item("庚", 3)
    )
    assert [line.text for line in lines] == [
        "一、甲",
        "（一）乙",
        "（二）丙",
        "1.丁",
        "二、戊",
        "（一）己",
        "2.1.1 庚",
    ]


def test_a_start_override_restarts_the_count_and_bullets_show_nothing() -> None:
    lines = read(item("甲") + item("乙") + item("丙", number=2) + item("丁", number=2) + item("戊", number=3))
    assert [line.text for line in lines] == ["一、甲", "二、乙", "一、丙", "二、丁", "戊"]


def test_numbering_may_come_from_the_style() -> None:
    lines = read(p("甲", '<w:pStyle w:val="Sub"/>') + p("乙", '<w:pStyle w:val="Sub"/>'))
    assert lines == [Line("一、甲", 1), Line("二、乙", 1)]


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (10, "chineseCountingThousand", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCountingThousand", "一百零五"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (12, "ideographDigital", "一二"),
        (3, "ideographTraditional", "丙"),
        (21, "chineseLegalSimplified", "贰拾壹"),
        (3, "decimalEnclosedCircle", "③"),
        (4, "decimalEnclosedParen", "⑷"),
        (7, "decimalFullWidth", "７"),
        (14, "upperRoman", "XIV"),
        (28, "lowerLetter", "bb"),
        (5, "neverHeardOf", "5"),
    ],
)
def test_numerals_are_written_in_words_formats(value: int, number_format: str, text: str) -> None:
    assert numeral(value, number_format) == text


def test_deletions_comments_fields_and_hidden_text_are_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>保留</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>新增</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>"
        "<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t></w:r></w:p>"
    )
    assert [line.text for line in read(body)] == ["保留新增第一行", "第二行"]


def test_text_boxes_follow_their_paragraph() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('框内')}</w:txbxContent></w:pict></w:r>"
    assert [line.text for line in read(f"<w:p><w:r><w:t>段落</w:t></w:r>{box}</w:p>")] == ["段落", "框内"]


def test_a_deleted_end_joins_a_paragraph_to_the_next() -> None:
    deleted = "<w:rPr><w:del/></w:rPr></w:pPr>"
    struck = f"<w:p><w:pPr>{deleted}<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>"
    body = item("甲") + struck + item("乙前").replace("</w:pPr>", deleted) + item("乙后")
    assert [line.text for line in read(body)] == ["一、甲", "二、乙前乙后"]


def test_signs_of_symbol_fonts_and_radicals_become_common_characters() -> None:
    body = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>已完成，⼊园率\uf0a8</w:t></w:r></w:p>'
    assert read(body) == [Line("√已完成，入园率□")]


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


DOWN, GOES_ON, TWO = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'


def test_a_head_of_two_rows_with_merged_cells_names_every_column() -> None:
    table = (
        row(cell("任务分解表", '<w:gridSpan w:val="4"/>'))
        + row(cell("序号", DOWN), cell("任务", DOWN), cell("责任", TWO))
        + row(cell("", GOES_ON), cell("", GOES_ON), cell("牵头单位"), cell("配合单位"))
        + row(cell("1"), cell("修路"), cell("交通局"), cell("住建局"))
    )
    assert [line.text for line in read(f"<w:tbl>{table}</w:tbl>")] == [
        "任务分解表",
        "1.任务：修路　责任 牵头单位：交通局　责任 配合单位：住建局",
    ]


def test_rows_marked_as_head_are_the_head_however_long_their_words() -> None:
    head = row(cell("需要完成的任务（2024年6月底前）及其内容"), cell("单位"), properties="<w:tblHeader/>")
    assert read(f"<w:tbl>{head}{row(cell('修路'), cell('交通局'))}</w:tbl>") == [
        Line("需要完成的任务（2024年6月底前）及其内容：修路　单位：交通局")
    ]


def test_deleted_rows_are_left_out_and_rows_may_start_further_in() -> None:
    table = (
        row(cell("类别"), cell("任务"), cell("单位"))
        + row(cell("旧"), cell("旧"), cell("旧"), properties="<w:del/>")
        + row(cell("修路"), cell("交通局"), properties='<w:gridBefore w:val="1"/>')
    )
    assert [line.text for line in read(f"<w:tbl>{table}</w:tbl>")] == ["任务：修路　单位：交通局"]


def test_a_table_inside_a_cell_stays_in_its_row() -> None:
    inner = f"<w:tbl>{row(cell('项目'), cell('个数'))}{row(cell('幼儿园'), cell('3'))}</w:tbl>"
    outer = row(cell("任务"), cell("内容")) + row(cell("新建"), f"<w:tc>{inner}{p('')}</w:tc>")
    assert [line.text for line in read(f"<w:tbl>{outer}</w:tbl>")] == [
        "任务：新建　内容：项目：幼儿园 个数：3"
    ]


def test_nested_text_boxes_are_read_once() -> None:
    box = p("最里")
    for _ in range(20):
        box = f"<w:p><w:r><w:txbxContent>{box}</w:txbxContent></w:r></w:p>"
    assert read(box) == [Line("最里")]


def test_the_main_part_is_found_wherever_it_is_called() -> None:
    parts = docx_parts(p("正文"))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relationships(("r1", "officeDocument", "/word/document2.xml"))
    assert read_docx(zipped(parts), "要点.docx").lines == [Line("正文")]


def test_strict_names_are_read_like_the_usual_ones() -> None:
    parts = docx_parts(item("甲"), numbering=NUMBERING)
    strict = {
        name: str(content).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
        for name, content in parts.items()
    }
    assert read_docx(zipped(strict), "要点.docx").lines == [Line("一、甲")]


def test_a_page_put_in_place_of_paragraphs_is_read() -> None:
    parts = docx_parts(p("前文") + '<w:altChunk r:id="c1"/>' + p("后文"))
    parts["word/_rels/document.xml.rels"] = relationships(("c1", "aFChunk", "chunk.htm"))
    parts["word/chunk.htm"] = "<html><body><p>一、总体要求</p><p>各学校落实。</p></body></html>"
    lines = read_docx(zipped(parts), "要点.docx").lines
    assert [line.text for line in lines] == ["前文", "一、总体要求", "各学校落实。", "后文"]


def test_styles_that_are_based_on_each_other_end() -> None:
    circle = "".join(
        f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in (("a", "b"), ("b", "a"))
    )
    assert read(p("正文", '<w:pStyle w:val="a"/>'), styles=circle) == [Line("正文")]


def test_a_password_on_the_archive_is_told_as_such() -> None:
    data = bytearray(docx(p("正文")))
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(sign, at + 1)
    with pytest.raises(UnreadableText, match=r"Word 文件有密码保护，读不出文字：要点\.docx。请取消密码"):
        read_docx(bytes(data), "要点.docx")


@pytest.mark.parametrize(
    "data",
    [
        docx(p("正文"))[:200],
        docx("<w:p>"),
        b"PK\x03\x04" + b"\0" * 100,
        zipped({"word/styles.xml": "<x/>"}),
    ],
    ids=["truncated", "broken xml", "no archive", "no main part"],
)
def test_a_damaged_file_is_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"损坏.*要点\.docx"):
        read_docx(data, "要点.docx")


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    document = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document xmlns:w="{W}"><w:body>'
    parts = {"word/document.xml": f"{document}{p('甲&e;乙')}</w:body></w:document>"}
    assert "机密" not in "".join(line.text for line in read_docx(zipped(parts), "x.docx").lines)
