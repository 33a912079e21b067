import json
import shutil
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.cli import main
from assistant.settings import Settings
from ingest.errors import SettingsError
from tests.assistant.shelf import write_plans
from tests.ingest.jargon import write_library


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("jargon")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.keeper.ingest([write_library(folder / "plans")])
    return folder / "home"


def call(*arguments: str) -> int:
    with pytest.raises(SystemExit) as exit_:
        main(list(arguments))
    return int(exit_.value.code or 0)


def test_an_open_assistant_follows_the_model_there_and_back(
    stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(stored, tmp_path / "home")
    monkeypatch.setenv("WORKPLAN_HOME", str(tmp_path / "home"))
    question = "飞雁工程在东山镇有什么安排？"
    with Assistant.open(Settings(home=tmp_path / "home")) as assistant:
        before = assistant.search(question, 3)

        assert call("adapt", "--json") == 0
        told = json.loads(capsys.readouterr().out)
        assert told["kept"] is True
        assert told["after"]["recall_at_5"] > told["before"]["recall_at_5"]
        assert told["passages"] == 144
        assert assistant.search(question, 3)[0].score != before[0].score

        assert call("adapt", "--undo") == 0
        assert capsys.readouterr().out == "已改回原来的内置模型，索引已重建：144 个段落\n"
        assert assistant.search(question, 3) == before


def test_a_small_library_is_one_line_and_status_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKPLAN_HOME", str(tmp_path / "home"))
    with Assistant.open(Settings(home=tmp_path / "home")) as assistant:
        assistant.keeper.ingest([write_plans(tmp_path / "plans")])

    assert call("adapt") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("资料库太小，无法调整向量模型：")
    assert said.err.count("\n") == 1


def test_another_model_than_the_bundled_one_is_not_adapted(tmp_path: Path) -> None:
    with Assistant.open(Settings(home=tmp_path / "home", embedding="BAAI/bge-small-zh-v1.5")) as assistant:
        for act in (assistant.keeper.adapt, assistant.keeper.undo_adapt):
            with pytest.raises(SettingsError, match=r"BAAI/bge-small-zh-v1\.5.*清空"):
                act()
