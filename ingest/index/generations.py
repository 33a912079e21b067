"""One generation of the indexes into the next: a copy is changed, then published or thrown away."""

import os
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from ingest.chunk import embedding_text
from ingest.errors import StorageError, reason_of
from ingest.index.catalog import State
from ingest.index.scope import SearchScope
from ingest.index.vectors import Floats, NoVectors, Vectors, drop_collection
from ingest.index.words import Cut, Words
from ingest.records import Chunk

_WORDS, _VECTORS = "words", "vectors"
_FIRST_PART, _PART = 1024, 4096
"""Chunks embedded at a time: Chroma keeps Python to itself while it adds, so a few large calls are best; the
first is small, so that Chroma need not wait for long."""


class Model(Protocol):
    """What the library needs of an embedding model."""

    @property
    def fingerprint(self) -> str:
        """Another one for every model that gives other vectors."""

    def passage_vectors(self, texts: Sequence[str]) -> Floats:
        """Embed texts, one row each."""


Embedded = tuple[Sequence[Chunk], Floats]
"""Chunks and their vectors, one row each."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The next generation while it is written; `state` is what the catalog publishes when it is done."""

    state: State
    words: Words
    vectors: Vectors

    def add(self, embedded: Iterable[Embedded], cuts: Iterable[Cut]) -> None:
        """Put chunks in: words are indexed while Chroma takes the vectors.

        :param cuts: the words of the chunks.
        """
        with ThreadPoolExecutor(max_workers=1) as beside:
            indexed = beside.submit(self.words.add, cuts)
            for part, vectors in embedded:
                self.vectors.add(part, vectors)
            indexed.result()

    def remove(self, scope: SearchScope) -> None:
        """Take chunks out."""
        self.words.remove(scope.sizes)
        # On a server the live generation still needs its vectors; `sweep` deletes them later.
        if not self.state.collection:
            self.vectors.delete(scope.ids())


@contextmanager
def embedding(model: Model, chunks: Sequence[Chunk]) -> Iterator[Iterator[Embedded]]:
    """Parts of some chunks with their vectors, which are made beside whatever is done in the block."""
    bounds = [0, *range(_FIRST_PART, len(chunks), _PART), len(chunks)]
    parts = [chunks[start:end] for start, end in pairwise(bounds)]
    with ThreadPoolExecutor(max_workers=1) as beside:
        try:
            yield zip(parts, beside.map(partial(_embed, model), parts), strict=True)
        finally:
            beside.shutdown(cancel_futures=True)


def _embed(model: Model, chunks: Sequence[Chunk]) -> Floats:
    return model.passage_vectors([embedding_text(chunk) for chunk in chunks])


class Generations:
    """Generations of the indexes, each in a folder of its own named by its number.

    A published generation is never written to, so readers need no lock and a writer that is killed
    leaves the live one whole. (Embedded Chroma could not give that: a process that opens its folder
    while another writes crashes, and a kill in the middle of a write can leave it unreadable.)

    With a Chroma server all generations share one collection: vectors are added before they are
    published, and `sweep` deletes those that are needed no more.

    :param chroma_url: address of a Chroma server; "": Chroma is embedded, in the same folder.
    """

    def __init__(self, folder: Path, chroma_url: str) -> None:
        self.folder = folder
        self._url = chroma_url

    def open(self, state: State) -> tuple[Words, Vectors]:
        """Open the indexes of a published generation for reading.

        :raises StorageError: they are missing or damaged.
        """
        if not state.index:
            return Words(), NoVectors()
        folder = self.folder / state.index
        words = Words(folder / _WORDS)
        if self._url:
            return words, Vectors.on_server(self._url, state.collection)
        return words, Vectors.in_folder(folder / _VECTORS)

    @contextmanager
    def following(self, state: State, fingerprint: str, *, fresh: bool = False) -> Iterator[Draft]:
        """A draft of the generation after `state`, all on disk when the block ends, deleted when it fails.

        :param fingerprint: the model that embeds what the draft will hold.
        :param fresh: begin with empty indexes, not with a copy.
        :raises StorageError: the disk is full or the like.
        """
        fresh = fresh or not state.index
        name = f"{state.generation + 1:06d}"
        collection = self._collection(name) if fresh else state.collection
        target = self.folder / name
        with self._undone_on_failure(target):
            if fresh:
                (target / _WORDS).mkdir(parents=True)
            else:
                _copy_generation(self.folder / state.index, target)
            words = Words(target / _WORDS)
            with closing(self._writable(target, collection, fresh)) as vectors:
                yield Draft(State(state.generation + 1, name, collection, fingerprint), words, vectors)
            _settle(target)

    def sweep(self, state: State, previous: State, scope: SearchScope) -> None:
        """Delete what neither the live generation nor the one before it needs.

        :param previous: the generation before, whose folder readers may be opening still.
        :param scope: all chunks of the live one.
        """
        for generation in self.folder.iterdir():
            # What a reader holds open cannot be deleted on every system; it goes next time.
            if generation.name not in {state.index, previous.index}:
                shutil.rmtree(generation, ignore_errors=True)
        if state.collection:
            with closing(Vectors.on_server(self._url, state.collection)) as vectors:
                vectors.delete(sorted(vectors.ids().difference(scope.ids())))
        if previous.collection not in {state.collection, ""}:
            drop_collection(self._url, previous.collection)

    def _collection(self, name: str) -> str:
        """Name of a collection on the server, which other libraries may use too."""
        library = blake2b(str(self.folder.resolve()).encode(), digest_size=6).hexdigest()
        return f"workplan-{library}-{name}" if self._url else ""

    def _writable(self, target: Path, collection: str, fresh: bool) -> Vectors:
        if self._url:
            if fresh:
                drop_collection(self._url, collection)
            return Vectors.on_server(self._url, collection, fresh=fresh)
        return Vectors.in_folder(target / _VECTORS, fresh=fresh)

    @contextmanager
    def _undone_on_failure(self, target: Path) -> Iterator[None]:
        try:
            shutil.rmtree(target, ignore_errors=True)
            yield
        except BaseException as error:
            shutil.rmtree(target, ignore_errors=True)
            if isinstance(error, OSError):
                raise StorageError(
                    f"索引写入失败：{self.folder}（{reason_of(error)}）。"
                    "请检查磁盘空间和权限，或运行 workplan reindex 重建索引"
                ) from error
            raise


def _copy_generation(source: Path, target: Path) -> None:
    """Copy indexes that others may be reading.

    tantivy never changes a file it has written, so its files are shared; Chroma does, so its are copied.
    """
    unlocked = shutil.ignore_patterns("*.lock")
    shutil.copytree(source / _WORDS, target / _WORDS, copy_function=_link, ignore=unlocked)
    if (source / _VECTORS).exists():
        shutil.copytree(source / _VECTORS, target / _VECTORS, copy_function=_copy_file)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _copy_file(source: str, target: str) -> None:
    """Copy one of Chroma's files; its database safely, as a reader that opens it writes a little."""
    if not source.endswith(".sqlite3"):
        shutil.copy2(source, target)
        return
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)


def _settle(folder: Path) -> None:
    """Wait until every file is on the disk, so that a power cut cannot take back what is published."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
