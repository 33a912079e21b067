"""Documents as pieces -> batches of pairs: a question-like fragment and the sentences around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ingest.training.corpus import TrainingDocument

Integers: TypeAlias = NDArray[np.int64]

_LONGEST_SENTENCE = 100
"""Pieces kept of a sentence; what is longer is a list or a table."""
_SHORTEST_QUERY = 3
_FRAGMENT = (5, 16)
"""Pieces of a fragment, from and to; half of the queries are fragments."""
_DROPPED = 0.3
"""Share of the pieces taken out of half of the queries."""
_ON_A_SIDE = (1, 5)
"""Sentences of a passage before and after the query's own, from and to."""
_KEPT = 0.1
"""Share of the passages that keep the query's own sentence, so that equal words count too."""
_SENTENCES_AT_A_TIME = 10_000
"""Keeps the tokenizer's bulky results from filling the memory."""


class Bags(NamedTuple):
    """Bags of pieces, one after the other: bag `i` is `pieces[starts[i]:starts[i + 1]]`."""

    pieces: Integers
    starts: Integers


class Pairs(NamedTuple):
    """A batch: bag `i` of the queries belongs to bag `i` of the passages."""

    queries: Bags
    passages: Bags


class Lesson(NamedTuple):
    """A batch of pairs, and the group of each: pairs of one group are no negatives of each other."""

    pairs: Pairs
    groups: Integers

    def joined(self, other: Pairs) -> "Lesson":
        """Add pairs, each a group of its own."""
        first = self.groups.max(initial=-1) + 1
        return Lesson(
            Pairs(_joined(self.pairs.queries, other.queries), _joined(self.pairs.passages, other.passages)),
            np.concatenate([self.groups, np.arange(first, first + len(other.queries.starts) - 1)]),
        )


@dataclass(frozen=True)
class PieceCorpus:
    """All sentences as one row of pieces.

    Sentence `s` is `pieces[starts[s]:starts[s + 1]]`; its document's sentences are
    `document_first[s]` up to and without `document_end[s]`; `from_pool[s]` as in the document.
    """

    pieces: Integers
    starts: Integers
    document_first: Integers
    document_end: Integers
    from_pool: NDArray[np.bool_]


def cut_into_pieces(documents: Sequence[TrainingDocument], tokenizer: Tokenizer) -> PieceCorpus:
    """Cut every sentence once; training then only moves integers."""
    sentences = [sentence for document in documents for sentence in document.sentences]
    cut = [
        np.array(encoding.ids[:_LONGEST_SENTENCE], np.int64)
        for first in range(0, len(sentences), _SENTENCES_AT_A_TIME)
        for encoding in tokenizer.encode_batch_fast(
            sentences[first : first + _SENTENCES_AT_A_TIME], add_special_tokens=False
        )
    ]
    counts = np.array([len(document.sentences) for document in documents])
    ends = np.cumsum(counts)
    return PieceCorpus(
        pieces=np.concatenate(cut),
        starts=_starts(np.array([len(sentence) for sentence in cut])),
        document_first=np.repeat(ends - counts, counts),
        document_end=np.repeat(ends, counts),
        from_pool=np.repeat([document.from_pool for document in documents], counts),
    )


class PairSampler:
    """Draws pairs of a sentence, or a fragment of it, and the sentences around it.

    The inverse cloze task (Lee et al. 2019) over bags of pieces: what stands around a sentence is what a
    question in the words of that sentence should find.
    """

    def __init__(self, corpus: PieceCorpus, *, own_file_share: float, seed: int) -> None:
        """`own_file_share` of the pairs come from files of their own, the rest from the pool.

        A corpus that has only one of the two gives all pairs.
        """
        self._corpus = corpus
        self._random = np.random.default_rng(seed)
        usable = (np.diff(corpus.starts) >= _SHORTEST_QUERY) & (
            corpus.document_end - corpus.document_first > 1
        )
        self._pool = np.flatnonzero(usable & corpus.from_pool)
        self._own_files = np.flatnonzero(usable & ~corpus.from_pool)
        both = len(self._pool) and len(self._own_files)
        self._own_file_share = own_file_share if both else float(len(self._own_files) > 0)

    def batch(self, size: int) -> Pairs:
        """Draw `size` pairs; a sentence may be drawn again."""
        from_own_files = round(size * self._own_file_share)
        chosen = np.concatenate(
            [
                self._random.choice(self._own_files, from_own_files),
                self._random.choice(self._pool, size - from_own_files),
            ]
        )
        return Pairs(self._queries(chosen), self._passages(chosen))

    def _queries(self, chosen: Integers) -> Bags:
        random, corpus = self._random, self._corpus
        first, end = corpus.starts[chosen], corpus.starts[chosen + 1]
        low, high = _FRAGMENT
        lengths = np.minimum(end - first, random.integers(low, high + 1, len(chosen)))
        offsets = (random.random(len(chosen)) * (end - first - lengths + 1)).astype(np.int64)
        is_fragment = random.random(len(chosen)) < 0.5
        begin = np.where(is_fragment, first + offsets, first)
        end = np.where(is_fragment, begin + lengths, end)
        bags = _gather(corpus.pieces, begin, end)
        loses_pieces = random.random(len(chosen)) < 0.5
        dropped = np.repeat(loses_pieces, np.diff(bags.starts))
        dropped &= random.random(len(dropped)) < _DROPPED
        return _without(bags, dropped)

    def _passages(self, chosen: Integers) -> Bags:
        random, corpus = self._random, self._corpus
        low, high = _ON_A_SIDE
        before, after = random.integers(low, high + 1, (2, len(chosen)))
        first = np.maximum(chosen - before, corpus.document_first[chosen])
        end = np.minimum(chosen + 1 + after, corpus.document_end[chosen])
        begin = corpus.starts[first]
        bags = _gather(corpus.pieces, begin, corpus.starts[end])
        sizes = np.diff(bags.starts)
        position = np.arange(len(bags.pieces)) - np.repeat(bags.starts[:-1] - begin, sizes)
        own = position >= np.repeat(corpus.starts[chosen], sizes)
        own &= position < np.repeat(corpus.starts[chosen + 1], sizes)
        own &= np.repeat(random.random(len(chosen)) >= _KEPT, sizes)
        return _without(bags, own)


def bags_of(bags: Sequence[Integers]) -> Bags:
    """Put bags one after the other."""
    return Bags(np.concatenate(bags), _starts(np.array([len(bag) for bag in bags])))


def _joined(first: Bags, second: Bags) -> Bags:
    return Bags(
        np.concatenate([first.pieces, second.pieces]),
        np.concatenate([first.starts, second.starts[1:] + first.starts[-1]]),
    )


def _starts(sizes: NDArray[np.int64] | NDArray[np.bool_]) -> Integers:
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)


def _gather(pieces: Integers, begin: Integers, end: Integers) -> Bags:
    """Copy the stretches `pieces[begin[i]:end[i]]` one after the other."""
    starts = _starts(end - begin)
    positions = np.arange(starts[-1]) + np.repeat(begin - starts[:-1], end - begin)
    return Bags(pieces[positions], starts)


def _without(bags: Bags, dropped: NDArray[np.bool_]) -> Bags:
    """Take the marked pieces out of their bags."""
    kept_before = _starts(~dropped)
    return Bags(bags.pieces[~dropped], kept_before[bags.starts])
