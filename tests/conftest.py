"""What holds for every test: examples are generated alike, and what shares a server runs in one process."""

import gc
import os
from collections.abc import Generator

import pytest
from hypothesis import settings
from hypothesis.internal.conjecture import providers
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

# Every core has a process of tests; more threads of numpy and torch would only wait for one another.
for _library in ("OMP", "OPENBLAS"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")
# Examples are drawn from the constants of all modules that happen to be imported by then, too: they would
# change with every edit of a source and with what else runs in the process.
providers._get_local_constants = lambda: providers._local_constants

_PAGES = "tests/assistant/ui/test_"
_LONG = (
    _PAGES,
    "tests/assistant/desk/test_crash.py",
    "tests/ingest/test_mutation.py",
    "tests/assistant/desk/test_desk.py",
    "tests/ingest/test_ahead.py",
    "tests/ingest/test_crash.py",
    "tests/assistant/test_cli.py",
    "tests/ingest/test_embed.py",
    "tests/ingest/parse/test_office.py",
    "tests/ingest/test_properties.py",
)
"""What takes longest begins first, so that no process waits for another one at the end."""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Import the tests without a look for garbage: what is imported stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes longest in front."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    places = (place for place, beginning in enumerate(_LONG) if item.nodeid.startswith(beginning))
    return next(places, len(_LONG))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadFileScheduling:
    """Give the tests of a file to one process, and those of the pages, which share servers and a browser."""
    return _PagesTogether(config, log)


class _PagesTogether(LoadFileScheduling):
    def _split_scope(self, nodeid: str) -> str:
        return _PAGES if nodeid.startswith(_PAGES) else str(super()._split_scope(nodeid))
