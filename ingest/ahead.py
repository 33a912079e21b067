"""Files into entries for the library: one by one, or ahead of the index by worker processes."""

import os
import shutil
import signal
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from ingest.chunk import chunk_document, document_key
from ingest.errors import UnreadableText
from ingest.index.entry import Entry
from ingest.packing import packed, unpacked
from ingest.processes import interrupts_held, new_pool
from ingest.reader import read_document
from ingest.records import Document
from ingest.repost import signature

if TYPE_CHECKING:
    from pebble import ProcessPool

Pending = Callable[[], Entry]
"""Gives the entry when it is read, or raises what its reading raised."""

_SECONDS = 120
_MOST_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read.

    :param largest: size in bytes from which it is refused.
    :param max_chars: longest chunk.
    :param recipe: see `DocumentInfo`.
    """

    path: Path
    doc: str
    largest: int
    max_chars: int
    recipe: str


def read_entry(job: Job) -> Entry:
    """Read a file, cut it into chunks and sign it.

    :raises ReadError: it cannot be read.
    """
    return entry_of(job, read_document(job.path, job.doc, largest=job.largest))


def entry_of(job: Job, document: Document) -> Entry:
    """Cut what was read from a file into chunks and sign it."""
    return Entry.of(
        document,
        chunk_document(document, job.max_chars),
        signature=signature(document.text),
        key=document_key(document, job.max_chars),
        origin=str(job.path),
        recipe=job.recipe,
    )


class Workers:
    """Processes that read files while this one writes the indexes; the first job starts them.

    A file that crashes its worker, or keeps it busy for two minutes, is an error of that file alone.

    :param shelf: a folder for what was read until it is wanted, emptied before and after. Without one a
        worker hands over each entry at once, and waits with it while Chroma keeps Python to itself.
    """

    def __init__(self, shelf: Path | None = None) -> None:
        self._pool: ProcessPool | None = None
        self._shelf = shelf
        self._numbers = count()

    def __enter__(self) -> Self:
        self._clear()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()
        self._clear()

    def start(self, job: Job) -> Pending:
        """Begin to read a file."""
        from pebble import ProcessExpired  # noqa: PLC0415

        self._pool = self._pool or new_pool(min(os.cpu_count() or 1, _MOST_WORKERS), _step_back)
        place = None if self._shelf is None else self._shelf / str(next(self._numbers))
        with interrupts_held():
            future = self._pool.schedule(_read, args=[read_entry, job, place], timeout=_SECONDS)

        def entry() -> Entry:
            try:
                read: Entry | Path = future.result()
            except TookTooLong as error:
                raise UnreadableText(
                    f"读取超过 {_SECONDS} 秒，已停止：{job.doc}。请拆分或另存后再导入"
                ) from error
            except ProcessExpired as error:
                raise UnreadableText(
                    f"读取时解析程序崩溃，文件可能已损坏：{job.doc}。请用原软件打开后另存一次"
                ) from error
            return read if isinstance(read, Entry) else _taken(read)

        return entry

    def _clear(self) -> None:
        if self._shelf is not None:
            shutil.rmtree(self._shelf, ignore_errors=True)


def _read(read: Callable[[Job], Entry], job: Job, place: Path | None) -> Entry | Path:
    """Read a file and give the entry back, or its place."""
    entry = read(job)
    if place is None:
        return entry
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(packed(entry))
    return place


def _taken(place: Path) -> Entry:
    entry = unpacked(place.read_bytes())
    place.unlink()
    return entry


def _step_back() -> None:
    """Leave Ctrl+C to the process that writes the indexes, and the processor too where it wants it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(os, "nice"):  # not on Windows
        os.nice(10)


def read_here(job: Job) -> Pending:
    """Read a file in this process when it is asked for."""
    return lambda: read_entry(job)
