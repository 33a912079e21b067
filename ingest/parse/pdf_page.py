"""A page of a PDF into its visible lines and the tables it draws; or a picture, if it is one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_float
from functools import reduce
from itertools import islice
from typing import TYPE_CHECKING

from ingest.parse.pdf_grid import GridCell, Line, find_tables
from ingest.parse.pdf_layout import Row, in_columns
from ingest.parse.pdf_table import cells_of, together
from ingest.parse.pdf_text import Box, Letter, Sheet, TextLayer, visible_lines, written

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

_PATH, _IMAGE = 2, 3  # FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_IMAGE
_LINE_TO, _MOVE_TO = 0, 2  # FPDF_SEGMENT_LINETO, FPDF_SEGMENT_MOVETO
_NESTED = 3  # forms within forms that are looked into
_MOST_OBJECTS = 20_000
_MOST_LINES = 5_000
_FEWEST_LINES = 6  # that can draw a table
_THIN = 1.0  # points by which a line may lean
_SCAN_SHARE = 0.5  # of the page that a scanned picture covers at least
_SCAN_CHARS = 30  # a text layer may hold on such a page: a page number, a stamp of the scanning program
_DRAWN_PATHS = 100  # from which a page without text may hold words as curves


def read_page(page: "PdfPage", number: int) -> list[Row]:
    """The lines of a page in the order its text was written, its tables in the place of their lines."""
    sheet = Sheet.of(page)
    text_page = page.get_textpage()
    try:
        layer = TextLayer(text_page, sheet)
        found = list(layer.rows(number))
        rows = in_columns([row for row, _ in found], page.get_width())
        if not rows:
            return []
        places = [places for _, places in found]
        grids = [grid for grid in find_tables(_ruled_lines(page, sheet)) if _is_table(grid)]
        return _with_tables(rows, grids, layer, places) if grids else rows
    finally:
        text_page.close()


def is_scanned(page: "PdfPage", rows: list[Row]) -> bool:
    """Tell whether the words of a page are a picture or are drawn, with hardly any text beside them."""
    if sum(len(row.text) for row in rows) > _SCAN_CHARS:
        return False
    left, bottom, right, top = page.get_bbox()
    area = (right - left) * (top - bottom)
    covered = sum(_area(item) for item in _objects(page, _IMAGE))
    if covered >= _SCAN_SHARE * area > 0:
        return True
    return not rows and sum(1 for _ in islice(_objects(page, _PATH), _DRAWN_PATHS)) == _DRAWN_PATHS


def _objects(page: "PdfPage", kind: int) -> Iterator["PdfObject"]:
    """The objects of a kind on a page, also in forms; of a drawing with very many only the first."""
    items = islice(page.get_objects(max_depth=_NESTED), _MOST_OBJECTS)
    return (item for item in items if item.type == kind)


def _area(item: "PdfObject") -> float:
    left, bottom, right, top = map(float, item.get_bounds())
    return (right - left) * (top - bottom)


def _is_table(grid: Sequence[GridCell]) -> bool:
    return len({cell.row for cell in grid}) > 1 and len({cell.column for cell in grid}) > 1


def _ruled_lines(page: "PdfPage", sheet: Sheet) -> list[Line]:
    """The level and upright lines that paths draw; none where there are so many that it is a drawing."""
    lines: list[Line] = []
    for item in _objects(page, _PATH):
        if len(lines) > _MOST_LINES:
            return []
        for ends in _segments(item):
            box = sheet.seen_box(ends)
            if min(box[2] - box[0], box[3] - box[1]) < _THIN:
                lines.append(box)
    return lines if len(lines) >= _FEWEST_LINES else []


def _segments(item: "PdfObject") -> Iterator[Box]:
    """The straight lines of a path, each by its two ends in the page's own space."""
    from pypdfium2 import raw  # noqa: PLC0415

    matrix = item.get_matrix()
    holder = item.container
    while holder is not None:
        matrix = matrix.multiply(holder.get_matrix())
        holder = holder.container
    start = last = (0.0, 0.0)
    x, y = c_float(), c_float()
    for index in range(min(raw.FPDFPath_CountSegments(item), _MOST_LINES)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.on_point(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == _MOVE_TO:
            start = point
        elif kind == _LINE_TO:
            yield (*last, *point)
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield (*last, *start)
            last = start


def _with_tables(
    rows: Sequence[Row], grids: Sequence[Sequence[GridCell]], layer: TextLayer, places: Sequence[range]
) -> list[Row]:
    """Put tables in the place of the lines inside them; a frame without words is left out."""
    tables: dict[int, Row] = {}
    taken: set[int] = set()
    for grid in grids:
        box = (
            min(cell.left for cell in grid),
            min(cell.top for cell in grid),
            max(cell.right for cell in grid),
            max(cell.bottom for cell in grid),
        )
        inside = [i for i, row in enumerate(rows) if i not in taken and _is_inside(row, box)]
        if inside:
            words = _words(layer.letters(sorted({p for i in inside for p in places[i]})), grid)
            table = cells_of(grid, words)
            left, top, right, bottom = box
            tables[inside[0]] = Row("", left, right, top, bottom, rows[inside[0]].page, table=table)
            taken.update(inside)
    return [tables.get(i, row) for i, row in enumerate(rows) if i in tables or i not in taken]


def _is_inside(row: Row, box: Box) -> bool:
    left, top, right, bottom = box
    x, y = (row.left + row.right) / 2, (row.top + row.bottom) / 2
    return left <= x <= right and top <= y <= bottom


def _words(letters: Iterable[Letter], grid: Sequence[GridCell]) -> dict[GridCell, str]:
    """Share letters out among the cells they stand in, and read each cell line by line."""
    shares: dict[GridCell, list[Letter]] = defaultdict(list)
    for letter in letters:
        x, y = letter.middle
        inside = (cell for cell in grid if cell.left <= x <= cell.right and cell.top <= y <= cell.bottom)
        cell = next(inside, None)
        if cell is not None:
            shares[cell].append(letter)
    return {cell: reduce(together, map(written, visible_lines(share))) for cell, share in shares.items()}
