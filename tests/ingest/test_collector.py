"""Python's collector stands still inside the block alone, and goes on however the block ends."""

import gc
import weakref

import pytest

from ingest.collector import collector_paused, keep_for_good


def test_the_collector_goes_on_after_the_block() -> None:
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="wrong"), collector_paused():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_a_block_within_another_leaves_the_collector_as_it_was() -> None:
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_is_kept_for_good_is_looked_at_no_more_and_later_garbage_still_goes() -> None:
    class Knot:
        def __init__(self) -> None:
            self.own = self

    kept, thresholds = Knot(), gc.get_threshold()
    gc.disable()
    try:
        keep_for_good()
        assert gc.isenabled()
        assert not any(each is kept for each in gc.get_objects())
        gone = weakref.ref(Knot())
        gc.collect()
        assert gone() is None
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)
        gc.enable()
