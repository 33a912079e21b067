"""Pairs of bags of pieces -> a vector for each piece, such that the sums of a pair point the same way."""

from collections.abc import Callable, Iterable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from ingest.training.pairs import Bags, Pairs

Floats = NDArray[np.float32]

_SCALE = 20.0
"""Factor on the cosines before the softmax, the inverse of its temperature."""
_LEARNING_RATE = 5e-3
"""At the first step; it falls in a straight line to nothing at the last."""
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
    optimizer = torch.optim.Adam(model.parameters(), lr=_LEARNING_RATE, fused=True)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=steps)
    for step, pairs in enumerate(batches, start=1):
        table = model.table()
        loss = contrastive_loss(_sums(table, pairs.queries), _sums(table, pairs.passages))
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
        if step % 100 == 0:
            report(step, loss.item())
    rows: Floats = model.table().detach().numpy()
    return rows


def contrastive_loss(queries: torch.Tensor, passages: torch.Tensor) -> torch.Tensor:
    """Cross entropy of finding row `i` of the other side among all its rows, in both directions (InfoNCE)."""
    scores = _SCALE * functional.normalize(queries) @ functional.normalize(passages).T
    own = torch.arange(len(scores))
    return (functional.cross_entropy(scores, own) + functional.cross_entropy(scores.T, own)) / 2


def _sums(table: torch.Tensor, bags: Bags) -> torch.Tensor:
    pieces, starts = torch.from_numpy(bags.pieces), torch.from_numpy(bags.starts)
    return functional.embedding_bag(pieces, table, starts[:-1], mode="sum")
