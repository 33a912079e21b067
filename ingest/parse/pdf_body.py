"""The lines below the heads of a table into their cells, and whether the words of one go on in the next."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from ingest.parse.column_heads import Kind, fits, is_number, is_office_head
from ingest.parse.pdf_columns import Column, VisibleLine, Word
from ingest.parse.pdf_layout import first_width
from ingest.parse.table_groups import is_category

_TIGHT = 0.6  # of a letter's width by which lines end short of the edge
_OPEN_ENDS = tuple("、，,；;（(—-")
_JOINING_ENDS = tuple("和与及")  # at the end of a full line; 惠及 may end a cell
_CLOSED_STARTS = tuple("、，,；;）)。")
# A number or a date that no cell starts or ends with: 2026年12|月底前, 8000|万元, 2026|年6月.
_TIME_ENDS = re.compile(r"\d年?\Z")
_TIME_STARTS = re.compile(r"(?:年|月|日|底前|[前末底]\Z)")
_LEAST_BESIDE = 2  # columns beside the offices, where these may have several tasks

Line = Mapping[int, Sequence[Word]]
"""The words of a line by the place of their column."""


@dataclass(frozen=True)
class Body:
    """The lines below the heads of a table.

    :param edges: left and right of the columns.
    :param opening: lines that surely start a row, because a heading of the rows below stands above them.
    """

    lines: Sequence[VisibleLine]
    columns: Sequence[Column]
    edges: Sequence[tuple[float, float]]
    opening: frozenset[int] = frozenset()

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
        beside = [k for k in self.naming if k != at]
        if at is None or not beside or all(at in cells for cells in self.cells):
            return at
        if any((at in cells) != (beside[0] in cells) for cells in self.cells):
            return at
        names = [cells[beside[0]][0].text for cells in self.cells if beside[0] in cells]
        return at if any(above == name for above, name in pairwise(names)) else None

    @cached_property
    def naming(self) -> set[int]:
        """The columns of numbers, categories and offices with several tasks, which may be empty in a row."""
        named = {k for k, column in enumerate(self.columns) if is_category(column.head)}
        serials = {k for k, column in enumerate(self.columns) if column.kind is Kind.SERIAL}
        first = min(set(range(len(self.columns))) - serials, default=0)
        is_office = is_office_head(self.columns[first].head) and len(self.columns) - first > _LEAST_BESIDE
        return named | serials | ({first} if is_office else set())

    @cached_property
    def labels(self) -> set[int]:
        """The columns of names that may stand in the middle of several rows."""
        return self.naming - {self.serial}

    @cached_property
    def telling(self) -> set[int]:
        """The columns with words in them that say something about each row: neither number nor category."""
        filled = {k for cells in self.cells for k in cells}
        return filled - self.naming

    @cached_property
    def key(self) -> int:
        """The column that every row has words in."""
        others = sorted(self.telling)
        tasks = [k for k in others if self.columns[k].kind in (None, Kind.OTHER)]
        return next(iter(tasks or others), 0)

    def number(self, at: int) -> int | None:
        """The number of a row, where a line holds one."""
        words = [] if self.serial is None else self.cells[at].get(self.serial, [])
        is_one = len(words) == 1 and is_number(words[0].text)
        return int(words[0].text.rstrip(".、．")) if is_one else None

    @cached_property
    def _rights(self) -> list[float]:
        """Where the words of each column end at most."""
        rights = [0.0] * len(self.columns)
        for cells in self.cells:
            for k, words in cells.items():
                rights[k] = max(rights[k], words[-1].right)
        return rights

    def is_open(self, at: int, column: int) -> bool:
        """Tell whether the words of a line end in mid-list."""
        return self.cells[at][column][-1].text.endswith(_OPEN_ENDS + _JOINING_ENDS)

    def is_cut(self, at: int, above: int, column: int) -> bool:
        """Tell whether the words of a line surely go on with those of one above: in mid-list or mid-date."""
        words, below = self.cells[above][column][-1].text, self.cells[at][column][0].text
        if self.columns[column].kind is Kind.TIME and _TIME_ENDS.search(words) and _TIME_STARTS.match(below):
            return True
        if words.endswith(_JOINING_ENDS) and self._is_full(at, above, column):
            return True
        return words.endswith(_OPEN_ENDS) or below.startswith(_CLOSED_STARTS)

    def _is_full(self, at: int, above: int, column: int) -> bool:
        """Tell whether what a line starts with had no room left on a line above."""
        last, word = self.cells[above][column][-1], self.cells[at][column][0]
        return last.right + (first_width(word.text) + _TIGHT) * self.size > self._rights[column]

    def carries_on(self, at: int, above: int, column: int) -> bool | None:
        """Tell whether the words of a line go on with those of a line above; None where it may be either."""
        words = self.cells[above].get(column)
        if not words:
            return False
        last, word, kind = words[-1], self.cells[at][column][0], self.columns[column].kind
        if self.is_cut(at, above, column):
            return True
        whole = kind not in (None, Kind.OTHER) and fits(kind, last.text) and fits(kind, word.text)
        is_full = self._is_full(at, above, column)
        if whole:
            return None if kind is Kind.UNITS and is_full else False
        return is_full
