"""An embedding model into the same one that remembers the vectors of the sentences it was last asked for."""

import threading
from collections.abc import Callable, Sequence
from itertools import islice

import numpy as np

from ingest.embed import Floats, TextEmbeddings

_SENTENCES = 16_384
"""Questions come in rows and find much the same passages; so many vectors of 384 numbers take 25 MB."""


class Remembered:
    """Vectors of texts, one row each; those not asked for before are embedded together.

    Safe to use from many threads.

    :param embed: gives the vectors of texts.
    """

    def __init__(self, embed: Callable[[Sequence[str]], Floats]) -> None:
        self._embed = embed
        self._known: dict[str, Floats] = {}
        self._changing = threading.Lock()

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Embed the texts."""
        with self._changing:
            found = {text: self._known[text] for text in texts if text in self._known}
        missing = list(dict.fromkeys(text for text in texts if text not in found))
        if missing:
            # each a copy of its own, or one row would keep the whole batch in memory
            added = {text: row.copy() for text, row in zip(missing, self._embed(missing), strict=True)}
            found |= added
            self._remember(added)
        return np.stack([found[text] for text in texts])

    def _remember(self, added: dict[str, Floats]) -> None:
        with self._changing:
            self._known |= added
            for text in list(islice(self._known, max(len(self._known) - _SENTENCES, 0))):
                del self._known[text]


def remembering(model: TextEmbeddings) -> TextEmbeddings:
    """Give a model that embeds the same, and what was just embedded at once."""
    return TextEmbeddings(
        Remembered(model.passage_vectors),
        lambda texts: np.stack([model.query_vector(text) for text in texts]),
        name=model.name,
        dimension=model.dimension,
        fingerprint=model.fingerprint,
    )
