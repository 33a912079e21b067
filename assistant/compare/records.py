"""What a comparison is: a row for each task or figure, a column for each year, place or document."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation


class Change(StrEnum):
    """What became of a task or figure from the first column to the last."""

    KEPT = "延续"
    ADDED = "新增"
    DROPPED = "未再提及"
    FIGURE = "指标变化"
    UNITS = "责任单位变化"
    ELSEWHERE = "另处提及"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one year, place or document says: verbatim words and the numbers of their citations.

    Empty where it says nothing.
    """

    text: str = ""
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One task or figure across the columns.

    :param change: None where the columns do not follow each other in time, or nothing can be told.
    :param detail: the figures or units that changed, `8所 → 12所`, or "".
    """

    topic: str
    cells: tuple[Cell, ...]
    change: Change | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A table of what several years, places or documents say of the same.

    :param columns: what is compared, oldest first where these are years; each row has a cell for each.
    :param citations: what the cells' marks count, from 1.
    :param told: a sentence computed from the figures of the cells (甲比乙多3所), or "".
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    citations: tuple[Citation, ...]
    told: str = ""

    def count(self, change: Change) -> int:
        """How many rows show a change."""
        return sum(row.change is change for row in self.rows)
