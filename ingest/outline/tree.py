"""Lines and the headings among them into one text and a flat tuple of nested sections."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from ingest.numbering import Marker
from ingest.outline.belief import believed_markers
from ingest.outline.breaks import open_lines
from ingest.outline.headings import Heading, run_in_heading, unnumbered_heading
from ingest.outline.landmarks import find_landmarks
from ingest.outline.marks import Landmark, Mark, covered
from ingest.outline.nesting import Start, nest
from ingest.records import Line, Section

_TITLE_LINES = 4


class _Found(NamedTuple):
    """A section start with the place of its heading in the text, before its level is known."""

    at: Start
    start: int
    heading: Heading


def read_outline(lines: Sequence[Line], title: str) -> tuple[str, tuple[Section, ...]]:
    """Join cleaned lines to a text and find its sections, the root first, the others in reading order.

    Every family of numbering counts at once. A label is believed when it counts on from the last of its
    family or starts at one; its level follows from the sections open around it. A section without label and
    title is the closing part (attachments, signature, date), or what goes on below a table whose rows are
    sections.

    :param title: title of the document, the root's title; lines that repeat it open no section.
    """
    lines = open_lines(lines)
    text = "\n".join(line.text for line in lines)
    offsets = [0, *accumulate(len(line.text) + 1 for line in lines)]
    markers = believed_markers(lines)
    landmarks = find_landmarks(lines, markers, title)
    inside = covered(landmarks)
    found = [
        _found(i, line, offsets, markers[i], landmarks.get(i))
        for i, line in enumerate(lines)
        if i in landmarks or (markers[i] is not None and i not in inside)
    ]
    parents = nest([one.at for one in found])
    kept = [(one, parent) for one, parent in zip(found, parents, strict=True) if parent is not None]
    return text, _sections(text, title, kept)


def _found(
    i: int, line: Line, offsets: Sequence[int], marker: Marker | None, landmark: Landmark | None
) -> _Found:
    if landmark is not None:
        lines = 0 if landmark.mark in (Mark.CLOSING, Mark.BELOW) else landmark.lines
        body = min(offsets[i + lines], offsets[-1] - 1) - offsets[i]
        bare = unnumbered_heading(line.text)
        if landmark.body:
            body = landmark.body
        elif landmark.title == bare.title and bare.body < len(line.text):
            body = bare.body
        start = Start(i, line.style, None, landmark.mark)
        return _Found(start, offsets[i], Heading(landmark.label, landmark.title, body))
    assert marker is not None
    heading = run_in_heading(line.text, marker)
    if heading.body >= len(line.text):
        body = min(offsets[i + 1], offsets[-1] - 1) - offsets[i]
        heading = Heading(heading.label, heading.title, body)
    return _Found(Start(i, line.style, marker, None), offsets[i], heading)


def _sections(text: str, title: str, found: Sequence[tuple[_Found, int]]) -> tuple[Section, ...]:
    levels = [0]
    for _, parent in found:
        levels.append(levels[parent] + 1)
    bounds = [0, *(one.start for one, _ in found), len(text)]
    ends = _ends(levels, bounds)
    root_body = min(_title_end(text, title), bounds[1])
    sections = [Section(0, "", title, 0, root_body, bounds[1], len(text), None)]
    for i, (one, parent) in enumerate(found, 1):
        heading = one.heading
        body = min(one.start + heading.body, bounds[i + 1])
        sections.append(
            Section(levels[i], heading.label, heading.title, one.start, body, bounds[i + 1], ends[i], parent)
        )
    return tuple(sections)


def _title_end(text: str, title: str) -> int:
    """Where the body starts below the lines that the title is set over; 0 when they say something else."""
    seen, end = "", 0
    for line in text.split("\n", _TITLE_LINES)[:_TITLE_LINES]:
        seen, end = seen + "".join(line.split()), end + len(line) + 1
        if seen == "".join(title.split()):
            return min(end, len(text))
    return 0


def _ends(levels: Sequence[int], bounds: Sequence[int]) -> list[int]:
    """Where each section ends: where the next one on its own level or further out starts."""
    ends = [bounds[-1]] * len(levels)
    open_sections: list[int] = []
    for i, level in enumerate(levels):
        while open_sections and levels[open_sections[-1]] >= level:
            ends[open_sections.pop()] = bounds[i]
        open_sections.append(i)
    return ends
