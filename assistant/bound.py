"""Statements of a figure or a time into those that state it of what is asked: by the clause it stands in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.clause import clauses
from assistant.evidence import FACTUAL, Similarity, Statement
from assistant.fact import FactAsked, fact_asked
from assistant.intent import Intent, Time
from assistant.narrowing import REPORTS, time_of, years_in
from assistant.question import Question
from assistant.terms import Term, beyond, coverage, weigh
from ingest.records import Chunk
from ingest.text import normalize

AMOUNTS = (Intent.FIGURE, Intent.DEADLINE)
_LOOKED_INTO = 8
# A clause that states the fact is about the question, unless its sentence surely is.
_ABOUT, _SURELY_ABOUT = 0.12, 0.42
# Where a thing is asked of, it says so much of the question as the clause of its sentence that says most.
_AS_MUCH = 0.455
_AIMS = re.compile("目标|预期|力争|计划(?![的完])")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that states the fact; what it says of the question, with the one before it, 0 to 1.

    :param share: the same as a share of what any clause of its sentence says.
    """

    text: str
    share: float


def bound(question: Question, ranked: Sequence[Statement], similarity: Similarity) -> list[Statement]:
    """Let those of the best that state the figure or time of something else count as stating none.

    :return: the same statements, best first.
    """
    fact = fact_asked(question)
    looked_into = [s for s in ranked if s.factual][:_LOOKED_INTO] if question.intent in AMOUNTS else []
    if not looked_into or fact.kind is None:
        return list(ranked)
    terms = weigh(question.text)
    told = [(at, clause) for at, s in enumerate(looked_into) for clause in _stating(s, fact, terms)]
    cosines = similarity([clause.text for _, clause in told])
    near = [
        [(c, cosine) for (to, c), cosine in zip(told, cosines, strict=True) if to == at]
        for at in range(len(looked_into))
    ]
    others = {
        id(s) for s, own in zip(looked_into, near, strict=True) if _is_of_another(question, fact, s, own)
    }
    judged = [replace(s, factual=False, score=s.score - FACTUAL) if id(s) in others else s for s in ranked]
    return sorted(judged, key=lambda statement: -statement.score)


def _stating(statement: Statement, fact: FactAsked, terms: tuple[Term, ...]) -> Iterator[_Clause]:
    """Find the clauses that state the fact; the whole statement where only together they do."""
    asked, said = beyond(terms, statement.chunk.title), list(clauses(statement.text))
    shares = [coverage(asked, normalize("".join(said[max(at - 1, 0) : at + 1]))) for at in range(len(said))]
    most = max(shares, default=0.0) or 1.0
    found = [_Clause(c, s / most) for c, s in zip(said, shares, strict=True) if fact.kind and fact.kind(c)]
    yield from found or [_Clause(statement.text, 1.0)]


def _is_of_another(
    question: Question, fact: FactAsked, statement: Statement, told: Sequence[tuple[_Clause, float]]
) -> bool:
    """Tell whether a figure or time is of another thing or year, or was reached where a plan is asked for.

    :param told: the clauses that state it, each with its cosine with the question.
    """
    if max(cosine for _, cosine in told) < _ABOUT and statement.similarity < _SURELY_ABOUT:
        return True
    if fact.things and max(clause.share for clause, _ in told) < _AS_MUCH:
        return True
    if set(question.years).intersection(years_in(statement.text)):
        return False
    if time_of(statement.chunk) is not Time.DONE or any(_AIMS.search(clause.text) for clause, _ in told):
        return False
    return question.time is Time.PLANNED or _is_reviewed(statement.chunk, question.years)


def _is_reviewed(chunk: Chunk, asked: Sequence[int]) -> bool:
    """Tell whether a passage is of the years that a plan reviews, where the plan's own year is asked."""
    if not asked or not chunk.years or max(asked) < max(chunk.years):
        return False
    headed = years_in(" ".join(chunk.path))
    return not set(asked).intersection(headed) if headed else chunk.kind not in REPORTS
