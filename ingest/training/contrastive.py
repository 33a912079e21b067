"""Pairs of bags of pieces -> a vector for each piece, such that a pair's sums point the same way."""

from collections.abc import Callable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional

from ingest.training.pairs import Bags, Pairs

Floats = NDArray[np.float32]

_SCALE = 20.0
"""Factor on the cosines before the softmax (inverse temperature)."""
_LEARNING_RATE = 5e-3
_RARE = 1e-3
"""Frequency at which a piece starts with half of the greatest weight (Arora et al. 2017)."""


class PieceVectors(nn.Module):
    """A vector and a weight for each piece; a text is the sum of its pieces' weighted vectors."""

    def __init__(self, frequencies: Floats, dimension: int, parts: Bags | None) -> None:
        super().__init__()
        weights = torch.from_numpy(_RARE / (_RARE + frequencies))
        self.vectors = nn.Parameter(torch.randn(len(frequencies), dimension) / dimension**0.5)
        self.weights = nn.Parameter(weights[:, None])
        self.parts = parts and tuple(torch.from_numpy(x) for x in parts)
        if parts:
            self.chars=nn.Parameter(torch.randn(int(parts.pieces.max())+1, dimension) / dimension**0.5)

    def table(self) -> torch.Tensor:
        """One row a piece: its vector times its weight."""
        v=self.vectors
        if self.parts:
            v = v + functional.embedding_bag(self.parts[0], self.chars, self.parts[1][:-1], mode="mean")
        return v * self.weights


def contrastive_loss(queries: torch.Tensor, passages: torch.Tensor) -> torch.Tensor:
    """Softmax over the batch in both directions: each query must find its passage, and the reverse."""
    cosines = functional.normalize(queries) @ functional.normalize(passages).T
    own = torch.arange(len(cosines))
    scores = _SCALE * cosines
    return (functional.cross_entropy(scores, own) + functional.cross_entropy(scores.T, own)) / 2


def train_vectors(draw, steps, frequencies, dimension, parts=None, seed=0, report=None, lr=_LEARNING_RATE):
    torch.manual_seed(seed)
    model = PieceVectors(frequencies, dimension, parts)
    optimizer = torch.optim.Adam(model.parameters(), lr=lr, fused=True)
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=steps)
    for step in range(steps):
        pairs = draw()
        table = model.table()
        loss = contrastive_loss(_sums(table, pairs.queries), _sums(table, pairs.passages))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if report: report(step, loss.item())
    return model.table().detach().numpy()


def _sums(table: torch.Tensor, bags: Bags) -> torch.Tensor:
    pieces, starts = torch.from_numpy(bags.pieces), torch.from_numpy(bags.starts)
    return functional.embedding_bag(pieces, table, starts[:-1], mode="sum")
