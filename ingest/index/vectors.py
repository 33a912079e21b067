"""Embeddings into a Chroma collection, and a question's embedding into the nearest chunks."""

import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from ingest.errors import StorageError
from ingest.index.flat import Flat
from ingest.index.packed import packed
from ingest.index.scope import SearchScope
from ingest.records import Chunk

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.client import Client
    from chromadb.api.types import Metadata

Floats = NDArray[np.float32]

# The graph: as dense as Chroma makes it itself, looked through further. Building it is most of an ingest of
# 100,000 passages and takes twice as long with 32 neighbours, which find the same in the end.
_NEIGHBOURS, _CANDIDATES = 16, 200
# Chroma holds additions back until so many wait; with 2 each batch is on disk when `add` returns, and
# whoever opens the folder next need not write.
_SYNC_THRESHOLD = 2
# Chroma's own filters go through the whole collection (20 ms at 20,000 chunks). In a small scope it is
# faster to compare with each chunk, in a larger one to find more (10 µs) and keep what is in it. Comparing
# costs 0.1 µs a chunk, and 30 µs where Chroma has to give the vectors.
_COST_OF_COMPARING, _COST_WITH_CHROMA = 0.01, 3.0
_SPARE = 1.5
_FLAT = "flat"


class Vectors:
    """The vector index: a Chroma collection under cosine similarity; safe to search from many threads.

    Beside each vector it holds what `described` says of the passage, for whoever opens the collection with
    other tools; the words themselves, and what is known of the document, are in the catalog.

    :param flat: the same vectors once more, where they are at hand; they are compared with one by one.
    :param fresh: make an empty collection.
    """

    def __init__(self, client: "ClientAPI", name: str, flat: Flat | None = None, *, fresh: bool) -> None:
        self._flat = flat
        self._release: Callable[[], object] = lambda: None
        self._batch = client.get_max_batch_size()
        if fresh:
            self._collection = client.create_collection(
                name,
                embedding_function=None,
                configuration={
                    "hnsw": {
                        "space": "cosine",
                        "max_neighbors": _NEIGHBOURS,
                        "ef_search": _CANDIDATES,
                        "sync_threshold": _SYNC_THRESHOLD,
                    }
                },
            )
        else:
            self._collection = client.get_collection(name, embedding_function=None)

    @classmethod
    def in_folder(cls, folder: Path, *, fresh: bool = False) -> Self:
        """Open the index in a folder, which no other process may be writing to.

        Chroma is closed as soon as nobody holds the index any more.

        :raises StorageError: there is none, it is damaged, or the folder cannot be written.
        """
        with _explained(folder):
            client = _embedded(folder)
            vectors = cls(client, "passages", Flat(folder / _FLAT), fresh=fresh)
            vectors._release = weakref.finalize(vectors, client.close)
            return vectors

    @classmethod
    def on_server(cls, url: str, name: str, *, fresh: bool = False) -> Self:
        """Open a collection on a Chroma server.

        :raises StorageError: the server does not answer, or has no such collection.
        """
        with _explained(url):
            return cls(_remote(url), name, fresh=fresh)

    def close(self) -> None:
        """Write down what is left to write, and close what was opened for this index alone."""
        if self._flat is not None:
            self._flat.save()
        self._release()

    def __len__(self) -> int:
        """Number of chunks."""
        with _explained(self._collection.name):
            return self._collection.count()

    @cached_property
    def _count(self) -> int:
        """Number of chunks, counted once: what is searched does not change."""
        return len(self)

    def add(self, chunks: Sequence[Chunk], vectors: Floats) -> None:
        """Store vectors, one row for each chunk."""
        with _explained(self._collection.name):
            for start in range(0, len(chunks), self._batch):
                part = slice(start, start + self._batch)
                self._collection.upsert(
                    ids=[chunk.id for chunk in chunks[part]],
                    embeddings=vectors[part],
                    metadatas=[described(chunk) for chunk in chunks[part]],
                )
            if self._flat is not None:
                self._flat.add([chunk.id for chunk in chunks], vectors, [packed(chunk) for chunk in chunks])

    def delete(self, ids: Sequence[str]) -> None:
        """Forget vectors; ids that are not stored are no error."""
        with _explained(self._collection.name):
            for start in range(0, len(ids), self._batch):
                self._collection.delete(ids=list(ids[start : start + self._batch]))
        if self._flat is not None:
            self._flat.remove(ids)

    def records(self, ids: Sequence[str]) -> dict[str, bytes]:
        """Chunks as `packed` wrote them, as far as they are at hand."""
        return {} if self._flat is None else self._flat.records(ids)

    def ids(self) -> set[str]:
        """Every id stored."""
        with _explained(self._collection.name):
            return set(self._collection.get(include=[])["ids"])

    def search(self, vector: Floats, limit: int, scope: SearchScope | None = None) -> list[tuple[str, float]]:
        """Find the chunks nearest to a vector.

        :param scope: where to look; None: everywhere.
        :return: (chunk id, cosine similarity), best first.
        :raises StorageError: the index is damaged or the server does not answer.
        """
        if scope is None:
            return self._nearest(vector, limit)
        total, size = self._count, len(scope)
        wanted = int(limit * _SPARE * total / max(size, 1))
        if self._flat is not None and self._flat.holds(scope) and size * _COST_OF_COMPARING <= wanted:
            return self._flat.nearest(vector, limit, scope)
        if size * _COST_WITH_CHROMA <= wanted:
            compared = self.cosines(vector, scope.ids())
            return sorted(compared.items(), key=lambda hit: -hit[1])[:limit]
        while True:
            found = [hit for hit in self._nearest(vector, min(wanted, total)) if hit[0] in scope]
            if len(found) >= limit or wanted >= total:
                return found[:limit]
            wanted *= 2

    def _nearest(self, vector: Floats, limit: int) -> list[tuple[str, float]]:
        with _explained(self._collection.name):
            found = self._collection.query(
                query_embeddings=vector[np.newaxis], n_results=limit, include=["distances"]
            )
        distances = found["distances"] or [[]]
        return [(id, 1.0 - distance) for id, distance in zip(found["ids"][0], distances[0], strict=True)]

    def cosines(self, vector: Floats, ids: Sequence[str]) -> dict[str, float]:
        """Cosine similarity of a vector to each of some chunks; ids that are not stored are left out.

        :raises StorageError: the index is damaged or the server does not answer.
        """
        found = {} if self._flat is None else self._flat.cosines(vector, ids)
        return found | self._compared(vector, [id for id in ids if id not in found])

    def _compared(self, vector: Floats, ids: list[str]) -> dict[str, float]:
        if not ids:
            return {}
        with _explained(self._collection.name):
            stored = self._collection.get(ids=ids, include=["embeddings"])
        rows = np.asarray(stored["embeddings"], np.float32).reshape(-1, len(vector))
        lengths = np.linalg.norm(rows, axis=1) * np.linalg.norm(vector)
        cosines = rows @ vector / np.maximum(lengths, np.finfo(np.float32).tiny)
        return dict(zip(stored["ids"], cosines.tolist(), strict=True))


def described(chunk: Chunk) -> "Metadata":
    """Say where a passage stands.

    `doc`, `path` (headings, outermost first, as they are read: 一、… > 1.…), `start`, `end` (characters of
    the stored text). Year, place, body and kind are facts of a document, so a filter by `doc` is one by
    them; Chroma writes a row for each fact of each passage, which costs more than the vector.
    """
    return {"doc": chunk.doc, "path": " > ".join(chunk.path), "start": chunk.start, "end": chunk.end}


class NoVectors(Vectors):
    """The vector index of a library without documents; it opens nothing."""

    def __init__(self) -> None:
        pass

    def __len__(self) -> int:
        return 0

    def close(self) -> None:
        """Nothing is open."""

    def search(self, vector: Floats, limit: int, scope: SearchScope | None = None) -> list[tuple[str, float]]:
        """Find nothing."""
        return []

    def cosines(self, vector: Floats, ids: Sequence[str]) -> dict[str, float]:
        """Know no chunk."""
        return {}

    def records(self, ids: Sequence[str]) -> dict[str, bytes]:
        """Know no chunk."""
        return {}


def load_chroma() -> None:
    """Import Chroma, which takes most of a second, before it is needed."""
    import chromadb  # noqa: F401, PLC0415


def drop_collection(url: str, name: str) -> None:
    """Delete a collection on a Chroma server; none of that name is no error."""
    from chromadb.errors import NotFoundError  # noqa: PLC0415

    with _explained(url), suppress(NotFoundError):
        _remote(url).delete_collection(name)


def _embedded(folder: Path) -> "Client":
    import chromadb  # noqa: PLC0415
    from chromadb.config import Settings  # noqa: PLC0415

    client = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
    # Chroma's types leave out that embedded clients can be closed.
    return cast("Client", client)


@cache
def _remote(url: str) -> "ClientAPI":
    """One client for each server: Chroma never closes the connections of a client."""
    import chromadb  # noqa: PLC0415
    from chromadb.config import Settings  # noqa: PLC0415

    parts = urlsplit(url)
    return chromadb.HttpClient(
        parts.hostname or url,
        parts.port or (443 if parts.scheme == "https" else 8000),
        ssl=parts.scheme == "https",
        settings=Settings(anonymized_telemetry=False),
    )


@contextmanager
def _explained(place: Path | str) -> Iterator[None]:
    import httpx  # noqa: PLC0415
    from chromadb.errors import ChromaError  # noqa: PLC0415

    try:
        yield
    except (ChromaError, httpx.HTTPError, ValueError, OSError) as error:
        is_server = isinstance(place, str) and "://" in place
        checked = " WORKPLAN_CHROMA_URL，并确认服务器已经启动" if is_server else "该位置和磁盘空间"
        raise StorageError(
            f"向量索引无法使用：{place}（{error}）。请检查{checked}，或运行 workplan reindex 重建索引"
        ) from error
