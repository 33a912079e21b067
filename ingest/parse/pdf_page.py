"""A page of a PDF into its visible lines and the tables it draws; or a picture, if it is one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ingest.parse.cell_units import parted_units
from ingest.parse.pdf_drawing import is_drawn, is_picture, ruled_lines
from ingest.parse.pdf_grid import GridCell, Line, find_tables
from ingest.parse.pdf_layout import Row, first_width
from ingest.parse.pdf_table import cells_of, may_go_on, together
from ingest.parse.pdf_text import Box, Letter, Sheet, TextLayer, visible_lines, written

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_FEWEST_LINES = 5  # that can draw a row of a table
_MOST_BESIDE = 2  # lines, a running head and a page number, between the parts of a table on two pages
_PADDING = 12.0  # points between the words and the sides of a cell
_TIGHT = 0.6  # of a letter's width by which lines end short of the edge
_LEAST_WORD = 3  # characters
_SCAN_CHARS = 30  # a text layer may hold on a scanned page: a page number, a stamp of the scanning program


def read_page(page: "PdfPage", number: int, before: Sequence[Row]) -> tuple[list[Row], list[Line]]:
    """The lines of a page in the order its text was written, its tables in the place of their lines.

    Beside them the straight lines it draws.

    :param before: the lines of the page before; a table at its end may go on with a single row.
    """
    sheet = Sheet.of(page)
    text_page = page.get_textpage()
    try:
        layer = TextLayer(text_page, sheet)
        found = list(layer.rows(number))
        rows = [row for row, _ in found]
        if not rows:
            return [], []
        places = [places for _, places in found]
        lines = ruled_lines(page, sheet)
        drawn = find_tables(lines) if len(lines) >= _FEWEST_LINES else []
        above = _last_table(before)
        grids = [grid for grid in drawn if _height(grid) > 1 or _is_rest(grid, above, rows)]
        return (_with_tables(rows, grids, layer, places) if grids else rows), lines
    finally:
        text_page.close()


def is_scanned(page: "PdfPage", rows: list[Row]) -> bool:
    """Tell whether the words of a page are a picture or are drawn, with hardly any text beside them."""
    if sum(len(row.text) for row in rows) > _SCAN_CHARS:
        return False
    return is_picture(page) or (not rows and is_drawn(page))


def _with_tables(
    rows: Sequence[Row], grids: Sequence[Sequence[GridCell]], layer: TextLayer, places: Sequence[range]
) -> list[Row]:
    """Put tables in the place of the lines inside them; a frame without words is left out."""
    tables: dict[int, Row] = {}
    taken: set[int] = set()
    for grid in grids:
        box = _box(grid)
        inside = [i for i, row in enumerate(rows) if i not in taken and _is_inside(row, box)]
        if inside:
            words = _words(layer.letters(sorted({p for i in inside for p in places[i]})), grid)
            table = cells_of(grid, words)
            left, top, right, bottom = box
            tables[inside[0]] = Row("", left, right, top, bottom, rows[inside[0]].page, table=table)
            taken.update(inside)
    return [tables.get(i, row) for i, row in enumerate(rows) if i in tables or i not in taken]


def _last_table(rows: Sequence[Row]) -> Row | None:
    """The table that a page ends with, if there is one."""
    return next((row for row in reversed(rows[-1 - _MOST_BESIDE :]) if row.table), None)


def _height(grid: Sequence[GridCell]) -> int:
    return len({cell.row for cell in grid})


def _is_rest(grid: Sequence[GridCell], above: Row | None, rows: Sequence[Row]) -> bool:
    """Tell whether a single row at the top of a page goes on with a table of the page before."""
    left, top, right, _ = _box(grid)
    width = sum(cell.columns for cell in grid)
    is_first = sum(row.bottom <= top for row in rows) <= _MOST_BESIDE
    return above is not None and is_first and may_go_on(above, left, right, width)


def _box(grid: Sequence[GridCell]) -> Box:
    return (
        min(cell.left for cell in grid),
        min(cell.top for cell in grid),
        max(cell.right for cell in grid),
        max(cell.bottom for cell in grid),
    )


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
    return {cell: _cell_text(visible_lines(share), cell.right - cell.left) for cell, share in shares.items()}


def _cell_text(lines: Sequence[Sequence[Letter]], width: float) -> str:
    """The lines of a cell as one; a blank parts words set one below the other though there was room."""
    text = ""
    room = 0.0
    for line in lines:
        words, size = written(line), line[0].height
        is_own = min(len(text), len(words)) >= _LEAST_WORD and room > first_width(words) * size
        text = f"{text} {words}" if is_own else together(text, words)
        room = width - (line[-1].box[2] - line[0].box[0]) - _PADDING - _TIGHT * size
    return parted_units(text)
