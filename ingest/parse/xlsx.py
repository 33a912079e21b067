"""A workbook into lines: each visible sheet as a table under its title, cells as they show.

Source: ECMA-376 part 1, 18.2 (workbook), 18.3 (worksheets), 18.4 (shared strings), 18.8 (styles).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from ingest.errors import UnreadableText
from ingest.parse.package import Package, open_package
from ingest.parse.parsed import Parsed
from ingest.parse.table import Cell, titled_lines
from ingest.parse.xlsx_values import BUILT_IN, GENERAL, shown
from ingest.records import Line

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_NAMELESS = re.compile(r"(?:sheet|工作表|表)\s*\d*", re.IGNORECASE)
_MOST_CELLS = 500_000
_MOST_CHARACTERS = 5_000_000

Place = tuple[int, int]
"""Row and column, counted from 1."""


@dataclass(slots=True)
class _Sheet:
    """The filled cells of a sheet, and the last place of those that are merged with others."""

    name: str
    cells: dict[Place, str] = field(default_factory=dict)
    merged: dict[Place, Place] = field(default_factory=dict)


def read_xlsx(data: bytes, name: str) -> Parsed:
    """Read a workbook; hidden sheets are left out, several sheets have their names as headings.

    :raises UnreadableText: damaged, protected by a password, or with more cells than a document can have.
    """
    with open_package(data, name, "表格文件") as package:
        sheets = [sheet for sheet in _sheets(package) if sheet.cells]
    characters = sum(len(words) for sheet in sheets for words in sheet.cells.values())
    if characters > _MOST_CHARACTERS:
        raise UnreadableText(
            f"表格里的文字太多（{characters:,} 字）：{name}。请拆成几个文件，或只保留需要的部分"
        )
    lines: list[Line] = []
    for sheet in sheets:
        named = len(sheets) > 1 and not _NAMELESS.fullmatch(sheet.name)
        lines += [Line(sheet.name, 1)] if named else []
        lines += _lines(sheet, name, title_style=0 if named else 1)
    return Parsed(lines)


def _sheets(package: Package) -> Iterator[_Sheet]:
    main = package.part("officeDocument", "xl/workbook.xml")
    book = package.xml(main)
    if book is None:
        raise KeyError(main)
    strings = _strings(package.xml(package.part("sharedStrings", "xl/sharedStrings.xml", main)))
    codes = _codes(package.xml(package.part("styles", "xl/styles.xml", main)))
    settings = book.find(f"{_S}workbookPr")
    from_1904 = settings is not None and settings.get("date1904") in ("1", "true")
    parts = package.related(main)
    for node in book.iter(f"{_S}sheet"):
        kind, path = parts.get(node.get(f"{_R}id", ""), ("", ""))
        root = (
            package.xml(path) if kind == "worksheet" and node.get("state", "visible") == "visible" else None
        )
        if root is not None:
            sheet = _Sheet(node.get("name", "").strip())
            for place, cell in _cells(root):
                words = _words(cell, strings, codes, from_1904).strip()
                if words:
                    sheet.cells[place] = words
            sheet.merged.update(_merged(root))
            yield sheet


def _strings(root: etree._Element | None) -> list[str]:
    return [_rich(item) for item in root.iter(f"{_S}si")] if root is not None else []


def _rich(item: etree._Element) -> str:
    """The text of an item in one or several formats, without its reading aids."""
    texts = (text for text in item.iter(f"{_S}t") if text.getparent().tag != f"{_S}rPh")
    return "".join(text.text or "" for text in texts)


def _codes(root: etree._Element | None) -> list[str]:
    """The number format of every cell style."""
    if root is None:
        return []
    own = {node.get("numFmtId"): node.get("formatCode", GENERAL) for node in root.iter(f"{_S}numFmt")}
    styles = (node.get("numFmtId", "0") for node in root.iterfind(f"{_S}cellXfs/{_S}xf"))
    return [own.get(style) or BUILT_IN.get(int(style), GENERAL) for style in styles]


def _cells(root: etree._Element) -> Iterator[tuple[Place, etree._Element]]:
    """The cells of a sheet with their places; a cell that names none stands behind the last."""
    row = 0
    for node in root.iterfind(f"{_S}sheetData/{_S}row"):
        row, column = int(node.get("r", row + 1)), 0
        for cell in node.iterfind(f"{_S}c"):
            place = _place(cell.get("r", "")) or (row, column + 1)
            column = place[1]
            yield place, cell


def _merged(root: etree._Element) -> Iterator[tuple[Place, Place]]:
    for node in root.iter(f"{_S}mergeCell"):
        first, _, last = node.get("ref", "").partition(":")
        start, end = _place(first), _place(last)
        if start and end:
            yield start, end


def _place(name: str) -> Place | None:
    found = _PLACE.fullmatch(name)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _words(cell: etree._Element, strings: Sequence[str], codes: Sequence[str], from_1904: bool) -> str:
    kind, value = cell.get("t", "n"), cell.findtext(f"{_S}v") or ""
    if kind == "inlineStr":
        return _rich(cell)
    if kind == "s":
        return strings[int(value)] if value else ""
    if kind == "e":
        return ""
    if kind == "b":
        return "是" if value == "1" else "否"
    style = int(cell.get("s", "0"))
    return shown(value, codes[style] if style < len(codes) else GENERAL, from_1904) if value else ""


def _lines(sheet: _Sheet, name: str, title_style: int) -> list[Line]:
    rows = sorted({row for row, _ in sheet.cells})
    columns = sorted({column for _, column in sheet.cells})
    if len(rows) * len(columns) > _MOST_CELLS:
        raise UnreadableText(
            f"表格太大（{len(rows)} 行 × {len(columns)} 列）：{name}。请拆成几个文件，或只保留需要的部分"
        )
    return titled_lines(_table(sheet, rows, columns), title_style)


def _table(sheet: _Sheet, rows: Sequence[int], columns: Sequence[int]) -> list[list[Cell]]:
    """The used rows and columns of a sheet; a merged cell reaches over the used ones it covers."""
    spans: dict[Place, tuple[int, int]] = {}
    covered: set[Place] = set()
    for (top, left), (bottom, right) in sheet.merged.items():
        down = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        across = columns[bisect_left(columns, left) : bisect_right(columns, right)]
        if (top, left) in sheet.cells and len(covered) + len(down) * len(across) <= _MOST_CELLS:
            spans[(top, left)] = (len(down), len(across))
            covered.update((row, column) for row in down for column in across)
    return [
        [
            Cell(sheet.cells.get((row, column), ""), False, *spans.get((row, column), (1, 1)))
            for column in columns
            if (row, column) in spans or (row, column) not in covered
        ]
        for row in rows
    ]
