import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from assistant.answer import Answer, Citation, Mode
from assistant.compare import Cell, Comparison, Row, write
from assistant.export import Answered, answers_docx

QUOTE = "新建公办幼儿园12所。（责任单位：学前教育股）"
CITED = Citation(1, "2024/要点.txt", "云溪县2024年要点", ("二、办好学前教育", "1.扩大资源"), QUOTE, 120, 141)
ANSWER = Answer(
    "要建多少所幼儿园？",
    "新建公办幼儿园12所。[1]\n见云教发[2024]15号。[1]",
    Mode.EXTRACT,
    (CITED,),
    notice="资料库中没有2025年的相关内容",
    narrowed=("2024年",),
)


def opened(*answered: Answered, title: str = "要建多少所幼儿园？") -> Document:
    return docx.Document(io.BytesIO(answers_docx(title, answered)))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_an_answer_comes_with_its_mode_and_the_table_of_its_evidence() -> None:
    document = opened(Answered(ANSWER.question, ANSWER))
    assert texts(document)[:4] == [
        "要建多少所幼儿园？",
        "（摘录；资料库中没有2025年的相关内容；只看2024年）",
        "新建公办幼儿园12所。[1]",
        "见云教发[2024]15号。[1]",
    ]
    (evidence,) = document.tables
    assert [[cell.text for cell in row.cells] for row in evidence.rows] == [
        ["序号", "原文", "文件", "位置"],
        ["1", QUOTE, "《云溪县2024年要点》\n2024/要点.txt", "二、办好学前教育 › 1.扩大资源\n第121—141字"],
    ]


def test_marks_are_raised_and_the_numbers_of_documents_are_not() -> None:
    document = opened(Answered(ANSWER.question, ANSWER))
    raised = [run.text for p in document.paragraphs for run in p.runs if run.font.superscript]
    assert raised == ["[1]", "[1]"]


def test_a_conversation_is_all_its_questions_in_their_order() -> None:
    document = opened(
        Answered("一问", ANSWER), Answered("二问", None, "模型连不上"), Answered("三问"), title="一问"
    )
    lines = texts(document)
    assert [lines.index(q) for q in ("二问", "三问")] == sorted(lines.index(q) for q in ("二问", "三问"))
    assert lines.count("一问") == 2
    assert lines[lines.index("二问") + 1] == "模型连不上"
    assert lines[lines.index("三问") + 1] == "没有答完。"


def test_a_comparison_stays_a_table_with_raised_marks() -> None:
    compared = Comparison(("2023年", "2024年"), (Row("幼儿园", (Cell("8所", (1,)), Cell())),), (CITED,))
    document = opened(Answered("有什么变化？", write("有什么变化？", compared, [])))
    table = document.tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["幼儿园", "8所[1]", "未提及"]
    assert table.rows[1].cells[1].paragraphs[0].runs[1].font.superscript


def test_page_fonts_and_lines_are_those_of_official_documents() -> None:
    document = opened(Answered(ANSWER.question, ANSWER))
    page = document.sections[0]
    set_to = (page.page_width, page.page_height, page.top_margin, page.left_margin)
    assert [round(each / Mm(1)) for each in set_to if each] == [210, 297, 37, 28]
    title, note, body, *_ = document.paragraphs
    fonts = [p.runs[0]._element.rPr.rFonts.get(qn("w:eastAsia")) for p in (title, note, body)]
    assert fonts == ["方正小标宋简体", "楷体", "仿宋"]
    assert [p.runs[0].font.size for p in (title, body)] == [Pt(22), Pt(16)]
    assert body.paragraph_format.line_spacing == Pt(28.95)
    assert body._element.pPr.ind.get(qn("w:firstLineChars")) == "200"


@pytest.mark.parametrize("word", ["\x00\x1b", "\ud800", "<w:p/>&amp;", "=1+1", "\uffff"])
def test_any_text_gives_a_file_that_opens(word: str) -> None:
    cited = replace(CITED, quote=f"原文{word}", title=word, path=(word,), doc=word)
    answer = replace(ANSWER, text=f"正文{word}[1]", citations=(cited,), notice=word)
    document = opened(Answered(word, answer), title=f"题{word}")
    assert document.paragraphs[0].text.startswith("题")
    assert document.tables[0].rows[1].cells[1].text.startswith("原文")


def test_pages_are_numbered() -> None:
    content = answers_docx("题", [Answered("题", ANSWER)])
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        footers = [package.read(name).decode() for name in package.namelist() if "footer" in name]
    assert any("PAGE" in footer and "fldChar" in footer for footer in footers)
