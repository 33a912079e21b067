"""Python's collector stands still inside the block alone, and goes on however the block ends."""

import gc

import pytest

from ingest.collector import collector_paused


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
