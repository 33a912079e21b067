"""Users into the catalog's database and back; no password is kept, only its hash."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, insert, select, update

from assistant.accounts.passwords import hashed, matches
from assistant.accounts.roles import Role
from assistant.accounts.tables import metadata, sessions, users
from ingest.errors import InvalidEntry, NoSuchUser, NotAllowed
from ingest.index.database import Database
from ingest.index.schema import prepare

_NAME = re.compile(r"[\w.@-]{1,64}")
_u = users.c


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account.

    :param disabled: may not log in; what is his or hers stays.
    :param created_at: in UTC.
    """

    name: str
    role: Role
    disabled: bool
    created_at: datetime


class Accounts:
    """The users, of whom at least one always stays an admin that may log in, once there is one.

    Whatever bars somebody from what they could do ends their sessions in the same transaction.

    :raises StorageError: from every method, when the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.writing() as connection:
            prepare(connection, metadata)

    def add(self, name: str, role: Role, password: str) -> User:
        """Make an account.

        :raises InvalidEntry: the name is taken or no name, or the password is too short.
        """
        name = folded(name)
        if not _NAME.fullmatch(name):
            raise InvalidEntry(f"用户名无效：{name}。请用 1 到 64 个汉字、字母、数字或 . _ - @")
        user = User(name, role, disabled=False, created_at=datetime.now(UTC))
        row = {"name": name, "role": role, "password": hashed(password), "disabled": False}
        with self._database.writing() as connection:
            if connection.execute(select(_u.name).where(_u.name == name)).first():
                raise InvalidEntry(f"用户已存在：{name}。请换一个名字，或用 workplan user password 改密码")
            connection.execute(insert(users).values(**row, created_at=user.created_at.replace(tzinfo=None)))
        return user

    def users(self) -> list[User]:
        """All users in order of their names."""
        with self._database.reading() as connection:
            return [read_user(row) for row in connection.execute(select(users).order_by(_u.name))]

    def user(self, name: str) -> User:
        """One user.

        :raises NoSuchUser: there is none of that name.
        """
        with self._database.reading() as connection:
            return read_user(_existing(connection, folded(name)))

    def check(self, name: str, password: str) -> User | None:
        """Who has this name and password and may log in; nobody takes as long as somebody."""
        with self._database.reading() as connection:
            row = connection.execute(select(users).where(_u.name == folded(name))).one_or_none()
        if not matches(password, row.password if row else None) or row is None or row.disabled:
            return None
        return read_user(row)

    def has_admin(self) -> bool:
        """Whether there is an admin that may log in."""
        with self._database.reading() as connection:
            return _has_admin(connection)

    def set_role(self, name: str, role: Role) -> None:
        """Give a user another role, which holds from the next click on.

        :raises NoSuchUser: there is none of that name.
        :raises NotAllowed: it is the last admin.
        """
        self._change(name, role=role)

    def set_password(self, name: str, password: str) -> None:
        """Give a user another password and end all sessions.

        :raises InvalidEntry: the password is too short or too long.
        :raises NoSuchUser: there is none of that name.
        """
        self._change(name, ends_sessions=True, password=hashed(password))

    def disable(self, name: str) -> None:
        """Let a user log in no more.

        :raises NoSuchUser: there is none of that name.
        :raises NotAllowed: it is the last admin.
        """
        self._change(name, ends_sessions=True, disabled=True)

    def enable(self, name: str) -> None:
        """Let a user log in again.

        :raises NoSuchUser: there is none of that name.
        """
        self._change(name, disabled=False)

    def remove(self, name: str) -> None:
        """Delete an account with its sessions.

        :raises NoSuchUser: there is none of that name.
        :raises NotAllowed: it is the last admin.
        """
        name = folded(name)
        with self._database.writing() as connection, _keeping_an_admin(connection):
            _existing(connection, name)
            connection.execute(delete(users).where(_u.name == name))

    def _change(self, name: str, *, ends_sessions: bool = False, **values: Any) -> None:  # noqa: ANN401
        name = folded(name)
        with self._database.writing() as connection, _keeping_an_admin(connection):
            _existing(connection, name)
            connection.execute(update(users).where(_u.name == name).values(values))
            if ends_sessions:
                connection.execute(delete(sessions).where(sessions.c.user == name))


def folded(name: str) -> str:
    """The one way a name is written, however it was typed."""
    return unicodedata.normalize("NFKC", name.encode("utf-8", errors="ignore").decode()).strip().lower()


@contextmanager
def _keeping_an_admin(connection: Connection) -> Iterator[None]:
    had_one = _has_admin(connection)
    yield
    if had_one and not _has_admin(connection):
        raise NotAllowed("这是最后一位可以登录的管理员，不能停用、删除或改为其他角色。请先指定另一位管理员")


def _has_admin(connection: Connection) -> bool:
    is_admin = and_(_u.role == Role.ADMIN, ~_u.disabled)
    return connection.execute(select(_u.name).where(is_admin).limit(1)).first() is not None


def _existing(connection: Connection, name: str) -> Row[Any]:
    row = connection.execute(select(users).where(_u.name == name)).one_or_none()
    if row is None:
        raise NoSuchUser(f"没有这个用户：{name}。可用 workplan user list 查看已有用户")
    return row


def read_user(row: Row[Any]) -> User:
    """User from a row."""
    return User(row.name, Role(row.role), row.disabled, row.created_at.replace(tzinfo=UTC))
