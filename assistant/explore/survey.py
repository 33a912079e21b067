"""Every passage of the library, read once, into its upper headings and the terms that may need explaining."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from operator import add
from pathlib import Path

from assistant.citing.told import told_passage
from ingest.numbering import read_marker
from ingest.records import Chunk
from ingest.text import normalize

_GLOSSARY = Path(__file__).parents[2] / "data" / "lexicon" / "glossary.txt"
_NAME = r"[\u4e00-\u9fff\d一二三四五六七八九十+·]{2,12}"
_QUOTED = re.compile(rf"[“\"「]({_NAME})[”\"」]")
# A word that every explanation of its kind holds; looking for it first is what makes the survey fast.
_EXPLAINED = (
    (("简称",), re.compile(rf"简称(?:为|作)?[:：]?\s*[“\"「]?({_NAME})[”\"」]?[）)，,。;；]")),
    (
        ("指", "即"),
        re.compile(rf"[“\"「]({_NAME})[”\"」]\s*[（(，,]?\s*(?:是指|指的是|系指|即)"),
    ),
    (
        ("是指", "指的是", "系指"),
        re.compile(rf"(?:^|[。；;\n、.．])\s*(?:本?\w{{0,8}}所称)?({_NAME})[，,]?(?:是指|指的是|系指)"),
    ),
)
_DEEPEST = 2
_KEPT = 60


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the first two levels: its title without numbering, its path, and where it stands."""

    title: str
    doc: str
    year: int
    path: tuple[str, ...]


@dataclass(slots=True)
class Occurrences:
    """Where a term stands: the documents, and the first passages by their ids."""

    docs: set[str] = field(default_factory=set)
    chunks: list[str] = field(default_factory=list)
    explained: bool = False

    def add(self, chunk: Chunk) -> None:
        """Note that a passage holds the term."""
        self.docs.add(chunk.doc)
        if len(self.chunks) < _KEPT and chunk.id not in self.chunks[-1:]:
            self.chunks.append(chunk.id)


@dataclass(slots=True)
class Survey:
    """What a reading of the whole library found.

    :param known: terms of the field, by our own list, that occur.
    :param quoted: terms in quotation marks, or with words that explain them.
    """

    headings: dict[tuple[str, tuple[str, ...]], Heading] = field(default_factory=dict)
    known: dict[str, Occurrences] = field(default_factory=dict)
    quoted: dict[str, Occurrences] = field(default_factory=dict)

    def add(self, chunk: Chunk) -> None:
        """Read one passage."""
        for depth in range(1, min(len(chunk.path), _DEEPEST) + 1):
            path = chunk.path[:depth]
            if (chunk.doc, path) not in self.headings:
                year = chunk.years[0] if chunk.years else 0
                self.headings[chunk.doc, path] = Heading(bare(path[-1]), chunk.doc, year, path)
        text = normalize(chunk.text)
        pairs = set(map(add, text, text[1:]))
        for pair in _known_by_start().keys() & pairs:
            for folded, term in _known_by_start()[pair]:
                if folded in text:
                    self.known.setdefault(term, Occurrences()).add(chunk)
        for found in _QUOTED.finditer(chunk.text):
            self.quoted.setdefault(found[1], Occurrences()).add(chunk)
        for hints, pattern in _EXPLAINED:
            for found in pattern.finditer(chunk.text) if any(hint in chunk.text for hint in hints) else ():
                occurrences = self.quoted.setdefault(found[1], Occurrences())
                occurrences.add(chunk)
                occurrences.explained = True


def survey(pages: Iterable[Iterable[Chunk]]) -> Survey:
    """Read every passage once."""
    made = Survey()
    for page in pages:
        for chunk in page:
            made.add(told_passage(chunk))
    return made


def bare(heading: str) -> str:
    """Take the numbering off a heading, and the stop that closes it."""
    marker = read_marker(heading)
    return heading[marker.end if marker else 0 :].strip(" \u3000。.；;：:")


@cache
def known_terms() -> tuple[tuple[str, str], ...]:
    """Well-known terms of the field (`data/lexicon/glossary.txt`), each in normal form and as listed."""
    lines = _GLOSSARY.read_text(encoding="utf-8").splitlines()
    terms = (line.strip() for line in lines)
    return tuple((normalize(term), term) for term in terms if term and not term.startswith("#"))


@cache
def _known_by_start() -> dict[str, list[tuple[str, str]]]:
    """The known terms by their first two characters, so that a passage is not asked for each of them."""
    found: dict[str, list[tuple[str, str]]] = {}
    for folded, term in known_terms():
        found.setdefault(folded[:2], []).append((folded, term))
    return found
