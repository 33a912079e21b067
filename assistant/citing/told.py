"""What is stored into what may be told of it: orders to a program that reads a text are left out.

The document itself is shown as it stands; lists, summaries, comparisons and answers are made of these.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeVar

from assistant.citing.commands import commands, may_command
from ingest.records import Chunk, Deadline, Document, Duty, Figure, Hit, Section
from ingest.text import sentences

_Fact = TypeVar("_Fact", Duty, Figure, Deadline)
_Span = tuple[int, int]
_KEPT = "\n"
_READ = 8192


def told(document: Document) -> Document:
    """Blank the orders of a document, character for character, so that every place keeps its number.

    A section that an order heads has no heading, and nothing of its own is told; what is stored of them as
    duties, figures and times goes with them.
    """
    sections = document.sections
    suspects = [at for at, own in enumerate(sections) if may_command(document.text[own.start : own.own_end])]
    ordering = {index for index in suspects if index and commands(sections[index].title)}
    spans = [span for index in suspects for span in _orders(document, index, index in ordering)]
    if not spans:
        return document
    return replace(
        document,
        text=_blanked(document.text, spans),
        sections=tuple(_unheaded(own) if i in ordering else own for i, own in enumerate(sections)),
        duties=_outside(document.duties, spans),
        figures=_outside(document.figures, spans),
        deadlines=_outside(document.deadlines, spans),
    )


def told_hits(hits: Sequence[Hit], wanted: int | None = None) -> list[Hit]:
    """Leave out of what was found the orders, and the passages that are nothing else.

    :param wanted: how many are looked through, from the first; None: all.
    """
    shown = [(hit, told_passage(hit.chunk)) for hit in hits[:wanted]]
    kept = [hit if hit.chunk is own else replace(hit, chunk=own) for hit, own in shown if own.text.strip()]
    return kept if wanted is None else [*kept, *hits[wanted:]]


@lru_cache(maxsize=_READ)
def told_passage(chunk: Chunk) -> Chunk:
    """Blank the orders of a passage, all of it below a heading that is one, and leave out such headings."""
    if not may_command(chunk.context + chunk.text):
        return chunk
    path = tuple(heading for heading in chunk.path if not commands(heading))
    if is_ordered(chunk):
        return replace(chunk, path=path, text=_blanked(chunk.text, [(0, len(chunk.text))]))
    return replace(chunk, path=path, text=_blanked(chunk.text, list(_ordering(chunk.text))))


def is_ordered(chunk: Chunk) -> bool:
    """Tell whether the heading right above a passage gives orders to a program: what follows is for it."""
    return bool(chunk.path) and commands(chunk.path[-1])


def _orders(document: Document, index: int, is_whole: bool) -> Iterator[_Span]:
    own = document.sections[index]
    if is_whole:
        yield own.start, own.own_end
    else:
        found = _ordering(document.text[own.start : own.own_end])
        yield from ((own.start + start, own.start + end) for start, end in found)


def _ordering(text: str) -> Iterator[_Span]:
    return ((start, end) for start, end in sentences(text) if commands(text[start:end]))


def _blanked(text: str, spans: Sequence[_Span]) -> str:
    signs = list(text)
    for start, end in spans:
        signs[start:end] = [sign if sign == _KEPT else " " for sign in text[start:end]]
    return "".join(signs)


def _unheaded(section: Section) -> Section:
    return replace(section, label="", title="")


def _outside(facts: Sequence[_Fact], spans: Sequence[_Span]) -> tuple[_Fact, ...]:
    return tuple(f for f in facts if not any(f.start < end and start < f.end for start, end in spans))
