"""The lines of a table without upright lines into its rows, where these are certain."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.parse.column_heads import Kind
from ingest.parse.pdf_body import Body
from ingest.parse.pdf_columns import VisibleLine
from ingest.parse.pdf_page_breaks import with_page_breaks

_CLEAR = 0.35  # of a letter's height by which gaps between rows are wider than those between lines
_OFF = 0.6  # of a letter's height by which a number may stand off the middle of its row
_DOUBTFUL = 0.2  # of the rows, as many breaks as lines may have that seem to be none
_LEAST_LINES = 3
_NEAR = 1.3  # times the least step between lines, from which on a line stands apart

Levels = Mapping[int, Sequence[float]]
"""The heights of the table's rules on each page."""


def rows_of(body: Body, levels: Levels, after: VisibleLine | None) -> list[range] | None:
    """Part lines into those of each row; None where it is not certain which line belongs to which.

    Rules between the rows part them, or gaps wider than those between lines; else the numbers of the rows,
    which stand in their first lines or in their middle; else a line whose words carry nothing on.

    :param after: a line below that is no row; where it may go on with the last one, that is not certain.
    """
    starts = _starts(body, levels)
    if not starts or starts[0] or not body.opening.issubset(starts):
        return None
    if after is not None and _goes_on(
        replace(body, lines=(*body.lines, after)), len(body.lines) - starts[-1]
    ):
        return None
    return [range(start, end) for start, end in _parts(body, starts)]


def _starts(body: Body, levels: Levels) -> list[int] | None:
    """The lines that the rows start at."""
    for starts in (_at_rules(body, levels), _at_gaps(body)):
        if starts and _is_valid(body, starts):
            return starts
    found = {
        tuple(s)
        for s in (_at_numbers(body), _around_numbers(body), _at_breaks(body))
        if s and _is_valid(body, s)
    }
    ranked = sorted((_odd_breaks(body, starts), starts) for starts in found)
    if not ranked or ranked[0][0] > _DOUBTFUL * len(ranked[0][1]):
        return None
    is_sure = len(ranked) == 1 or ranked[1][0] > ranked[0][0]
    return list(ranked[0][1]) if is_sure else None


def _parts(body: Body, starts: Sequence[int]) -> list[tuple[int, int]]:
    return list(pairwise([*starts, len(body.lines)]))


def _is_valid(body: Body, starts: Sequence[int]) -> bool:
    """Tell whether rows are whole: each has its number, counted on, or words in two columns."""
    parts = _parts(body, starts)
    if starts[0] != 0 or not all(any(body.key in line for line in body.cells[a:b]) for a, b in parts):
        return False
    if body.serial is None:
        return all(len({k for line in body.cells[a:b] for k in line}) > 1 for a, b in parts)
    numbers = [[body.number(at) for at in range(a, b) if body.serial in body.cells[at]] for a, b in parts]
    counted = [own[0] for own in numbers if len(own) == 1 and own[0] is not None]
    if len(counted) != len(parts):
        return False
    anew = [at in body.opening for at in starts[1:]]
    return all(b == a + 1 or (new and b == 1) for (a, b), new in zip(pairwise(counted), anew, strict=True))


def _at_rules(body: Body, levels: Levels) -> list[int]:
    """Where a rule parts two lines; none where no rule stands between lines."""
    breaks = []
    for at in range(1, len(body.lines)):
        above, line = body.lines[at - 1], body.lines[at]
        heights = levels.get(line.page, ())
        middles = ((one.top + one.bottom) / 2 for one in (above, line))
        first, last = (bisect_right(heights, middle) for middle in middles)
        if above.page == line.page and first < last:
            breaks.append(at)
    return with_page_breaks(body, breaks) if breaks else []


def _at_gaps(body: Body) -> list[int]:
    """Where gaps are clearly wider than between the lines of a cell; none where all are alike."""
    gaps: dict[int, float] = {}
    lowest = body.lines[0].bottom
    for at in range(1, len(body.lines)):
        line = body.lines[at]
        if line.page == body.lines[at - 1].page and at not in body.opening:
            gaps[at] = line.top - lowest
            lowest = max(lowest, line.bottom)
        else:
            lowest = line.bottom
    steps = sorted(gaps.values())
    jump, least = max(((b - a, b) for a, b in pairwise(steps)), default=(0.0, 0.0))
    if jump < _CLEAR * body.size:
        return []
    wide = [at for at, gap in gaps.items() if gap >= least]
    staggered = steps[0] < -_CLEAR * body.size  # lines of one row stand between those of others
    if staggered and any(_may_go_on(body, at) for at in wide):
        return []
    return with_page_breaks(body, wide)


def _may_go_on(body: Body, at: int) -> bool:
    return all(body.carries_on(at, at - 1, k) is not False for k in body.cells[at])


def _at_numbers(body: Body) -> list[int]:
    """Where the numbers of the rows stand."""
    return [at for at in range(len(body.lines)) if body.number(at) is not None]


def _around_numbers(body: Body) -> list[int]:
    """The first lines of rows in whose middle their numbers stand."""
    starts: list[int] = []
    at = 0
    while at < len(body.lines):
        starts.append(at)
        number = next((i for i in range(at, len(body.lines)) if body.number(i) is not None), None)
        if number is None or body.lines[number].page != body.lines[at].page or body.serial is None:
            return []
        word = body.cells[number][body.serial][0]
        end = word.top + word.bottom - body.lines[at].top
        at = number + 1
        while at < len(body.lines) and _is_above(body, at, end, number):
            at += 1
        if abs(max(line.bottom for line in body.lines[starts[-1] : at]) - end) > _OFF * body.size:
            return []
    return starts


def _is_above(body: Body, at: int, end: float, number: int) -> bool:
    line = body.lines[at]
    middle = (line.top + line.bottom) / 2
    return line.page == body.lines[number].page and middle < end and at not in body.opening


def _at_breaks(body: Body) -> list[int]:
    """Where a line carries on nothing of the row above it; none where that is doubtful."""
    if body.serial is not None:
        return []
    if len(body.lines) >= _LEAST_LINES and all(body.telling.issubset(cells) for cells in body.cells):
        return list(range(len(body.lines)))
    starts = [0]
    last = {k: 0 for k in body.cells[0]}  # column -> the line above that has words in it
    for at in range(1, len(body.lines)):
        carried = {k: body.carries_on(at, last[k], k) if k in last else False for k in body.cells[at]}
        if at in body.opening or False in carried.values():
            starts.append(at)
            last = {}
        elif (None in carried.values() and len(carried) > 1) or (
            body.telling.issubset(carried) and not any(body.is_cut(at, last[k], k) for k in carried)
        ):
            return []  # it may as well be a row whose words are as wide as the columns
        last |= dict.fromkeys(body.cells[at], at)
    return starts


def _goes_on(body: Body, lines: int) -> bool:
    """Tell whether the last line, close below a row of so many lines, may be another line of it."""
    end = len(body.lines) - 1
    steps = [b.top - a.top for a, b in pairwise(body.lines) if a.page == b.page]
    if body.lines[end - 1].page == body.lines[end].page and steps[-1] > _NEAR * min(steps[:-1], default=0.0):
        return False
    last = {k: at for at in range(end - lines, end) for k in body.cells[at]}
    return any(k in last and body.carries_on(end, last[k], k) is not False for k in body.cells[end])


def _odd_breaks(body: Body, starts: Sequence[int]) -> int:
    """Count the lines that carry on nothing of their cell, and the rows that end in mid-list."""
    odd = 0
    for start, end in _parts(body, starts):
        last: dict[int, int] = {}
        for at in range(start, end):
            odd += sum(
                k in last
                and body.columns[k].kind is not Kind.UNITS
                and body.carries_on(at, last[k], k) is False
                for k in body.cells[at]
            )
            last |= dict.fromkeys(body.cells[at], at)
        odd += any(body.is_open(i, k) for k, i in last.items())
    return odd
