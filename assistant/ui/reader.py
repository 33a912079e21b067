"""A stored document and a span of it into the text of a section with the span marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.ui.markup import render
from ingest.records import Document, Section

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that is shown in one way."""

    text: str
    heading: bool
    marked: bool


def section_at(document: Document, start: int, end: int) -> int:
    """Index of the innermost section that contains the span; the root when none is closer."""
    holders = [i for i, s in enumerate(document.sections) if s.start <= start and end <= s.end]
    return max(holders, key=lambda i: document.sections[i].level, default=0)


def ancestors(sections: Sequence[Section], index: int) -> list[int]:
    """Indexes of the sections above one, from the root down."""
    chain: list[int] = []
    parent = sections[index].parent
    while parent is not None:
        chain.append(parent)
        parent = sections[parent].parent
    return chain[::-1]


def read_section(document: Document, section: int, quote: Span = (0, 0), removable: bool = False) -> str:
    """The text of a section, its heading path above it and the quoted span marked."""
    return render(
        "section",
        document=document,
        section=section,
        path=ancestors(document.sections, section),
        lines=lines(document, section, quote),
        quote=quote,
        removable=removable,
    )


def lines(document: Document, section: int, quote: Span) -> list[list[Piece]]:
    """The lines of a section as pieces that join back to its text without line breaks."""
    part = document.sections[section]
    headings = [(s.start, s.body) for s in document.sections[1:] if part.start <= s.start < part.end]
    shown: list[list[Piece]] = []
    start = part.start
    for text in document.text[part.start : part.end].splitlines(keepends=True):
        shown.append(list(_cut(text.rstrip("\r\n"), start, headings, quote)))
        start += len(text)
    return [line for line in shown if line]


def _cut(text: str, offset: int, headings: Sequence[Span], quote: Span) -> Iterator[Piece]:
    end = offset + len(text)
    edges = {min(max(edge, offset), end) for span in (*headings, quote) for edge in span}
    for a, b in pairwise(sorted({offset, end, *edges})):
        heading = any(first <= a and b <= last for first, last in headings)
        yield Piece(text[a - offset : b - offset], heading, quote[0] <= a and b <= quote[1])
