import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ingest.errors import UnreadableText
from ingest.parse.docx import read_docx
from ingest.parse.docx_numbering import numeral
from ingest.records import Line

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
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
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", document)
        package.writestr(
            "word/styles.xml", f'<w:styles xmlns:w="{W}">{parts.get("styles", STYLES)}</w:styles>'
        )
        numbering = parts.get("numbering", NUMBERING)
        package.writestr("word/numbering.xml", f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>')
    return buffer.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def item(text: str, depth: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def read(body: str, **parts: str) -> list[Line]:
    return read_docx(docx(body, **parts), "要点.docx")[0]


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


@pytest.mark.parametrize(
    "data",
    [docx(p("正文"))[:200], docx("<w:p>"), b"PK\x03\x04" + b"\0" * 100],
    ids=["truncated", "broken xml", "no archive"],
)
def test_a_damaged_file_is_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"损坏.*要点\.docx"):
        read_docx(data, "要点.docx")


def test_a_zip_bomb_is_refused() -> None:
    with pytest.raises(UnreadableText, match="大得不正常"):
        read(p("长" * 30_000_000))


def test_external_entities_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        document = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document xmlns:w="{W}"><w:body>'
        package.writestr("word/document.xml", f"{document}{p('甲&e;乙')}</w:body></w:document>")
    assert "机密" not in "".join(line.text for line in read_docx(buffer.getvalue(), "x.docx")[0])
