"""A conversation, the list of conversations and what a question is narrowed to into HTML."""

from collections.abc import Sequence

from assistant.choices import Choices
from assistant.history import Conversation
from assistant.ui.ask.narrow import FIELDS
from assistant.ui.ask.talk import Talk
from assistant.ui.markup import passages, render
from ingest.records import Filter


def conversation(talk: Talk, examples: Sequence[str] = ()) -> str:
    """The questions and answers so far, or a welcome with example questions."""
    return render("conversation", talk=talk, examples=examples)


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
    return render("chips", chosen=chosen, fields=FIELDS)


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
