"""The stored documents into what a reader may narrow a question to."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.index.entry import DocumentInfo

_MOST_UNITS = 200


@dataclass(frozen=True, slots=True)
class Choices:
    """What the library holds, each kind in the order a reader looks for it.

    :param years: newest first.
    :param kinds: types of documents, like `organs` the frequent ones first.
    :param units: responsible units, those with most duties first.
    :param docs: name and title of each document, newest first.
    """

    years: tuple[int, ...]
    kinds: tuple[str, ...]
    organs: tuple[str, ...]
    units: tuple[str, ...]
    docs: tuple[tuple[str, str], ...]


def choices_of(documents: Sequence[DocumentInfo], units: Sequence[tuple[str, int]]) -> Choices:
    """List what can be chosen.

    :param units: names of units with the number of their duties, most frequent first.
    """
    newest = sorted(documents, key=lambda info: (-max(info.years, default=0), info.title))
    return Choices(
        years=tuple(sorted({year for info in documents for year in info.years}, reverse=True)),
        kinds=_by_frequency(info.kind for info in documents),
        organs=_by_frequency(info.organ for info in documents),
        units=tuple(unit for unit, _ in units[:_MOST_UNITS]),
        docs=tuple((info.doc, info.title) for info in newest),
    )


def _by_frequency(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name, _ in Counter(filter(None, names)).most_common())
