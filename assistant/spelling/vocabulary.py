"""A published index and the names in a library into what stands there: pairs of characters and phrases."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from ingest.index.words import Words
from ingest.records import Chunk
from ingest.text import bigrams, normalize

_LOOKED_INTO = 20
_SHORTEST, _LONGEST = 2, 10


class Vocabulary:
    """What one generation of a library holds; nothing is read before it is asked for.

    :param chunks: gives stored chunks by their ids.
    :param titles: of the stored documents.
    :param names: of places, bodies and units.
    """

    def __init__(
        self,
        index: Words,
        chunks: Callable[[Sequence[str]], Sequence[Chunk]],
        titles: Iterable[str],
        names: Sequence[str],
    ) -> None:
        self._index, self._chunks = index, chunks
        self._named = {one + other for text in (*titles, *names) for one, other in pairwise(text)}
        self._names = frozenset(name for name in names if _SHORTEST <= len(name) <= _LONGEST)
        self._beginnings = frozenset(name[:_SHORTEST] for name in self._names)

    def held(self, pair: str) -> int:
        """In how many passages two characters stand side by side; 1 where only a title or name has them."""
        return self._pairs.get(pair) or int(pair in self._named)

    @cached_property
    def _pairs(self) -> Mapping[str, int]:
        return self._index.pairs()

    def holds_word(self, word: str) -> bool:
        """Tell whether every pair of a word stands in the library."""
        return all(self.held(one + other) for one, other in pairwise(word))

    def holds_phrase(self, phrase: str) -> bool:
        """Tell whether a passage holds a phrase letter for letter; only the best of many are looked into."""
        found = self._index.holding([], sorted(set(bigrams(phrase))), _LOOKED_INTO)
        return any(phrase in normalize(chunk.context + chunk.text) for chunk in self._chunks(found))

    def name_at(self, text: str, at: int) -> str:
        """Find the longest name that begins at a place of a text, or ""."""
        if text[at : at + _SHORTEST] not in self._beginnings:
            return ""
        ends = range(min(len(text), at + _LONGEST), at + _SHORTEST - 1, -1)
        return next((text[at:end] for end in ends if text[at:end] in self._names), "")
