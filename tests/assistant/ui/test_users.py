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
from ingest.errors import InvalidEntry, NotAllowed, WorkPlanError
from tests.assistant.ui.pages import HOSTILE, answer, read
from tests.assistant.ui.people import PASSWORD


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=tmp_path, auth="on")) as opened:
        opened.accounts.add("管", Role.ADMIN, PASSWORD)
        opened.accounts.add("旧", Role.READER, PASSWORD)
        yield opened


def test_an_account_is_made_changed_and_deleted(assistant: Assistant) -> None:
    def change(act: str, **fields: str) -> str:
        clicked = {"act": act, "name": "甲", "fields": list(fields.items())}
        return users.change(assistant, clicked, "管") + read(users.listing(assistant, "管")).text

    assert "已添加读者" in change("add", password=PASSWORD, role="reader")
    assert "甲 现在是编辑" in change("role", role="editor")
    page = change("disable")
    assert page.count("已停用") == 2
    assert page.count("停用这位用户") == 1
    page = change("enable")
    assert page.count("停用这位用户") == 2
    assert "已停用" not in page
    change("password", password="anders-3456")
    assert assistant.accounts.check("甲", "anders-3456")
    assert "甲" not in change("remove").split("对话", 1)[1]


def test_what_cannot_be_is_one_line(assistant: Assistant) -> None:
    for clicked, reason in (
        (
            {"act": "add", "fields": [["name", "旧"], ["password", PASSWORD], ["role", "reader"]]},
            "用户已存在",
        ),
        ({"act": "add", "fields": [["name", "乙"], ["password", "kurz"], ["role", "reader"]]}, "密码长度"),
        ({"act": "disable", "name": "管"}, "最后一位"),
        ({"act": "role", "name": "无人", "fields": [["role", "editor"]]}, "没有这个用户"),
    ):
        with pytest.raises(WorkPlanError, match=reason):
            users.change(assistant, clicked, "旧管")


def test_nobody_locks_himself_out(assistant: Assistant) -> None:
    assistant.accounts.add("副", Role.ADMIN, PASSWORD)
    for act in ("disable", "remove", "role", "password"):
        clicked = {"act": act, "name": " 副", "fields": [["role", "reader"], ["password", "anders-3456"]]}
        with pytest.raises(NotAllowed, match="自己的账号"):
            users.change(assistant, clicked, "副")
    assert assistant.accounts.check("副", PASSWORD)
    page = users.listing(assistant, "副")
    assert 'data-name="管"' in page
    assert 'data-name="副"' not in page


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


def test_where_nobody_logs_in_everybody_may_do_anything_under_no_name(
    tmp_path: Path,
) -> None:
    request = SimpleNamespace(username=None)
    with Assistant.open(Settings(home=tmp_path)) as assistant:
        with pytest.raises(InvalidEntry):
            assistant.accounts.add(user_of(request), Role.READER, PASSWORD)  # type: ignore[arg-type]
        assert why_not(assistant, request, Role.EDITOR) == ""  # type: ignore[arg-type]
