"""The text of a document into a signature by which copies of it on other pages are recognised."""

import re
from collections.abc import Mapping

import numpy as np
from rensa import RMinHash

from ingest.text import fold_width

_HASHES = 128  # the standard error of a resemblance is below 1 / sqrt(128) = .09
_SEED = 1
_BETWEEN = re.compile(r"\W+")
_LEAST_CHARS = 4
_LEAST_CLAUSES = 10
"""That fewer clauses are the same says nothing: a notice of three lines is like any other."""
_SAME = 0.7
"""Clauses two texts must share; of 3,500 pairs of different real plans none shares more than .14."""


def signature(text: str) -> bytes:
    """MinHash of the set of clauses of a text, as 128 unsigned 32-bit numbers; b"" for hardly any.

    Clauses are what stands between punctuation, whatever its width. Source: A. Broder, On the resemblance
    and containment of documents (1997).
    """
    clauses = {c for c in _BETWEEN.split(fold_width(text)) if len(c) >= _LEAST_CHARS}
    if len(clauses) < _LEAST_CLAUSES:
        return b""
    hashes = RMinHash(num_perm=_HASHES, seed=_SEED)
    hashes.update(sorted(clauses))
    return np.array(hashes.digest(), "<u4").tobytes()


class Reposts:
    """Signatures of known documents, asked for those that a new document may be a copy of.

    :param known: signatures by document.
    """

    def __init__(self, known: Mapping[str, bytes]) -> None:
        self._places: dict[str, int] = {}
        self._rows = np.zeros((max(64, 2 * len(known)), _HASHES), "<u4")
        for doc, row in known.items():
            self.add(doc, row)

    def add(self, doc: str, row: bytes) -> None:
        """Know a document, or its new version."""
        if not row:
            return
        place = self._places.setdefault(doc, len(self._places))
        if place == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[place] = np.frombuffer(row, "<u4")

    def originals(self, doc: str, row: bytes) -> list[tuple[str, float]]:
        """The known documents, other than `doc`, that share as many clauses as two postings of one plan do.

        :return: them with how like they are (0 to 1), the most similar first.
        """
        docs = list(self._places)
        if not row or not docs:
            return []
        shares = (self._rows[: len(docs)] == np.frombuffer(row, "<u4")).mean(axis=1)
        if doc in self._places:
            shares[self._places[doc]] = 0.0
        places = np.flatnonzero(shares >= _SAME)
        ranked = places[np.argsort(-shares[places], kind="stable")]
        return [(docs[place], float(shares[place])) for place in ranked]
