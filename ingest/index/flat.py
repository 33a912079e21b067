"""Chunks and their vectors into files of rows, and a question's vector into its cosine with chosen rows."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ingest.chunk import chunk_id, key_of
from ingest.index.record_file import RecordFile
from ingest.index.scope import SearchScope

Floats = NDArray[np.float32]

_ROWS, _DOCUMENTS = "rows.f32", "documents.json"
_TINY = float(np.finfo(np.float32).tiny)


class Flat:
    """Chunks in a folder, as records and as vectors of length one; those of a document follow one another.

    Chroma takes 30 µs to give one vector back; here one costs as little as reading it, 0.1 µs. A chunk
    that is not here (an index of an older version) is no error, `Vectors` then asks Chroma, and whoever
    wants its record the catalog, which takes 50 µs for one.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._spans: dict[str, tuple[int, int]] = {}
        self._count = self._dimension = 0
        self._changed = False
        if (folder / _DOCUMENTS).exists():
            stored = json.loads((folder / _DOCUMENTS).read_bytes())
            self._count, self._dimension = stored["rows"], stored["dimension"]
            self._spans = {key: (first, size) for key, (first, size) in stored["documents"].items()}
        self._rows, self._records = self._mapped(), RecordFile(folder)

    def add(self, ids: Sequence[str], vectors: Floats, records: Sequence[bytes]) -> None:
        """Put vectors and records behind the others, one row for each id."""
        if len(self._records) == self._count:  # an older index has none
            self._records.append(records)
        self._dimension = vectors.shape[1]
        self._append(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _TINY))
        for row, id in enumerate(ids, self._count):
            self._note(id, row)
        self._count += len(ids)
        self._rows, self._changed = self._mapped(), True

    def remove(self, ids: Sequence[str]) -> None:
        """Forget the documents of some chunks; their rows stay until `save` finds most of them unused."""
        for key in set(map(key_of, ids)):
            self._spans.pop(key, None)
        self._changed = True

    def save(self) -> None:
        """Write down where the rows of each document are, if that has changed."""
        if not self._changed:
            return
        if sum(size for _, size in self._spans.values()) * 2 < self._count:
            self._compact()
        stored = {"rows": self._count, "dimension": self._dimension, "documents": self._spans}
        (self._folder / _DOCUMENTS).write_text(json.dumps(stored), encoding="utf-8")
        self._changed = False

    def holds(self, scope: SearchScope) -> bool:
        """Tell whether every chunk of a scope is here."""
        return all(not size or self._spans.get(key, (0, 0))[1] == size for key, size in scope.sizes.items())

    def cosines(self, vector: Floats, ids: Sequence[str]) -> dict[str, float]:
        """Cosine similarity of a vector to each of some chunks; those that are not here are left out."""
        rows = {id: row for id in ids if (row := self._row(id)) is not None}
        if not rows:
            return {}
        return dict(zip(rows, (self._rows[list(rows.values())] @ _unit(vector)).tolist(), strict=True))

    def records(self, ids: Sequence[str]) -> dict[str, bytes]:
        """The records of some chunks; those that are not here are left out."""
        if len(self._records) != self._count:
            return {}
        rows = {id: row for id in ids if (row := self._row(id)) is not None}
        return dict(zip(rows, self._records.read(list(rows.values())), strict=True))

    def nearest(self, vector: Floats, limit: int, scope: SearchScope) -> list[tuple[str, float]]:
        """Find the chunks of a scope, which must be here, nearest to a vector, best first."""
        keys = [key for key, size in scope.sizes.items() if size]
        unit, firsts = _unit(vector), np.cumsum([0, *(scope.sizes[key] for key in keys)])
        parts = [
            self._rows[first : first + size] @ unit for first, size in map(self._spans.__getitem__, keys)
        ]
        cosines = np.concatenate(parts) if parts else np.empty(0, np.float32)
        best = _best(cosines, limit)
        documents = np.searchsorted(firsts, best, side="right") - 1
        return [
            (chunk_id(keys[document], int(at - firsts[document])), float(cosines[at]))
            for at, document in zip(best, documents, strict=True)
        ]

    def _row(self, id: str) -> int | None:
        key, _, ordinal = id.partition("-")
        first, size = self._spans.get(key, (0, 0))
        return first + int(ordinal) if size and int(ordinal) < size else None

    def _note(self, id: str, row: int) -> None:
        """Remember the row of a chunk, if it stands behind the one before it of the same document."""
        key, _, ordinal = id.partition("-")
        first, size = self._spans.get(key, (row, 0))
        if int(ordinal) == 0:
            self._spans[key] = (row, 1)
        elif (first + size, size) == (row, int(ordinal)):
            self._spans[key] = (first, size + 1)

    def _append(self, rows: Floats) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / _ROWS).open("ab") as file:
            file.write(rows.astype(np.float32).tobytes())

    def _compact(self) -> None:
        """Write the rows in use once more, without the others."""
        if len(self._records) == self._count:
            self._records.keep(
                row for first, size in self._spans.values() for row in range(first, first + size)
            )
        kept = [(key, self._rows[first : first + size]) for key, (first, size) in self._spans.items()]
        whole = np.concatenate([rows for _, rows in kept] or [np.empty((0, self._dimension), np.float32)])
        (self._folder / _ROWS).unlink()  # a file that is mapped must not be written over
        whole.tofile(self._folder / _ROWS)
        firsts = np.cumsum([0, *(len(rows) for _, rows in kept)]).tolist()
        self._spans = {key: (first, len(rows)) for first, (key, rows) in zip(firsts, kept, strict=False)}
        self._count = len(whole)
        self._rows = self._mapped()

    def _mapped(self) -> Floats:
        if not self._count:
            return np.empty((0, self._dimension), np.float32)
        shape = (self._count, self._dimension)
        return np.asarray(np.memmap(self._folder / _ROWS, np.float32, "r", shape=shape))


def _best(cosines: Floats, limit: int) -> NDArray[np.intp]:
    """Where the highest stand, best first; only those are sorted."""
    near = np.argpartition(-cosines, limit)[:limit] if len(cosines) > limit else np.arange(len(cosines))
    best: NDArray[np.intp] = near[np.argsort(-cosines[near], kind="stable")]
    return best


def _unit(vector: Floats) -> Floats:
    unit: Floats = vector / max(float(np.linalg.norm(vector)), _TINY)
    return unit
