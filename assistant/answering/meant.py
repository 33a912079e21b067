"""A question told in everyday words into the passage it most likely means, quoted at some length."""

from collections.abc import Sequence

from assistant.answering.standing_out import lead_of
from assistant.evidence.bound import AMOUNTS
from assistant.evidence.evidence import Statement
from assistant.understanding.narrowing import allowed
from assistant.understanding.question import Question
from assistant.understanding.told import everyday_words
from assistant.understanding.topical import terms_of
from assistant.wanted.particulars import particular_in
from ingest.records import Hit

_LEADING_COUNTS, _LOOKED_INTO = 2.0, 3
_AT_ALL, _PARTICULAR = 0.75, 1.2  # what is found worse is of something else, however far it leads
# How well the first passage must be found and lead: less for each everyday word more, for none of its own
# words can match these.
_FOUND, _LESS_FOR_EACH, _LEAST_FOUND = 1.4, 0.2, 1.0
# How many everyday words tell a question from a near miss, most of which ask for an amount or a time.
_EVERYDAY, _MANY = 3, 5
_LONGEST, _MOST = 300, 5


def meant(question: Question, hits: Sequence[Hit]) -> list[Hit]:
    """Find the passages a question told in everyday words may mean: the best ones, if the first is one.

    The less well it is found, the more it must lead. The best of all must be of the year, place and body
    that the question names.

    :param hits: best first.
    """
    near = list(allowed(question, hits))
    if not near or near[0] is not hits[0]:
        return []
    words = everyday_words(terms_of(question))
    least = _MANY if question.intent in AMOUNTS else _EVERYDAY
    wanted = max(_FOUND - _LESS_FOR_EACH * (words - _EVERYDAY), _LEAST_FOUND)
    found = near[0].score + _LEADING_COUNTS * lead_of(near)
    at_all = _PARTICULAR if particular_in(question.text) else _AT_ALL
    is_found = near[0].score >= at_all and found >= wanted
    return near[:_LOOKED_INTO] if words >= least and is_found else []


def said_there(question: Question, hits: Sequence[Hit], ranked: Sequence[Statement]) -> list[Statement]:
    """Choose what the first passage says that may tell what is asked: most of it, in reading order.

    Which of its sentences tells it cannot be known by words that none of them holds. One that states an
    amount, a time or a particular (a number to ring) must be among them where that is asked.

    :param hits: passages, best first.
    :param ranked: their sentences, best first.
    """
    is_of_a_kind = question.intent in AMOUNTS or particular_in(question.text) is not None
    told = [s for s in ranked if s.factual] if is_of_a_kind else ranked
    holding = {statement.chunk.id for statement in told}
    passage = next((hit.chunk.id for hit in hits if hit.chunk.id in holding), None)
    chosen: list[Statement] = []
    for statement in (*told, *ranked):
        length = sum(len(other.text) for other in (statement, *chosen))
        overlaps = any(statement.start < other.end and other.start < statement.end for other in chosen)
        if statement.chunk.id == passage and not overlaps and (not chosen or length <= _LONGEST):
            chosen.append(statement)
    return sorted(chosen[:_MOST], key=lambda statement: statement.start)
