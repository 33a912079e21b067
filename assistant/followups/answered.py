"""Questions and their answers into a short memory, so that the next question can point at what was said."""

import threading
from collections import OrderedDict
from collections.abc import Callable

from assistant.answer import Answer, Citation
from assistant.followups.pointing import Said
from assistant.understanding.question import Question
from assistant.understanding.scope import Scope
from ingest.records import Hit

_MOST = 512
_Key = tuple[str, Scope, tuple[Citation, ...], int]

Extracted = tuple[Question, Answer, list[Hit]]
"""A question as it was read, its answer without a model, and the passages a model may answer from."""


class Answered:
    """The last answers, by the question as it was read; safe to use from many threads.

    :param generation: tells the number of the library's present state, which an answer holds for.
    """

    def __init__(self, generation: Callable[[], int]) -> None:
        self._generation = generation
        self._known: OrderedDict[_Key, Said] = OrderedDict()
        self._changing = threading.Lock()

    def keep(self, question: Question, answer: Answer) -> Answer:
        """Remember an answer, and give it back; what is told of an answer itself leaves that remembered."""
        if question.cited:
            return answer
        asked = self._key(question)
        with self._changing:
            self._known[asked] = Said.of(question, answer)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return answer

    def find(self, question: Question) -> Said | None:
        """Give what a question was answered, if it is remembered."""
        return self._known.get(self._key(question))

    def _key(self, question: Question) -> _Key:
        return question.text, question.scope, question.besides, self._generation()
