"""The list of stored documents into those of a year, type and issuing body, and how many each choice has."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from ingest.index.entry import DocumentInfo

T = TypeVar("T", int, str)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents are looked at; None leaves a property free, 0 or "" asks for those that state none."""

    year: int | None = None
    kind: str | None = None
    organ: str | None = None

    def admits(self, info: DocumentInfo) -> bool:
        """Tell whether a document is of the year, type and issuing body chosen."""
        years = info.years or (0,)
        return (
            (self.year is None or self.year in years)
            and (self.kind is None or self.kind == info.kind)
            and (self.organ is None or self.organ == info.organ)
        )


@dataclass(frozen=True, slots=True)
class Holdings:
    """The documents chosen, newest first, and the choices there are, each with its number of documents.

    Each list of choices is counted under the two other choices made; its own is left free.
    """

    documents: tuple[DocumentInfo, ...]
    years: tuple[tuple[int, int], ...]
    kinds: tuple[tuple[str, int], ...]
    organs: tuple[tuple[str, int], ...]


def holdings(stored: Sequence[DocumentInfo], choice: Choice) -> Holdings:
    """Choose documents and count the choices; years newest first, types and bodies most frequent first."""
    chosen = sorted(filter(choice.admits, stored), key=newest_first)
    years = _count(stored, replace(choice, year=None), lambda info: info.years or (0,))
    kinds = _count(stored, replace(choice, kind=None), lambda info: (info.kind,))
    organs = _count(stored, replace(choice, organ=None), lambda info: (info.organ,))
    return Holdings(
        tuple(chosen), tuple(sorted(years.items(), reverse=True)), _ordered(kinds), _ordered(organs)
    )


def newest_first(info: DocumentInfo) -> tuple[int, str, str]:
    """Key that sorts the documents of the newest year first, then by title."""
    return -(info.header.year or 0), info.title, info.doc


def _count(
    stored: Sequence[DocumentInfo], choice: Choice, values: Callable[[DocumentInfo], Iterable[T]]
) -> Counter[T]:
    return Counter(value for info in stored if choice.admits(info) for value in values(info))


def _ordered(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Most frequent first, those that state nothing last."""
    return tuple(sorted(counts.items(), key=lambda item: (not item[0], -item[1], item[0])))
