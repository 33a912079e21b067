"""The lines of a plan into the bytes of files of every format."""

from collections.abc import Callable, Sequence
from html import escape
from io import BytesIO

import docx

from ingest.records import Line
from tests.ingest.pdf_file import Text, make_pdf

WIDTH = 72
_PAGE_LINES = 34
_MARGIN, _TOP, _LEADING, _SIZE, _TITLE_SIZE = 72.0, 780.0, 20.0, 12.0, 18.0


def columns(text: str) -> int:
    """The width of a text as it is printed: a Chinese character takes two columns, others one."""
    return len(text.encode("gbk", "replace"))


def full_width(text: str) -> int:
    """The width of a text in a font whose characters are all as wide as Chinese ones."""
    return 2 * len(text)


def txt_file(lines: Sequence[Line]) -> bytes:
    """A paragraph a line."""
    return "\n".join(line.text for line in lines).encode()


def md_file(lines: Sequence[Line]) -> bytes:
    """Styles as headings with as many signs."""
    signs = ("#" * line.style + " " if line.style else "" for line in lines)
    texts = (line.text.replace("*", "\\*") for line in lines)
    return "\n\n".join(sign + text for sign, text in zip(signs, texts, strict=True)).encode()


def html_file(lines: Sequence[Line], above: Sequence[str] = (), below: Sequence[str] = ()) -> bytes:
    """A page with its text in the usual container and the website in others."""
    tags = (f"h{line.style}" if line.style else "p" for line in lines)
    blocks = [f"<{tag}>{escape(line.text)}</{tag}>" for tag, line in zip(tags, lines, strict=True)]
    head, foot = (
        "".join(f"<div>{escape(text)}</div>" for text in texts) if texts else "" for texts in (above, below)
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(lines[0].text)}</title></head>'
        f'<body>{head}<div id="zoom">{"".join(blocks)}</div>{foot}</body></html>'
    ).encode()


def docx_file(lines: Sequence[Line]) -> bytes:
    """Styles as Word's own: Title, Heading 1 and so on."""
    document = docx.Document()
    document.core_properties.title = ""
    for line in lines:
        if line.style:
            document.add_heading(line.text, line.style - 1)
        else:
            document.add_paragraph(line.text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def pdf_file(lines: Sequence[Line]) -> bytes:
    """Pages with a centred title, paragraphs indented and broken at the margin, page numbers below."""
    title, *paragraphs = (line.text for line in lines)
    start = (595 - len(title) * _TITLE_SIZE) / 2
    rows = [(start, _TITLE_SIZE, title)]
    for text in paragraphs:
        first, *others = wrapped(text, full_width)
        rows += [(_MARGIN + 2 * _SIZE, _SIZE, first), *((_MARGIN, _SIZE, part) for part in others)]
    pages: list[list[Text]] = []
    for number, at in enumerate(range(0, len(rows), _PAGE_LINES), 1):
        page = rows[at : at + _PAGE_LINES]
        shown = [(x, _TOP - k * _LEADING, size, part) for k, (x, size, part) in enumerate(page)]
        pages.append([*shown, (290.0, 40.0, _SIZE, f"— {number} —")])
    return make_pdf(pages)


def wrapped(text: str, size: Callable[[str], int] = columns) -> list[str]:
    """A paragraph broken into lines of `WIDTH` columns, two characters less in the first."""
    lines, room = [""], WIDTH - 4
    for char in text:
        if size(lines[-1]) + size(char) > room:
            lines.append("")
            room = WIDTH
        lines[-1] += char
    return lines


STYLED: dict[str, Callable[[Sequence[Line]], bytes]] = {"md": md_file, "html": html_file, "docx": docx_file}
WRITERS = {"txt": txt_file, **STYLED, "pdf": pdf_file}
