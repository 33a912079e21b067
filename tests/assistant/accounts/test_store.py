"""Accounts: who may log in, and that there is always one who can let others in."""

import pytest

from assistant.accounts import Accounts, Role
from assistant.accounts.tables import users
from ingest.errors import InvalidEntry, NoSuchUser, NotAllowed
from ingest.index.database import Database


def test_a_user_logs_in_with_name_and_password_only(accounts: Accounts) -> None:
    made = accounts.add("张三", Role.EDITOR, "很长的密码一二三")
    assert accounts.check("张三", "很长的密码一二三") == made
    assert accounts.check("张三", "很长的密码一二四") is None
    assert accounts.check("张三", "") is None
    assert accounts.check("李四", "很长的密码一二三") is None
    assert accounts.check("", "没有人的密码") is None
    assert accounts.user("张三") == made


def test_a_name_and_a_password_are_the_same_in_full_width_and_capitals(accounts: Accounts) -> None:
    accounts.add("Zhang.San", Role.READER, "geheim-12")
    assert accounts.check(" ｚｈａｎｇ.san", "ｇｅｈｅｉｍ－１２")
    assert accounts.check("zhang.san", "GEHEIM-12") is None
    with pytest.raises(InvalidEntry, match="用户已存在"):
        accounts.add("ZHANG.SAN", Role.READER, "geheim-12")


def test_a_password_is_stored_as_a_hash_of_its_own(accounts: Accounts, database: Database) -> None:
    for name in ("甲", "乙"):
        accounts.add(name, Role.READER, "geheim-12")
    with database.reading() as connection:
        stored = {row.password for row in connection.execute(users.select())}
    assert len(stored) == 2
    assert all(each.startswith("$argon2id$") and "geheim" not in each for each in stored)


@pytest.mark.parametrize("name", ["", " ", "a b", "a/b", "<b>", "名\n字", "x" * 65, "\ud800"])
def test_a_name_that_is_none_is_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(InvalidEntry, match="用户名无效"):
        accounts.add(name, Role.READER, "geheim-12")


@pytest.mark.parametrize("password", ["", "1234567", "x" * 257])
def test_a_password_too_short_or_too_long_is_refused(accounts: Accounts, password: str) -> None:
    with pytest.raises(InvalidEntry, match="密码长度"):
        accounts.add("甲", Role.READER, password)
    assert accounts.users() == []


def test_a_disabled_user_cannot_log_in_until_enabled_again(accounts: Accounts) -> None:
    accounts.add("甲", Role.READER, "geheim-12")
    accounts.disable("甲")
    assert accounts.check("甲", "geheim-12") is None
    accounts.enable("甲")
    assert accounts.check("甲", "geheim-12")


def test_role_and_password_can_be_changed(accounts: Accounts) -> None:
    accounts.add("甲", Role.READER, "geheim-12")
    accounts.set_role("甲", Role.EDITOR)
    accounts.set_password("甲", "anders-34")
    assert accounts.user("甲").role is Role.EDITOR
    assert accounts.check("甲", "geheim-12") is None
    assert accounts.check("甲", "anders-34")


def test_the_last_admin_stays_one(accounts: Accounts) -> None:
    accounts.add("甲", Role.READER, "geheim-12")
    accounts.remove("甲")
    accounts.add("管", Role.ADMIN, "geheim-12")
    accounts.add("理", Role.ADMIN, "geheim-12")
    accounts.disable("理")
    for attempt in (
        lambda: accounts.disable("管"),
        lambda: accounts.remove("管"),
        lambda: accounts.set_role("管", Role.READER),
    ):
        with pytest.raises(NotAllowed, match="最后一位"):
            attempt()
    assert accounts.check("管", "geheim-12")
    accounts.enable("理")
    accounts.remove("管")
    assert [user.name for user in accounts.users()] == ["理"]
    assert accounts.has_admin()


def test_who_does_not_exist_cannot_be_changed(accounts: Accounts) -> None:
    for attempt in (
        lambda: accounts.user("甲"),
        lambda: accounts.enable("甲"),
        lambda: accounts.disable("甲"),
        lambda: accounts.remove("甲"),
        lambda: accounts.set_role("甲", Role.ADMIN),
        lambda: accounts.set_password("甲", "geheim-12"),
    ):
        with pytest.raises(NoSuchUser, match="没有这个用户：甲"):
            attempt()
