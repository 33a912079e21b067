"""The tables of a PDF into tables of cells, those that go on over several pages joined."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.numbering import read_marker
from ingest.parse.head_again import HeadsBefore
from ingest.parse.pdf_grid import GridCell
from ingest.parse.pdf_layout import Row
from ingest.parse.table import Cell

_OPEN, _CLOSED = tuple("，、（"), tuple("，、。；）")
_NAMED = 2  # columns of a table that only names its rows and says one thing about each
_SAME_EDGE = 8.0  # points by which the sides of a table may move from page to page


def cells_of(grid: Sequence[GridCell], words: Mapping[GridCell, str]) -> tuple[tuple[Cell, ...], ...]:
    """Write out a table row by row; where the lines leave a gap stands an empty cell.

    :param words: the text inside the cells that have any.
    """
    height = max(cell.row + cell.rows for cell in grid)
    width = max(cell.column + cell.columns for cell in grid)
    at = {(cell.row, cell.column): cell for cell in grid}
    covered = {
        (cell.row + down, cell.column + across)
        for cell in grid
        for down in range(cell.rows)
        for across in range(cell.columns)
    }
    table = []
    for row in range(height):
        cells = []
        for column in range(width):
            cell = at.get((row, column))
            if cell is not None:
                cells.append(Cell(words.get(cell, ""), rows=cell.rows, columns=cell.columns))
            elif (row, column) not in covered:
                cells.append(Cell(""))
        table.append(tuple(cells))
    return tuple(table)


def join_tables(rows: Iterable[Row]) -> list[Row]:
    """Join a table at the end of a page with the one that goes on with it at the top of the next.

    Both have the same columns between the same edges. A repeated head is dropped; a row that the page break
    cut is put together.
    """
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last is not None and last.table and row.table and _goes_on(last, row):
            table = _appended(last.table, row.table)
            joined[-1] = replace(last, table=table, page=row.page)
        else:
            joined.append(row)
    return joined


def with_heads_before(rows: Iterable[Row]) -> list[Row]:
    """Give tables that go on without heads those of the table before."""
    heads = HeadsBefore()
    return [
        replace(row, table=tuple(map(tuple, heads.given_to(row.table)))) if row.table else row for row in rows
    ]


def _goes_on(last: Row, row: Row) -> bool:
    return row.page == last.page + 1 and may_go_on(last, row.left, row.right, _width(row.table))


def may_go_on(last: Row, left: float, right: float, width: int) -> bool:
    """Tell whether a table has the edges and as many columns as the one that ends the page before."""
    near = abs(last.left - left) < _SAME_EDGE and abs(last.right - right) < _SAME_EDGE
    return near and _width(last.table) == width


def _width(table: tuple[tuple[Cell, ...], ...]) -> int:
    return sum(cell.columns for cell in table[0])


def _appended(
    above: tuple[tuple[Cell, ...], ...], below: tuple[tuple[Cell, ...], ...]
) -> tuple[tuple[Cell, ...], ...]:
    head = 0
    while head < min(len(above), len(below)) and below[head] == above[head]:
        head += 1
    below = below[head:]
    if not below or not _is_rest(above[-1], below[0]):
        return above + below
    cut = tuple(
        replace(cell, text=together(cell.text, rest.text))
        for cell, rest in zip(above[-1], below[0], strict=True)
    )
    return (*above[:-1], cut, *below[1:])


def _is_rest(last: tuple[Cell, ...], first: tuple[Cell, ...]) -> bool:
    """Tell whether the first row of a page is what the page break left over of the last one.

    What names the row stands above the page break; in a table of two columns nothing else can be missing. Or
    only its first cell goes on, in mid-sentence.
    """
    if len(last) != len(first) or any(cell.rows > 1 or cell.columns > 1 for cell in (*last, *first)):
        return False
    others = [bool(cell.text) for cell in first[1:]]
    if first[0].text:
        return not any(others) and _is_cut(last[0].text, first[0].text)
    return bool(last[0].text) and (len(first) == _NAMED or not all(others))


def _is_cut(above: str, below: str) -> bool:
    """Tell whether a text surely goes on with another: at a comma, or towards the only full stop."""
    if above.endswith(_OPEN) or below.startswith(_CLOSED):
        return True
    return below.endswith("。") and not above.endswith("。") and read_marker(below) is None


def together(above: str, below: str) -> str:
    """Two lines of a cell as one; Latin words keep a blank."""
    ends = above[-1:] + below[:1]
    return f"{above} {below}" if len(ends) == 2 and ends.isascii() and ends.isalnum() else above + below
