"""A program killed at any moment loses no upload, and what was accepted gets into the library after all."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from ingest.inbox import Stage
from tests.assistant.desk.conftest import PLAN, settled
from tests.ingest.conftest import _assert_stores_agree

ROOT = Path(__file__).parents[3]
UPLOADING = """
import sys, time
from pathlib import Path
from assistant.assistant import Assistant
from assistant.settings import Settings
from ingest.inbox import Stage

def tell(line):
    sys.stdout.write(line + "\\n")  # one write: a kill in the middle leaves no half line
    sys.stdout.flush()

with Assistant.open(Settings(home=Path(sys.argv[1]))) as assistant:
    assistant.search("学习", 1)
    desk = assistant.desk
    for path in sorted(Path(sys.argv[2]).iterdir()):
        assert desk.receive([path], "local") == []
        tell(f"kept {path.name}")
    while not all(item.stage in (Stage.READ, Stage.DONE) for item in desk.items()):
        time.sleep(0.01)
    for item in desk.items():
        if desk.accept([item.id]):
            tell(f"accepted {item.name}")
    while desk.is_busy:
        time.sleep(0.01)
    tell("all done")
    time.sleep(60)
"""
KILLED_AT = """
import os, signal
from {module} import {owner}
original = {owner}.{method}
def die(*arguments, **options):
    original(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)
{owner}.{method} = die
"""


def killed(home: Path, folder: Path, script: str, kill_after: float | None = None) -> dict[str, set[str]]:
    """Run a program that uploads a folder's files until it dies; what it had said by then of which files.

    :param kill_after: seconds after its first word; None: it kills itself.
    """
    command = [sys.executable, "-c", script, str(home), str(folder)]
    said: dict[str, set[str]] = {"kept": set(), "accepted": set(), "all": set()}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(program.pid, signal.SIGKILL)
        for line in filter(None, (first, *program.stdout)):
            word, name = line.split(maxsplit=1)
            said[word].add(name.strip())
    assert program.returncode == -signal.SIGKILL
    return said


def write_uploads(folder: Path, year: int, count: int = 4) -> None:
    folder.mkdir()
    for number in range(count):
        text = PLAN.format(year=year, topic=f"第{year}{number}号任务")
        (folder / f"{year}-{number}.txt").write_text(text, "utf-8")


def assert_nothing_is_lost(home: Path, said: dict[str, set[str]]) -> None:
    """Every upload waits or is stored with its original; the accepted ones are stored by themselves."""
    with Assistant.open(Settings(home=home)) as assistant:
        if assistant.documents():
            _assert_stores_agree(assistant._library, assistant._engine.model)
        waiting = {item.name for item in assistant._library.inbox.items() if item.stage is not Stage.DONE}
        assert said["kept"] <= waiting | {info.doc for info in assistant.documents()}
        items = settled(assistant, Stage.READ, Stage.DONE)
        stored = {info.doc: info for info in assistant.documents()}
        assert said["accepted"] <= stored.keys()
        assert said["kept"] <= stored.keys() | {item.name for item in items if item.stage is Stage.READ}
        for doc, info in stored.items():
            number = doc.removesuffix(".txt").replace("-", "")
            assert f"第{number}号任务" in assistant.document(doc).text
            assert f"第{number}号任务" in Path(info.origin).read_text("utf-8")
        if stored:
            _assert_stores_agree(assistant._library, assistant._engine.model)
        assistant.desk.discard([item.id for item in items])


@pytest.mark.parametrize(
    ("module", "owner", "method"),
    [
        ("ingest.inbox", "Inbox", "keep_document"),
        ("ingest.originals", "Originals", "keep"),
        ("ingest.index.catalog", "Catalog", "publish"),
    ],
)
def test_a_kill_at_any_step_of_an_upload_loses_nothing(
    tmp_path: Path, module: str, owner: str, method: str
) -> None:
    write_uploads(tmp_path / "uploads", 2024, 2)
    dying = KILLED_AT.format(module=module, owner=owner, method=method)
    said = killed(tmp_path / "home", tmp_path / "uploads", dying + UPLOADING)
    assert_nothing_is_lost(tmp_path / "home", said)


def test_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    moments = random.Random(5)
    for year in range(2016, 2020):
        write_uploads(tmp_path / str(year), year)
        said = killed(tmp_path / "home", tmp_path / str(year), UPLOADING, moments.uniform(0, 2.5))
        assert_nothing_is_lost(tmp_path / "home", said)
