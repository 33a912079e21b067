"""Two tasks into the numbers and dates that differ between clauses that are worded the same otherwise."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from ingest.facts.quantities import quantity_at
from ingest.records import Document


class Span(Protocol):
    """Anything with a place in a document."""

    @property
    def start(self) -> int:
        """Code point it begins at."""

    @property
    def end(self) -> int:
        """Code point it ends before."""


class Said(NamedTuple):
    """A number or date as a document prints it, by its place there."""

    start: int
    end: int


class _Clause(NamedTuple):
    frame: str
    said: tuple[Said, ...]


_CLAUSE = re.compile(r"[^，,;；。！!？?\u3000\n]+")
_LABEL = re.compile(r"\s+(?=[\u4e00-\u9fff]{2,6}[：:])")
_ITEM = re.compile(r"\s*(?:\d{1,2}[.．、](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])")
_NUMBER = re.compile(
    r"(?P<year>20\d\d年?)|(?P<date>\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|初|末)?(?:以?前)?)|\d+(?:\.\d+)?"
)
_LEAST = 4
"""Characters beside its numbers that tell what a clause is about; one with fewer is read with the next."""
_NOT_WORDS = re.compile(r"[^\u4e00-\u9fffA-Za-z]|底前?|前|起|至|到")


def reworded(old: Document, before: int, new: Document, after: int) -> list[tuple[Said, Said]]:
    """Pair the numbers that differ between clauses of two tasks that are the same word by word otherwise.

    A clause that either task has twice says nothing for certain; a year that moves on is no change.
    """
    earlier, later = list(_clauses(old, before)), list(_clauses(new, after))
    once = Counter(one.frame for one in earlier), Counter(one.frame for one in later)
    said = {one.frame: one.said for one in earlier}
    return [
        (first, second)
        for clause in later
        if once[0][clause.frame] == once[1][clause.frame] == 1
        for first, second in zip(said[clause.frame], clause.said, strict=True)
        if old.text[slice(*first)] != new.text[slice(*second)]
    ]


def is_within(one: Span, others: Sequence[Span]) -> bool:
    """Tell whether a place overlaps one of some others."""
    return any(one.start < other.end and other.start < one.end for other in others)


def _clauses(document: Document, task: int) -> Iterator[_Clause]:
    """Cut a task into clauses, each with the frame its numbers stand in."""
    section = document.sections[task]
    begin: int | None = None
    for start, end in _pieces(document.text, section.start, section.own_end):
        begin = start if begin is None else begin
        clause = _clause(document.text, begin, end)
        if len(_NOT_WORDS.sub("", clause.frame)) >= _LEAST:
            begin = None
            if clause.said:
                yield clause


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the clauses of a text, and the parts of a row apart (目标：…… 责任单位：……)."""
    for found in _CLAUSE.finditer(text, start, end):
        first = found.start()
        for gap in _LABEL.finditer(text, *found.span()):
            yield first, gap.start()
            first = gap.end()
        yield first, found.end()


def _clause(text: str, start: int, end: int) -> _Clause:
    item = _ITEM.match(text, start, end)
    at = item.end() if item else start
    frame, said = [], []
    for found in _NUMBER.finditer(text, at, end):
        if found.start() < at:
            continue
        frame.append(text[at : found.start()])
        at = found.end()
        if not found["year"]:
            quantity = None if found["date"] else quantity_at(text, found.start())
            at = max(at, min(quantity.last, end)) if quantity else at
            said.append(Said(found.start(), at))
            frame.append("#月" if found["date"] else f"#{quantity.unit if quantity else ''}")
    return _Clause("".join([*frame, text[at:end]]).strip(), tuple(said))
