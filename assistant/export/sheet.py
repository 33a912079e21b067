"""An empty Word file with the page, fonts and spacing of GB/T 9704, and runs and cells in them."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

BODY, HEADING, NOTE, TITLE = "仿宋", "黑体", "楷体", "方正小标宋简体"
SIZE_TITLE, SIZE_BODY, SIZE_NOTE, SIZE_TABLE = 22.0, 16.0, 12.0, 10.5
_LATIN = "Times New Roman"
_LINE = 28.95  # points, so that 22 lines fill a page
_PAGE = {
    "page_width": 210,
    "page_height": 297,
    "top_margin": 37,
    "bottom_margin": 35,
    "left_margin": 28,
    "right_margin": 26,
}
# What XML cannot hold: control characters, halves of surrogate pairs, and two codes that are none.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def new_sheet() -> "Document":
    """An empty A4 file with the margins of an official document and numbered pages."""
    import docx  # noqa: PLC0415
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.shared import Mm  # noqa: PLC0415

    document = docx.Document()
    for name, millimetres in _PAGE.items():
        setattr(document.sections[0], name, Mm(millimetres))
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(footer, "— ", size=14.0)
    _page_number(footer)
    write(footer, " —", size=14.0)
    return document


def printable(text: str) -> str:
    """A text without what no Word file can hold."""
    return _UNPRINTABLE.sub("", text)


def write(paragraph: "Paragraph", text: str, font: str = BODY, size: float = SIZE_BODY) -> "Run":
    """Add words in a font for Chinese letters and its size in points."""
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    run = paragraph.add_run(printable(text))
    run.font.name, run.font.size = _LATIN, Pt(size)
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    return run


def set_lines(paragraph: "Paragraph", indent: bool = True, exact: bool = True) -> None:
    """Space a paragraph as the standard does: 22 lines a page, and two characters before the first line.

    :param exact: not in tables, where a fixed height would cut off letters.
    """
    from docx.enum.text import WD_LINE_SPACING  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY if exact else WD_LINE_SPACING.SINGLE
    if exact:
        form.line_spacing = Pt(_LINE)
    if indent:
        form.first_line_indent = Pt(2 * SIZE_BODY)
        paragraph._element.get_or_add_pPr().get_or_add_ind().set(qn("w:firstLineChars"), "200")


def _page_number(paragraph: "Paragraph") -> None:
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = code
        write(paragraph, "", size=14.0)._element.append(element)
