"""Everyday expressions and official terms, each from the other, and where terms stand in a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

EVERYDAY = Path(__file__).parents[2] / "data" / "lexicon" / "everyday.tsv"


class Entry(NamedTuple):
    """What people say, and the official terms for it, the usual one first."""

    said: str
    official: tuple[str, ...]


class Found(NamedTuple):
    """An official term of a sentence: `sentence[start : start + len(term)] == term`."""

    start: int
    term: str


class Lexicon:
    """Everyday expressions and official terms, both ways."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Sequence[Entry] = tuple(entries)
        said: dict[str, list[str]] = defaultdict(list)
        for entry in self.entries:
            for term in entry.official:
                said[term].append(entry.said)
        self.said: Mapping[str, Sequence[str]] = dict(said)
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for term in sorted(filter(lambda term: len(term) > 1, said), key=len, reverse=True):
            self._by_start[term[:2]].append(term)

    @classmethod
    def read(cls, table: Path = EVERYDAY) -> "Lexicon":
        """Read a table of lines `expression<Tab>terms`, the terms parted by spaces; # begins a remark."""
        lines = table.read_text("utf-8").splitlines()
        rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
        return cls(Entry(said, tuple(official.split())) for said, official in rows)

    def find(self, sentence: str) -> Iterator[Found]:
        """Find official terms of two or more characters, the longest at each place, none inside another."""
        end = 0
        for start in range(len(sentence) - 1):
            terms = self._by_start.get(sentence[start : start + 2]) if start >= end else None
            for term in terms or ():
                if sentence.startswith(term, start):
                    yield Found(start, term)
                    end = start + len(term)
                    break
