"""Pairs of bags of pieces -> a vector for each piece, such that the sums of a pair point the same way."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from ingest.training.pairs import Bags, Lesson, Pairs

Floats = NDArray[np.float32]

_Batch = TypeVar("_Batch")

_SCALE = 20.0
"""Factor on the cosines before the softmax, the inverse of its temperature."""
_LEARNING_RATE = 5e-3
"""At the first step; it falls in a straight line to nothing at the last."""
_REFINING_RATE = 2.5e-3
"""The same where vectors are refined: about a thirtieth of a coordinate, so that nothing general is lost."""
_REPORTED = 100
"""Steps from one report to the next."""
_RARE = 1e-3
"""Frequency at which a piece starts with half the weight of the rarest (Arora et al. 2017)."""


class PieceVectors(nn.Module):
    """A vector and a weight for each piece; a text is the sum of its pieces' weighted vectors."""

    def __init__(self, frequencies: Floats, dimension: int) -> None:
        """`frequencies` is each piece's share of all pieces of the corpus."""
        super().__init__()
        self.vectors = nn.Parameter(torch.randn(len(frequencies), dimension) / dimension**0.5)
        self.weights = nn.Parameter(torch.from_numpy(_RARE / (_RARE + frequencies))[:, None])

    def table(self) -> torch.Tensor:
        """One row a piece: its vector times its weight."""
        return self.vectors * self.weights


def train_vectors(
    batches: Iterable[Pairs],
    *,
    steps: int,
    frequencies: Floats,
    dimension: int,
    seed: int,
    report: Callable[[int, float], None],
) -> Floats:
    """Take a step of Adam on each of the `steps` batches; one row a piece comes back.

    `report` hears the number and the loss of every hundredth step.
    """
    torch.manual_seed(seed)
    model = PieceVectors(frequencies, dimension)

    def loss(pairs: Pairs) -> torch.Tensor:
        table = model.table()
        return contrastive_loss(_sums(table, pairs.queries), _sums(table, pairs.passages))

    _descend(model.parameters(), loss, batches, steps=steps, rate=_LEARNING_RATE, report=report)
    rows: Floats = model.table().detach().numpy()
    return rows


def refine_vectors(
    table: Floats, lessons: Iterable[Lesson], *, steps: int, report: Callable[[int, float], None]
) -> Floats:
    """Take a step of Adam on each of the `steps` lessons, from the rows of a trained table."""
    rows = nn.Parameter(torch.from_numpy(table.copy()))

    def loss(lesson: Lesson) -> torch.Tensor:
        queries, passages = lesson.pairs
        return contrastive_loss(_sums(rows, queries), _sums(rows, passages), torch.from_numpy(lesson.groups))

    _descend([rows], loss, lessons, steps=steps, rate=_REFINING_RATE, report=report)
    refined: Floats = rows.detach().numpy()
    return refined


def _descend(
    parameters: Iterable[nn.Parameter],
    loss_of: Callable[[_Batch], torch.Tensor],
    batches: Iterable[_Batch],
    *,
    steps: int,
    rate: float,
    report: Callable[[int, float], None],
) -> None:
    optimizer = torch.optim.Adam(parameters, lr=rate, fused=True)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=steps)
    for step, batch in enumerate(batches, start=1):
        loss = loss_of(batch)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        if step % _REPORTED == 0:
            report(step, loss.item())


def contrastive_loss(
    queries: torch.Tensor, passages: torch.Tensor, groups: torch.Tensor | None = None
) -> torch.Tensor:
    """Cross entropy of finding row `i` of the other side among all its rows, in both directions (InfoNCE).

    :param groups: a number for each row; another row of the same number is not told apart from row `i`.
    """
    scores = _SCALE * functional.normalize(queries) @ functional.normalize(passages).T
    own = torch.arange(len(scores))
    if groups is not None:
        alike = (groups[:, None] == groups[None]) & (own[:, None] != own[None])
        scores = scores.masked_fill(alike, -torch.inf)
    return (functional.cross_entropy(scores, own) + functional.cross_entropy(scores.T, own)) / 2


def _sums(table: torch.Tensor, bags: Bags) -> torch.Tensor:
    pieces, starts = torch.from_numpy(bags.pieces), torch.from_numpy(bags.starts)
    return functional.embedding_bag(pieces, table, starts[:-1], mode="sum")
