"""The section starts of a document, in reading order, into the parent of each."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.numbering import Family, Habit, Marker
from ingest.outline.marks import Mark
from ingest.records import LISTED


class Start(NamedTuple):
    """Where a section starts: at a label, or at a landmark; `line` counts the lines of the document."""

    line: int
    style: int
    marker: Marker | None
    mark: Mark | None


@dataclass(slots=True)
class _Open:
    """A section still open while reading on; `at` is its place among the starts."""

    at: int
    index: int
    start: Start

    @property
    def family(self) -> Family | None:
        return self.start.marker.family if self.start.marker else None


def nest(starts: Sequence[Start]) -> list[int | None]:
    """Find the parent of every section: its index among the sections (0 the root), None for no section.

    A closing above the first section belongs to a covering letter and is no section.
    """
    nesting = _Nesting(starts)
    return [nesting.place(at) for at in range(len(starts))]


class _Nesting:
    """The sections open while the starts of a document are read one after the other."""

    def __init__(self, starts: Sequence[Start]) -> None:
        self._starts = starts
        self._stack: list[_Open] = []
        self._count = 0
        self._next = _next_values(starts, lambda marker: marker.family)
        self._next_alike = _next_values(starts, lambda marker: marker.habit)
        self._inverted: set[tuple[Family, Family]] = set()
        self._doubled: set[tuple[Habit, Habit]] = set()

    def place(self, at: int) -> int | None:
        """Close what the start at a place does not lie in, and open it."""
        start = self._starts[at]
        if start.marker is not None:
            self._close_for_label(at, start.marker)
        else:
            self._close_for_mark(at, start)
        if start.mark is Mark.CLOSING and self._count == 0:
            return None
        self._count += 1
        parent = self._stack[-1].index if self._stack else 0
        if start.mark not in (Mark.CLOSING, Mark.BELOW):
            self._stack.append(_Open(at, self._count, start))
        return parent

    def _close_for_mark(self, at: int, start: Start) -> None:
        stack = self._stack
        if start.mark in (Mark.PART, Mark.CLOSING):
            stack.clear()
        elif start.mark is Mark.STYLED:
            while (
                stack
                and stack[-1].start.mark is not Mark.PART
                and (not stack[-1].start.style or stack[-1].start.style >= start.style)
            ):
                stack.pop()
        else:
            siblings = [i for i, o in enumerate(stack) if o.start.mark is start.mark]
            if start.mark in (Mark.GROUP, Mark.BELOW):  # both end the rows above them
                siblings = [i for i, o in enumerate(stack) if o.start.mark in (Mark.GROUP, Mark.ROW)][:1]
            self._close_from(siblings or self._counted_anew(at, start))

    def _counted_anew(self, at: int, start: Start) -> list[int]:
        """The open items whose count the first item right below an unnumbered heading starts again."""
        below = self._starts[at + 1].marker if at + 1 < len(self._starts) else None
        if start.mark is not Mark.INNER or below is None or below.value != 1:
            return []
        return [i for i, o in enumerate(self._stack) if o.family is below.family]

    def _close_from(self, siblings: list[int]) -> None:
        if siblings:
            del self._stack[siblings[-1] :]

    def _close_for_label(self, at: int, marker: Marker) -> None:
        stack, start = self._stack, self._starts[at]
        top = stack[-1] if stack else None
        if top is not None and top.start.mark is Mark.BOX and marker.value == 1:
            if start.line == top.start.line + 1:
                return
            stack.pop()
        siblings = [
            i for i, o in enumerate(stack) if o.family is marker.family and not _is_deeper(o.start, start)
        ]
        if siblings and _goes_deeper(start, stack[siblings[-1]].start):
            del stack[siblings[-1] + 1 :]
            return
        alike = [i for i in siblings if (one := stack[i].start.marker) and one.habit == marker.habit]
        if siblings and not alike and self._counts_inside(stack[siblings[-1]], marker):
            del stack[siblings[-1] + 1 :]
            return
        if siblings:
            self._close_from(alike or siblings)
            return
        while stack and stack[-1].start.mark is Mark.STYLED and 0 < start.style <= stack[-1].start.style:
            stack.pop()
        while stack and not self._holds(stack[-1], marker):
            stack.pop()

    def _counts_inside(self, sibling: _Open, marker: Marker) -> bool:
        """Tell whether `1.` lies in an open `1、`.

        It starts at one, and the open count goes on later in its own habit, or did so elsewhere.
        """
        outer = sibling.start.marker
        if outer is None or marker.value != 1:
            return False
        if self._next_alike[sibling.at] == outer.value + 1:
            self._doubled.add((outer.habit, marker.habit))
        return (outer.habit, marker.habit) in self._doubled

    def _holds(self, top: _Open, marker: Marker) -> bool:
        """Tell whether the innermost open section takes a label in."""
        if top.family is None:
            deeper = any(o.family is not None and o.family >= marker.family for o in self._stack)
            return top.start.mark not in (Mark.GROUP, Mark.ROW, Mark.BOX) and not (
                top.start.mark in (Mark.INNER, Mark.STEP) and deeper
            )
        return top.family < marker.family or self._lies_in(top, marker)

    def _lies_in(self, top: _Open, marker: Marker) -> bool:
        """Tell whether a usually higher family is nested here.

        It starts at one, and the open count goes on later; or the two were nested so before.
        """
        outer = top.start.marker
        if outer is None:
            return False
        pair = (outer.family, marker.family)
        if marker.value == 1 and self._next[top.at] == outer.value + 1:
            self._inverted.add(pair)
        return pair in self._inverted


def _is_deeper(inner: Start, outer: Start) -> bool:
    """Tell whether the format says that an item of a list lies further in than another item or a heading."""
    return inner.style > max(outer.style, LISTED - 1) and outer.style > 0


def _goes_deeper(inner: Start, outer: Start) -> bool:
    """Tell whether an item lies in another one or in a heading; below a heading a list starts at one."""
    starts = inner.marker is not None and inner.marker.value == 1
    return _is_deeper(inner, outer) and (starts or outer.style >= LISTED)


def _next_values(starts: Sequence[Start], key: Callable[[Marker], Hashable]) -> list[int]:
    """For every start the value of the next label with the same key, 0 for none."""
    following = [0] * len(starts)
    later: dict[Hashable, int] = {}
    for at in range(len(starts) - 1, -1, -1):
        marker = starts[at].marker
        if marker is not None:
            following[at] = later.get(key(marker), 0)
            later[key(marker)] = marker.value
    return following
