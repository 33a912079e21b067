"""Tasks of a library as pieces -> batches of pairs: what may be asked for, and the passage that says it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from ingest.embed import Floats
from ingest.training.pairs import Integers, Pairs, bags_of
from ingest.training.tasks import Task

_KINDS = (0.3, 0.1, 0.1, 0.5)
"""Shares of the pairs: heading, heading with its units, the task of another document, words of its own."""
_NAMED = 0.4
"""Share of the queries that name their document and the headings above, as a question names year and place.

Without them the pieces of titles, which only passages would have, come to mean nothing.
"""
_SAME_TASK = 0.6
"""Cosine from which two tasks of different documents are taken for the same one."""
_FRAGMENT = (5, 16)
"""Pieces of a fragment, from and to; half of the queries of words are fragments."""
_DROPPED = 0.3
_KEPT = 0.1
_LONGEST_SENTENCE = 100


class Lesson(NamedTuple):
    """A batch of pairs, and for each the heading it belongs to: equal ones are no negatives of each other."""

    pairs: Pairs
    headings: Integers


class _Pieces(NamedTuple):
    """A task cut into pieces."""

    title: Integers
    above: Integers
    units: Integers
    sentences: list[Integers]


class LessonSampler:
    """Draws pairs of a query and the passage of a task that should be found.

    A query is a heading; a heading and the units responsible; heading and first sentence of the task
    that is most like it in another document, which is mostly the same task of another year; or a
    sentence of its own or a fragment of one. What the query repeats is left out of the passage. All other
    passages of a batch are its negatives, and all are of the same library.
    """

    def __init__(self, tasks: Sequence[Task], vectors: Floats, tokenizer: Tokenizer, seed: int) -> None:
        """`vectors` embeds the tasks, one row each, all of length one or zero."""
        self._random = np.random.default_rng(seed)
        self._tasks = [_cut(task, tokenizer) for task in tasks]
        numbers: dict[str, int] = {}
        self._headings = np.array(
            [numbers.setdefault(task.key or f"{i}", len(numbers)) for i, task in enumerate(tasks)]
        )
        self._elsewhere = _same_elsewhere(tasks, vectors)

    def batch(self, size: int) -> Lesson:
        """Draw a pair each of at most `size` tasks, each task once."""
        chosen = self._random.permutation(len(self._tasks))[:size]
        drawn = [(self._pair(int(task)), task) for task in chosen]
        kept = [(query, passage, task) for (query, passage), task in drawn if len(query) and len(passage)]
        queries, passages, tasks = zip(*kept, strict=True)
        return Lesson(Pairs(bags_of(queries), bags_of(passages)), self._headings[list(tasks)])

    def _pair(self, index: int) -> tuple[Integers, Integers]:
        task, other = self._tasks[index], self._elsewhere[index]
        kind = self._random.choice(len(_KINDS), p=_KINDS)
        if kind == 2 and other >= 0:
            same = self._tasks[other]
            query = np.concatenate([task.title, task.sentences[0]])
            return query, np.concatenate([same.above, same.title, *same.sentences])
        query, passage = self._within(task, kind)
        is_named = self._random.random() < _NAMED
        return np.concatenate([task.above, query]) if is_named else query, passage

    def _within(self, task: _Pieces, kind: int) -> tuple[Integers, Integers]:
        if kind == 0 and len(task.title):
            return task.title, np.concatenate([task.above, *task.sentences])
        if kind == 1 and len(task.units):
            query = np.concatenate([task.units, task.title])
            return query, np.concatenate([task.above, task.title, *task.sentences])
        return self._own_words(task)

    def _own_words(self, task: _Pieces) -> tuple[Integers, Integers]:
        """The inverse cloze task, as the bundled model was trained: see `ingest.training.pairs`."""
        random = self._random
        asked = int(random.integers(len(task.sentences)))
        query = task.sentences[asked]
        if random.random() < 0.5:
            length = int(random.integers(_FRAGMENT[0], _FRAGMENT[1] + 1))
            first = int(random.integers(max(1, len(query) - length + 1)))
            query = query[first : first + length]
        if random.random() < 0.5:
            query = query[random.random(len(query)) >= _DROPPED]
        rest = [s for i, s in enumerate(task.sentences) if i != asked or random.random() < _KEPT]
        return query, np.concatenate([task.above, task.title, *rest])


def _cut(task: Task, tokenizer: Tokenizer) -> _Pieces:
    texts = [task.title, "\n".join(task.above), "、".join(task.units), *task.sentences]
    cut = tokenizer.encode_batch_fast(texts, add_special_tokens=False)
    title, above, units, *sentences = (np.array(each.ids[:_LONGEST_SENTENCE], np.int64) for each in cut)
    return _Pieces(title, above, units, sentences)


def _same_elsewhere(tasks: Sequence[Task], vectors: Floats) -> list[int]:
    """For each task the most like it in another document, or -1 where none is like enough."""
    docs = np.unique([task.doc for task in tasks], return_inverse=True)[1]
    found: list[int] = []
    for row, doc in zip(vectors, docs, strict=True):
        likeness: NDArray[np.float32] = np.where(docs == doc, -1, vectors @ row)
        best = int(likeness.argmax())
        found.append(best if likeness[best] >= _SAME_TASK else -1)
    return found
