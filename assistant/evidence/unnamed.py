"""Statements into those whose passage names the things that a question in formal words does."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

import rjieba

from assistant.evidence.evidence import Statement, stating_none
from assistant.understanding.formal import asks_of_several, is_formal
from assistant.understanding.intent import Intent
from assistant.understanding.lexicon import official_terms
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, folded, presence, weigh
from assistant.wanted.how import asks_how_barely, in_writing
from assistant.wanted.siblings import is_named, set_apart
from ingest.text import normalize

_AMOUNTS = (Intent.FIGURE, Intent.DEADLINE)
_NOUNS, _NAMES = ("n", "vn", "b", "j", "l", "an"), ("ns", "nr", "nt")
# What the figure itself says, by its unit or by where it stands, or what only compares several.
_MEASURE = re.compile(
    "人数|[数总]量|总数|比[重例率]|占比|尺寸|金额|[上下]限|限额|标准|名额|数额|额度|时[长间段]|日期|[期年]限|面积|费用|资金|款项|价格"
    "|幅度|规模|范围|里程|(?:控制|预期|约束)?目标|要求|情况|间隔|距离|[长高深宽]度|[重分]量|年龄|[次个分]数|频次|总和|合计|成绩|得分|封顶|保底|[层方]面"
    "|实际|达标|差[别距异额]|区别|变化|全.|几.|[历近往]年"
)
_MEASURED_BY = "数量额值度"
# Which of several is asked is told by the documents; of which level, by what sets siblings apart.
_BODY = re.compile(
    "[局委厅院校]$|街道|政府|村[庄落组居屯]|^[国省市县区乡镇村](?:家|镇)?级$|^[本我全该][\u4e00-\u9fff]$"
)
_SAYS_SOMETHING = 4.5  # a word of one in 700 general texts or fewer: commoner ones are put otherwise
_HELD = 0.2
_LONGEST = 8  # characters of a term
_BARE = re.compile("[^,，:：;；]{4,16}")
# What only says when something begins or ends is put in many ways: 何时失效, 有效期3年.
_NO_TERM = re.compile(
    "[每各新最本全几多年月季]|失效|生效|到期|过期|截止|结束|开始|起止|施行|实施|完成|.*时间$"
)
_ASKS_BEHIND = re.compile("(?:每[\u4e00-\u9fff]|一[\u4e00-\u9fff])?(?:要|是|有)?(?:多少|几[\u4e00-\u9fff])")
_ASKS_BEFORE = re.compile("(?:什么时候|何时|几月|几号|哪天)(?:开始|可以)?$")


def of_what_is_named(
    question: Question, ranked: Sequence[Statement], named: Sequence[str] = ()
) -> list[Statement]:
    """Let statements whose passage lacks a noun of the question state nothing, where that is put formally.

    工作室成员的津贴 is none of 主持人的津贴. Who speaks may mean the same in other words; what leans on the
    question before keeps words of it. A time asked of a named year, place or document is told by that source,
    whose own words the question need not have; a figure is not.

    :param ranked: best first.
    :param named: what the question names as its source beside what it is narrowed to.
    :return: the same statements, best first.
    """
    is_of_one = not question.carried and not asks_of_several(question.text)
    is_sourced = bool(question.labels or named) and question.intent is not Intent.FIGURE
    asks = (question.intent in _AMOUNTS and not is_sourced) or (
        question.intent is Intent.TOPIC and asks_how_barely(question.text)
    )
    things = _things(question) if asks and is_of_one else ()
    if not things:
        return list(ranked)
    lacking = {id(s) for s in ranked if s.factual and _lacks(folded(s.chunk.context, s.chunk.text), things)}
    return stating_none(ranked, lacking) if lacking else list(ranked)


def _things(question: Question) -> tuple[Term, ...]:
    """Give the nouns of a question that a passage must name; what it is narrowed to is told by documents."""
    known = " ".join((*question.labels, *(body.words for body in question.bodies)))
    written = in_writing(question.text)
    nouns = {term.word: term for term in (*_terms_of_the_field(written), *_nouns(written))}
    return tuple(term for word, term in nouns.items() if word not in known)


@lru_cache(maxsize=256)
def _nouns(question: str) -> tuple[Term, ...]:
    """Find the nouns of a formal question that say something; none of another, nor everyday words."""
    if not is_formal(question):
        return ()
    text = normalize(question)
    tags = dict(rjieba.tag(text))
    return tuple(
        term
        for term in weigh(question)
        if len(term.word) > 1
        and term.weight >= _SAYS_SOMETHING
        and tags.get(term.word, "").startswith(_NOUNS)
        and not tags[term.word].startswith(_NAMES)
        and not _MEASURE.fullmatch(term.word)
        and not _BODY.search(term.word)
        and not re.search(rf"\d{re.escape(term.word)}", text)
    )


@lru_cache(maxsize=256)
def _terms_of_the_field(asked: str) -> tuple[Term, ...]:
    """Find the terms of official language a bare question uses, letter for letter, the longest at each place.

    They are matters that no general dictionary lists as nouns: 课后服务, 疗休养, and deeds (体检, 报名). A
    question that says more may name its source or put something in other words.
    """
    question = normalize(asked)
    if _BARE.fullmatch(question) is None or not is_formal(asked.replace("多少钱", "多少元")):
        return ()
    ends = sorted({0, *accumulate(map(len, rjieba.cut(question, hmm=False)))})
    found: list[str] = []
    reached = 0
    for start in ends:
        near = (end for end in reversed(ends) if start + 1 < end <= start + _LONGEST)
        end = next((end for end in near if question[start:end] in official_terms()), 0)
        if start >= reached and end and _is_matter(question, start, end):
            found.append(question[start:end])
            reached = end
    return tuple(Term(word, 1.0) for word in found)


def _is_matter(question: str, start: int, end: int) -> bool:
    """Tell whether a term is what a bare question asks of; one of two characters is, beside what asks."""
    term = question[start:end]
    if _MEASURE.fullmatch(term) or _NO_TERM.match(term):
        return False
    is_beside = _ASKS_BEHIND.match(question, end) or _ASKS_BEFORE.search(question[:start])
    return end - start > 2 or is_beside is not None


def _lacks(passage: str, things: Sequence[Term]) -> bool:
    """Tell whether a passage, in normal form, lacks one of some things, and most of its characters.

    What holds it and its siblings names it too: 义务教育 of 初级中学.
    """
    return any(
        presence(thing, passage) <= _HELD
        and not _is_like(thing.word, passage)
        and not any(
            one.word == thing.word.upper() and is_named(one, passage) for one in set_apart(thing.word)
        )
        for thing in things
    )


def _is_like(word: str, passage: str) -> bool:
    """Tell whether a passage may put a word otherwise: most of its characters, or all that is measured."""
    held = sum(char in passage for char in word)
    return 2 * held > len(word) or (word[-1] in _MEASURED_BY and all(map(passage.__contains__, word[:-1])))
