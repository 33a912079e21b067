"""Work into processes that share no lock with this one's threads and do not import its main script."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pebble import ProcessPool

_SECONDS_BETWEEN_LOOKS = 1.0


def new_pool(processes: int, begin: Callable[[], None]) -> "ProcessPool":
    """Give a pool whose first task starts the processes; they end with this one, even where it is killed.

    :param begin: what each process does first.
    """
    from loky.backend import get_context  # noqa: PLC0415
    from loky.backend import resource_tracker as loky_tracker  # noqa: PLC0415
    from pebble import ProcessPool  # noqa: PLC0415

    for tracker in (resource_tracker, loky_tracker):  # started later, they would let Ctrl+C through again
        tracker.ensure_running()
    return ProcessPool(
        max_workers=processes, context=get_context("loky"), initializer=_start, initargs=[begin]
    )


def _start(begin: Callable[[], None]) -> None:
    threading.Thread(target=_end_with, args=[os.getppid()], daemon=True).start()
    begin()


def _end_with(parent: int) -> None:
    """End this process when the one that started it was killed; on Windows its pipe breaks then."""
    while os.getppid() == parent:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    os._exit(1)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Let processes and threads that start meanwhile never see Ctrl+C: this process alone stops them.

    They inherit the mask of this thread, so not even a worker that is still importing shows a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
