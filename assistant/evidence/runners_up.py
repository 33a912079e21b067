"""Statements behind the best one into those that may be the answer too, or belong to it."""

import re

from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent, Time
from assistant.understanding.narrowing import time_of
from assistant.understanding.question import Question
from assistant.understanding.terms import beyond, coverage, weigh
from assistant.wanted.fact import fact_asked
from ingest.text import normalize

# A best sentence that says so little of the question may well not be the answer.
_SAYS_LITTLE = 0.4
_HARDLY_WORSE = 0.9
_NAMES_MORE = 0.1
_FIGURE_OF_AS_MUCH = 0.6
_FOUND_AS_WELL = 0.9
_AS_MUCH_SAID, _SAYS_A_LOT = 0.8, 0.6
_AS_ALIKE, _ALIKE = 0.35, 0.4
# A clause of few words belongs to the one behind it (9月20日前，完成开户).
_CLAUSE = re.compile(r"(?:[^，,;；。]{1,7}[，,;；。]+)?[^，,;；。]+[，,;；。]*")
_ASKING = r"(?:多少|几|谁|哪|什么时候|何时|多久)"
# Questions for several things: 报告书多少天，报告表呢; 甲和乙各多少.
_SEVERAL = re.compile(
    rf"[?？][^?？]*[\u4e00-\u9fff]|分别|各(?:是|有|自|多少|几|要|需)|呢[?？]?$|{_ASKING}.*[，,、；和].*{_ASKING}|[，,].*又"
)


def may_answer_too(question: Question, statement: Statement, best: Statement) -> bool:
    """Tell whether a statement behind the best may answer as well; what only stands near it pads the answer.

    Measures take several sentences. Where one fact is asked the other is hardly worse, or says as much of the
    question in a passage found about as well, or names more of what is asked. Beside a figure that is
    planned, as asked, no result may answer, and the other way round.
    """
    if not _is_as_much_about(statement, best):
        return False
    if question.intent is Intent.TOPIC or best.coverage < _SAYS_LITTLE or _SEVERAL.search(question.text):
        return True
    if question.intent is Intent.FIGURE and not _is_as_good_a_figure(question, statement, best):
        return False
    as_much = statement.coverage >= best.coverage and statement.passage >= _FOUND_AS_WELL * best.passage
    return as_much or statement.score >= _HARDLY_WORSE * best.score or _names_more(question, statement, best)


def _is_as_much_about(statement: Statement, best: Statement) -> bool:
    """Tell whether a statement of another document says as much as the best, where that says a lot."""
    if statement.chunk.doc == best.chunk.doc:
        return True
    says_less = statement.coverage < _AS_MUCH_SAID * best.coverage and best.coverage > _SAYS_A_LOT
    return not says_less and statement.similarity >= _AS_ALIKE * min(best.similarity, _ALIKE)


def _is_as_good_a_figure(question: Question, statement: Statement, best: Statement) -> bool:
    """Tell whether a figure is planned, or reached, as asked, and given for as much of what is asked."""
    asked, times = question.time, (time_of(best.chunk), time_of(statement.chunk))
    if asked is not Time.ANY and times[0] is asked and times[1] is not asked:
        return False
    return _figure_of(question, statement) >= _FIGURE_OF_AS_MUCH * _figure_of(question, best)


def _figure_of(question: Question, statement: Statement) -> float:
    """Share of what is asked that the clause which states a figure names itself."""
    states, asked = fact_asked(question).kind, beyond(weigh(question.text), statement.chunk.title)
    stating = (clause for clause in _CLAUSE.findall(statement.text) if states is None or states(clause))
    return max((coverage(asked, normalize(clause)) for clause in stating), default=0.0)


def _names_more(question: Question, statement: Statement, best: Statement) -> bool:
    asked = beyond(weigh(question.text), best.chunk.title)
    return coverage(asked, normalize(best.text + statement.text)) >= best.coverage + _NAMES_MORE
