"""A unit whose work is asked into the list of all of it, from the documents that may give it any."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Mode
from assistant.answering.each import numbered
from assistant.citing.citations import Sources
from assistant.duties import (
    acts_in_rules,
    alike_office,
    asks_function,
    charter,
    is_body,
    list_acts,
    may_be_one,
    names_in,
    own_plans,
    roles_asked,
    targets,
    targets_of_body,
    tasks,
    work_of_body,
)
from assistant.rolls import in_titles
from assistant.shelf import Shelf
from assistant.understanding.bodies import name_of, organs_in
from assistant.understanding.intent import asks_targets
from assistant.understanding.narrowing import is_source
from assistant.understanding.offices import is_of_bodies
from assistant.understanding.question import Body, Question
from ingest.records import Document

_AND = "(?:[和与跟及、]|以及)[省市县区州旗]?"


def list_work(question: Question, shelf: Shelf) -> Answer | None:
    """List all work of the units a question asks about, their figures or what they are for; None for none."""
    each = _each(question)
    return _list_one(question, shelf) if len(each) < 2 else _list_each(question, each, shelf)


def _list_one(question: Question, shelf: Shelf) -> Answer | None:
    documents = _of_source(question, shelf) if question.inside else shelf.with_unit(question.unit)
    if asks_function(question.text):
        function = charter(question, question.unit, documents, shelf.aliases())
        if function:
            return function
    elif is_body(question):
        plans = [shelf.open(info.doc) for info in own_plans(question, shelf.documents())]
        if plans or not question.titled:
            others = [] if question.titled else of_place(question, shelf, documents)
            listed = targets_of_body if asks_targets(question.text) else work_of_body
            if of_body := listed(question, plans, others, shelf.aliases()):
                return _with_acts(question, of_body, others, shelf)
    meant = _of_source(question, shelf)
    figures = targets(question, meant, shelf.aliases()) if asks_targets(question.text) else None
    if figures:
        return figures
    listed_tasks = tasks(question, meant, shelf.aliases())
    return _with_alike(question, _with_acts(question, listed_tasks, meant, shelf), shelf)


def _with_acts(
    question: Question, answer: Answer | None, documents: Sequence[Document], shelf: Shelf
) -> Answer | None:
    """Add what rules have the unit do beside the duties that were listed."""
    if answer is None or roles_asked(question.text) or asks_targets(question.text) or question.chosen.units:
        return answer
    years = set(question.years)
    acts = [
        act
        for document in documents
        if not years or years.intersection(document.header.years)
        for act in acts_in_rules(document, names_in(question.unit, document, shelf.aliases()))
    ]
    sources = Sources(answer.citations)
    lines = list_acts(acts, question.unit, sources)
    return replace(answer, text="\n".join([answer.text, *lines]), citations=sources.citations)


def _with_alike(question: Question, answer: Answer | None, shelf: Shelf) -> Answer | None:
    """Add the tasks of the office that may be the same by another name, and say that it may be."""
    other = alike_office(question.unit, shelf.units()) if answer else ""
    if answer is None or not other:
        return answer
    if not may_be_one(shelf.with_unit(question.unit), shelf.with_unit(other)):
        return answer
    asked = replace(question, unit=other, text=question.text.replace(question.unit, other))
    more = tasks(asked, _of_source(asked, shelf), shelf.aliases())
    if more is None:
        return answer
    citations: dict[tuple[str, int, int], Citation] = {}
    parts = numbered(answer, citations), numbered(more, citations)
    told = f"\n文件中还写有“{other}”，可能是同一个单位的另一个名称，另外列出：\n".join(parts)
    return replace(answer, text=told, citations=tuple(citations.values()))


def _each(question: Question) -> list[Question]:
    """Ask of each of the units that a question puts side by side, in its order; what is one's is no other's.

    A body that no stored duty names is asked of as well: its own plan may set all of its work.
    """
    units = {unit: _own(unit, question) for unit in (question.unit, *question.also)}
    claimed = [body for own in units.values() for body in own]
    named = {_words(unit, own): (unit, own) for unit, own in units.items()}
    for body in question.bodies:
        if body.organs and body not in claimed and _is_beside(body.words, [*named], question.text):
            named[body.words] = (name_of(body.organs[0]), (body,))
            claimed.append(body)
    ordered = sorted(named.items(), key=lambda entry: question.text.find(entry[0]))
    bodies = () if claimed else question.bodies
    return [
        replace(question, unit=unit, also=(), bodies=own or bodies)
        for _, (unit, own) in (ordered if len(ordered) > 1 else [])
    ]


def _own(unit: str, question: Question) -> tuple[Body, ...]:
    """Give the bodies that a unit's name may mean."""
    return tuple(body for body in question.bodies if organs_in(unit, body.organs))


def _words(unit: str, own: Sequence[Body]) -> str:
    return next((body.words for body in own), unit)


def _is_beside(words: str, others: Sequence[str], text: str) -> bool:
    """Tell whether words are joined with others in a text: 卫健局和财政局."""
    return any(
        re.search(f"{re.escape(one)}{_AND}{re.escape(two)}", text)
        for other in others
        for one, two in ((words, other), (other, words))
    )


def _list_each(question: Question, each: Sequence[Question], shelf: Shelf) -> Answer | None:
    """List the work of each of several units."""
    citations: dict[tuple[str, int, int], Citation] = {}
    lists = [(one.unit, _list_one(one, shelf)) for one in each]
    told = "\n".join(
        numbered(answer, citations) if answer else f"没有找到{unit}负责的工作。" for unit, answer in lists
    )
    found = any(answer for _, answer in lists)
    return Answer(question.text, told, Mode.EXTRACT, tuple(citations.values())) if found else None


def _of_source(question: Question, shelf: Shelf) -> Sequence[Document]:
    """Open the documents that may give a unit duties, and that the question may name."""
    documents = shelf.with_unit(question.unit)
    is_giver = organs_in(question.unit, question.organs) or question.inside
    giver = replace(question, bodies=()) if is_giver else question
    of_source = {
        info.doc
        for info in shelf.documents()
        if is_source(giver, info)
        and (not question.inside or is_of_bodies(question.inside, question.places, info))
    }
    return in_titles(question, [document for document in documents if document.doc in of_source])


def of_place(question: Question, shelf: Shelf, documents: Sequence[Document]) -> list[Document]:
    """Leave out the documents of other places than the question names, whoever issued them."""
    anyone = replace(question, bodies=())
    docs = {info.doc for info in shelf.documents() if is_source(anyone, info)}
    return [document for document in documents if document.doc in docs]
