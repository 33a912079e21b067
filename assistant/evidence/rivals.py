"""Statements of several places that answer a question which names none into one candidate each."""

from collections.abc import Mapping, Sequence

from assistant.evidence.evidence import Statement, is_enough
from assistant.understanding.intent import Intent
from assistant.understanding.named import short_place
from assistant.understanding.question import Question

_FACTS = (Intent.FIGURE, Intent.DEADLINE)
_CLOSE, _AS_GOOD = 0.88, 0.95
_MOST = 5


def rivals(question: Question, ranked: Sequence[Statement]) -> Mapping[str, Statement]:
    """Find the best statement of each place that answers about as well, its newest, and these newest first.

    Empty where the question says what it means, or only one place answers.
    """
    if question.intent not in _FACTS or question.source or question.chosen:
        return {}
    best: dict[str, Statement] = {}
    for statement in ranked:
        if statement.score < _CLOSE * ranked[0].score:
            break
        if is_enough([statement]):
            place = short_place(statement.chunk.place)
            if place not in best or _is_as_good_and_newer(statement, best[place]):
                best[place] = statement
    if len(best) < 2 or "" in best:
        return {}
    newest_first = sorted(best.items(), key=lambda item: -max(item[1].chunk.years, default=0))
    return dict(newest_first[:_MOST])


def _is_as_good_and_newer(statement: Statement, best: Statement) -> bool:
    newest = [max(one.chunk.years, default=0) for one in (statement, best)]
    return newest[0] > newest[1] and statement.score >= _AS_GOOD * best.score


def name_rivals(places: Sequence[str]) -> str:
    """Ask which place is meant."""
    return f"问题没有写明地方，以下分别是{'、'.join(places)}的；写明地方可以问得更准"
