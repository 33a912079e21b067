"""A question for what differs between two plans into their comparison."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.answering.gathered import Evidence
from assistant.compare import (
    Comparison,
    asks_other_tasks,
    compare_changes,
    compare_over_years,
    tell_changes,
    write,
)
from assistant.evidence.refusal import Missing, refuse
from assistant.retrieval.retrieve import Retriever
from assistant.shelf import Shelf
from assistant.understanding.question import Question
from ingest.records import Hit


def changed(
    question: Question, evidence: Sequence[Evidence], hits: Sequence[Hit], shelf: Shelf, retriever: Retriever
) -> Answer | None:
    """Tell what differs between two plans, or from year to year, where that is asked.

    Which tasks are new no one plan tells.

    :param hits: passages of all parts of the question.
    """
    if question.sides:
        return None
    within = shelf.within(question.chosen)
    if steps := compare_over_years(question, within, retriever.encode):
        return _year_by_year(question, steps, hits)
    found = [(one.question, one.hits if one.on_topic and not one.elsewhere else ()) for one in evidence]
    changes = compare_changes(question, found, within, retriever.encode)
    if changes is None:
        return refuse(question, hits, Missing.FACT) if asks_other_tasks(question) else None
    return write(question.text, changes, hits, tell_changes(changes))


def _year_by_year(question: Question, steps: Sequence[Comparison], hits: Sequence[Hit]) -> Answer:
    """Write the tables of neighbouring years one below the other; the last has the sources of all."""
    tables = [write(question.text, step, hits, tell_changes(step)) for step in steps]
    return replace(tables[-1], text="\n".join(table.text for table in tables))
