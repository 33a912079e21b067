"""A statement into whether it is of a sibling of what a question sets apart (二等功 for 一等功)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.evidence.evidence import Statement, stating_none
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.terms import beyond, coverage, weigh
from assistant.wanted.asked import speaks_of
from assistant.wanted.clause import clauses
from assistant.wanted.fact import FactAsked, fact_asked
from assistant.wanted.siblings import Apart, is_named, set_apart, siblings_named
from ingest.text import normalize

_LOOKED_INTO, _BEST = 40, 5
_AS_MUCH_ASKED = 0.6  # what is hardly about the question is told for no sibling
_AMOUNTS = (Intent.FIGURE, Intent.DEADLINE)
_OF_ONE = (*_AMOUNTS, Intent.TOPIC, Intent.DUTY)
_PARTS = re.compile("[^;；。]+")
_LABEL = re.compile("^[^,，;；。:：]{1,24}[:：]")
_OPENS = (":", "：")
_STOP = re.compile("[。；;]")
_LAST_WORDS = 12
_LOOSE = "款项"  # of what an amount is may be said by the way (资金池按本金补偿)
_FEES, _FEE = ("费", "金", "贴"), re.compile("[\u4e00-\u9fff](?:费(?!用)|[奖基]金|补贴|津贴)")


def of_its_own(question: Question, ranked: Sequence[Statement]) -> list[Statement]:
    """Let statements that are of siblings of what is asked count as stating none.

    Where the best statement is a sibling's, or the amount of an award of some rank is asked, only what names
    that states it.

    :param ranked: best first.
    :return: the same statements, best first.
    """
    asked = set_apart(question.text) if question.intent in _OF_ONE else ()
    if not asked:
        return list(ranked)
    factual = [s for s in ranked if s.factual]
    others = {id(s) for s in factual[:_LOOKED_INTO] if any(named_instead(one, question, s) for one in asked)}
    is_sibling_best = bool(factual) and id(factual[0]) in others
    named = asked if is_sibling_best else [one for one in asked if one.must_be_named]
    if named and (is_sibling_best or question.intent in _AMOUNTS):
        others |= {id(s) for s in factual if not all(_stands_under(one, s) for one in named)}
    return stating_none(ranked, others) if others else list(ranked)


def named_instead(asked: Apart, question: Question, statement: Statement) -> list[str]:
    """Find the siblings a statement is of; none where it, or what it stands under, names what is asked."""
    text = normalize(statement.text)
    parts = _telling(question, statement)
    if found := _stated_of(asked, question, statement):
        return found
    if any(is_named(asked, said) for said, _ in parts):
        return _narrowed_by_title(asked, text, statement)
    if any(is_named(asked, over, alone=True) for over in _over(statement)):
        return []
    if found := siblings_named(asked, _governing(asked, question, statement, parts)):
        return found
    if is_named(asked, text) or siblings_named(asked, text):
        return []
    if text.endswith(":") and not is_named(asked, below := _below(statement)):
        listed = replace(asked, head="") if asked.head in text else asked
        return siblings_named(listed, below)
    if any(is_named(asked, over) for over in _over(statement)):
        return []
    headings = map(normalize, (*statement.chunk.path[-1:], statement.chunk.title))
    return next((found for heading in headings if (found := siblings_named(asked, heading))), [])


def _narrowed_by_title(asked: Apart, text: str, statement: Statement) -> list[str]:
    """Find the siblings alone that a title is of, where a statement names what is asked only with them.

    第三中学 in a plan for 义务教育 schools is no 高中.
    """
    title = normalize(statement.chunk.title)
    if is_named(asked, text, alone=True) or is_named(asked, title):
        return []
    return siblings_named(asked, title)


def _below(statement: Statement) -> str:
    """Give what stands below a statement in its passage, in normal form: the list that it opens."""
    return normalize(statement.chunk.text[statement.end - statement.chunk.start :])


def _stated_of(asked: Apart, question: Question, statement: Statement) -> list[str]:
    """Find the siblings named by all clauses that state the amount asked, where none names what is asked.

    培育县级示范校8所，市级示范校2所，每所县级示范校给予3万元 states no amount of the 市级 ones.
    """
    fact = fact_asked(question)
    if question.intent not in _AMOUNTS or fact.kind is None or asked.kind == _LOOSE:
        return []
    told = [
        normalize(one) for part in _PARTS.findall(statement.text) for one in clauses(part) if fact.kind(one)
    ]
    own = [one for one in told if speaks_of(fact.things, one)] or told
    if not own or any(is_named(asked, one) for one in told if one in own or not _of_other_fee(fact, one)):
        return []
    found = [siblings_named(asked, one) for one in own]
    return list(dict.fromkeys(name for names in found for name in names)) if all(found) else []


def _of_other_fee(fact: FactAsked, clause: str) -> bool:
    """Tell whether a clause names a fee or grant of its own, where one is asked for by name."""
    asks_fee = any(thing.word.endswith(_FEES) for thing in fact.things)
    return asks_fee and _FEE.search(clause) is not None


def _stands_under(asked: Apart, statement: Statement) -> bool:
    """Tell whether a statement, or what it stands under, names what is asked; a body its passage may name."""
    chunk = statement.chunk
    said = (chunk.text, chunk.organ) if asked.is_body else (statement.text,)
    return is_named(asked, normalize(" ".join(said))) or any(
        is_named(asked, over) for over in _over(statement)
    )


def _over(statement: Statement) -> Iterator[str]:
    """Give what a statement stands under: headings, title, what opens its sentence, or the line before.

    A heading that is the statement itself (（二）出现Ⅰ级事件的，……) says no more than that does.
    """
    chunk = statement.chunk
    before = chunk.text[: statement.start - chunk.start]
    *_, line = before.split("\n")
    *_, above = before[: len(before) - len(line)].rstrip().split("\n")
    opening = above if above.endswith(_OPENS) else ""
    *_, begun = _STOP.split(line)
    headings = [heading for heading in chunk.path if heading[-_LAST_WORDS:] not in statement.text]
    return map(normalize, (*headings, chunk.title, begun, opening))


def _telling(question: Question, statement: Statement) -> list[tuple[str, list[str]]]:
    """Find the parts of a statement, between semicolons, that state the fact, with what leads up to it.

    :return: of each part its text, and up to each clause of it that states the fact the text, in normal form;
        all that the statement says where no clause alone states it, or no amount is asked.
    """
    states = fact_asked(question).kind if question.intent in _AMOUNTS else None
    found = []
    for part in _PARTS.findall(statement.text):
        cut = list(clauses(part))
        told = [at for at, one in enumerate(cut) if states and states(one)]
        if told:
            found.append((normalize(part), [normalize("".join(cut[: at + 1])) for at in told]))
    whole = normalize(statement.text)
    return found or [(whole, [whole])]


def _governing(
    asked: Apart, question: Question, statement: Statement, parts: Sequence[tuple[str, Sequence[str]]]
) -> str:
    """Give what the clause that best states the fact is said of: it and the nearest clause that names any."""
    terms = beyond(weigh(question.text), statement.chunk.title)
    ends = [told for _, all_told in parts for told in all_told]
    best = max(ends, key=lambda told: coverage(terms, "".join(list(clauses(told))[-2:])))
    cut = list(clauses(best))
    label = _LABEL.match(normalize(statement.text))
    for at in range(len(cut) - 1, -1, -1):
        said = "".join(cut[max(at - 1, 0) : at + 1]) if at == len(cut) - 1 else cut[at]
        if siblings_named(asked, said):
            return said
    return label[0] if label else ""


def written_instead(question: Question, ranked: Sequence[Statement]) -> tuple[str, list[str]]:
    """Find what a question sets apart that the best statements do not name, and the siblings one names.

    :return: how it is named, and its siblings, each once; "" and none where it is not so.
    """
    best = [s for s in ranked[:_BEST] if s.score >= _AS_MUCH_ASKED * ranked[0].score]
    found = ((asked, *_told_instead(asked, question, best)) for asked in set_apart(question.text))
    ordered = sorted((-len(own), asked.word, own or over) for asked, own, over in found if own or over)
    return ordered[0][1:] if ordered else ("", [])


def _told_instead(asked: Apart, question: Question, best: Sequence[Statement]) -> tuple[list[str], list[str]]:
    """Find the siblings that statements name themselves, in the order of the text, and those over the first.

    None where one of them is of what is asked.
    """
    told = [s for s in best if named_instead(asked, question, s)]
    if not told or any(_stands_under(asked, statement) for statement in best):
        return [], []
    ordered = sorted((s for s in told if s.chunk.doc == told[0].chunk.doc), key=lambda s: s.start)
    named = (word for s in ordered for word in siblings_named(asked, normalize(s.text)))
    return list(dict.fromkeys(named)), named_instead(asked, question, told[0])
