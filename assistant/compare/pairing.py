"""A question that sets a plan beside the one before it into the two plans of a series that it means."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.compare.asked import asks_changes, asks_earlier, said_of_plans, years_compared
from assistant.compare.series import kind_of_plan, same_series
from assistant.understanding.bodies import same_body
from assistant.understanding.intent import Intent
from assistant.understanding.named import short_place
from assistant.understanding.question import Named, Question
from assistant.understanding.terms import Term
from ingest.index.entry import DocumentInfo
from ingest.text import normalize

_Pair = tuple[DocumentInfo, DocumentInfo]
_BOTH = 2
_NEARLY_ALL, _LITTLE = 0.6, 0.01
_WHOLE = (Intent.TOPIC, Intent.SUMMARY)
_OF_THE_YEAR = ("要点", "计划")
"""What the plan of a body for a year is called; it is meant where a body is named and no plan."""


def with_earlier(question: Question, stored: Sequence[DocumentInfo]) -> Question | None:
    """Name both plans of a question for what changed since the plan before; None where none or two fit.

    Where it names two years the plans are compared whole; on a topic what is found of each year tells them.

    :param stored: the documents that may be meant.
    """
    years = years_compared(question)
    if question.documents or question.sides or len(question.places) > 1 or len(years) > _BOTH:
        return None
    names_both = len(years) == _BOTH
    if not (asks_changes(question) and question.intent in _WHOLE if names_both else asks_earlier(question)):
        return None
    said = said_of_plans(question)
    pairs = [
        pair
        for pair in _pairs(question, said, years, stored)
        if not names_both or all(_is_in_both(term, pair) for term in said)
    ]
    ranked = [(_named(question, said, pair), pair) for pair in pairs]
    most = max((worth for worth, _ in ranked), default=0.0)
    best = [pair for worth, pair in ranked if worth == most > 0]
    newest = [pair for pair in best if pair[1].years[0] == max(new.years[0] for _, new in best)]
    if len(newest) != 1:
        return None
    return replace(question, documents=tuple(map(_name, newest[0])), years=(), places=())


def _pairs(
    question: Question, said: Sequence[Term], years: Sequence[int], stored: Sequence[DocumentInfo]
) -> list[_Pair]:
    """Pair each plan of the later year asked, or of any, with that of the other, or the one before it.

    Only documents whose title says about as much of the question as any, or whose body it names, count.
    """
    known = [info for info in stored if info.years and _may_be_meant(question, info)]
    worth = [sum(term.weight for term in said if _is_in(term, info)) for info in known]
    least = 0.0 if question.organs else max(_NEARLY_ALL * max(worth, default=0.0), _LITTLE)
    by_place: dict[str, list[DocumentInfo]] = {}
    for info, own_worth in zip(known, worth, strict=True):
        if own_worth >= least:
            by_place.setdefault(info.place, []).append(info)
    pairs = []
    for own in by_place.values():
        for new in own if not years else [info for info in own if info.years[0] == max(years)]:
            before = [old for old in own if old.years[0] < new.years[0] and goes_before(old, new)]
            last = min(years) if len(years) == _BOTH else max((old.years[0] for old in before), default=0)
            pairs += [(old, new) for old in before if old.years[0] == last]
    return pairs


def _may_be_meant(question: Question, info: DocumentInfo) -> bool:
    places = set(map(short_place, question.places))
    return (not places or not info.place or short_place(info.place) in places) and (
        not question.bodies or info.organ in question.organs
    )


def goes_before(old: DocumentInfo, new: DocumentInfo) -> bool:
    """Tell whether two plans, the older one first, are of one series of one body."""
    is_of_one = same_body(old.organ, new.organ) or not (old.organ and new.organ)
    return is_of_one and same_series(old.header, new.header)


def _named(question: Question, said: Sequence[Term], pair: _Pair) -> float:
    """Weigh what a question says that stands in both titles; its body alone names the body's yearly plan."""
    named = sum(term.weight for term in said if _is_in_both(term, pair))
    is_yearly = all(kind_of_plan(info.header).endswith(_OF_THE_YEAR) for info in pair)
    return named + (1.0 if question.organs and is_yearly else 0.0)


def _is_in_both(term: Term, pair: _Pair) -> bool:
    return all(_is_in(term, info) for info in pair)


def _is_in(term: Term, info: DocumentInfo) -> bool:
    return term.word in normalize(info.organ + info.title)


def _name(info: DocumentInfo) -> Named:
    year = info.years[0]
    label = f"{year}年{kind_of_plan(info.header).replace(str(year), '')}"
    return Named(label, (info.doc,), (year,))
