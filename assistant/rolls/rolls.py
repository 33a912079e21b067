"""A question into the complete list it asks for, by the kinds of lists there are."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.question import Question
from assistant.retrieve import Retriever
from assistant.rolls.across import list_across
from assistant.rolls.counted import list_announced
from assistant.rolls.deadlines import list_due
from assistant.rolls.founded import tell_founding
from assistant.shelf import Shelf
from ingest.records import Hit


class Rolls:
    """Lists all of something from stored facts."""

    def __init__(self, retriever: Retriever, shelf: Shelf) -> None:
        self._retriever = retriever
        self._shelf = shelf

    def answer(self, question: Question, hits: Sequence[Hit]) -> Answer | None:
        """List what a question asks all of; None where it asks no such list, or none is known to be whole."""
        if question.documents or question.sides:
            return None
        shelf = self._shelf.within(question.chosen)
        answer = (
            list_due(question, hits, shelf)
            or list_across(question, self._retriever, shelf)
            or tell_founding(question, self._retriever, shelf)
            or list_announced(question, hits, shelf)
        )
        return replace(answer, narrowed=question.labels) if answer else None
