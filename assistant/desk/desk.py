"""Uploads, removals and rebuilding into one line of changes of the library, each followed as it goes."""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.desk.line import Line, Stopped, Work
from assistant.desk.reading import InboxReader
from assistant.desk.receiving import receive
from assistant.desk.taking import give_back, take_accepted
from ingest import pipeline
from ingest.errors import LibraryBusy, WorkPlanError, reason_of
from ingest.inbox import Item, Stage
from ingest.index.generations import Model
from ingest.index.writer import Tick
from ingest.intake import recipe
from ingest.library import Library
from ingest.records import Document

_log = logging.getLogger(__name__)
_SHOWN = timedelta(days=1)
"""How long an upload that was stored is told of, unless it is dismissed."""


class Desk:
    """Where the library is changed while it is asked: several may use it at once, from any thread.

    What was uploaded, and what was accepted, outlives the program: the next Desk over the library goes on
    with it.

    :param model: gives the embedding model in use.
    :param largest: size in bytes from which a file is refused.
    """

    def __init__(self, library: Library, model: Callable[[], Model], largest: int) -> None:
        self._library = library
        self._inbox = library.inbox
        self._model = model
        self._largest = largest
        self._line = Line()
        self._reader = InboxReader(library, largest)
        self.rebuilding: Future[int] | None = None
        """The last rebuilding, until something else is changed; gives the number of passages."""
        self._resume()

    def close(self) -> None:
        """Stop at the next step; the rest is gone on with when the library is opened again."""
        self._reader.close()
        self._line.close()

    @property
    def work(self) -> Work | None:
        """How the library is being changed now."""
        return self._line.work

    @property
    def is_busy(self) -> bool:
        """Whether an upload is being read, or the library changed."""
        return self._line.work is not None or any(item.stage is Stage.WAITING for item in self._inbox.items())

    def items(self) -> list[Item]:
        """All uploads, each as far as it has come."""
        current = self._reader.current
        return [
            replace(item, stage=Stage.READING) if item.id == current and item.stage is Stage.WAITING else item
            for item in self._inbox.items()
        ]

    def receive(self, files: Sequence[Path], user: str) -> list[str]:
        """Move uploaded files into the inbox and have them read.

        :return: a line for each file that was refused.
        """
        self.rebuilding = None
        refused = receive(files, self._inbox, user, self._largest)
        self._reader.wake()
        return refused

    def document(self, id: str) -> tuple[Item, Document]:
        """An upload with what was read from it.

        :raises NotInInbox: it is gone or was not read.
        """
        item = self._inbox.item(id)
        return item, self._inbox.document(item)

    def accept(self, ids: Sequence[str]) -> int:
        """Have uploads put into the library that were read; how many they are."""
        accepted = [
            self._inbox.change(id, {Stage.READ}, stage=Stage.WRITING, reason="") is not None for id in ids
        ]
        if any(accepted):
            self._line.put("收入文件", self._take)
        return sum(accepted)

    def discard(self, ids: Sequence[str]) -> None:
        """Delete uploads that are not about to be stored."""
        for item in self._inbox.items():
            if item.id in ids and item.stage is not Stage.WRITING:
                self._inbox.drop(item.id)

    def remove(self, doc: str) -> "Future[None]":
        """Take a document out when the turn comes; see `pipeline.remove`."""
        self.rebuilding = None
        return self._line.put("移除文件", lambda _: pipeline.remove(doc, self._library))

    def restore(self, doc: str) -> "Future[None]":
        """Put a removed document back when the turn comes; see `pipeline.restore`."""
        self.rebuilding = None
        return self._line.put("恢复文件", lambda _: pipeline.restore(doc, self._library, self._model()))

    def reindex(self) -> "Future[int]":
        """Rebuild both indexes when the turn comes; gives the number of passages."""
        self.rebuilding = self._line.put(
            "重建索引", lambda tick: pipeline.reindex(self._library, self._model(), tick)
        )
        return self.rebuilding

    def _take(self, tick: Tick) -> None:
        try:
            take_accepted(self._library, self._model(), tick)
        except (LibraryBusy, Stopped):
            raise
        except Exception as error:
            give_back(self._library, _explain(error))

    def _resume(self) -> None:
        """Go on where the program before was stopped or killed."""
        self._inbox.sweep()
        overdue = datetime.now(UTC) - _SHOWN
        for item in self._inbox.items():
            if item.stage is Stage.DONE and item.uploaded_at < overdue:
                self._inbox.drop(item.id)
            elif item.reading is not None and item.reading.recipe != recipe():
                self._inbox.change(item.id, {Stage.READ}, stage=Stage.WAITING)
        stages = {item.stage for item in self._inbox.items()}
        if Stage.WAITING in stages:
            self._reader.wake()
        if Stage.WRITING in stages:
            self._line.put("收入文件", self._take)


def _explain(error: Exception) -> str:
    if isinstance(error, WorkPlanError):
        return str(error)
    if isinstance(error, OSError):
        return f"没有收入：原件存不下（{reason_of(error)}）。请检查磁盘空间后再收入"
    _log.error("unforeseen error while uploads were stored", exc_info=error)
    return "程序内部出错，没有收入。请再试一次；如果还是不行，请把运行窗口里的错误信息发给维护人员"
