"""Statements of several places that answer a question which names none into one candidate each."""

from collections.abc import Mapping, Sequence

from assistant.evidence.evidence import Statement, is_enough
from assistant.understanding.intent import Intent
from assistant.understanding.named import short_place
from assistant.understanding.question import Question

_FACTS = (Intent.FIGURE, Intent.DEADLINE)
_CLOSE = 0.88
_MOST = 5


def rivals(question: Question, ranked: Sequence[Statement]) -> Mapping[str, Statement]:
    """Find the best statement of each place that answers about as well, newest first.

    Empty where the question says what it means, or only one place answers.
    """
    if question.intent not in _FACTS or question.source or question.chosen:
        return {}
    best: dict[str, Statement] = {}
    for statement in ranked:
        if statement.score < _CLOSE * ranked[0].score:
            break
        if is_enough([statement]):
            best.setdefault(short_place(statement.chunk.place), statement)
    if len(best) < 2 or "" in best:
        return {}
    newest_first = sorted(best.items(), key=lambda item: -max(item[1].chunk.years, default=0))
    return dict(newest_first[:_MOST])


def name_rivals(places: Sequence[str]) -> str:
    """Ask which place is meant."""
    return f"问题没有写明地方，以下分别是{'、'.join(places)}的；写明地方可以问得更准"
