"""Between messages and their rows, both ways; an answer is JSON that holds every citation and passage."""

import json
import logging
from datetime import UTC, datetime
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Row

from assistant.answer import Answer
from assistant.history.records import Conversation, Feedback, Message, Vote
from assistant.understanding.scope import EVERYWHERE, Scope

_log = logging.getLogger(__name__)
_UNREADABLE = "这条回答由另一版本的程序保存，现在无法显示。请重新提问"


def message_values(message: Message) -> dict[str, Any]:
    """The columns of a message but for its conversation and position."""
    answer = message.answer
    return {
        "id": message.id,
        "question": storable(message.question),
        "answer": storable(_json(_answers(), answer)) if answer else "",
        "said": storable(answer.text) if answer else "",
        "error": storable(message.error),
        "asked_at": in_utc(message.asked_at),
        "stopped": message.stopped,
        "scope": storable(_json(_scopes(), message.scope)) if message.scope != EVERYWHERE else "",
        **vote_values(message.vote),
    }


def vote_values(vote: Vote | None) -> dict[str, Any]:
    """The columns of a vote, or of none."""
    if vote is None:
        return {"up": None, "reason": "", "voted_at": None}
    return {"up": vote.up, "reason": storable(vote.reason), "voted_at": now()}


def read_message(row: Row[Any]) -> Message:
    """Message from its row; an answer that this version cannot read becomes the error that says so."""
    answer, error = None, row.error
    try:
        answer = _answers().validate_json(row.answer) if row.answer else None
    except ValidationError as failure:
        _log.warning("stored answer of message %s: %d fields not readable", row.id, failure.error_count())
        error = _UNREADABLE
    asked_at = row.asked_at.replace(tzinfo=UTC)
    return Message(row.id, row.question, answer, error, asked_at, row.stopped, _vote(row), _scope(row))


def read_conversation(row: Row[Any]) -> Conversation:
    """Conversation from its row."""
    return Conversation(row.id, row.title, row.updated_at.replace(tzinfo=UTC))


def read_feedback(row: Row[Any]) -> Feedback:
    """Feedback from the row of a message with a vote, joined with its conversation's."""
    vote = Vote(row.up, row.reason)
    return Feedback(row.owner, row.question, row.said, vote, row.voted_at.replace(tzinfo=UTC))


def in_utc(moment: datetime) -> datetime:
    """A moment as the database keeps it: UTC without saying so."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def now() -> datetime:
    """The present, as the database keeps it."""
    return in_utc(datetime.now(UTC))


def storable(text: str) -> str:
    """Leave out what a database takes for no text: halves of a surrogate pair, and NUL."""
    return text.encode("utf-8", errors="ignore").decode("utf-8").replace("\0", "")


def _vote(row: Row[Any]) -> Vote | None:
    return None if row.up is None else Vote(row.up, row.reason)


def _scope(row: Row[Any]) -> Scope:
    try:
        return _scopes().validate_json(row.scope) if row.scope else EVERYWHERE
    except ValidationError:
        return EVERYWHERE


def _json(adapter: TypeAdapter[Any], value: object) -> str:
    # not `dump_json`, which refuses half a surrogate pair
    return json.dumps(adapter.dump_python(value, mode="json"), ensure_ascii=False)


@cache
def _answers() -> TypeAdapter[Answer]:
    return TypeAdapter(Answer)


@cache
def _scopes() -> TypeAdapter[Scope]:
    return TypeAdapter(Scope)
