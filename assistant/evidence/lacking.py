"""What lacks words that a question shares with other passages found into what states nothing."""

import re
from collections.abc import Sequence

from assistant.evidence.evidence import Statement, stating_none
from assistant.understanding.formal import asks_of_several
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, folded, is_silent, presence, weigh
from assistant.wanted.whether import asks_whether
from ingest.records import Hit

_OF = (Intent.DEADLINE, Intent.FIGURE, Intent.DUTY, Intent.TOPIC)
# So much of a question, by weight, is too much to be missing.
_TOO_MUCH, _HELD = 0.3, 0.35
# What a document leaves out where it speaks of nothing else: of what all, that it is planned, by whom.
_UNSAID = re.compile(
    "[全本各][省市县区州旗国校镇乡院馆局园所站村]|计划|预计|实际|目标|分别"
    "|[\u4e00-\u9fff]*(?:[局厅署]|[工党省市县区]委|政府|办公室)|[x×]+"
)


def of_all_words(
    question: Question, ranked: Sequence[Statement], hits: Sequence[Hit], named: Sequence[str] = ()
) -> list[Statement]:
    """Let statements state nothing where the best of them lacks much of a question in the library's words.

    A question in everyday words is said otherwise by what answers it, so nothing follows from a word that a
    passage lacks. One whose every word stands in some passage found is put as the library puts things: then
    what lacks words that others hold is of something else (打印准考证 beside 缴纳考务费). Yes or no is said
    without the word asked with (收费吗: 免费).

    :param hits: the passages found.
    :param named: what the question names as its source beside what it is narrowed to.
    :return: the same statements, best first.
    """
    best = next((s for s in ranked if s.factual), None)
    is_told_otherwise = asks_whether(question.text) or asks_of_several(question.text)
    if question.intent not in _OF or best is None or is_told_otherwise:
        return list(ranked)
    terms, names = weigh(question.text), (*question.labels, *named, best.chunk.organ, best.chunk.place)
    asked = [term for term in terms if len(term.word) > 1 and not _may_be_unsaid(term, names)]
    found = [(hit.chunk.doc, folded(hit.chunk.context, hit.chunk.text)) for hit in hits]
    if not all(any(_holds(text, term) for _, text in found) for term in asked):
        return list(ranked)
    own = [folded(best.chunk.context, best.chunk.text)]
    own += [text for doc, text in found if doc == best.chunk.doc]
    told = (max(presence(term, text) for text in own) for term in asked)
    missing = (
        term.weight * (1 - held)
        for term, held in zip(asked, told, strict=True)
        if held < _HELD and any(term.word in text for _, text in found)
    )
    is_other = sum(missing) >= _TOO_MUCH * sum(term.weight for term in terms)
    return stating_none(ranked, {id(s) for s in ranked}) if is_other else list(ranked)


def _holds(passage: str, term: Term) -> bool:
    return presence(term, passage) >= _HELD


def _may_be_unsaid(term: Term, names: Sequence[str]) -> bool:
    """Tell whether a document says something of a term without the word: its issuer, its place, its plan.

    What only asks (何时) is said by none.
    """
    if is_silent(term.word):
        return True
    return _UNSAID.fullmatch(term.word) is not None or any(term.word in name for name in names)
