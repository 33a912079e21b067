"""Lines and the headings among them into one text and a flat tuple of nested sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ingest.numbering import Family, Marker, find_markers, read_loose_marker, read_marker
from ingest.outline.headings import run_in_heading
from ingest.outline.landmarks import Landmark, Mark, find_landmarks
from ingest.parse.table import ROW
from ingest.records import Line, Section

_AFTER_POINT = re.compile(r"[；;，。]\s*")
_GAP = 3  # numbers that may be missing in a row


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a section starts in the text, before its level is known."""

    line: int
    start: int
    body: int
    label: str
    title: str
    style: int
    marker: Marker | None
    mark: Mark | None


@dataclass(slots=True)
class _Open:
    """A section still open while reading on."""

    index: int
    family: Family | None
    value: int
    style: int
    mark: Mark | None


def read_outline(lines: Sequence[Line], title: str) -> tuple[str, tuple[Section, ...]]:
    """Join cleaned lines to a text and find its sections, the root first, the others in reading order.

    Every family of numbering counts at once. A label is believed when it counts on from the last of its
    family or starts at one; its level follows from the sections open around it. A section without label and
    title is the closing part: attachments, signature, date.

    :param title: title of the document, the root's title; lines that repeat it open no section.
    """
    lines = [line for line in lines if line.text]
    text = "\n".join(line.text for line in lines)
    offsets = [0, *accumulate(len(line.text) + 1 for line in lines)]
    markers = _believed(_with_expected(lines))
    landmarks = find_landmarks(lines, markers, title)
    covered = {i + k for i, mark in landmarks.items() for k in range(mark.lines)}
    starts = [
        _start(i, lines[i], offsets, markers[i], landmarks.get(i))
        for i in range(len(lines))
        if i in landmarks or (markers[i] is not None and i not in covered)
    ]
    parents = _nest(starts)
    starts = [start for start, parent in zip(starts, parents, strict=True) if parent is not None]
    return text, _sections(text, title, starts, [parent for parent in parents if parent is not None])


def _start(
    i: int, line: Line, offsets: list[int], marker: Marker | None, landmark: Landmark | None
) -> _Start:
    if landmark is not None:
        end = i if landmark.mark is Mark.CLOSING else i + landmark.lines
        body = min(offsets[end], offsets[-1] - 1)
        return _Start(i, offsets[i], body, landmark.label, landmark.title, line.style, None, landmark.mark)
    assert marker is not None
    heading = run_in_heading(line.text, marker)
    body = offsets[i] + heading.body
    if heading.body >= len(line.text):
        body = min(offsets[i + 1], offsets[-1] - 1)
    return _Start(i, offsets[i], body, heading.label, heading.title, line.style, marker, None)


def _with_expected(lines: Sequence[Line]) -> list[Marker | None]:
    """Read the label of every line; one that may be a decimal counts where the count lacks just it."""
    markers = [None if _is_running(line.text) else read_marker(line.text) for line in lines]
    arabic = [i for i, marker in enumerate(markers) if marker is not None and marker.family is Family.ARABIC]
    for before, after in pairwise(arabic):
        first, last = markers[before], markers[after]
        if first is None or last is None or last.value != first.value + 2:
            continue
        for i in range(before + 1, after):
            loose = read_loose_marker(lines[i].text)
            if loose is not None and loose.value == first.value + 1:
                markers[i] = loose
    return markers


def _is_running(text: str) -> bool:
    """Tell whether a line is a table row, or a sentence that counts its points: （1）…；（2）…."""
    if ROW.fullmatch(text):
        return True
    marker = read_marker(text)
    if marker is None or marker.family < Family.ARABIC_CLOSE:
        return False
    inside = find_markers(text, _AFTER_POINT)
    return any(m.family is marker.family and m.value == marker.value + 1 for m in inside)


def _believed(markers: list[Marker | None]) -> list[Marker | None]:
    """Drop labels that neither start a count nor continue one."""
    places: dict[Family, list[int]] = {}
    for i, marker in enumerate(markers):
        if marker is not None:
            places.setdefault(marker.family, []).append(i)
    believed = list(markers)
    for indices in places.values():
        values = [marker.value for i in indices if (marker := markers[i]) is not None]
        last = 0
        for k, i in enumerate(indices):
            value = values[k]
            following = k + 1 < len(values) and values[k + 1] == value + 1
            if value == 1 or 0 <= value - last <= _GAP or following:
                last = value
            else:
                believed[i] = None
    return believed


def _nest(starts: list[_Start]) -> list[int | None]:
    """Find the parent of every section: its index among the sections (0 the root), None for no section."""
    stack: list[_Open] = []
    parents: list[int | None] = []
    count = 0
    for at, start in enumerate(starts):
        _pop(stack, start, starts[at + 1 :])
        if start.mark is Mark.CLOSING and count == 0:
            parents.append(None)
            continue
        count += 1
        parents.append(stack[-1].index if stack else 0)
        if start.mark is not Mark.CLOSING:
            family = start.marker.family if start.marker else None
            value = start.marker.value if start.marker else 0
            stack.append(_Open(count, family, value, start.style, start.mark))
    return parents


def _pop(stack: list[_Open], start: _Start, later: Sequence[_Start]) -> None:
    """Close the open sections that a new one does not lie in."""
    if start.mark in (Mark.PART, Mark.CLOSING):
        stack.clear()
    elif start.mark is Mark.ROW:
        _pop_to(stack, [i for i, o in enumerate(stack) if o.mark is Mark.ROW])
    elif start.mark is Mark.INNER:
        _pop_to(stack, [i for i, o in enumerate(stack) if o.mark is Mark.INNER])
    elif start.mark is Mark.STYLED:
        while (
            stack
            and stack[-1].mark is not Mark.PART
            and (not stack[-1].style or stack[-1].style >= start.style)
        ):
            stack.pop()
    elif start.marker is not None:
        _pop_numbered(stack, start, start.marker, later)


def _pop_to(stack: list[_Open], siblings: list[int]) -> None:
    if siblings:
        del stack[siblings[-1] :]


def _pop_numbered(stack: list[_Open], start: _Start, marker: Marker, later: Sequence[_Start]) -> None:
    siblings = [i for i, o in enumerate(stack) if o.family is marker.family]
    if siblings:
        _pop_to(stack, siblings)
        return
    while stack and start.style and stack[-1].mark is Mark.STYLED and stack[-1].style >= start.style:
        stack.pop()
    while stack:
        top = stack[-1]
        if top.family is None:
            if top.mark in (Mark.ROW, Mark.CLOSING) or (top.mark is Mark.INNER and _is_outer(stack, marker)):
                stack.pop()
                continue
            return
        if top.family < marker.family or _lies_in(top, marker, later):
            return
        stack.pop()


def _is_outer(stack: list[_Open], marker: Marker) -> bool:
    """Tell whether a numbered section further out is deeper than the new label by habit."""
    return any(o.family is not None and o.family >= marker.family for o in stack)


def _lies_in(top: _Open, marker: Marker, later: Sequence[_Start]) -> bool:
    """Tell whether a usually higher family is nested here: it starts at one, the open count goes on later."""
    if marker.value != 1:
        return False
    following = next((s.marker.value for s in later if s.marker and s.marker.family is top.family), None)
    return following == top.value + 1


def _sections(text: str, title: str, starts: list[_Start], parents: list[int]) -> tuple[Section, ...]:
    levels = [0]
    for parent in parents:
        levels.append(levels[parent] + 1)
    bounds = [0, *(start.start for start in starts), len(text)]
    first_line = text.split("\n", 1)[0]
    root_body = min(len(first_line) + 1, bounds[1]) if first_line == title else 0
    sections = [Section(0, "", title, 0, root_body, bounds[1], len(text), None)]
    for i, start in enumerate(starts, 1):
        end = next((bounds[k] for k in range(i + 1, len(levels)) if levels[k] <= levels[i]), len(text))
        body = min(start.body, bounds[i + 1])
        sections.append(
            Section(
                levels[i], start.label, start.title, start.start, body, bounds[i + 1], end, parents[i - 1]
            )
        )
    return tuple(sections)
