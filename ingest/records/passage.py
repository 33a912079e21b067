"""What is embedded, found and cited: chunks, the filters that admit them, and hits."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Chunk:
    """A contiguous span of one stored document: what is embedded, found and cited.

    `text == document.text[start:end]`; title, years, organ and path serve the indexes and are never quoted.

    :param id: stable key: document key digest and ordinal.
    :param section: index of the section in `Document.sections` the span lies in.
    :param units: responsible units of that section and of the sections above it.
    """

    id: str
    doc: str
    section: int
    start: int
    end: int
    text: str
    title: str
    path: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    organ: str = ""
    place: str = ""
    kind: str = ""
    units: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """Title and heading path as one line, e.g. `某县教育局2025年工作要点 › 一、… › （一）…`."""
        return " › ".join((self.title, *self.path))


class Described(Protocol):
    """Anything with the properties of a document that a filter can name."""

    @property
    def doc(self) -> str:
        """Key of the document."""

    @property
    def years(self) -> tuple[int, ...]:
        """Years the document covers."""

    @property
    def kind(self) -> str:
        """Type of the document."""

    @property
    def organ(self) -> str:
        """Issuing body."""

    @property
    def place(self) -> str:
        """Place the document is about."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which chunks may be found; an empty tuple leaves that property free.

    :param units: responsible units, one of which must answer for the section of a chunk or one above it.
    """

    years: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is narrowed at all."""
        return any((self.years, self.kinds, self.organs, self.places, self.docs, self.units))

    def admits(self, item: Described) -> bool:
        """Tell whether a chunk or document passes every named property that a document has."""
        return (
            _meets(self.years, item.years)
            and _meets(self.kinds, (item.kind,))
            and _meets(self.organs, (item.organ,))
            and _meets(self.places, (item.place,))
            and _meets(self.docs, (item.doc,))
        )

    def holds(self, chunk: Chunk) -> bool:
        """Tell whether a chunk passes every named property."""
        return self.admits(chunk) and _meets(self.units, chunk.units)


def _meets(wanted: Sequence[object], present: Sequence[object]) -> bool:
    return not wanted or not set(wanted).isdisjoint(present)


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found for a question with the evidence that found it.

    :param score: fused relevance, higher is better.
    :param lexical: BM25-family score of the words index, 0 when not found there.
    :param dense: cosine similarity in the vector index, 0 when not found there.
    """

    chunk: Chunk
    score: float
    lexical: float = 0.0
    dense: float = 0.0
