"""Changes of the library into a line in which each waits its turn."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeVar

from ingest.errors import LibraryBusy
from ingest.index.writer import Tick

T = TypeVar("T")

_SECONDS_BETWEEN_TRIES = 1.0


class Stopped(Exception):
    """The program is closing: what was going on is left as if it had not begun."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is being done to the library.

    :param title: e.g. 收入文件.
    :param name: the file or document it is at.
    :param behind: how many other changes wait.
    :param held_up: another program is writing to the library, and it waits for that.
    """

    title: str
    done: int = 0
    total: int = 0
    name: str = ""
    behind: int = 0
    held_up: bool = False


class Line:
    """One thread that changes the library; the changes of this program never find it busy with each other.

    A library that another program holds is waited for.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "library")
        self._closing = threading.Event()
        self._counting = threading.Lock()
        self._waiting = 0
        self._work: Work | None = None

    @property
    def work(self) -> Work | None:
        """What is going on now, or about to."""
        work, waiting = self._work, self._waiting
        if work is None:
            return Work("准备", behind=waiting - 1) if waiting else None
        return replace(work, behind=waiting)

    def put(self, title: str, change: Callable[[Tick], T]) -> "Future[T]":
        """Have a change made when its turn comes.

        :param change: is given what it tells its progress to, which stops it when the program closes.
        """
        with self._counting:
            self._waiting += 1
        return self._thread.submit(self._make, title, change)

    def close(self) -> None:
        """Stop what is going on at its next step, and make none of the changes that wait."""
        self._closing.set()
        self._thread.shutdown(cancel_futures=True)

    def _make(self, title: str, change: Callable[[Tick], T]) -> T:
        self._work = Work(title)
        with self._counting:
            self._waiting -= 1
        try:
            return self._persist(change)
        finally:
            self._work = None

    def _persist(self, change: Callable[[Tick], T]) -> T:
        while True:
            try:
                return change(self._tick)
            except LibraryBusy:
                if self._work is not None:
                    self._work = replace(self._work, held_up=True)
                if self._closing.wait(_SECONDS_BETWEEN_TRIES):
                    raise Stopped from None

    def _tick(self, done: int, total: int, name: str) -> None:
        if self._closing.is_set():
            raise Stopped
        if self._work is not None:
            self._work = replace(self._work, done=done, total=total, name=name, held_up=False)
