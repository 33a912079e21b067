"""A PDF into paragraphs: lines joined, running heads and page numbers dropped, ruled tables as rows."""

import logging
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from statistics import median
from typing import TYPE_CHECKING, Any

from ingest.errors import UnreadableText
from ingest.numbering import read_marker
from ingest.parse.table import Cell, table_lines
from ingest.records import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_MOST_PAGES = 2000
_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?(?:\s*页)?(?:\s*[,，/]?\s*共\s*\d+\s*页)?[-—–－·\s]*"
)
_LINE = re.compile(r"[^\r\n]+")
_RADICAL = re.compile(r"[\u2e80-\u2fd5]")
_NUMBERED = re.compile(r"[〔\[]\d{4}[〕\]]\s*\d+\s*号$")
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.12  # share of the page's height in which running heads stand
_RULES = 6  # drawn paths from which a page may hold a table
_PATH = 2  # FPDF_PAGEOBJ_PATH
_TITLE_SIZE = 1.2  # share of the running text's height from which a centred line is a title


@dataclass(frozen=True, slots=True)
class _Row:
    """One visible line; coordinates in points, y counted from the top of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int
    style: int = 0
    whole: bool = False

    @property
    def height(self) -> float:
        return self.bottom - self.top


def read_pdf(data: bytes, name: str) -> tuple[list[Line], dict[str, str]]:
    """Read the text layer of a PDF; two columns are read one after the other.

    :raises UnreadableText: damaged, protected by a password, or scanned without a text layer.
    """
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableText(f"PDF 有密码保护,读不出文字:{name}。请取消密码后再导入") from error
        raise UnreadableText(f"PDF 文件已损坏,打不开:{name}。请重新下载或另存一次") from error
    try:
        rows, metadata = _document_rows(document, data, name)
    finally:
        document.close()
    if not any(row.text.strip() for row in rows):
        raise UnreadableText(f"PDF 是扫描件,没有文字层:{name}。请先用 WPS 或扫描软件识别成文字后再导入")
    kept, heads = _without_running_heads(rows)
    return _paragraphs(kept), metadata | ({"页眉": heads[0]} if heads else {})


def _document_rows(document: "PdfDocument", data: bytes, name: str) -> tuple[list[_Row], dict[str, str]]:
    if len(document) > _MOST_PAGES:
        raise UnreadableText(f"PDF 超过 {_MOST_PAGES} 页:{name}。请拆分后再导入")
    rows: list[_Row] = []
    ruled: list[int] = []
    for number in range(len(document)):
        page = document[number]
        rows += _page_rows(page, number)
        if _has_rules(page):
            ruled.append(number)
        page.close()
    title = (document.get_metadata_dict().get("Title") or "").strip()
    rows = _with_tables(rows, data, ruled)
    return rows, {"标题": title} if title else {}


def _page_rows(page: "PdfPage", number: int) -> list[_Row]:
    """The lines of a page in the order its text was written, which reads columns one after the other."""
    height = page.get_height()
    text_page = page.get_textpage()
    text = text_page.get_text_range(errors="ignore")
    rows = []
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if words:
            start = found.start() + found[0].index(words[0])
            box = _box(text_page, start, start + len(words) - 1)
            rows.append(_Row(_unified(words), box[0], box[2], height - box[3], height - box[1], number))
    text_page.close()
    return rows


def _box(text_page: "PdfTextPage", first: int, last: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a line, from the font boxes of a few of its characters."""
    count = text_page.count_chars()
    sample = sorted({min(first + (last - first) * step // 4, count - 1) for step in range(5)})
    boxes = [text_page.get_charbox(index, loose=True) for index in sample]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _unified(text: str) -> str:
    """Write radicals that fonts use in place of characters (⼊) as the characters (入)."""
    return _RADICAL.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _without_running_heads(rows: list[_Row]) -> tuple[list[_Row], list[str]]:
    """Drop page numbers and what stands in the margin of at least half of the pages; give the latter, too."""
    pages = {row.page for row in rows}
    highest = max(row.bottom for row in rows)
    lowest = min(row.top for row in rows)
    margin = _MARGIN * (highest - lowest)
    outer = {i for i, row in enumerate(rows) if row.top < lowest + margin or row.bottom > highest - margin}
    shapes = {i: _DIGITS.sub("#", rows[i].text) for i in outer}
    seen = Counter(shape for shape, _ in {(shapes[i], rows[i].page) for i in outer})
    running = {i for i in outer if len(pages) > 2 and seen[shapes[i]] >= max(3, len(pages) / 2)}
    numbers = {i for i in outer if _PAGE_NUMBER.fullmatch(rows[i].text)}
    heads = list(dict.fromkeys(rows[i].text for i in sorted(running - numbers)))
    return [row for i, row in enumerate(rows) if i not in running | numbers], heads


def _paragraphs(rows: list[_Row]) -> list[Line]:
    """Join the lines of a paragraph: the one above is full and this one neither indented nor numbered."""
    if not rows:
        return []
    body = [row for row in rows if not row.whole] or rows
    size = median(row.height for row in body)
    left = median(sorted(row.left for row in body)[: max(1, len(body) // 2)])
    right = sorted(row.right for row in body)[int(len(body) * 0.9) - 1 if len(body) > 1 else 0]
    lines: list[Line] = []
    last: _Row | None = None
    for row in rows:
        text = row.text.strip()
        style = _title_style(row, left, right, size)
        if (
            last is not None
            and lines
            and _joins(last, row, text, style, lines[-1].style, (left, right, size))
        ):
            lines[-1] = Line(lines[-1].text + _gap(lines[-1].text, text) + text, lines[-1].style)
        else:
            lines.append(Line(text, style))
        last = row
    return lines


def _title_style(row: _Row, left: float, right: float, size: float) -> int:
    """1 for a centred line in larger letters."""
    text = row.text.strip()
    if row.whole or row.height < _TITLE_SIZE * size or _NUMBERED.search(text):
        return 0
    centred = abs((row.left - left) - (right - row.right)) < 3 * row.height
    return 1 if centred else 0


def _joins(
    last: _Row, row: _Row, text: str, style: int, last_style: int, frame: tuple[float, float, float]
) -> bool:
    left, right, size = frame
    if row.whole or last.whole or style != last_style:
        return False
    if style:
        return row.page == last.page and row.top - last.bottom < 1.5 * row.height
    if read_marker(text) is not None and row.left > left + 0.5 * size:
        return False
    full = last.right > right - 1.6 * size
    indented = row.left > left + 1.2 * size
    return full and not indented and not (last.text.rstrip()[-1:] in "：:" and indented)


def _gap(above: str, text: str) -> str:
    return (
        " "
        if above[-1:].isascii() and text[:1].isascii() and above[-1:].isalnum() and text[:1].isalnum()
        else ""
    )


def _has_rules(page: "PdfPage") -> bool:
    found = 0
    for item in page.get_objects(max_depth=2):
        found += item.type == _PATH
        if found >= _RULES:
            return True
    return False


def _with_tables(rows: list[_Row], data: bytes, ruled: list[int]) -> list[_Row]:
    """Replace the lines inside ruled tables by one line a row."""
    if not ruled:
        return rows
    import pdfplumber  # noqa: PLC0415

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    with pdfplumber.open(BytesIO(data)) as document:
        for number in ruled:
            for table in document.pages[number].find_tables():
                cells = [[_one_line(cell) for cell in row] for row in table.extract()]
                if len(cells) > 1 and max(map(len, cells)) > 1:
                    rows = _replace(rows, number, table.bbox, cells)
    return rows


def _one_line(cell: Any) -> str:  # noqa: ANN401
    return _unified("".join(str(cell or "").split("\n")))


def _replace(
    rows: list[_Row], page: int, box: tuple[float, float, float, float], cells: list[list[str]]
) -> list[_Row]:
    left, top, right, bottom = box
    inside = [
        i
        for i, row in enumerate(rows)
        if row.page == page and top - 2 <= (row.top + row.bottom) / 2 <= bottom + 2
    ]
    if not inside:
        return rows
    written = table_lines([[Cell(text) for text in row] for row in cells])
    table = [_Row(line.text, left, right, top, bottom, page, whole=True) for line in written]
    taken = set(inside)
    before = [row for i, row in enumerate(rows) if i not in taken and i < inside[0]]
    after = [row for i, row in enumerate(rows) if i not in taken and i > inside[0]]
    return [*before, *table, *after]
