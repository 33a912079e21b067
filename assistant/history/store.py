"""Conversations into the catalog's database and back, one transaction a change."""

import secrets
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from assistant.history.records import Conversation, Feedback, Message, Vote
from assistant.history.rows import (
    message_values,
    now,
    read_conversation,
    read_feedback,
    read_message,
    storable,
    vote_values,
)
from assistant.history.tables import conversations, messages, metadata
from ingest.errors import InvalidEntry, NoSuchConversation
from ingest.index.database import Database
from ingest.index.schema import prepare

_LONGEST_TITLE = 100
_c, _m = conversations.c, messages.c


class History:
    """The conversations of all users; what belongs to one user does not exist for another.

    A change that has returned is on the disk, and one that was cut off never happened.

    :raises StorageError: from every method, when the database fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        with database.writing() as connection:
            prepare(connection, metadata)

    def start(self, user: str) -> str:
        """The id of a new conversation, which nobody can guess; the first message will store it."""
        return secrets.token_urlsafe(16)

    def save(self, user: str, conversation: str, message: Message) -> None:
        """Add a message, or replace the one of its id; the first question becomes the title.

        :raises NoSuchConversation: the conversation is another user's.
        """
        values = message_values(message)
        known = update(messages).where(_m.conversation == conversation, _m.id == message.id).values(values)
        with self._database.writing() as connection:
            _touch(connection, user, conversation)
            if not connection.execute(known).rowcount:
                _append(connection, conversation, values)

    def messages(self, user: str, conversation: str) -> list[Message]:
        """The messages of a conversation, oldest first.

        :raises NoSuchConversation: this user has none of that id.
        """
        with self._database.reading() as connection:
            _require(connection.execute(select(_c.id).where(_is(user, conversation))).first())
            query = select(messages).where(_m.conversation == conversation).order_by(_m.position)
            return [read_message(row) for row in connection.execute(query)]

    def conversations(self, user: str, words: str = "", limit: int = 200) -> list[Conversation]:
        """The conversations of a user, the one changed last first.

        :param words: each must be in the title, a question or an answer.
        """
        is_wanted = and_(_c.owner == user, *(_holds(word) for word in storable(words).split()))
        query = select(conversations).where(is_wanted).order_by(_c.updated_at.desc(), _c.id).limit(limit)
        return [read_conversation(row) for row in self._all(query)]

    def rename(self, user: str, conversation: str, title: str) -> None:
        """Give a conversation another title, which it keeps.

        :raises InvalidEntry: the title is empty.
        :raises NoSuchConversation: this user has none of that id.
        """
        title = _title(title)
        if not title:
            raise InvalidEntry("对话名称是空的。请写一个名称")
        with self._database.writing() as connection:
            renamed = update(conversations).where(_is(user, conversation)).values(title=title, named=True)
            _require(connection.execute(renamed).rowcount)

    def delete(self, user: str, conversation: str) -> None:
        """Delete a conversation with all its messages and votes.

        :raises NoSuchConversation: this user has none of that id.
        """
        with self._database.writing() as connection:
            _require(connection.execute(delete(conversations).where(_is(user, conversation))).rowcount)

    def truncate(self, user: str, conversation: str, after: str) -> None:
        """Drop the messages of a conversation from the one with the id `after` on, which goes too.

        :raises NoSuchConversation: this user has none of that id, or it has no such message.
        """
        start = select(_m.position).where(_m.conversation == conversation, _m.id == after)
        with self._database.writing() as connection:
            _touch(connection, user, conversation)
            position = _require(connection.execute(start).first())[0]
            dropped = and_(_m.conversation == conversation, _m.position >= position)
            connection.execute(delete(messages).where(dropped))

    def vote(self, user: str, conversation: str, message: str, vote: Vote | None) -> None:
        """Keep what the user thinks of an answer; None takes the vote back.

        :raises NoSuchConversation: this user has no such message.
        """
        is_own = exists().where(_is(user, conversation))
        voted = update(messages).where(_m.conversation == conversation, _m.id == message, is_own)
        with self._database.writing() as connection:
            _require(connection.execute(voted.values(vote_values(vote))).rowcount)

    def forget(self, user: str) -> None:
        """Delete all conversations of a user."""
        with self._database.writing() as connection:
            connection.execute(delete(conversations).where(_c.owner == user))

    def feedback(self, limit: int = 200) -> list[Feedback]:
        """The answers that users voted on, the newest vote first."""
        query = select(messages, _c.owner).join_from(messages, conversations).where(_m.up.is_not(None))
        return [read_feedback(row) for row in self._all(query.order_by(_m.voted_at.desc()).limit(limit))]

    def _all(self, query: Select[Any]) -> Sequence[Any]:
        with self._database.reading() as connection:
            return connection.execute(query).all()


def _is(user: str, conversation: str) -> ColumnElement[bool]:
    return and_(_c.id == conversation, _c.owner == user)


def _holds(word: str) -> ColumnElement[bool]:
    """Whether a conversation holds a word, in whatever case."""
    said = or_(_m.question.icontains(word, autoescape=True), _m.said.icontains(word, autoescape=True))
    return or_(_c.title.icontains(word, autoescape=True), exists().where(_m.conversation == _c.id, said))


def _touch(connection: Connection, user: str, conversation: str) -> None:
    """Make a conversation the newest of its user, and be the only one to change it until the end."""
    newest = update(conversations).where(_is(user, conversation)).values(updated_at=now())
    if connection.execute(newest).rowcount:
        return
    if connection.execute(select(_c.id).where(_c.id == conversation)).first():
        _require(None)
    row = {"id": conversation, "owner": user, "title": "", "updated_at": now()}
    connection.execute(insert(conversations).values(row))


def _append(connection: Connection, conversation: str, values: dict[str, Any]) -> None:
    """Put a message behind the others; the first one names a conversation that the user did not."""
    last = select(func.coalesce(func.max(_m.position), -1)).where(_m.conversation == conversation)
    position = connection.execute(last).scalar_one() + 1
    connection.execute(insert(messages).values(conversation=conversation, position=position, **values))
    if position == 0:
        unnamed = and_(_c.id == conversation, ~_c.named)
        connection.execute(update(conversations).where(unnamed).values(title=_title(values["question"])))


def _title(text: str) -> str:
    return " ".join(storable(text).split())[:_LONGEST_TITLE]


def _require(found: Any) -> Any:  # noqa: ANN401
    if not found:
        raise NoSuchConversation("没有找到这段对话：已被删除，或属于别人。请从对话列表中选择，或新建对话")
    return found
