"""A follow-up that is refused as it was read into the answer to its wider reading, with a notice of that."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, joined
from assistant.answering.beyond import tell_beyond
from assistant.answering.gathered import Evidence
from assistant.answering.respond import Responder
from assistant.understanding.question import Question

_NOT_OF_YEAR = "没有找到{}的所问内容，以下不限于这一年"
_BY_ITSELF = "接着上一问没有找到所问的内容，以下按“{}”单独查找"


def told_or_wider(read: Question, responder: Responder) -> tuple[Sequence[Evidence], Answer]:
    """Answer a question, or where that is refused its wider reading, if it has one.

    What a follow-up takes from the question before, its year or its topic, may be none of it: a refused turn
    binds none of those that follow. A wider reading that is refused too leaves the first refusal.
    """
    evidence, answer = _told(read, responder)
    wider = read.otherwise
    if wider is None or not answer.refused:
        return evidence, answer
    found, told = _told(wider, responder)
    if told.refused:
        return evidence, answer
    notice = _notice(read, wider)
    return found, replace(told, question=answer.question, notice=joined(notice, told.notice))


def _told(read: Question, responder: Responder) -> tuple[Sequence[Evidence], Answer]:
    evidence = responder.evidence(read)
    return evidence, tell_beyond(read, responder.answer(read, evidence), evidence)


def _notice(read: Question, wider: Question) -> str:
    years = "、".join(f"{year}年" for year in read.years if year not in wider.years)
    return _NOT_OF_YEAR.format(years) if years else _BY_ITSELF.format(wider.text.rstrip("?？"))
