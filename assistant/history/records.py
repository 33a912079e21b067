"""What is kept of a conversation: its messages, what was thought of them, and its line in a list."""

from dataclasses import dataclass
from datetime import datetime

from assistant.answer import Answer
from assistant.understanding.scope import EVERYWHERE, Scope


@dataclass(frozen=True, slots=True)
class Vote:
    """What a reader thinks of an answer.

    :param reason: in the reader's words, or "".
    """

    up: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One question with its answer.

    :param answer: whole, or as far as it was written; None while there is none, and for ever if the program
        ended before it.
    :param error: why there is no answer, or "".
    :param asked_at: with its time zone; stored as UTC.
    :param stopped: the reader broke the answer off.
    :param scope: where the reader wanted the answer to come from.
    """

    id: str
    question: str
    answer: Answer | None
    error: str
    asked_at: datetime
    stopped: bool
    vote: Vote | None
    scope: Scope = EVERYWHERE


@dataclass(frozen=True, slots=True)
class Conversation:
    """What a list shows of a conversation.

    :param title: as the user named it, or else its first question.
    :param updated_at: when a message was last saved, in UTC.
    """

    id: str
    title: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Feedback:
    """An answer somebody voted on, for those who look after the library.

    :param answer: text of the answer, "" where there was none.
    :param voted_at: in UTC.
    """

    user: str
    question: str
    answer: str
    vote: Vote
    voted_at: datetime
