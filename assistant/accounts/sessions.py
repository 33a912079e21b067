"""Who is logged in: a random id in the browser, its hash with the user and the end of the session here."""

import secrets
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, insert, select

from assistant.accounts.store import User, read_user
from assistant.accounts.tables import metadata, sessions, users
from ingest.index.database import Database
from ingest.index.schema import prepare

LIFETIME = timedelta(days=7)
"""How long somebody stays logged in."""


class Sessions:
    """The sessions of all users.

    :raises StorageError: from every method, when the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.writing() as connection:
            prepare(connection, metadata)

    def begin(self, user: User) -> str:
        """Log a user in and return the id of the session, which nobody can guess; ended ones are cleared."""
        token = secrets.token_urlsafe(32)
        row = {"id": _hash(token), "user": user.name, "expires_at": _now() + LIFETIME}
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.expires_at <= _now()))
            connection.execute(insert(sessions).values(row))
        return token

    def user(self, token: str) -> User | None:
        """Whose session it is, as long as it lasts and the user is not disabled."""
        is_open = (sessions.c.id == _hash(token)) & (sessions.c.expires_at > _now()) & ~users.c.disabled
        query = select(users).join_from(users, sessions).where(is_open)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return read_user(row) if row else None

    def end(self, token: str) -> None:
        """Log out."""
        with self._database.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.id == _hash(token)))


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", errors="ignore")).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
