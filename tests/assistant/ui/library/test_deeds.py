"""What a click in the tab does to the library, and the line that says what came of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.ui.library import deeds
from assistant.ui.library.deeds import DEEDS, receive
from ingest.inbox import Stage
from tests.assistant.desk.conftest import settled

PLAN = "云溪县教育局2024年工作要点\n一、党建工作\n1.抓好学习。每月集中学习一次。（责任股室：办公室）\n"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=tmp_path / "home")) as opened:
        yield opened


@pytest.fixture
def put(assistant: Assistant, tmp_path: Path) -> Callable[..., str]:
    def upload(*names: str) -> str:
        paths = [tmp_path / "uploads" / name for name in names]
        for number, path in enumerate(paths):
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{PLAN}2.第{number}项。\n", encoding="utf-8")
        return receive(assistant, [str(path) for path in paths], "local")

    return upload


def test_a_click_accepts_one_or_all_and_a_removed_document_comes_back(
    assistant: Assistant, put: Callable[..., str]
) -> None:
    assert put("甲.txt", "乙.txt", "丙.txt", "丁.txt") == ""
    first, second, *_ = settled(assistant, Stage.READ)
    DEEDS["accept"](assistant, first.id)
    DEEDS["discard"](assistant, second.id)
    settled(assistant, Stage.READ, Stage.DONE)
    assert [info.doc for info in assistant.documents()] == ["甲.txt"]
    DEEDS["accept"](assistant, "")
    settled(assistant, Stage.DONE)
    DEEDS["dismiss"](assistant, "")
    assert assistant.desk.items() == []
    assert "已从资料库移除：甲.txt" in DEEDS["remove"](assistant, "甲.txt")
    assert len(assistant.documents()) == 2
    assert "已恢复：甲.txt" in DEEDS["restore"](assistant, "甲.txt")
    assert len(assistant.documents()) == 3
    assert "没有这份文件：甲.txt" in DEEDS["restore"](assistant, "甲.txt")


def test_files_beyond_the_limits_are_named(
    assistant: Assistant, put: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.desk.receiving.MOST_FILES", 1)
    told = put("甲.txt", "乙.txt")
    assert "wp-error" in told
    assert "乙.txt" in told
    assert "甲.txt" not in told


def test_a_change_that_has_to_wait_long_is_said_to_come(
    assistant: Assistant, put: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("甲.txt")
    settled(assistant, Stage.READ)
    DEEDS["accept"](assistant, "")
    settled(assistant, Stage.DONE)
    monkeypatch.setattr(deeds, "_PATIENCE", 0.0)
    assert "轮到时就会完成" in DEEDS["remove"](assistant, "甲.txt")
    settled(assistant, Stage.DONE)
    assert assistant.documents() == []
