"""Statements for the parts of a question into whether they can be compared, and the clauses that can."""

from collections.abc import Callable, Sequence
from itertools import combinations

from assistant.compare.asked import compared_thing
from assistant.compare.clauses import Claim, best_of, naming
from assistant.compare.columns import containment
from assistant.compare.kinds import kind_of
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Time
from assistant.understanding.narrowing import time_of
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, coverage, weigh
from ingest.facts.quantities import quantities
from ingest.records import Document
from ingest.text import normalize

Found = Sequence[tuple[Question, Sequence[Statement]]]
Open = Callable[[str], Document]

_MUCH_ALIKE, _NAMED_AS_WELL, _NAMED_HALF, _SIDE_NAMED = 0.5, 0.2, 0.5, 0.7
_ALIKE, _NAMED = 0.3, 0.4  # of clauses that confirm each other
_SCALES, _PART = "十百千万亿", "其中"


def are_alike(found: Found, open_document: Open) -> bool:
    """Tell whether the best statements of all parts give figures in one unit and of one kind of the thing.

    They do if two clauses are worded alike, or both statements name as much of what is asked; of a thing set
    apart its statement must tell. What only one part has is set beside nothing.
    """
    stated = [(part, statements[0]) for part, statements in found if statements]
    if any(part.side and _told_of(weigh(part.side), one) < _SIDE_NAMED for part, one in stated):
        return False
    given = [(part, one, best_of(part, [one], open_document)) for part, one in stated]
    return all(
        (
            _is_as_well_named(first, one, second, other)
            and any(_is_one_measure(a, b) for a in claims for b in others)
        )
        or any(_is_worded_alike(a, b) for a in claims for b in others)
        for (first, one, claims), (second, other, others) in combinations(given, 2)
    )


def confirms(one: tuple[Question, Statement], other: tuple[Question, Statement], open_document: Open) -> bool:
    """Tell whether statements for two parts give the figure asked for of one thing, in much the same words.

    Words less alike will do where either clause names at least half of what is asked.
    """
    if len({time_of(said.chunk) for _, said in (one, other)} - {Time.ANY}) > 1:
        return False
    claims, others = (best_of(part, [said], open_document) for part, said in (one, other))
    return any(
        _is_one_measure(a, b)
        and (alike := containment(a.text, b.text)) >= _ALIKE
        and min(_names(one[0], a), _names(other[0], b)) >= (_NAMED if alike >= _MUCH_ALIKE else _NAMED_HALF)
        for a in claims
        for b in others
        if a.figure is not None and b.figure is not None
    )


def _names(part: Question, claim: Claim) -> float:
    return naming(compared_thing(part), normalize(claim.text))


def claims_alike(found: Found, open_document: Open) -> list[list[Claim]]:
    """Find for each part the clause that is most about what is asked, if all are worded alike; else [].

    Where no clause names enough of the thing, since the question puts it otherwise or names more, two clauses
    of one wording still give one measure.
    """
    best = [_most_about(part, statements, open_document) for part, statements in found]
    told = [claim for claim in best if claim]
    if len(told) < len(found) or not all(_is_worded_alike(*pair) for pair in combinations(told, 2)):
        return []
    return [[claim] for claim in told]


def _most_about(part: Question, statements: Sequence[Statement], open_document: Open) -> Claim | None:
    """Find the clause of the best statement that names most of the thing; None where two name as much."""
    thing = compared_thing(part)
    claims = [one for one in best_of(part, statements[:1], open_document) if not one.text.startswith(_PART)]
    about = {id(one): naming(thing, normalize(one.text)) for one in claims}
    most = [one for one in claims if about[id(one)] and about[id(one)] == max(about.values())]
    least = min(most, key=lambda one: one.end - one.start, default=None)
    is_sure = least and all(one.start <= least.start and least.end <= one.end for one in most)
    return least if is_sure else None


def _is_as_well_named(part: Question, one: Statement, other_part: Question, other: Statement) -> bool:
    """Tell whether two statements name about as much of what is asked of each, and not little."""
    named = [_told_of(compared_thing(p), s) for p, s in ((part, one), (other_part, other))]
    return min(named) >= _NAMED_HALF and max(named) - min(named) <= _NAMED_AS_WELL


def _told_of(thing: tuple[Term, ...], statement: Statement) -> float:
    said = normalize(statement.text)
    return max(coverage(thing, said), naming(thing, said))


def _is_worded_alike(one: Claim, other: Claim) -> bool:
    is_sure = one.figure is not None and other.figure is not None
    return is_sure and _is_one_measure(one, other) and containment(one.text, other.text) >= _MUCH_ALIKE


def _is_one_measure(one: Claim, other: Claim) -> bool:
    """Tell whether two clauses give a figure in one unit, but for its scale, and of one kind."""
    return kind_of(one.text) == kind_of(other.text) and not _units(one).isdisjoint(_units(other))


def _units(claim: Claim) -> set[str]:
    """Give the unit of the figure a clause states, or those of all it holds where none is sure."""
    units = [claim.figure.unit] if claim.figure else [one.unit for one in quantities(claim.text)]
    return {unit.lstrip(_SCALES) for unit in units}
