"""Embeddings into a Chroma collection, and a question's embedding into the nearest chunks."""

import weakref
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from ingest.errors import StorageError
from ingest.index.scope import Scope

if TYPE_CHECKING:
    from chromadb.api.client import Client

Floats = NDArray[np.float32]

# Chroma holds additions back until so many wait; with 2 each batch is on disk when `add` returns, and
# whoever opens the folder next need not write.
_SYNC_THRESHOLD = 2
# Chroma takes 3.5 µs for each id it may choose from; from more ids than these it is faster to let it
# choose freely and to keep what is in scope.
_MOST_IDS = 3000
_SPARE = 1.5


class Vectors:
    """The vector index: a Chroma collection under cosine similarity; safe to search from many threads.

    It holds ids and vectors alone; what they stand for is in the catalog. Chroma is closed as soon as
    nobody holds the object any more.

    :param fresh: make an empty collection.
    """

    def __init__(self, client: "Client", name: str, *, fresh: bool) -> None:
        self._close = weakref.finalize(self, client.close)
        self._batch = client.get_max_batch_size()
        if fresh:
            self._collection = client.create_collection(
                name,
                embedding_function=None,
                configuration={"hnsw": {"space": "cosine", "sync_threshold": _SYNC_THRESHOLD}},
            )
        else:
            self._collection = client.get_collection(name, embedding_function=None)

    @classmethod
    def in_folder(cls, folder: Path, *, fresh: bool = False) -> Self:
        """Open the index in a folder, which no other process may be writing to.

        :raises StorageError: there is none, it is damaged, or the folder cannot be written.
        """
        with _explained(folder):
            return cls(_embedded(folder), "passages", fresh=fresh)

    @classmethod
    def on_server(cls, url: str, name: str, *, fresh: bool = False) -> Self:
        """Open a collection on a Chroma server.

        :raises StorageError: the server does not answer, or has no such collection.
        """
        with _explained(url):
            return cls(_remote(url), name, fresh=fresh)

    def close(self) -> None:
        """Close Chroma."""
        self._close()

    def __len__(self) -> int:
        """Number of chunks."""
        return self._collection.count()

    def add(self, ids: Sequence[str], vectors: Floats) -> None:
        """Store vectors, one row for each id."""
        with _explained(self._collection.name):
            for start in range(0, len(ids), self._batch):
                part = slice(start, start + self._batch)
                self._collection.upsert(ids=list(ids[part]), embeddings=vectors[part])

    def delete(self, ids: Sequence[str]) -> None:
        """Forget vectors; ids that are not stored are no error."""
        with _explained(self._collection.name):
            for start in range(0, len(ids), self._batch):
                self._collection.delete(ids=list(ids[start : start + self._batch]))

    def ids(self) -> set[str]:
        """Every id stored."""
        with _explained(self._collection.name):
            return set(self._collection.get(include=[])["ids"])

    def search(self, vector: Floats, limit: int, scope: Scope | None = None) -> list[tuple[str, float]]:
        """Find the chunks nearest to a vector.

        :param scope: where to look; None: everywhere.
        :return: (chunk id, cosine similarity), best first.
        :raises StorageError: the index is damaged or the server does not answer.
        """
        if scope is None:
            return self._nearest(vector, limit)
        if len(scope) <= _MOST_IDS:
            return self._nearest(vector, limit, scope.ids()) if scope else []
        total = len(self)
        count = int(limit * _SPARE * total / len(scope))
        while True:
            found = [hit for hit in self._nearest(vector, count) if hit[0] in scope]
            if len(found) >= limit or count >= total:
                return found[:limit]
            count *= 2

    def _nearest(self, vector: Floats, limit: int, ids: list[str] | None = None) -> list[tuple[str, float]]:
        with _explained(self._collection.name):
            found = self._collection.query(
                query_embeddings=vector[np.newaxis], n_results=limit, ids=ids, include=["distances"]
            )
        distances = found["distances"] or [[]]
        return [(id, 1.0 - distance) for id, distance in zip(found["ids"][0], distances[0], strict=True)]


class NoVectors(Vectors):
    """The vector index of a library without documents; it opens nothing."""

    def __init__(self) -> None:
        pass

    def __len__(self) -> int:
        return 0

    def close(self) -> None:
        """Nothing is open."""

    def search(self, vector: Floats, limit: int, scope: Scope | None = None) -> list[tuple[str, float]]:
        """Find nothing."""
        return []


def drop_collection(url: str, name: str) -> None:
    """Delete a collection on a Chroma server; none of that name is no error."""
    from chromadb.errors import NotFoundError  # noqa: PLC0415

    with _explained(url), closing(_remote(url)) as client, suppress(NotFoundError):
        client.delete_collection(name)


def _embedded(folder: Path) -> "Client":
    import chromadb  # noqa: PLC0415
    from chromadb.config import Settings  # noqa: PLC0415

    return cast("Client", chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False)))


def _remote(url: str) -> "Client":
    import chromadb  # noqa: PLC0415
    from chromadb.config import Settings  # noqa: PLC0415

    parts = urlsplit(url)
    client = chromadb.HttpClient(
        parts.hostname or url,
        parts.port or (443 if parts.scheme == "https" else 8000),
        ssl=parts.scheme == "https",
        settings=Settings(anonymized_telemetry=False),
    )
    return cast("Client", client)


@contextmanager
def _explained(place: Path | str) -> Iterator[None]:
    import httpx  # noqa: PLC0415
    from chromadb.errors import ChromaError  # noqa: PLC0415

    try:
        yield
    except (ChromaError, httpx.HTTPError, ValueError, OSError) as error:
        raise StorageError(
            f"向量索引无法使用:{place}({error})。请检查该位置和磁盘空间,或运行 workplan reindex 重建索引"
        ) from error
