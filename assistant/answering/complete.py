"""An answer to one of the facts a question asks into one to all, or a word on which are not stated."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, joined
from assistant.answering.extract import extract
from assistant.answering.gather import Gatherer
from assistant.answering.gathered import Evidence
from assistant.citing.citations import Sources
from assistant.compare import has_table
from assistant.duties import Charge, name_units
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent, facts_asked, only_asking
from assistant.understanding.question import Question
from assistant.wanted.wanted import wanted_fact
from ingest.records import Chunk

_SAID = 2
# Names of documents and sections, and marks, state nothing; what stands behind a unit (人事股：“…”) does.
_LABELS = re.compile(r"《[^》]*》|(?<!：)“[^”]*”|\[\d+\]")
_OF_UNIT = re.compile(r"^[\u4e00-\u9fff]{2,14}[股科室处办局委]：")
# 覆盖率目标都有哪些 asks for all of them; what is quoted is what is nearest.
_ASKS_ALL = re.compile(
    "(?:都|一共|总共)(?:还)?(?:有|是|包括)(?:哪些|哪几)|(?:全部|所有)的?[^，,。]{0,10}(?:有|是|包括)?(?:哪些|哪几)|逐[一个项]列"
)
_COUNTS_OUT = re.compile("一是|第一|(?:[^、]{1,16}、){2}")
_MAY_BE_MORE = "这里引的是最接近的内容，不一定是全部"
_A_LIST = 3
_NOT_STATED = {Intent.DUTY: "由谁负责", Intent.DEADLINE: "完成的时间", Intent.FIGURE: "所问的数字"}


def other_facts(question: Question) -> list[Question]:
    """Give a question for each further fact that a question asks beside the first."""
    return [
        replace(question, intent=intent, text=only_asking(intent, question.text))
        for intent in facts_asked(question.text)
        if intent is not question.intent
    ]


def complete(answer: Answer, answered: Intent, part: Evidence, gatherer: Gatherer) -> Answer:
    """Add what states the other facts a question asks (由谁负责，什么时候完成), from the sections cited.

    Facts that are not stated there are named in the notice.

    :param answered: the kind of fact the answer states.
    """
    if has_table(answer):
        return answer
    missing = []
    for question in other_facts(replace(part.question, intent=answered)):
        other = gatherer.judge(question, [hit for hit in part.hits if _is_cited(hit.chunk, answer)])
        charges = gatherer.charges(other) if question.intent is Intent.DUTY and other.on_topic else []
        if _is_told(question, answer, charges):
            continue
        added = _added(answer, other, charges)
        if added is None:
            missing.append(_NOT_STATED[question.intent])
        answer = added or answer
    notice = f"相关内容中没有写明{'、'.join(missing)}" if missing else ""
    more = _MAY_BE_MORE if may_be_more(part.question.text, answer) else ""
    return replace(answer, notice=joined(answer.notice, notice, more))


def may_be_more(asked: str, answer: Answer) -> bool:
    """Tell whether a question asks for all of something and what is quoted is no list of it."""
    is_list = len(answer.citations) >= _A_LIST or _COUNTS_OUT.search(_LABELS.sub("", answer.text))
    return _ASKS_ALL.search(asked) is not None and not is_list


def add_said(answer: Answer, evidence: Sequence[Evidence]) -> Answer:
    """Add to the units of a stored duty what a sentence says of who does it, where none answers better.

    Of 甲的日常工作由谁承担 the duty nearest in words may be another of 甲's.
    """
    if len(evidence) != 1:
        return answer
    part = evidence[0]
    best, said = part.statements[0], part.factual[:_SAID]
    if best not in said[:1] or any(_overlaps(citation, best) for citation in answer.citations):
        return answer
    return _joined(answer, extract(part.question, [said], (), Sources(answer.citations)))


def _overlaps(citation: Citation, statement: Statement) -> bool:
    is_near = citation.start < statement.end and statement.start < citation.end
    return citation.doc == statement.chunk.doc and is_near


def _joined(answer: Answer, more: Answer) -> Answer:
    return replace(answer, text=f"{answer.text}\n{more.text}", citations=more.citations)


def _is_cited(chunk: Chunk, answer: Answer) -> bool:
    """Tell whether an answer cites the section of a passage, or one above it."""
    return any(
        citation.doc == chunk.doc and citation.path == chunk.path[: len(citation.path)]
        for citation in answer.citations
    )


def _is_told(question: Question, answer: Answer, charges: Sequence[Charge]) -> bool:
    """Tell whether an answer states a further fact itself; where duties are stored, by one of their units."""
    if charges:
        return any(duty.unit in answer.text for duty in charges[0].duties)
    fact, lines = wanted_fact(question), _LABELS.sub("", answer.text).split("\n")
    if question.intent is Intent.DUTY and any(map(_OF_UNIT.match, lines)):
        return True
    return fact is not None and any(map(fact, lines))


def _added(answer: Answer, other: Evidence, charges: Sequence[Charge]) -> Answer | None:
    """Write another fact below an answer; None where it is not stated."""
    sources = Sources(answer.citations)
    if charges:
        more = name_units(other.question, charges[:1], (), sources)
    elif other.on_topic and other.is_stated:
        more = extract(other.question, [other.factual[:1]], (), sources)
    else:
        return None
    return _joined(answer, more)
