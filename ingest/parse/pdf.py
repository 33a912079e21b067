"""A PDF into its lines, with ruled tables as rows and scanned pages recognised."""

from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING

from ingest.errors import UnreadableText
from ingest.parse.ocr import DPI, REMEDY, Recogniser, is_available, recognised
from ingest.parse.package import too_large
from ingest.parse.parsed import Parsed
from ingest.parse.pdf_grid import Line
from ingest.parse.pdf_heads import without_running_heads
from ingest.parse.pdf_layout import Row, in_columns, paragraphs
from ingest.parse.pdf_open import with_open_tables
from ingest.parse.pdf_page import is_scanned, read_page
from ingest.parse.pdf_streams import unpacks_too_large
from ingest.parse.pdf_table import join_tables, with_heads_before
from ingest.records import Diagnostic, DiagnosticKind

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

PDFIUM = Lock()
"""Held while a PDF is open: pdfium serves one thread at a time."""

_MOST_PAGES = 2000
_MOST_SCANNED = 200
_LONGEST_SIDE = 2400  # pixels of a page drawn for recognition
_DAMAGE = (ArithmeticError, AssertionError, LookupError, RecursionError, ValueError)
"""What numbers and texts that make no sense make pypdfium2 and the layout raise."""
_POINTS = 72  # an inch


def read_pdf(data: bytes, name: str) -> Parsed:
    """Read the text layer of a PDF, two columns one after the other; pages without one are recognised.

    :raises UnreadableText: damaged, protected by a password, or scanned and text recognition not installed.
    """
    import pypdfium2  # noqa: PLC0415

    if unpacks_too_large(data):
        raise too_large(name)
    try:
        with PDFIUM, pypdfium2.PdfDocument(data) as document:
            rows, scanned = _rows(document, name)
            title = _title(document)
        kept, heads, removed = without_running_heads(rows) if rows else ([], [], [])
        lines = paragraphs(with_heads_before(join_tables(kept)))
    except (pypdfium2.PdfiumError, *_DAMAGE) as error:
        if "password" in str(error).lower():
            raise UnreadableText(f"PDF 有密码保护，读不出文字：{name}。请取消密码后再导入") from error
        raise UnreadableText(f"PDF 文件已损坏，打不开：{name}。请重新下载或另存一次") from error
    if not lines:
        raise UnreadableText(_wordless(bool(scanned), name))
    metadata = {"标题": title} if title else {}
    if heads:
        metadata["页眉"] = heads[0]
    return Parsed(lines, metadata, _notes(scanned), tuple(removed))


def _title(document: "PdfDocument") -> str:
    try:
        return str(document.get_metadata_value("Title")).strip()
    except UnicodeDecodeError:
        return ""


def _rows(document: "PdfDocument", name: str) -> tuple[list[Row], list[int]]:
    """The rows of all pages, and the numbers of the pages that are pictures."""
    if len(document) > _MOST_PAGES:
        raise UnreadableText(f"PDF 超过 {_MOST_PAGES} 页：{name}。请拆分后再导入")
    rows: list[Row] = []
    scanned: list[int] = []
    widths: dict[int, float] = {}
    rules: dict[int, list[Line]] = {}
    recogniser: Recogniser | None = None
    found: list[Row] = []
    for number in range(len(document)):
        page = document[number]
        found, rules[number] = read_page(page, number, found)
        widths[number] = page.get_width()
        if is_scanned(page, found):
            scanned.append(number)
            found = []
            if len(scanned) > _MOST_SCANNED:
                raise UnreadableText(f"PDF 的扫描页超过 {_MOST_SCANNED} 页：{name}。请拆分后再导入")
            if is_available():
                recogniser = recogniser or Recogniser()
                found = _recognised(recogniser, page, number)
        rows += found
        page.close()
    tables = with_open_tables(rows, rules)
    return [
        row for page, same in groupby(tables, _page) for row in in_columns(list(same), widths[page])
    ], scanned


def _page(row: Row) -> int:
    return row.page


def _recognised(recogniser: Recogniser, page: "PdfPage", number: int) -> list[Row]:
    scale = min(DPI / _POINTS, _LONGEST_SIDE / max(page.get_size()))
    image = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
    return recogniser.rows(image, 1 / scale, number)


def _wordless(is_scan: bool, name: str) -> str:
    if not is_scan:
        return f"PDF 里没有文字：{name}。请检查文件内容"
    if is_available():
        return f"PDF 是扫描件，没有识别出文字：{name}。请换一份清晰、摆正的扫描件"
    return f"PDF 是扫描件，没有文字层：{name}。{REMEDY}"


def _notes(scanned: list[int]) -> tuple[Diagnostic, ...]:
    if not scanned:
        return ()
    pages = f"第{_ranges(scanned)}页"
    if is_available():
        return (recognised(pages),)
    return (Diagnostic(DiagnosticKind.DAMAGE, f"{pages}是扫描图片，没有文字层，没有读入。{REMEDY}"),)


def _ranges(numbers: list[int]) -> str:
    """Page numbers counted from 1, those in a row as a range: 1—3、5."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    return "、".join(f"{run[0] + 1}—{run[-1] + 1}" if len(run) > 1 else str(run[0] + 1) for run in ranges)
