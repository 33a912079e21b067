"""Questions into answers in a process beside this one, for while many ask at once."""

import logging
import signal
import threading
from collections.abc import Sequence
from concurrent.futures import BrokenExecutor, CancelledError
from functools import cache
from typing import TYPE_CHECKING

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.understanding.scope import Scope
from ingest.collector import collector_paused, keep_for_good
from ingest.processes import interrupts_held, new_pool

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

_log = logging.getLogger(__name__)
_PROCESSES = 2
_SECONDS = 60
"""No answer takes so long: the process hangs, and is replaced."""


class Beside:
    """A process with the library open, started when a question first has to wait for others.

    Python computes on one core: what is answered in this process keeps its page waiting.

    :param settings: say which library; it is followed as every process follows it.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._changing = threading.Lock()
        self._pool: ProcessPool | None = None
        self._opened: ProcessFuture[None] | None = None

    def begin(self) -> None:
        """Start the process, unless it is there, and do not wait for it."""
        with self._changing:
            if self._pool is None:
                self._pool = new_pool(_PROCESSES, _leave_interrupts)
                with interrupts_held():
                    self._opened = self._pool.schedule(_open, [self._settings])

    def answer(self, question: str, previous: Sequence[str], scope: Scope) -> Answer | None:
        """Answer a question there; None while the process is not ready, and where it dies meanwhile.

        :raises WorkPlanError: as answering here does.
        """
        from pebble import ProcessExpired  # noqa: PLC0415

        pool, opened = self._pool, self._opened
        if pool is None or opened is None or not opened.done():
            return None
        asked = [self._settings, question, tuple(previous), scope]
        try:
            opened.result()
            future = pool.schedule(_answer, asked, timeout=_SECONDS)
        except Exception as error:  # it could not open the library, or another question has just given it up
            self._give_up(pool, error)
            return None
        try:
            return future.result()
        except (ProcessExpired, BrokenExecutor, CancelledError, TimeoutError) as error:
            self._give_up(pool, error)
            return None

    def close(self) -> None:
        """End the process."""
        if self._pool is not None:
            self._end(self._pool)

    def _give_up(self, pool: "ProcessPool", error: Exception) -> None:
        _log.warning("the process beside this one is gone: %r", error)
        self._end(pool)

    def _end(self, pool: "ProcessPool") -> None:
        """End a process; the next question that has to wait begins another."""
        with self._changing:
            if self._pool is not pool:  # somebody else does
                return
            self._pool = self._opened = None
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _leave_interrupts() -> None:
    """Leave Ctrl+C to the process that serves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _answer(settings: Settings, question: str, previous: Sequence[str], scope: Scope) -> Answer:
    return _opened(settings).ask(question, previous, scope)


def _open(settings: Settings) -> None:
    """Load all that a question needs."""
    with collector_paused():
        _opened(settings).ask("工作")
    keep_for_good()


@cache
def _opened(settings: Settings) -> Assistant:
    return Assistant.open(settings)
