"""A conversation, the list of conversations and what a question is narrowed to into HTML."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from markupsafe import Markup

from assistant.choices import Choices
from assistant.history import Conversation, Vote
from assistant.ui.ask.narrow import FIELDS, picks
from assistant.ui.ask.talk import Talk, Turn
from assistant.ui.markup import passages, render
from ingest.records import Filter

_REMEMBERED = 300
"""Turns that are followed by others, which every answer shows once more."""


@dataclass(frozen=True, slots=True)
class _Past:
    """A turn that another one has followed: only what is thought of it changes any more."""

    talk: str
    id: str
    vote: Vote | None
    stopped: bool
    busy: bool
    turn: Turn = field(compare=False)


def conversation(talk: Talk, examples: Sequence[str] = ()) -> str:
    """The newest questions and answers, or a welcome with example questions."""
    past, last = talk.shown[:-1], talk.shown[-1:]
    turns = [_past(_Past(talk.id, turn.id, turn.vote, turn.stopped, talk.busy, turn)) for turn in past]
    turns += [_turn(talk.id, turn, talk.busy, is_last=True) for turn in last]
    earlier = len(talk.turns) - len(turns)
    return render("conversation", turns=turns, earlier=earlier, busy=talk.busy, examples=examples)


@lru_cache(maxsize=_REMEMBERED)
def _past(past: _Past) -> Markup:
    return _turn(past.talk, past.turn, past.busy, is_last=False)


def _turn(talk: str, turn: Turn, busy: bool, *, is_last: bool) -> Markup:
    return Markup(render("turn", talk=talk, turn=turn, busy=busy, is_last=is_last, picks=picks))


def found(talk: Talk) -> str:
    """The passages of the last answer."""
    answer = talk.turns[-1].answer if talk.turns else None
    return passages(answer.citations, answer.related) if answer else passages()


def head(talk: Talk) -> str:
    """What stands above a conversation: its title and what can be done with all of it."""
    return render("head", talk=talk)


def listing(conversations: Sequence[Conversation], current: str, words: str = "") -> str:
    """The conversations of a user, the open one marked."""
    return render("talks", conversations=conversations, current=current, words=words)


def chips(chosen: Filter) -> str:
    """What a reader has narrowed the next question to, each to be taken away again."""
    return render("chips", picked=picks(chosen), fields=FIELDS)


def filters(choices: Choices, chosen: Filter) -> str:
    """What can be chosen, the chosen ones ticked."""
    options = {
        "years": [(year, f"{year}年") for year in choices.years],
        "kinds": [(kind, kind) for kind in choices.kinds],
        "organs": [(organ, organ) for organ in choices.organs],
        "units": [(unit, unit) for unit in choices.units],
        "docs": choices.docs,
    }
    return render("filters", chosen=chosen, fields=FIELDS, options=options)
