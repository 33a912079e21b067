"""A table of piece vectors and lessons of pairs -> the table a little better at them, without torch."""

from collections.abc import Iterable

import numpy as np

from ingest.embed import Floats
from ingest.training.lessons import Lesson
from ingest.training.pairs import Bags

_SCALE = 20.0
"""Factor on the cosines before the softmax, as in `ingest.training.contrastive`."""
_RATE = 5e-4
"""Of Adam at the first step, falling in a straight line to nothing: about a two-hundredth of a coordinate."""
_MEAN, _SQUARE, _TINY = 0.9, 0.999, 1e-8
"""Adam's decay of the mean and of the mean square, and what keeps it from dividing by zero."""
_NEVER = -1e9


def tune(table: Floats, lessons: Iterable[Lesson], steps: int) -> Floats:
    """Take a step of Adam on each of the `steps` lessons; only rows of pieces that occur in one move.

    The loss is that of the bundled model (`contrastive_loss`): each query must find its passage among
    all of the batch, and each passage its query.
    """
    table = table.copy()
    mean, square = np.zeros_like(table), np.zeros_like(table)
    seen = np.zeros(len(table), np.int64)
    for step, lesson in enumerate(lessons):
        pieces, slope = gradient(table, lesson)
        mean[pieces] = _MEAN * mean[pieces] + (1 - _MEAN) * slope
        square[pieces] = _SQUARE * square[pieces] + (1 - _SQUARE) * slope**2
        seen[pieces] += 1
        times = seen[pieces][:, None]
        direction = mean[pieces] / (1 - _MEAN**times)
        length = np.sqrt(square[pieces] / (1 - _SQUARE**times)) + _TINY
        table[pieces] -= (_RATE * (1 - step / steps) * direction / length).astype(np.float32)
    return table


def gradient(table: Floats, lesson: Lesson) -> tuple[np.ndarray, Floats]:
    """The pieces of a lesson and the gradient of the loss by their rows."""
    queries, passages = lesson.pairs
    pieces, counts = _counts(queries, passages)
    sums = counts @ table[pieces]
    lengths = np.linalg.norm(sums, axis=1, keepdims=True) + _TINY
    units = sums / lengths
    query, passage = np.split(units, 2)
    by_score = _slope_of_scores(_SCALE * query @ passage.T, lesson.headings)
    by_unit = np.concatenate([by_score @ passage, by_score.T @ query])
    by_sum = (by_unit - (by_unit * units).sum(axis=1, keepdims=True) * units) / lengths
    return pieces, counts.T @ by_sum


def _counts(queries: Bags, passages: Bags) -> tuple[np.ndarray, Floats]:
    """The pieces that occur, and how often each does in each query and passage, a row each."""
    pieces, columns = np.unique(np.concatenate([queries.pieces, passages.pieces]), return_inverse=True)
    sizes = np.concatenate([np.diff(queries.starts), np.diff(passages.starts)])
    rows = np.repeat(np.arange(len(sizes)), sizes)
    counts = np.bincount(rows * len(pieces) + columns, minlength=len(sizes) * len(pieces))
    return pieces, counts.reshape(len(sizes), len(pieces)).astype(np.float32)


def _slope_of_scores(scores: Floats, headings: np.ndarray) -> Floats:
    """Gradient of the loss by the scores; passages under the same heading are not told apart."""
    own = np.eye(len(scores), dtype=np.float32)
    alike = (headings[:, None] == headings[None]) & (own == 0)
    scores = np.where(alike, np.float32(_NEVER), scores)
    slope = (_softmax(scores) + _softmax(scores.T).T) / 2 - own
    return np.where(alike, 0, slope).astype(np.float32) * np.float32(_SCALE / len(scores))


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=1, keepdims=True)
    return shares
