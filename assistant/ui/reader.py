"""A stored document and a span of it into the text of a section with the span marked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.originals import Original
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


def find_quote(document: Document, start: int, end: int, words: str) -> Span | None:
    """Where the words stand now: at their old place, or nearest to it in a newer version, or nowhere."""
    if not words or document.text[start:end] == words:
        return start, end
    found = [match.start() for match in re.finditer(re.escape(words), document.text)]
    at = min(found, key=lambda place: abs(place - start), default=None)
    return None if at is None else (at, at + len(words))


def read_section(
    document: Document,
    section: int,
    quote: Span = (0, 0),
    removable: bool = False,
    *,
    original: Original | None = None,
    page: int = 0,
    missing: str = "",
) -> str:
    """The text of a section below the outline it stands in, the quoted span marked.

    :param original: the file the document was read from; None where files are not given out.
    :param page: the page of that file which holds the quote, from 1; 0 when not known.
    :param missing: words that were quoted from an older version and are not in this one.
    """
    return render(
        "section",
        document=document,
        section=section,
        path=ancestors(document.sections, section),
        lines=lines(document, section, quote),
        quote=quote,
        removable=removable,
        original=original,
        page=page,
        missing=missing,
    )


def heading_end(text: str, section: Section) -> int:
    """Where the title ends: before the body in a table's row, which names its units in the same line."""
    title = text.find(section.title, section.start, section.body)
    return section.body if title < 0 else title + len(section.title)


def lines(document: Document, section: int, quote: Span) -> list[list[Piece]]:
    """The lines of a section as pieces that join back to its text without line breaks."""
    part, text = document.sections[section], document.text
    headings = {
        s.start: heading_end(text, s) for s in document.sections[1:] if part.start <= s.start < part.end
    }
    breaks = [at for at in range(part.start, part.end) if text[at] == "\n"]
    edges = {part.start, part.end, *headings, *headings.values(), *quote, *breaks, *(at + 1 for at in breaks)}
    shown: list[list[Piece]] = [[]]
    bold = 0
    for a, b in pairwise(sorted(edge for edge in edges if part.start <= edge <= part.end)):
        bold = headings.get(a, bold)
        if text[a] == "\n":
            shown.append([])
        else:
            shown[-1].append(Piece(text[a:b], a < bold, quote[0] <= a and b <= quote[1]))
    return [line for line in shown if line]
