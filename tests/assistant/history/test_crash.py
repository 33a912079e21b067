"""A process killed at any moment loses no message it said was saved, and leaves none half there."""

import signal
import subprocess
import sys
from pathlib import Path
from random import Random

from assistant.history import History
from ingest.index.database import Database
from tests.assistant.ui.pages import answer

ROOT = Path(__file__).parents[3]
SAVES = """
import sys
from datetime import UTC, datetime
from assistant.history import History, Message
from ingest.index.database import Database
from tests.assistant.ui.pages import answer

history = History(Database(sys.argv[1]))
for n in range(1_000_000):
    id = f"{sys.argv[2]}-{n}"
    for given, state in ((None, "asked"), (answer("词" * 2000), "answered")):
        history.save("local", "c", Message(id, "谁负责？", given, "", datetime.now(UTC), False, None))
        print(id, state, flush=True)
"""


def test_what_was_saved_survives_kills_at_random_points(tmp_path: Path) -> None:
    url, random = f"sqlite:///{tmp_path / 'catalog.db'}", Random(5)
    told: dict[str, str] = {}
    for run in range(4):
        told |= _told_before_a_kill(url, str(run), random.randrange(1, 60))
        database = Database(url)
        kept = {message.id: message for message in History(database).messages("local", "c")}
        database.close()
        assert set(told) <= set(kept)
        assert len(kept) - len(told) <= run + 1  # at most one was saved and not told, each run
        whole = answer("词" * 2000)
        for id, message in kept.items():
            assert message.answer == whole or (message.answer is None and told.get(id) != "answered")


def _told_before_a_kill(url: str, run: str, lines: int) -> dict[str, str]:
    """Let a process save messages, kill it after so many lines of its report, and return the whole report."""
    command = [sys.executable, "-c", SAVES, url, run]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        report = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        report += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    return {id: state for id, state in (line.split() for line in report if line.endswith("ed\n"))}
