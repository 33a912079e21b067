"""Statements of a figure into those that give how much the thing asked is, not its change nor its share."""

import re
from collections.abc import Sequence

from assistant.evidence.evidence import Statement, stating_none
from assistant.understanding.intent import Intent, names_measure
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage
from assistant.wanted.clause import clauses
from assistant.wanted.fact import FactAsked, fact_asked
from ingest.text import normalize

_LEVEL = re.compile(r"(?:是|为|有|达到?了?)(?:多少|几)|多少[?？。]*$|率[呢?？。]*$")
_OF_CHANGE = re.compile("[增降减涨变差比每均]|提[高升]|目标|预期|计划|控制|调整|占|幅|速")
_CHANGED = re.compile(
    r"(?:增长|增加|增幅|提高|提升|上升|上涨|下降|降低|减少|降幅|增速|回落|翻)(?:了|约|近|超过?|为|达到?|至少|不低于|高于|幅度|控制在|保持在)*"
    r"\d[\d.]*(?:%|‰|个?百分点|倍)(?:以[上内]|左右)?"
)
_AS_GOOD, _NAMED = 0.8, 0.7
_NOT_PER = "(?<!每)(?<!每[百千万])(?<!每[百千万].)(?<!每[百千万]..)"
_GIVEN_EACH = re.compile("(?:补[助贴]|津贴|奖[励金]?|报酬|工资|[费价])$")  # 每餐补贴3元 is the level itself
_RATE = "[\u4e00-\u9fff]{0,5}(?:率|比例|比重|密度|结构)"


def of_level(question: Question, ranked: Sequence[Statement]) -> list[Statement]:
    """Let statements of a share of the thing, or of its change where others give its level, state nothing.

    :param ranked: best first.
    :return: the same statements, best first.
    """
    fact = fact_asked(question)
    text = question.text
    is_level = _LEVEL.search(text) or names_measure(text)
    is_asked = question.intent is Intent.FIGURE and is_level and not _OF_CHANGE.search(text)
    if not is_asked or fact.kind is None or not fact.things:
        return list(ranked)
    best = next((s.score for s in ranked if s.factual), 0.0)
    has_level = any(s.factual and s.score >= _AS_GOOD * best and _gives_level(fact, s) for s in ranked)
    others = {
        id(s)
        for s in ranked
        if s.factual and (_is_of_share(fact, s) or (has_level and _tells_change(fact, s)))
    }
    return stating_none(ranked, others)


def _of_thing(fact: FactAsked, statement: Statement) -> list[str]:
    """Find the clauses of a statement that name the thing."""
    return [one for one in clauses(statement.text) if coverage(fact.things, normalize(one)) >= _NAMED]


def _gives_level(fact: FactAsked, statement: Statement) -> bool:
    named = _of_thing(fact, statement)
    return any(fact.kind is not None and fact.kind(_CHANGED.sub(" ", clause)) for clause in named)


def _tells_change(fact: FactAsked, statement: Statement) -> bool:
    """Tell whether a statement says of the thing how it changed, and not how much it is."""
    changed = any(_CHANGED.search(clause) for clause in _of_thing(fact, statement))
    return changed and not _gives_level(fact, statement)


def _is_of_share(fact: FactAsked, statement: Statement) -> bool:
    """Tell whether a thing is named only within the name of a rate (常住人口城镇化率, 每千人口…)."""
    if any(term.word.endswith(("率", "比例", "比重", "密度", "结构")) for term in fact.things):
        return False
    if any(_GIVEN_EACH.search(term.word) for term in fact.things):
        return False
    text = normalize(statement.text)
    ends = (term.word[at:] for term in fact.things for at in range(max(len(term.word) - 2, 1)))
    word = max((end for end in ends if end in text), key=len, default="")
    if not word:
        return False
    return not re.search(rf"{_NOT_PER}{re.escape(word)}(?!{_RATE})", text)
