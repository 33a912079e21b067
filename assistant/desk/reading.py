"""Uploads that wait into uploads that were read, one after another, beside everything else."""

import logging
import threading
from concurrent.futures import ThreadPoolExecutor

from ingest.ahead import Job, Workers
from ingest.errors import ReadError, reason_of
from ingest.examine import examine
from ingest.inbox import Item, Stage
from ingest.intake import MAX_CHARS, recipe
from ingest.library import Library

_log = logging.getLogger(__name__)


class InboxReader:
    """One thread that has a process of its own read each upload, so that no file can harm the program.

    :param largest: size in bytes from which a file is refused.
    """

    def __init__(self, library: Library, largest: int) -> None:
        self._library = library
        self._largest = largest
        self._thread = ThreadPoolExecutor(1, "inbox")
        self._closing = threading.Event()
        self.current = ""
        """Id of the upload that is being read; empty between uploads."""

    def wake(self) -> None:
        """Read what waits."""
        self._thread.submit(self._read_all)

    def close(self) -> None:
        """Stop; what was being read waits again."""
        self._closing.set()
        self._thread.shutdown(cancel_futures=True)

    def _read_all(self) -> None:
        with Workers() as workers:
            while (item := self._next()) is not None and not self._closing.is_set():
                self.current = item.id
                self._read(item, workers)
                self.current = ""

    def _next(self) -> Item | None:
        waiting = (item for item in self._library.inbox.items() if item.stage is Stage.WAITING)
        return next(waiting, None)

    def _read(self, item: Item, workers: Workers) -> None:
        inbox = self._library.inbox
        job = Job(inbox.file(item), item.doc, self._largest, MAX_CHARS, recipe())
        try:
            entry = workers.start(job)()
            inbox.keep_document(item, entry.document)
            reading = examine(entry, item, self._library)
            inbox.change(item.id, {Stage.WAITING}, stage=Stage.READ, reading=reading, reason="")
        except Exception as error:
            if not self._closing.is_set():
                inbox.change(item.id, {Stage.WAITING}, stage=Stage.FAILED, reason=_explain(error, item))


def _explain(error: Exception, item: Item) -> str:
    if isinstance(error, ReadError):
        return str(error)
    if isinstance(error, OSError):
        return f"文件读不了：{item.name}（{reason_of(error)}）。请再上传一次"
    _log.error("unforeseen error while an upload was read", exc_info=error)
    return f"程序内部出错，没有读完：{item.name}。请再上传一次，还是不行请把运行窗口里的错误信息发给维护人员"
