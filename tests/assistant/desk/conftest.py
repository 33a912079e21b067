"""A desk over a library of its own, and files to upload to it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from ingest.inbox import Item, Stage

PLAN = """云溪县教育局{year}年工作要点
一、党建工作
1.抓好学习。每月集中学习一次。（责任股室：办公室）
二、{topic}
1.做好{topic}。{year}年9月底前完成。（责任股室：基础教育股）
"""

Upload = Callable[..., Path]


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=tmp_path / "home")) as opened:
        yield opened


@pytest.fixture
def upload(tmp_path: Path) -> Upload:
    """Write a file where an upload would lie."""

    def write(name: str, text: str | None = None, *, year: int = 2024, topic: str = "招生工作") -> Path:
        path = tmp_path / "uploads" / str(time.time_ns()) / name
        path.parent.mkdir(parents=True)
        path.write_text(PLAN.format(year=year, topic=topic) if text is None else text, encoding="utf-8")
        return path

    return write


def settled(assistant: Assistant, *stages: Stage) -> list[Item]:
    """The uploads once each has come to one of some stages and nothing is going on."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        items = assistant.desk.items()
        if not assistant.desk.is_busy and all(item.stage in stages for item in items):
            return items
        time.sleep(0.02)
    raise AssertionError([(item.name, item.stage, item.reason) for item in assistant.desk.items()])


def accept_all(assistant: Assistant) -> list[Item]:
    """Accept what can be accepted, and wait until it is stored."""
    read = settled(assistant, Stage.READ, Stage.FAILED, Stage.DONE)
    assistant.desk.accept([item.id for item in read])
    return settled(assistant, Stage.DONE, Stage.FAILED)
