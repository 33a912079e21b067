"""`workplan user`: the first admin is made on the command line."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from assistant.assistant import Assistant
from assistant.cli import cli
from assistant.history import Message
from assistant.settings import Settings
from ingest.errors import InvalidEntry, WorkPlanError


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKPLAN_HOME", str(tmp_path))
    return tmp_path


def workplan(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli, ["user", *arguments], input=typed)


def test_an_admin_is_made_with_a_password_from_standard_input(home: Path) -> None:
    assert "第一位管理员" in workplan("list").stdout
    assert workplan("add", "张三", "--role", "admin", typed="geheim-12\n").stdout == "已添加管理员：张三\n"
    with Assistant.open(Settings(home=home)) as assistant:
        assert assistant.accounts.check("张三", "geheim-12")


def test_accounts_are_changed_and_each_change_is_said(home: Path) -> None:
    workplan("add", "张三", "--role", "admin", typed="geheim-12\n")
    workplan("add", "李四", typed="geheim-12\n")
    assert "现在是编辑" in workplan("role", "李四", "editor").stdout
    assert "已改密码" in workplan("password", "李四", typed="anders-34\n").stdout
    assert "已停用" in workplan("disable", "李四").stdout
    assert workplan("list").stdout == "张三　管理员\n李四　编辑（已停用）\n"
    assert json.loads(workplan("enable", "李四", "--json").stdout) == {
        "name": "李四",
        "role": "editor",
        "disabled": False,
    }
    assert "已删除" in workplan("remove", "李四").stdout
    assert json.loads(workplan("list", "--json").stdout)["users"] == [
        {"name": "张三", "role": "admin", "disabled": False}
    ]


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("add", "张 三"), "geheim-12\n", "用户名无效"),
        (("add", "张三"), "kurz\n", "密码长度"),
        (("role", "王五", "editor"), "", "没有这个用户"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    home: Path, arguments: tuple[str, ...], typed: str, said: str
) -> None:
    error = workplan(*arguments, typed=typed).exception
    assert isinstance(error, WorkPlanError)
    assert said in str(error)


def test_a_password_typed_wrong_the_second_time_is_not_taken(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["geheim-12", "geheim-13"])
    monkeypatch.setattr("getpass.getpass", lambda prompt: next(typed))
    monkeypatch.setattr("assistant.commands.user_commands._is_typed", lambda: True)
    error = workplan("add", "张三").exception
    assert isinstance(error, InvalidEntry)
    assert "两次输入的密码不一样" in str(error)


def test_whoever_takes_the_name_of_a_removed_user_finds_nothing(home: Path) -> None:
    workplan("add", "李四", typed="geheim-12\n")
    with Assistant.open(Settings(home=home)) as assistant:
        assistant.history.save("李四", "c", Message("m", "问", None, "", datetime.now(UTC), False, None))
    workplan("remove", "李四")
    workplan("add", "李四", typed="geheim-12\n")
    with Assistant.open(Settings(home=home)) as assistant:
        assert assistant.history.conversations("李四") == []
