"""View of one document: its outline beside its text, in which duties, figures and deadlines are marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.assistant import Assistant
from assistant.explore.facts import Remark, remarks
from assistant.ui.browse.params import Params, choice_values
from assistant.ui.markup import render
from assistant.ui.reader import heading_end
from ingest.records import Document

_SHOWN_WHOLE = 12_000


@dataclass(frozen=True, slots=True)
class Run:
    """Characters shown in one way; `remarks` are the facts they state."""

    text: str
    heading: bool
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text; `section` is the index of the section that begins with it, or None."""

    section: int | None
    runs: tuple[Run, ...]


def show_document(assistant: Assistant, params: Params) -> str:
    """Show a document, or one chapter of a long one, with its outline."""
    document = assistant.explore.document(params.text("doc"))
    wanted = min(params.number("section"), len(document.sections) - 1)
    chapter = chapter_of(document, wanted)
    chapters = [0] if chapter == 0 else chapters_of(document)
    return render(
        "browse/document",
        document=document,
        original=assistant.original(document.doc),
        wanted=wanted,
        chapter=chapter,
        before=[index for index in chapters if index < chapter][-1:],
        after=[index for index in chapters if index > chapter][:1],
        lines=annotated(document, chapter),
        chosen=choice_values(params.choice()),
    )


def chapters_of(document: Document) -> list[int]:
    """The sections right below the root, which partition a document but for what stands before the first."""
    return [index for index, section in enumerate(document.sections) if section.parent == 0]


def chapter_of(document: Document, section: int) -> int:
    """The section that is shown when one is asked for: a short document whole, of a long one a chapter."""
    chapters = chapters_of(document)
    if len(document.text) <= _SHOWN_WHOLE or not chapters:
        return 0
    return max((index for index in chapters if index <= section), default=chapters[0])


def annotated(document: Document, chapter: int) -> list[Line]:
    """The lines of a chapter as runs that join back to its text without line breaks."""
    part, text = document.sections[chapter], document.text
    start = 0 if chapter in chapters_of(document)[:1] else part.start
    begun = {s.start: index for index, s in enumerate(document.sections) if index}
    headings = {s.start: heading_end(text, s) for s in document.sections[1:]}
    stated = [remark for remark in remarks(document) if remark.start < part.end and remark.end > start]
    edges = {start, part.end, *headings, *headings.values()}
    edges |= {at for remark in stated for at in (remark.start, remark.end)}
    edges |= {at for found in range(start, part.end) if text[found] == "\n" for at in (found, found + 1)}
    lines: list[Line] = []
    runs: list[Run] = []
    bold, section = 0, None
    for a, b in pairwise(sorted(edge for edge in edges if start <= edge <= part.end)):
        bold = headings.get(a, bold)
        section = begun.get(a, section)
        if text[a] == "\n":
            lines.append(Line(section, tuple(runs)))
            runs, section = [], None
        else:
            runs.append(Run(text[a:b], a < bold, _stating(stated, a, b)))
    return [line for line in (*lines, Line(section, tuple(runs))) if line.runs]


def _stating(stated: Sequence[Remark], start: int, end: int) -> tuple[Remark, ...]:
    return tuple(remark for remark in stated if remark.start <= start and end <= remark.end)
