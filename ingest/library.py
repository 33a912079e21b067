"""A home folder into the library: catalog and indexes that agree, read by many, changed by one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout
from sqlalchemy import URL

from ingest.errors import LibraryBusy, StorageError, reason_of
from ingest.inbox import Inbox
from ingest.index import trash
from ingest.index.catalog import Catalog, State
from ingest.index.entry import DocumentInfo
from ingest.index.generations import Generations, Model
from ingest.index.passages import Passages
from ingest.index.scope import SearchScope
from ingest.index.scopes import Scopes
from ingest.index.vectors import Vectors
from ingest.index.words import Words
from ingest.index.writer import Writer, require_model
from ingest.originals import Originals
from ingest.records import Filter

_SECONDS_TO_WAIT_FOR_A_WRITER = 1.0
_ATTEMPTS_TO_OPEN = 5


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Both indexes and the list of documents as one generation published them; it never changes."""

    state: State
    words: Words
    vectors: Vectors
    documents: tuple[DocumentInfo, ...]
    passages: Passages
    scopes: Scopes

    def scope(self, *filters: Filter) -> SearchScope | None:
        """Where to search under all of some filters; None: everywhere."""
        if not any(filters):
            return None
        return self.scopes.under(filters)


class Library:
    """The catalog and the indexes in a home folder; safe to use from many threads and processes.

    Readers see one generation whole: `current` follows what any process has published. Writers take
    turns: `writing` holds a lock file.
    """

    def __init__(self, home: Path, catalog: Catalog, generations: Generations) -> None:
        self.home = home
        self.inbox = Inbox(home / "inbox")
        self.originals = Originals(home.absolute() / "originals")
        self.catalog = catalog
        self._generations = generations
        self._opening = threading.Lock()
        self._snapshot: Snapshot | None = None

    @classmethod
    def open(cls, home: Path, *, database_url: str = "", chroma_url: str = "") -> Self:
        """Open the library in a folder, which is made if need be; the indexes are opened by `current`.

        :param database_url: SQLAlchemy address of the catalog; empty: SQLite in the folder.
        :param chroma_url: address of a Chroma server; empty: Chroma embedded in the folder.
        :raises StorageError: the folder or the catalog cannot be opened.
        """
        index = home / "index"
        try:
            index.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _unusable(home, error) from error
        catalog = Catalog(database_url or URL.create("sqlite", database=str(home / "catalog.db")))
        return cls(home, catalog, Generations(index, chroma_url))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the stores; snapshots must not be searched any more."""
        if self._snapshot is not None:
            self._snapshot.vectors.close()
            self._snapshot = None
        self.catalog.close()

    def current(self, model: Model) -> Snapshot:
        """What has been published last, by whatever process; call it once for each question.

        :param model: the one that embeds the question.
        :raises IndexMismatch: the vectors were built by another model.
        :raises StorageError: an index is missing or damaged.
        """
        snapshot, state = self._snapshot, self.catalog.state()
        if snapshot is None or snapshot.state != state:
            require_model(state, model)
            with self._opening:
                snapshot = self._open_newest()
        require_model(snapshot.state, model)
        return snapshot

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Hold the library to change it.

        :raises LibraryBusy: another process holds it.
        """
        lock = FileLock(self.home / "write.lock", timeout=_SECONDS_TO_WAIT_FOR_A_WRITER)
        try:
            lock.acquire()
        except Timeout as error:
            raise LibraryBusy(f"资料库正被另一个程序写入：{self.home}。请等它结束后再试") from error
        except OSError as error:
            raise _unusable(self.home, error) from error
        try:
            self._tidy()
            yield Writer(self.catalog, self._generations)
        finally:
            lock.release()

    def _tidy(self) -> None:
        """Let go what was removed too long ago, and the originals that nothing names any more."""
        trash.purge(self.catalog)
        origins = (*(info.origin for info in self.catalog.documents()), *trash.origins(self.catalog))
        waiting = {item.sha256 for item in self.inbox.items()}
        self.originals.sweep(waiting.union(filter(None, map(self.originals.content_of, origins))))

    def _open_newest(self) -> Snapshot:
        """Open what is published, and once more when something else was published meanwhile."""
        for _ in range(_ATTEMPTS_TO_OPEN):
            state, snapshot = self.catalog.state(), self._snapshot
            if snapshot is not None and snapshot.state == state:
                return snapshot
            try:
                words, vectors = self._generations.open(state)
                stored = tuple(self.catalog.documents())
                passages, scopes = Passages(self.catalog, stored, vectors.records), Scopes(stored)
                self._snapshot = Snapshot(state, words, vectors, stored, passages, scopes)
            except StorageError:
                if self.catalog.state() == state:
                    raise
        raise LibraryBusy(f"资料库正在不断更新：{self.home}。请稍后再试")


def _unusable(home: Path, error: OSError) -> StorageError:
    return StorageError(
        f"文件夹无法使用：{home}（{reason_of(error)}）。请检查路径和权限，或用 WORKPLAN_HOME 指定另一个文件夹"
    )
