"""What holds for every test: examples are generated alike, and one more test runs than there are cores."""

import os

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")


def pytest_xdist_auto_num_workers() -> int:
    """A quarter of the time tests wait for a server, a browser or the disk: meanwhile another one can run."""
    return (os.cpu_count() or 1) + 1
