"""A topic asked by yes or no, or by how, and the best statements on it, into whether these may tell it."""

from collections.abc import Sequence

from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage, weigh
from assistant.wanted.how import deed_asked
from assistant.wanted.whether import formal_deed, settled
from ingest.text import normalize

_LOOKED_AT, _AS_GOOD = 3, 0.9  # a reader is shown these, so one of them must tell it
_HELD = 0.4  # so much of what a formal question asks after must stand in the sentence


def settles(question: Question, ranked: Sequence[Statement]) -> bool:
    """Tell whether one of the best statements may say yes or no, or how, where a question asks for that.

    True where it asks for anything else: which statement is best is left as it is.

    :param ranked: best first.
    """
    if question.intent is not Intent.TOPIC:
        return True
    near = [s for s in ranked[:_LOOKED_AT] if s.score >= _AS_GOOD * ranked[0].score]
    return not near or any(_tells(question.text, statement) for statement in near)


def _tells(question: str, statement: Statement) -> bool:
    """Tell whether a statement, under its heading, holds what one that settles a question must hold."""
    said, told = "".join((*statement.chunk.path[-1:], statement.text)), settled(question)
    if told is not None and not told.search(said):
        return False
    return deed_asked(question) in said and _holds(normalize(statement.text), formal_deed(question))


def _holds(text: str, deed: str) -> bool:
    """Tell whether a text speaks of a deed: in its words, or put at length (发福利: 发放教职工福利)."""
    asked = weigh(deed)
    return not asked or set(normalize(deed)) <= set(text) or coverage(asked, text) >= _HELD
