"""What holds for every test: generated examples are the same on every run, however loaded the machine is."""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
settings.load_profile("repeatable")
