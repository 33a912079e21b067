"""A question for what differs between two plans into their comparison."""

from collections.abc import Sequence

from assistant.answer import Answer
from assistant.answering.gathered import Evidence
from assistant.compare import asks_other_tasks, compare_changes, tell_changes, write
from assistant.evidence.refusal import Missing, refuse
from assistant.retrieval.retrieve import Retriever
from assistant.shelf import Shelf
from assistant.understanding.question import Question
from ingest.records import Hit


def changed(
    question: Question, evidence: Sequence[Evidence], hits: Sequence[Hit], shelf: Shelf, retriever: Retriever
) -> Answer | None:
    """Tell what differs between two plans, where that is asked; which tasks are new no one plan tells.

    :param hits: passages of all parts of the question.
    """
    if question.sides:
        return None
    found = [(one.question, one.hits if one.on_topic and not one.elsewhere else ()) for one in evidence]
    changes = compare_changes(question, found, shelf.within(question.chosen), retriever.encode)
    if changes is None:
        return refuse(question, hits, Missing.FACT) if asks_other_tasks(question) else None
    return write(question.text, changes, hits, tell_changes(changes))
