"""The lines of a table without upright lines into its rows, where these are certain."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from ingest.parse.column_heads import Kind, fits, is_number
from ingest.parse.pdf_columns import Column, VisibleLine, Word
from ingest.parse.pdf_layout import first_width
from ingest.parse.table_groups import is_category

_TIGHT = 0.6  # of a letter's width by which lines end short of the edge
_CLEAR = 0.35  # of a letter's height by which gaps between rows are wider than those between lines
_OFF = 0.6  # of a letter's height by which a number may stand off the middle of its row
_DOUBTFUL = 0.2  # of the rows, as many breaks as lines may have that seem to be none
_LEAST_LINES = 3
_NEAR = 1.3  # times the least step between lines, from which on a line stands apart
_OPEN_ENDS = tuple("、，,；;（(—-和与及")
_CLOSED_STARTS = tuple("、，,；;）)。")

Line = Mapping[int, Sequence[Word]]
"""The words of a line by the place of their column."""
Entry = Sequence[Line]
"""The lines of a row."""


def entries_of(
    lines: Sequence[VisibleLine],
    columns: Sequence[Column],
    edges: Sequence[tuple[float, float]],
    levels: Mapping[int, Sequence[float]],
    after: VisibleLine | None,
) -> list[Entry] | None:
    """Part lines into the rows of their table; None where it is not certain which line belongs to which.

    Rules between the rows part them, or gaps wider than those between lines; else the numbers of the rows,
    which stand in their first lines or in their middle; else a line whose words carry nothing on.

    :param edges: left and right of the columns.
    :param levels: the heights of the table's rules on each page.
    :param after: a line below that is no row; where it may go on with the last one, that is not certain.
    """
    entries = _entries(_Body(lines, columns, edges), levels)
    if entries and after is not None and _Body((*lines, after), columns, edges).goes_on(len(entries[-1])):
        return None
    return entries


def _entries(body: "_Body", levels: Mapping[int, Sequence[float]]) -> list[Entry] | None:
    for starts in (body.at_rules(levels), body.at_gaps()):
        if starts and body.is_valid(starts):
            return body.entries(starts)
    found = {
        tuple(s)
        for s in (body.at_numbers(), body.around_numbers(), body.at_breaks())
        if s and body.is_valid(s)
    }
    ranked = sorted((body.odd_breaks(starts), starts) for starts in found)
    if not ranked or ranked[0][0] > _DOUBTFUL * len(ranked[0][1]):
        return None
    is_sure = len(ranked) == 1 or ranked[1][0] > ranked[0][0]
    return body.entries(ranked[0][1]) if is_sure else None


@dataclass(frozen=True)
class _Body:
    """The lines below the heads of a table."""

    lines: Sequence[VisibleLine]
    columns: Sequence[Column]
    edges: Sequence[tuple[float, float]]

    @cached_property
    def cells(self) -> list[dict[int, list[Word]]]:
        """The words of each line by column."""
        found = []
        for line in self.lines:
            cells: dict[int, list[Word]] = {}
            for word in line.words:
                cells.setdefault(self._column(word), []).append(word)
            found.append(cells)
        return found

    def _column(self, word: Word) -> int:
        middle = (word.left + word.right) / 2
        return min(
            range(len(self.edges)), key=lambda k: max(self.edges[k][0] - middle, middle - self.edges[k][1])
        )

    @cached_property
    def size(self) -> float:
        """The height of the letters."""
        return median(line.words[0].height for line in self.lines)

    @cached_property
    def serial(self) -> int | None:
        """The column of the numbers of the rows; None too where the numbers count categories."""
        at = next((k for k, column in enumerate(self.columns) if column.kind is Kind.SERIAL), None)
        beside = [k for k in self._naming if k != at]
        counts = beside and all((at in cells) == (beside[0] in cells) for cells in self.cells)
        return None if counts and any(at not in cells for cells in self.cells) else at

    @cached_property
    def _naming(self) -> set[int]:
        """The columns of numbers and categories, which may be empty in a row."""
        return {
            k
            for k, column in enumerate(self.columns)
            if column.kind is Kind.SERIAL or is_category(column.head)
        }

    @cached_property
    def key(self) -> int:
        """The column that every row has words in."""
        others = [k for k in range(len(self.columns)) if k not in self._naming]
        tasks = [k for k in others if self.columns[k].kind in (None, Kind.OTHER)]
        return next(iter(tasks or others), 0)

    def _number(self, at: int) -> int | None:
        words = [] if self.serial is None else self.cells[at].get(self.serial, [])
        is_one = len(words) == 1 and is_number(words[0].text)
        return int(words[0].text.rstrip(".、．")) if is_one else None

    def entries(self, starts: Sequence[int]) -> list[Entry]:
        """The rows that start at some lines."""
        return [self.cells[start:end] for start, end in pairwise([*starts, len(self.lines)])]

    def is_valid(self, starts: Sequence[int]) -> bool:
        """Tell whether rows are whole: each has its number, counted on, or words in two columns."""
        entries = self.entries(starts)
        if starts[0] != 0 or not all(any(self.key in line for line in entry) for entry in entries):
            return False
        if self.serial is None:
            return all(len({k for line in entry for k in line}) > 1 for entry in entries)
        numbers = [
            [self._number(at) for at in range(start, end) if self.serial in self.cells[at]]
            for start, end in pairwise([*starts, len(self.lines)])
        ]
        counted = [own[0] for own in numbers if len(own) == 1 and own[0] is not None]
        return len(counted) == len(entries) and all(b == a + 1 for a, b in pairwise(counted))

    def at_rules(self, levels: Mapping[int, Sequence[float]]) -> list[int]:
        """Where a rule parts two lines; none where no rule stands between lines."""
        starts, parted = [0], False
        for at in range(1, len(self.lines)):
            above, line = self.lines[at - 1], self.lines[at]
            if above.page != line.page:
                starts += [at] if self._opens_page(at) else []
                continue
            heights = levels.get(line.page, ())
            middles = ((one.top + one.bottom) / 2 for one in (above, line))
            first, last = (bisect_right(heights, middle) for middle in middles)
            parted = parted or first < last
            starts += [at] if first < last else []
        return starts if parted else []

    def at_gaps(self) -> list[int]:
        """Where gaps are clearly wider than between the lines of a cell; none where all are alike."""
        gaps: dict[int, float] = {}
        lowest = self.lines[0].bottom
        for at in range(1, len(self.lines)):
            line = self.lines[at]
            if line.page == self.lines[at - 1].page:
                gaps[at] = line.top - lowest
                lowest = max(lowest, line.bottom)
            else:
                lowest = line.bottom
        steps = sorted(gaps.values())
        jump, least = max(((b - a, b) for a, b in pairwise(steps)), default=(0.0, 0.0))
        if jump < _CLEAR * self.size:
            return []
        wide = [at for at, gap in gaps.items() if gap >= least]
        staggered = steps[0] < -_CLEAR * self.size  # lines of one row stand between those of others
        if staggered and any(self._may_go_on(at) for at in wide):
            return []
        pages = (at for at in range(1, len(self.lines)) if at not in gaps and self._opens_page(at))
        return sorted([0, *wide, *pages])

    def _may_go_on(self, at: int) -> bool:
        return all(self._carries_on(at, at - 1, k) is not False for k in self.cells[at])

    def _opens_page(self, at: int) -> bool:
        """Tell whether the first line of a page starts a row."""
        if self.serial is not None:
            return self._number(at) is not None
        return any(self._carries_on(at, at - 1, k) is False for k in self.cells[at])

    def at_numbers(self) -> list[int]:
        """Where the numbers of the rows stand."""
        return [at for at in range(len(self.lines)) if self._number(at) is not None]

    def around_numbers(self) -> list[int]:
        """The first lines of rows in whose middle their numbers stand."""
        starts: list[int] = []
        at = 0
        while at < len(self.lines):
            starts.append(at)
            number = next((i for i in range(at, len(self.lines)) if self._number(i) is not None), None)
            if number is None or self.lines[number].page != self.lines[at].page or self.serial is None:
                return []
            word = self.cells[number][self.serial][0]
            end = word.top + word.bottom - self.lines[at].top
            at = number + 1
            while at < len(self.lines) and self._is_above(at, end, number):
                at += 1
            if abs(max(line.bottom for line in self.lines[starts[-1] : at]) - end) > _OFF * self.size:
                return []
        return starts

    def _is_above(self, at: int, end: float, number: int) -> bool:
        line = self.lines[at]
        return line.page == self.lines[number].page and (line.top + line.bottom) / 2 < end

    def at_breaks(self) -> list[int]:
        """Where a line carries on nothing of the row above it; none where that is doubtful."""
        if self.serial is not None:
            return []
        others = set(range(len(self.columns))) - self._naming
        if len(self.lines) >= _LEAST_LINES and all(others.issubset(cells) for cells in self.cells):
            return list(range(len(self.lines)))
        starts = [0]
        last = {k: 0 for k in self.cells[0]}  # column -> the line above that has words in it
        for at in range(1, len(self.lines)):
            carried = {k: self._carries_on(at, last[k], k) if k in last else False for k in self.cells[at]}
            if False in carried.values():
                starts.append(at)
                last = {}
            elif (None in carried.values() and len(carried) > 1) or (
                others.issubset(carried) and not any(self._is_cut(at, last[k], k) for k in carried)
            ):
                return []  # it may as well be a row whose words are as wide as the columns
            last |= dict.fromkeys(self.cells[at], at)
        return starts

    def goes_on(self, lines: int) -> bool:
        """Tell whether the last line, close below a row of so many lines, may be another line of it."""
        end = len(self.lines) - 1
        steps = [b.top - a.top for a, b in pairwise(self.lines) if a.page == b.page]
        if self.lines[end - 1].page == self.lines[end].page and steps[-1] > _NEAR * min(
            steps[:-1], default=0.0
        ):
            return False
        last = {k: at for at in range(end - lines, end) for k in self.cells[at]}
        return any(k in last and self._carries_on(end, last[k], k) is not False for k in self.cells[end])

    def odd_breaks(self, starts: Sequence[int]) -> int:
        """Count the lines that carry on nothing of their cell, and the rows that end in mid-list."""
        odd = 0
        for start, end in pairwise([*starts, len(self.lines)]):
            last: dict[int, int] = {}
            for at in range(start, end):
                odd += sum(
                    k in last
                    and self.columns[k].kind is not Kind.UNITS
                    and self._carries_on(at, last[k], k) is False
                    for k in self.cells[at]
                )
                last |= dict.fromkeys(self.cells[at], at)
            odd += any(self.cells[i][k][-1].text.endswith(_OPEN_ENDS) for k, i in last.items())
        return odd

    @cached_property
    def _rights(self) -> list[float]:
        """Where the words of each column end at most."""
        rights = [0.0] * len(self.columns)
        for cells in self.cells:
            for k, words in cells.items():
                rights[k] = max(rights[k], words[-1].right)
        return rights

    def _is_cut(self, at: int, above: int, column: int) -> bool:
        """Tell whether the words of a line surely go on with those of one above: in mid-list."""
        words, below = self.cells[above][column], self.cells[at][column]
        return words[-1].text.endswith(_OPEN_ENDS) or below[0].text.startswith(_CLOSED_STARTS)

    def _carries_on(self, at: int, above: int, column: int) -> bool | None:
        """Tell whether the words of a line go on with those of a line above; None where it may be either."""
        words = self.cells[above].get(column)
        if not words:
            return False
        last, word, kind = words[-1], self.cells[at][column][0], self.columns[column].kind
        if self._is_cut(at, above, column):
            return True
        whole = kind not in (None, Kind.OTHER) and fits(kind, last.text) and fits(kind, word.text)
        is_full = last.right + (first_width(word.text) + _TIGHT) * self.size > self._rights[column]
        if whole:
            return None if kind is Kind.UNITS and is_full else False
        return is_full
