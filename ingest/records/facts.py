"""What a section states for certain, with the span of its words: duties, figures, deadlines, names."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a unit does for a task, in the words the plans use."""

    LEAD = "牵头"
    OWNER = "责任"
    SUPPORT = "配合"
    PARTICIPANT = "参与"


class Scope(StrEnum):
    """What a duty covers: its item, the whole parent section, or either (the text leaves it open)."""

    ITEM = "item"
    SECTION = "section"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Duty:
    """A unit made responsible for a section; `[start, end)` spans the unit's name in the text.

    :param section: index of the section in `Document.sections` the duty applies to.
    """

    section: int
    unit: str
    role: Role
    start: int
    end: int
    scope: Scope = Scope.ITEM


@dataclass(frozen=True, slots=True)
class Alias:
    """Two names of one unit, because the document says so; `[start, end)` spans the words that say it.

    :param short: the name used from there on, e.g. `人事股`.
    :param full: the name it stands for, e.g. `政工人事股`.
    """

    short: str
    full: str
    start: int
    end: int


class Comparator(StrEnum):
    """How a figure bounds what it measures."""

    EXACT = "="
    AT_LEAST = ">="
    MORE = ">"
    AT_MOST = "<="
    LESS = "<"
    ABOUT = "~"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity a section states; `[start, end)` spans comparator, number and unit as printed.

    :param section: index in `Document.sections` of the innermost section that states it.
    :param measure: what it measures, in the document's words, e.g. `学前三年毛入园率`; "" when not stated.
    :param value: plain decimal number in `unit`, e.g. `96`, `1.5`; a range as `3-5`, a share as `1/3`.
    :param unit: the measure word as printed, e.g. `%`, `所`, `亿元`, "" for none; in a table it may stand in
        the head of the column or row, outside the span.
    """

    section: int
    measure: str
    value: str
    unit: str
    comparator: Comparator
    start: int
    end: int


class DeadlineKind(StrEnum):
    """What a time asks for: done by then, within a span from some event, every so often, or all the time."""

    BY = "by"
    WITHIN = "within"
    EVERY = "every"
    ONGOING = "ongoing"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time by which, within which or how often something is to be done; `[start, end)` spans its words.

    :param section: index in `Document.sections` of the innermost section that states it.
    :param value: BY: the last day, as far as it is stated, `2024-12-31`, `2024-06`, `--06-30`, or the words
        that tell it, `本学期末`; WITHIN: an ISO 8601 duration `P30D`, working days counted as days; EVERY:
        times, or an amount, and period, `2/P1Y`, `1/学期`, `48学时/P1Y`, and the day
        where one is stated: `1/P1Y/--12-20`; ONGOING: its own words, `长期坚持`, `全年`.
    """

    section: int
    kind: DeadlineKind
    value: str
    start: int
    end: int
