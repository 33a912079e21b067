"""What admins do with accounts in the web app, and how little of it anybody else can."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.accounts import Role
from assistant.assistant import Assistant
from assistant.history import Message, Vote
from assistant.settings import Settings
from assistant.ui import users
from assistant.ui.who import user_of, why_not
from tests.assistant.ui.pages import HOSTILE, answer, read
from tests.assistant.ui.people import PASSWORD


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=tmp_path, auth="on")) as opened:
        opened.accounts.add("管", Role.ADMIN, PASSWORD)
        yield opened


def test_an_account_is_made_changed_and_deleted(assistant: Assistant) -> None:
    def change(how: users.Change, *arguments: str) -> str:
        said, listed = users.changed(assistant, how, "甲", *arguments)
        assert "wp-done" in said
        return read(listed).text

    assert "读者" in change(users.add, PASSWORD, "reader")
    assert "编辑" in change(users.set_role, "", "editor")
    assert "已停用" in change(users.disable)
    assert "已停用" not in change(users.enable)
    change(users.set_password, "anders-3456", "")
    assert assistant.accounts.check("甲", "anders-3456")
    assert "甲" not in change(users.remove)


def test_what_cannot_be_is_one_line_and_the_list_stays(assistant: Assistant) -> None:
    for how, arguments, reason in (
        (users.add, ("管", PASSWORD, "reader"), "用户已存在"),
        (users.add, ("乙", "kurz", "reader"), "密码长度"),
        (users.disable, ("管",), "最后一位"),
        (users.set_role, ("无人", "", "editor"), "没有这个用户"),
    ):
        said, listed = users.changed(assistant, how, *arguments)
        assert reason in read(said).text
        assert "wp-error" in said
        assert "管理员" in read(listed).text


@pytest.mark.parametrize("word", HOSTILE)
def test_votes_are_words_however_hostile(assistant: Assistant, word: str) -> None:
    vote = Vote(False, word)
    message = Message("m", word, answer(word), "", datetime.now(UTC), False, vote)
    assistant.history.save("甲", "c", message)
    page = read(users.votes(assistant))
    assert page.text.count(word) >= 3
    assert {tag for tag, _ in page.elements} <= {"h3", "p", "ul", "li", "span"}


def test_roles_are_asked_of_the_account_where_people_log_in(assistant: Assistant) -> None:
    assistant.accounts.add("读", Role.READER, PASSWORD)
    for name, needed, said in (
        ("管", Role.ADMIN, ""),
        ("读", Role.READER, ""),
        ("读", Role.EDITOR, "需要编辑，您现在是读者"),
        (None, Role.READER, "没有这个用户"),
    ):
        told = why_not(assistant, SimpleNamespace(username=name), needed)  # type: ignore[arg-type]
        assert said in told
        assert bool(told) is bool(said)


def test_where_nobody_logs_in_anybody_may_do_anything(tmp_path: Path) -> None:
    request = SimpleNamespace(username=None)
    with Assistant.open(Settings(home=tmp_path)) as assistant:
        assert user_of(request) == "local"  # type: ignore[arg-type]
        assert why_not(assistant, request, Role.EDITOR) == ""  # type: ignore[arg-type]
