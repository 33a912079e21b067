"""The ruled lines of a page into tables: what they enclose, and which rows and columns each cell covers."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_SNAP = 3.0  # points within which lines are one
_LEAST_LENGTH = 4.0
_FEWEST_ENDS = 3  # level lines that end together where a side is not drawn
_MOST_BOXES = 50_000

Line = tuple[float, float, float, float]
"""Left, top, right and bottom of a line that is level or upright."""
_Box = tuple[int, int]
"""Row and column of a box between neighbouring lines of the whole page."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a table in points, with the place and size it has in the table."""

    left: float
    top: float
    right: float
    bottom: float
    row: int
    column: int
    rows: int
    columns: int


def find_tables(lines: Iterable[Line]) -> list[list[GridCell]]:
    """Find the tables that level and upright lines draw, from top to bottom; cells in reading order.

    A table has two columns at least; its left and right side need not be drawn. Whether one row is a table
    the caller has to tell: it may be the last one of a table on the page before.

    All lines together part the page into boxes. Boxes with no line between them are one cell, unless they
    reach the edge of the page's lines with nothing to close them or do not make a rectangle.
    """
    long = [line for line in lines if max(line[2] - line[0], line[3] - line[1]) >= _LEAST_LENGTH]
    level = [line for line in long if line[3] - line[1] <= line[2] - line[0]]
    upright = [line for line in long if line[3] - line[1] > line[2] - line[0]]
    upright += _open_sides(level, upright)
    xs = _snapped([x for left, _, right, _ in upright for x in (left, right)])
    ys = _snapped([y for _, top, _, bottom in level for y in (top, bottom)])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_BOXES:
        return []
    above = {(_nearest(ys, top), x) for left, top, right, _ in level for x in _covered(xs, left, right)}
    beside = {(y, _nearest(xs, left)) for left, top, _, bottom in upright for y in _covered(ys, top, bottom)}
    cells = _cells(len(ys) - 1, len(xs) - 1, above, beside)
    tables = (_table(boxes, xs, ys) for boxes in _touching(cells))
    return [cells for cells in tables if len({cell.column for cell in cells}) > 1]


def _open_sides(level: Sequence[Line], upright: Sequence[Line]) -> Iterator[Line]:
    """The left and right side of tables that are drawn without: where several level lines end together."""
    for end in (0, 2):
        ends = [line[end] for line in level]
        for place in _snapped(ends):
            closed = any(abs(line[0] - place) <= _SNAP for line in upright)
            heights = [line[1] for line in level if abs(line[end] - place) <= _SNAP]
            if not closed and len(heights) >= _FEWEST_ENDS:
                yield place, min(heights), place, max(heights)


def _snapped(places: list[float]) -> list[float]:
    """Places of lines, those within a few points of their neighbour taken as one."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= _SNAP:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _nearest(places: Sequence[float], place: float) -> int:
    at = bisect_left(places, place)
    near = [i for i in (at - 1, at) if 0 <= i < len(places)]
    return min(near, key=lambda i: abs(places[i] - place))


def _covered(places: Sequence[float], start: float, end: float) -> range:
    """The gaps between places that a line from start to end spans."""
    return range(_nearest(places, start), _nearest(places, end))


def _cells(height: int, width: int, above: set[_Box], beside: set[_Box]) -> list[list[_Box]]:
    """Join boxes with no line between them; keep the closed rectangles, each as its boxes."""
    cells: list[list[_Box]] = []
    seen: set[_Box] = set()
    for start in ((y, x) for y in range(height) for x in range(width)):
        if start in seen:
            continue
        seen.add(start)
        joined, is_closed = [start], True
        for y, x in joined:
            for box, wall in (
                ((y - 1, x), (y, x) in above),
                ((y + 1, x), (y + 1, x) in above),
                ((y, x - 1), (y, x) in beside),
                ((y, x + 1), (y, x + 1) in beside),
            ):
                if wall:
                    continue
                if not (0 <= box[0] < height and 0 <= box[1] < width):
                    is_closed = False
                elif box not in seen:
                    seen.add(box)
                    joined.append(box)
        ys, xs = {y for y, _ in joined}, {x for _, x in joined}
        if is_closed and len(joined) == len(ys) * len(xs):
            cells.append(joined)
    return cells


def _touching(cells: list[list[_Box]]) -> Iterator[list[list[_Box]]]:
    """Group cells that share a side, in reading order."""
    owner = {box: i for i, cell in enumerate(cells) for box in cell}
    left = set(range(len(cells)))
    for first in range(len(cells)):
        if first not in left:
            continue
        left.remove(first)
        group = [first]
        for i in group:
            for y, x in cells[i]:
                near = {owner.get(box, i) for box in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1))} & left
                left -= near
                group += near
        yield [cells[i] for i in sorted(group)]


def _table(cells: list[list[_Box]], xs: Sequence[float], ys: Sequence[float]) -> list[GridCell]:
    """Number the rows and columns by the lines that the cells of the table begin at."""
    rows = sorted({min(y for y, _ in cell) for cell in cells})
    columns = sorted({min(x for _, x in cell) for cell in cells})
    table = []
    for cell in cells:
        top, bottom = min(y for y, _ in cell), max(y for y, _ in cell) + 1
        left, right = min(x for _, x in cell), max(x for _, x in cell) + 1
        row, column = bisect_left(rows, top), bisect_left(columns, left)
        table.append(
            GridCell(
                left=xs[left],
                top=ys[top],
                right=xs[right],
                bottom=ys[bottom],
                row=row,
                column=column,
                rows=bisect_left(rows, bottom) - row,
                columns=bisect_left(columns, right) - column,
            )
        )
    return table
