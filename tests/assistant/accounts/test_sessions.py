"""Sessions last until they end, and end whenever their user may not go on."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from assistant.accounts import Accounts, Role, Sessions, User
from assistant.accounts import sessions as module
from assistant.accounts.tables import sessions as table
from ingest.index.database import Database


@pytest.fixture
def user(accounts: Accounts) -> User:
    accounts.add("管", Role.ADMIN, "geheim-12")
    return accounts.add("甲", Role.READER, "geheim-12")


def test_a_session_knows_its_user_with_the_role_of_now(
    accounts: Accounts, sessions: Sessions, user: User
) -> None:
    first, second = sessions.begin(user), sessions.begin(user)
    assert first != second
    assert sessions.user(first) == user
    accounts.set_role("甲", Role.EDITOR)
    found = sessions.user(second)
    assert found is not None
    assert found.role is Role.EDITOR


@pytest.mark.parametrize("token", ["", "x", "' OR 1=1", "\ud800"])
def test_a_made_up_id_is_nobodys(sessions: Sessions, user: User, token: str) -> None:
    sessions.begin(user)
    assert sessions.user(token) is None


def test_the_database_holds_no_id_somebody_could_log_in_with(
    sessions: Sessions, user: User, database: Database
) -> None:
    token = sessions.begin(user)
    with database.reading() as connection:
        [row] = connection.execute(table.select())
    assert token not in row
    assert sessions.user(row.id) is None


def test_logging_out_ends_one_session_only(sessions: Sessions, user: User) -> None:
    first, second = sessions.begin(user), sessions.begin(user)
    sessions.end(first)
    sessions.end("no such")
    assert sessions.user(first) is None
    assert sessions.user(second) == user


def test_a_session_ends_with_its_time_and_is_cleared(
    sessions: Sessions, user: User, database: Database
) -> None:
    token = sessions.begin(user)
    with database.writing() as connection:
        connection.execute(update(table).values(expires_at=module._now() - timedelta(seconds=1)))
    assert sessions.user(token) is None
    sessions.begin(user)
    with database.reading() as connection:
        assert len(connection.execute(table.select()).all()) == 1


@pytest.mark.parametrize("what", ["set_password", "disable", "remove"])
def test_a_user_barred_is_logged_out_everywhere(
    accounts: Accounts, sessions: Sessions, user: User, what: str
) -> None:
    token, of_admin = sessions.begin(user), sessions.begin(accounts.user("管"))
    getattr(accounts, what)("甲", *(("anders-34",) if what == "set_password" else ()))
    assert sessions.user(token) is None
    if what == "disable":
        accounts.enable("甲")
        assert sessions.user(token) is None
    assert sessions.user(of_admin)
