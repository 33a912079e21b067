"""Python's collector of cycles, kept out of work that makes many records and no cycles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_NEW_RECORDS = 20_000


@contextmanager
def collector_paused() -> Iterator[None]:
    """Make records in the block without the collector looking at all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def keep_for_good() -> None:
    """Let the collector work, but never again look at what is there by now: a loaded program.

    It looks at what is new after 20,000 records, not 700: an answer makes thousands and hardly a cycle.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_RECORDS)
    gc.enable()
