"""A question into the complete list it asks for, by the kinds of lists there are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.documents.listing import holding, list_without
from assistant.retrieval.retrieve import Retriever
from assistant.rolls.across import list_across
from assistant.rolls.appended import list_appended
from assistant.rolls.chapters import list_chapters, list_charged, list_targets
from assistant.rolls.column import list_column
from assistant.rolls.counted import list_announced
from assistant.rolls.deadlines import list_due
from assistant.rolls.effective import list_effective
from assistant.rolls.founded import tell_founding
from assistant.rolls.offices import list_offices
from assistant.rolls.persons import list_charged_to
from assistant.rolls.tabled import list_rows
from assistant.rolls.tables import list_table
from assistant.shelf import Shelf
from assistant.understanding.question import Question
from ingest.records import Hit
from ingest.text import normalize

_WITHOUT = re.compile(
    r"(?:哪[些几][个份]?|什么)(?:文件|文档|计划|方案|报告|通知|要点)(?:里|中)?(?:都|还)?(?:没有?|未|不)(?:提到|提及|涉及|写到|讲到|说到)了?过?"
    r"(?P<words>[^?,。]{2,20}?)(?:的|呢|吗)?(?:$|[?,。])"
)
# 列出某方案的任务，每项由谁牵头, which asks as 某方案有哪些任务 does.
_TO_LIST = re.compile(
    r"^(?:请|帮我|麻烦)*(?:列出|列一下|列举|罗列)(?P<of>[^，,?？。]{2,40}?)的?(?:全部|所有|各项)?"
    r"(?P<kind>(?:主要|重点|具体|保障)*(?:任务|举措|措施|工作|步骤))(?=[，,]|[?？。]*$)"
)


class Rolls:
    """Lists all of something from stored facts."""

    def __init__(self, retriever: Retriever, shelf: Shelf) -> None:
        self._retriever = retriever
        self._shelf = shelf

    def answer(self, question: Question, hits: Sequence[Hit]) -> Answer | None:
        """List what a question asks all of; None where it asks no such list, or none is known to be whole."""
        if question.documents or question.sides:
            return None
        shelf, typed = self._shelf.within(question.chosen), question.text
        question = replace(question, text=_TO_LIST.sub(r"\g<of>有哪些\g<kind>", question.text))
        answer = (
            list_charged_to(question, hits, self._retriever, shelf)
            or list_rows(question, shelf)
            or list_appended(question, hits, shelf)
            or list_table(question, hits, shelf)
            or list_due(question, hits, shelf)
            or self.of_table(question, hits)
            or list_across(question, self._retriever, shelf)
            or self._list_without(question, shelf)
            or tell_founding(question, hits, self._retriever, shelf)
            or list_effective(question, self._retriever, shelf)
            or list_offices(question, hits, shelf)
            or list_announced(question, hits, shelf)
            or list_chapters(question, shelf)
            or list_charged(question, shelf)
            or list_targets(question, shelf)
        )
        return replace(answer, question=typed, narrowed=question.labels) if answer else None

    def of_table(self, question: Question, hits: Sequence[Hit]) -> Answer | None:
        """List a column of a table for all of its rows; None where no table surely has what is asked."""
        return list_column(question, hits, self._shelf.within(question.chosen))

    def _list_without(self, question: Question, shelf: Shelf) -> Answer | None:
        """List the documents that do not mention something, where that is asked."""
        asked = _WITHOUT.search(normalize(question.text))
        if asked is None:
            return None
        words = asked["words"].strip('“”"《》')
        return list_without(question, words, holding(words, self._retriever.holding), shelf)
