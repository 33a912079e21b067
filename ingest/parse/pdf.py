"""A PDF into its lines, with ruled tables as rows."""

import logging
import re
import unicodedata
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ingest.errors import UnreadableText
from ingest.parse.pdf_layout import Row, in_columns, paragraphs, without_running_heads
from ingest.parse.table import Cell, table_lines
from ingest.records import Line

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage, PdfTextPage

_MOST_PAGES = 2000
_LINE = re.compile(r"[^\r\n]+")
_RADICAL = re.compile(r"[\u2e80-\u2fd5]")
_RULES = 6  # drawn paths from which a page may hold a table
_PATH = 2  # FPDF_PAGEOBJ_PATH


def read_pdf(data: bytes, name: str) -> tuple[list[Line], dict[str, str]]:
    """Read the text layer of a PDF; two columns are read one after the other.

    :raises UnreadableText: damaged, protected by a password, or scanned without a text layer.
    """
    import pypdfium2  # noqa: PLC0415

    try:
        with pypdfium2.PdfDocument(data) as document:
            rows, metadata = _document_rows(document, data, name)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableText(f"PDF 有密码保护，读不出文字：{name}。请取消密码后再导入") from error
        raise UnreadableText(f"PDF 文件已损坏，打不开：{name}。请重新下载或另存一次") from error
    if not any(row.text.strip() for row in rows):
        raise UnreadableText(f"PDF 是扫描件，没有文字层：{name}。请先用 WPS 或扫描软件识别成文字后再导入")
    kept, heads = without_running_heads(rows)
    return paragraphs(kept), metadata | ({"页眉": heads[0]} if heads else {})


def _document_rows(document: "PdfDocument", data: bytes, name: str) -> tuple[list[Row], dict[str, str]]:
    if len(document) > _MOST_PAGES:
        raise UnreadableText(f"PDF 超过 {_MOST_PAGES} 页：{name}。请拆分后再导入")
    rows: list[Row] = []
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


def _page_rows(page: "PdfPage", number: int) -> list[Row]:
    """The lines of a page in the order its text was written, which reads columns one after the other."""
    height = page.get_height()
    text_page = page.get_textpage()
    text = text_page.get_text_range(errors="ignore")
    rows: list[Row] = []
    for found in _LINE.finditer(text):
        words = found[0].strip()
        if words:
            start = found.start() + found[0].index(words[0])
            box = _box(text_page, start, start + len(words) - 1)
            rows.append(Row(_unified(words), box[0], box[2], height - box[3], height - box[1], number))
    text_page.close()
    return in_columns(rows, page.get_width())


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


def _has_rules(page: "PdfPage") -> bool:
    found = 0
    for item in page.get_objects(max_depth=2):
        found += item.type == _PATH
        if found >= _RULES:
            return True
    return False


def _with_tables(rows: list[Row], data: bytes, ruled: list[int]) -> list[Row]:
    """Replace the lines inside ruled tables by one line a row."""
    if not ruled:
        return rows
    import pdfplumber  # noqa: PLC0415

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    replaced = rows
    try:
        with pdfplumber.open(BytesIO(data)) as document:
            for number in ruled:
                for table in document.pages[number].find_tables():
                    cells = [[_one_line(cell) for cell in row] for row in table.extract()]
                    if len(cells) > 1 and max(map(len, cells)) > 1:
                        replaced = _replace(replaced, number, table.bbox, cells)
    except Exception:  # pdfminer raises anything on a damaged file; its words are all in `rows` already
        return rows
    return replaced


def _one_line(cell: Any) -> str:  # noqa: ANN401
    return _unified("".join(str(cell or "").split("\n")))


def _replace(
    rows: list[Row], page: int, box: tuple[float, float, float, float], cells: list[list[str]]
) -> list[Row]:
    left, top, right, bottom = box
    inside = [
        i
        for i, row in enumerate(rows)
        if row.page == page and top - 2 <= (row.top + row.bottom) / 2 <= bottom + 2
    ]
    if not inside:
        return rows
    written = table_lines([[Cell(text) for text in row] for row in cells])
    table = [Row(line.text, left, right, top, bottom, page, whole=True) for line in written]
    taken = set(inside)
    before = [row for i, row in enumerate(rows) if i not in taken and i < inside[0]]
    after = [row for i, row in enumerate(rows) if i not in taken and i > inside[0]]
    return [*before, *table, *after]
