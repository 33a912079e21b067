"""A unit whose work is asked into the list of all of it, from the documents that may give it any."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources
from assistant.duties import (
    asks_function,
    charter,
    is_body,
    own_plans,
    targets,
    targets_of_body,
    tasks,
    work_of_body,
)
from assistant.rolls import in_titles
from assistant.shelf import Shelf
from assistant.understanding.bodies import organs_in
from assistant.understanding.intent import asks_targets
from assistant.understanding.narrowing import is_source
from assistant.understanding.offices import is_of_bodies
from assistant.understanding.question import Question
from ingest.records import Document


def list_work(question: Question, shelf: Shelf) -> Answer | None:
    """List all work of the unit a question asks about, its figures or what it is for; None for none."""
    if question.also:
        return _list_each(question, shelf)
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
                return of_body
    meant = _of_source(question, shelf)
    figures = targets(question, meant, shelf.aliases()) if asks_targets(question.text) else None
    return figures or tasks(question, meant, shelf.aliases())


def _list_each(question: Question, shelf: Shelf) -> Answer | None:
    """List the tasks of each of several units."""
    sources = Sources()
    units = (question.unit, *question.also)
    asked = sorted(
        (replace(question, unit=unit, also=()) for unit in units),
        key=lambda one: question.text.find(one.unit),
    )
    lists = [tasks(one, _of_source(one, shelf), shelf.aliases(), sources) for one in asked]
    told = "\n".join(
        f"{answer.text}" if answer else f"没有找到{one.unit}负责的工作。"
        for one, answer in zip(asked, lists, strict=True)
    )
    return Answer(question.text, told, Mode.EXTRACT, sources.citations) if any(lists) else None


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
