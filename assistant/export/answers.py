"""Questions with their answers into a Word file: text with raised marks, tables, and the evidence of each."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Answer, Citation
from assistant.compare import Table, blocks
from assistant.export.sheet import (
    BODY,
    HEADING,
    NOTE,
    SIZE_BODY,
    SIZE_NOTE,
    SIZE_TABLE,
    SIZE_TITLE,
    TITLE,
    new_sheet,
    printable,
    set_lines,
    write,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_MARKS = re.compile(r"(\[\d{1,3}\])")
_EVIDENCE = ("序号", "原文", "文件", "位置")
_WIDTH = 156  # millimetres between the margins
_WIDTHS = (12, 72, 36, 36)
_CAUTION = "由工作计划助手依据资料库中的文件生成，使用前请与原文核对。"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with what became of it: an answer, or the line that says why there is none."""

    question: str
    answer: Answer | None = None
    error: str = ""


def answers_docx(title: str, answered: Sequence[Answered]) -> bytes:
    """Write one answer or a whole conversation as a Word file."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415

    sheet = new_sheet()
    head = sheet.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(head, title, TITLE, SIZE_TITLE)
    for each in answered:
        _write(sheet, each, heading=len(answered) > 1 or each.question != title)
    _paragraph(sheet, _CAUTION, NOTE, SIZE_NOTE)
    file = io.BytesIO()
    sheet.core_properties.title, sheet.core_properties.author = printable(title)[:200], "工作计划助手"
    sheet.save(file)
    return file.getvalue()


def _write(sheet: "Document", each: Answered, heading: bool) -> None:
    if heading:
        _paragraph(sheet, each.question, HEADING).paragraph_format.keep_with_next = True
    answer = each.answer
    if answer is None:
        _paragraph(sheet, each.error or "没有答完。")
        return
    notes = [str(answer.mode), *([answer.notice] if answer.notice else [])]
    if answer.narrowed:
        notes.append(f"只看{'、'.join(answer.narrowed)}")
    _paragraph(sheet, f"（{'；'.join(notes)}）", NOTE, SIZE_NOTE)
    for block in blocks(answer.text):
        if isinstance(block, Table):
            widths = [_WIDTH / len(block.head)] * len(block.head)
            _table(sheet, [block.head, *block.rows], widths, answer.citations)
        else:
            _marked(_paragraph(sheet), block, answer.citations)
    if answer.citations:
        _paragraph(sheet, "依据", HEADING).paragraph_format.keep_with_next = True
        _table(sheet, [_EVIDENCE, *map(_evidence, answer.citations)], _WIDTHS)


def _paragraph(sheet: "Document", text: str = "", font: str = BODY, size: float = SIZE_BODY) -> "Paragraph":
    paragraph = sheet.add_paragraph()
    set_lines(paragraph)
    if text:
        write(paragraph, text, font, size)
    return paragraph


def _marked(
    paragraph: "Paragraph",
    text: str,
    citations: Sequence[Citation],
    font: str = BODY,
    size: float = SIZE_BODY,
) -> None:
    """Write a line with the numbers of its sources raised; other brackets stay as they are."""
    numbers = {f"[{citation.n}]" for citation in citations}
    for part in filter(None, _MARKS.split(text)):
        write(paragraph, part, font, size).font.superscript = part in numbers or None


def _evidence(citation: Citation) -> tuple[str, ...]:
    place = " › ".join(citation.path)
    span = f"第{citation.start + 1}—{citation.end}字"
    return (
        str(citation.n),
        citation.quote,
        f"《{citation.title}》\n{citation.doc}",
        f"{place}\n{span}".strip(),
    )


def _table(
    sheet: "Document",
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    citations: Sequence[Citation] = (),
) -> None:
    """Lay rows out below a head that is repeated on every page; widths are in millimetres."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    table = sheet.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for at, row in enumerate(rows):
        for cell, text, width in zip(table.rows[at].cells, row, widths, strict=True):
            cell.width = Mm(width)
            paragraph = cell.paragraphs[0]
            set_lines(paragraph, indent=False, exact=False)
            _marked(paragraph, text, citations, BODY if at else HEADING, SIZE_TABLE)
