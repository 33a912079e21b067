"""A conversation as one page shows it, and between its turns and the messages that are kept."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from secrets import token_urlsafe

from assistant.answer import Answer
from assistant.history import Message, Vote
from assistant.understanding.scope import EVERYWHERE, Scope

_NEWEST = 10
"""Turns of a long conversation that are shown at first."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a conversation with its answer, or `error`, which says why there is none.

    :param writing: the answer is still growing.
    :param stopped: the user broke it off.
    :param scope: where the answer was to come from.
    :param further: questions that go on from the answer.
    """

    question: str
    answer: Answer | None = None
    error: str = ""
    writing: bool = False
    stopped: bool = False
    vote: Vote | None = None
    scope: Scope = EVERYWHERE
    further: tuple[str, ...] = ()
    id: str = field(default_factory=lambda: token_urlsafe(12))
    asked_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def pending(self) -> bool:
        """Whether it still has to be answered, because the page or the program ended too early."""
        return self.answer is None and not (self.error or self.stopped)

    @property
    def message(self) -> Message:
        """What is kept of it."""
        return Message(
            self.id,
            self.question,
            self.answer,
            self.error,
            self.asked_at,
            self.stopped,
            self.vote,
            self.scope,
        )


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation.

    :param id: "" until the first question is asked.
    :param name: what the user called it, or "".
    :param whole: the page shows all of its turns, not the newest alone.
    """

    id: str = ""
    turns: tuple[Turn, ...] = ()
    name: str = ""
    whole: bool = False

    @property
    def shown(self) -> tuple[Turn, ...]:
        """The turns the page shows; each of them is sent with every answer."""
        return self.turns if self.whole else self.turns[-_NEWEST:]

    @property
    def busy(self) -> bool:
        """Whether an answer is growing."""
        return bool(self.turns) and self.turns[-1].writing

    @property
    def title(self) -> str:
        """Its first question."""
        return self.turns[0].question if self.turns else ""

    def turn(self, id: str) -> Turn | None:
        """The turn of that id."""
        return next((turn for turn in self.turns if turn.id == id), None)

    def before(self, id: str) -> "Talk":
        """The conversation up to a turn, without it."""
        at = next((at for at, turn in enumerate(self.turns) if turn.id == id), len(self.turns))
        return replace(self, turns=self.turns[:at])

    def put(self, turn: Turn) -> "Talk":
        """The conversation with a turn in the place of the one of its id, or at its end."""
        if self.turn(turn.id) is None:
            return replace(self, turns=(*self.turns, turn))
        return replace(self, turns=tuple(turn if own.id == turn.id else own for own in self.turns))

    @property
    def halted(self) -> "Talk":
        """The conversation with the growing answer broken off by the user."""
        if not self.busy:
            return self
        return self.put(replace(self.turns[-1], writing=False, stopped=True))


def talk_of(id: str, messages: Sequence[Message], name: str) -> Talk:
    """The conversation that was kept."""
    return Talk(id, tuple(map(_turn, messages)), name)


def _turn(kept: Message) -> Turn:
    return Turn(
        kept.question,
        kept.answer,
        kept.error,
        stopped=kept.stopped,
        vote=kept.vote,
        scope=kept.scope,
        id=kept.id,
        asked_at=kept.asked_at,
    )
