"""Search by vectors beside the thread that asks, begun while it is still reading the question."""

import time
import weakref
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import NamedTuple

from ingest.embed import Floats
from ingest.index.scope import SearchScope
from ingest.index.vectors import Vectors

_REMEMBERED = 16
_THREADS = ThreadPoolExecutor(thread_name_prefix="vectors")  # starting one for each question costs 1 ms

Found = list[tuple[str, float]]


class _Begun(NamedTuple):
    """A search everywhere, and what it was begun with; it keeps no index open."""

    vectors: weakref.ref[Vectors]
    vector: Floats
    limit: int
    found: Future[Found]


class VectorSearches:
    """Searches by vectors on threads of their own; safe to use from many threads.

    Chroma leaves Python alone while it searches: in that time a question is read and its words searched for.
    """

    def __init__(self) -> None:
        self._begun: deque[_Begun] = deque(maxlen=_REMEMBERED)

    def begin(self, vectors: Vectors, vector: Floats, limit: int) -> None:
        """Begin a search everywhere, for `search` to take where it is given the same."""
        found = _THREADS.submit(vectors.search, vector, limit)
        self._begun.appendleft(_Begun(weakref.ref(vectors), vector, limit, found))
        time.sleep(0)  # hands Python over for a moment, or Chroma would have to wait until it is let go

    def search(
        self, vectors: Vectors, vector: Floats, limit: int, scopes: Sequence[SearchScope | None]
    ) -> Callable[[], dict[str, float]]:
        """Search several places, None for everywhere.

        :return: waits until all is found, and gives the ids of chunks and their cosine similarities; raises
            what `Vectors.search` does.
        """
        found = [
            (self._taken(vectors, vector, limit) if scope is None else None)
            or _THREADS.submit(vectors.search, vector, limit, scope)
            for scope in scopes
        ]
        return lambda: dict(chain.from_iterable(each.result() for each in found))

    def _taken(self, vectors: Vectors, vector: Floats, limit: int) -> Future[Found] | None:
        return next(
            (
                begun.found
                for begun in tuple(self._begun)
                if begun.vectors() is vectors and begun.vector is vector and begun.limit == limit
            ),
            None,
        )
