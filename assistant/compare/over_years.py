"""A question what changed over more than two years into the plans of a series, compared two by two."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from assistant.citing.citations import Sources
from assistant.compare.align import Encode
from assistant.compare.asked import asks_changes, compared_topic, wanted_changes
from assistant.compare.pairing import goes_before, with_earlier
from assistant.compare.plans import compare_plans
from assistant.compare.records import Comparison
from assistant.shelf import Shelf
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.terms import Term
from ingest.index.entry import DocumentInfo
from ingest.records import Document
from ingest.text import cn_number

_SPAN = re.compile(
    r"(?:[最近这过去连续前的]{0,4}(?<!\d)(?P<count>[三四五六七八九十]|[3-9])个?年(?!级|[内制])|[这近过去最前]{1,3}几年|多年|历年|逐年|一年一年|历次)"
    r"(?:以来|来|间|里|之间|中)?(?:的?(?:计划|要点))?"
)
_YEARS = re.compile(r"(?:(?:20)?\d{2}年?度?(?:[、,，和与及跟到至—~-]|以及)*)+")
_PAIR = "两年"
_WHOLE = (Intent.TOPIC, Intent.SUMMARY)
_SEVERAL, _ALL = 3, 99


def compare_over_years(question: Question, shelf: Shelf, encode: Encode) -> list[Comparison]:
    """Compare each plan of a series with the one before it, oldest first; [] where no such years are asked.

    The marks of all tables count the same sources.
    """
    is_of_plans = len(question.documents) >= _SEVERAL or not question.documents
    if question.intent not in _WHOLE or question.sides or not is_of_plans or not asks_changes(question):
        return []
    plans = [shelf.open(info.doc) for info in _plans(question, shelf.documents())]
    if len(plans) < _SEVERAL - 1:
        return []
    topic, wanted = _topic(question, plans), wanted_changes(question)
    sources = Sources()
    steps = []
    for pair in pairwise(plans):
        names = tuple(f"{plan.header.year}年" for plan in pair)
        step = compare_plans(
            (names[0], names[1]), pair, encode, in_time=True, topic=topic, wanted=wanted, sources=sources
        )
        steps += [step] if step else []
    return steps


def _plans(question: Question, stored: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """Find the plans of the years asked, oldest first: those named, or so many back from the newest."""
    if question.documents:
        return _named(question, stored)
    span = _SPAN.search(question.text)
    years = set(question.years) if len(question.years) >= _SEVERAL else set[int]()
    if not (span or years) or (question.years and not years):
        return []
    last = (max(years),) if years else ()
    asked = replace(question, text=_in_pairs(question.text), years=last)
    newest = with_earlier(asked, stored)
    if newest is None:
        return []
    known = {info.doc: info for info in stored}
    found = [known[named.docs[0]] for named in newest.documents]
    while before := [old for old in stored if old.years and _precedes(old, found[0])]:
        found.insert(0, max(before, key=lambda old: old.years[0]))
    most = (cn_number(span["count"]) or _SEVERAL) if span and span["count"] else _ALL
    return [info for info in found if info.years[0] in years] if years else found[-most:]


def _named(question: Question, stored: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """Give the plans a question names, oldest first, where they are of one series."""
    docs = {doc for named in question.documents for doc in named.docs}
    plans = sorted(
        (info for info in stored if info.doc in docs and info.years), key=lambda info: info.years[0]
    )
    is_series = len(plans) == len(question.documents) and all(_precedes(*pair) for pair in pairwise(plans))
    return plans if is_series else []


def _precedes(old: DocumentInfo, new: DocumentInfo) -> bool:
    return old.years[0] < new.years[0] and old.place == new.place and goes_before(old, new)


def _in_pairs(text: str) -> str:
    """Ask of two years what is asked of several."""
    return _PAIR + _YEARS.sub("", _SPAN.sub("", text))


def _topic(question: Question, plans: Sequence[Document]) -> tuple[Term, ...]:
    asked = replace(question, text=_in_pairs(question.text))
    return compared_topic(asked, tuple(plans))
