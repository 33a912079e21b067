"""Statements of a figure, a time or a doer into those that state it of what is asked: by their clauses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import rjieba

from assistant.evidence.belonging import (
    asks_of_all,
    asks_of_whole_place,
    is_behind_another,
    is_for_each_of_another,
    is_in_bracket_of_another,
    is_of_all,
    is_of_one_within,
    is_share_of_another,
)
from assistant.evidence.dated import is_of_another_time
from assistant.evidence.evidence import Similarity, Statement, stating_none
from assistant.evidence.reaching import falls_outside
from assistant.evidence.shaped import SAID_ITSELF, is_said, said_itself
from assistant.followups.instead import is_of_other_person, is_of_person
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, beyond, coverage
from assistant.understanding.topical import terms_of
from assistant.wanted.allotted import allots
from assistant.wanted.clause import clauses
from assistant.wanted.fact import FactAsked, fact_asked
from assistant.wanted.labelled import is_labelled
from assistant.wanted.shapes import shape_asked
from ingest.facts.quantities import quantities
from ingest.text import normalize

AMOUNTS = (Intent.FIGURE, Intent.DEADLINE)
_LOOKED_INTO = 8
# A clause that states the fact is about the question, unless its sentence surely is.
_ABOUT, _SURELY_ABOUT = 0.12, 0.42
# By a little less, of what answers best and leaves no word of the question unsaid.
_ABOUT_WHOLE, _WHOLE = 0.11, 0.99
# Where a thing is asked of, it says so much of the question as the clause of its sentence that says most.
_AS_MUCH = 0.455
# A sentence of little weight gives way to any clause of so many that says more of the question.
_LITTLE, _MORE, _BESIDE = 0.6, 0.05, 25
# Who does something is told where so much of the question is said, as coverage and cosine; less by what
# answers best of all.
_SAID_OF_WHO, _SAID_BY_BEST = 0.85, 0.7
_NEARLY_AS_MUCH = 0.8
_SHORT, _FEW, _ENDS = 10, 3, ("；", ";", "。")
_SHORT_HEADING, _HEADED = 16, 0.85
_CELLS = "\u3000"
# What goes on with the thing before it: 其中…, 比上年…, 增速….
_GOES_ON = re.compile(
    "其中|增[幅速长]|占比|总(?:[计额量]|投资|造价|面积)|合计|单个?|最[高低]|其余|年[均度]|[户人亩生床村校]均|每[\u4e00-\u9fff]|比例|比重"
    r"|(?:内?设(?:有|置)?|可?容纳|占地|配备?)[^，,。；;]{0,6}\d|(?:建筑|用地|占地)面积|其?概算|估算"
)
_RESPECTIVELY = re.compile(
    r"^[^\u4e00-\u9fff]*(?:年|到|底|末|前|则|目标|预计|计划)*分别|^[\u4e00-\u9fff]{2,6}分别[给按]?[为是达奖补予]"
)
_ALL_BEFORE, _MOST_BEFORE = re.compile("且?[均都](?=不|为|是|须|应)"), 5  # 且均不得超过5000元
_FIRST_WORDS, _NAMES = 6, ("n", "j", "l", "b")


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause that states the fact.

    :param said: the same with the clause before it, unless it begins with a thing of its own.
    :param says: weighted share of the question's words in it, 0 to 1.
    :param share: the same as a share of what the clause of its sentence says that says most.
    """

    text: str
    said: str
    says: float
    share: float


def asks_shape(question: Question) -> bool:
    """Tell whether a topic is asked of which a text states a certain side: conditions, sanctions, a place."""
    return question.intent is Intent.TOPIC and shape_asked(question.text) is not None


def bound(question: Question, ranked: Sequence[Statement], similarity: Similarity) -> list[Statement]:
    """Let those of the best that state the figure or time of something else count as stating none.

    :return: the same statements, best first.
    """
    if asks_shape(question):
        return stating_none(ranked, {id(s) for s in ranked if s.factual and not is_said(question, s)})
    if question.intent is Intent.DUTY:
        terms = terms_of(question)
        weak = {id(s) for s in ranked if s.factual and _hardly_says(s, terms, is_best=s is ranked[0])}
        return stating_none(ranked, weak)
    fact = fact_asked(question)
    if is_of_person(question.text):
        ranked = [s for s in ranked if not is_of_other_person(question.text, s.text)] or ranked
    looked_into = [s for s in ranked if s.factual][:_LOOKED_INTO] if question.intent in AMOUNTS else []
    if not looked_into or fact.kind is None:
        return list(ranked)
    if question.intent is Intent.FIGURE and falls_outside(question.text, looked_into[0].text):
        return stating_none(ranked, {id(s) for s in ranked if s.factual})
    terms = terms_of(question)
    is_time = question.intent is Intent.DEADLINE
    told = [_stating(s, fact, terms) for s in looked_into]
    cosines = iter(similarity([clause.said for own in told for clause in own]))
    near = [max(islice(cosines, len(own))) for own in told]
    is_figure, is_weak = question.intent is Intent.FIGURE, any(map(_says_little, looked_into))
    most = max(max(_said(s, fact, terms)[1], default=0.0) for s in ranked[:_BESIDE]) if is_weak else 0.0
    others = {
        id(s)
        for s, own, cosine in zip(looked_into, told, near, strict=True)
        if (
            _is_of_another_thing(fact, s, own, cosine, most, is_best=s is ranked[0])
            and not (is_time and _is_headed(s, terms))
        )
        or is_of_another_time(question, s.chunk, s.text, _most_about(own))
        or is_in_bracket_of_another(fact.kind, s.text, terms)
        or is_share_of_another(question.text, s.text)
        or is_behind_another(question.text, s.text, [clause.text for clause in own])
        or (is_figure and is_for_each_of_another(question.text, f"{s.chunk.context} {s.text}"))
    }
    if asks_of_all(question.text):
        others |= {id(s) for s in ranked if s.factual and not _tells_of_all(s, fact)}
    if is_figure and asks_of_whole_place(question.text):
        others |= {id(s) for s in ranked if s.factual and is_of_one_within(question.text, s.chunk, s.text)}
    return stating_none(ranked, others)


def _tells_of_all(statement: Statement, fact: FactAsked) -> bool:
    """Tell whether a statement states the fact of the whole country."""
    told = (one for one in clauses(statement.text) if fact.kind and fact.kind(one))
    return is_of_all(statement.chunk.title, told)


def _hardly_says(statement: Statement, terms: tuple[Term, ...], *, is_best: bool) -> bool:
    """Tell whether what says who does something says too little of what is asked for that to be it.

    :param is_best: whether no statement answers better.
    """
    if allots(statement.text):
        return statement.coverage + statement.similarity < _SAID_OF_WHO
    if said_itself(statement, terms) < SAID_ITSELF and not is_labelled(statement.text):
        return True
    return statement.coverage + statement.similarity < (_SAID_BY_BEST if is_best else _SAID_OF_WHO)


def _said(statement: Statement, fact: FactAsked, terms: tuple[Term, ...]) -> tuple[list[str], list[float]]:
    """Cut a statement into clauses, and tell what each says of the question.

    One is read with the clause before it, a cell of a row with what the row is of. The thing asked of counts
    though the title names it.
    """
    left = {term.word for term in (*beyond(terms, statement.chunk.title), *fact.things)}
    asked, cut = tuple(term for term in terms if term.word in left), list(clauses(statement.text))
    row = _row_of(statement.text)
    told = (f"{row}{cut[at]}" if row else _with_before(cut, at) for at in range(len(cut)))
    return cut, [coverage(asked, normalize(said)) for said in told]


def _with_before(cut: Sequence[str], at: int) -> str:
    """Give a clause with the one before it, if it leans on that."""
    return "".join(cut[at - _leans(cut, at) : at + 1])


def _leans(cut: Sequence[str], at: int) -> int:
    """Tell how many clauses before a clause say what it speaks of.

    One does, but for a clause that names its own thing behind another's figure, or in a row of figures one
    of which is missing: 甲增长10%，乙稳中有升，丙增长5%.
    What gives figures of several things in their order leans on as many: 2026年分别达到33微克和83.5%.
    """
    if _RESPECTIVELY.search(cut[at]):
        return min(at, len([figure for figure in quantities(cut[at]) if figure.unit]))
    if _ALL_BEFORE.match(cut[at]):
        return min(at, _MOST_BEFORE)
    before = at if at < 2 or len(cut[at - 1]) > _SHORT or _has_figure(cut[at - 1]) else at - 1
    if at == 0 or not _has_figure(cut[before - 1]):
        return _back(cut, at)
    return 0 if _names_own(cut[at]) else _back(cut, at)


def _back(cut: Sequence[str], at: int) -> int:
    """Tell how many clauses back the one stands that names the thing which those between go on about.

    新建大棚48座，每座占地1.2亩，总投资720万元: all is said of the 大棚.
    """
    start = at - 1
    while start > max(at - _FEW, 0) and _is_more_of_it(cut[start]) and not cut[start - 1].endswith(_ENDS):
        start -= 1
    return at - max(start, 0)


def _is_more_of_it(clause: str) -> bool:
    """Tell whether a clause names no thing and no deed of its own: 每座占地1.2亩, 之后每小时2元."""
    return _GOES_ON.match(clause) is not None or rjieba.tag(clause[:_FIRST_WORDS])[0][1][0] not in "nvjlb"


def _has_figure(clause: str) -> bool:
    return any(figure.unit for figure in quantities(clause))


def _names_own(clause: str) -> bool:
    """Tell whether a clause begins with a thing of its own, or with what that is like (一般公共预算)."""
    tags = [tag for _, tag in rjieba.tag(clause[:_FIRST_WORDS])]
    first = tags[1:] if tags[0] == "a" and len(tags) > 1 else tags
    return _GOES_ON.match(clause) is None and first[0].startswith(_NAMES)


def _row_of(text: str) -> str:
    """Give what the cells of a row are of, "" for no row."""
    head, cell, _ = text.partition(_CELLS)
    return f"{head} " if cell else ""


def _stating(statement: Statement, fact: FactAsked, terms: tuple[Term, ...]) -> list[_Clause]:
    """Find the clauses that state the fact; the whole statement where only together they do."""
    cut, says = _said(statement, fact, terms)
    most = max(says, default=0.0)
    row = _row_of(statement.text)
    if row and fact.kind and fact.kind(row):  # of all the row says: 3月1日前　制定方案
        return [_Clause(statement.text, statement.text, most, 1.0)]
    found = [
        _Clause(
            f"{row}{cut[at]}",
            f"{row}{cut[at]}"
            if row or (_names_own(cut[at]) and not _RESPECTIVELY.search(cut[at]))
            else _with_before(cut, at),
            own,
            own / most if most else 1.0,  # where the title says all, no clause says less than another
        )
        for at, own in enumerate(says)
        if fact.kind and fact.kind(cut[at])
    ]
    return found or [_Clause(statement.text, statement.text, most, 1.0)]


def _is_of_another_thing(
    fact: FactAsked,
    statement: Statement,
    told: Sequence[_Clause],
    cosine: float,
    most: float,
    *,
    is_best: bool,
) -> bool:
    """Tell whether the clauses of a statement that state the fact are not about the thing asked.

    :param cosine: of the question and the nearest of them.
    :param most: what any clause of the best statements says of the question.
    """
    if fact.worded:  # told by its own words
        return False
    about = _ABOUT_WHOLE if is_best and statement.coverage >= _WHOLE else _ABOUT
    if cosine < about and statement.similarity < _SURELY_ABOUT:
        return True
    if fact.things and max(clause.share for clause in told) < _AS_MUCH:
        return True
    return _says_little(statement) and max(clause.says for clause in told) < most - _MORE


def _is_headed(statement: Statement, terms: tuple[Term, ...]) -> bool:
    """Tell whether a statement stands under a heading that is all a time is asked of (1.控辍保学。)."""
    heading = normalize("".join(statement.chunk.path[-1:]))
    asked = beyond(terms, statement.chunk.title)
    return len(heading) <= _SHORT_HEADING and coverage(asked, heading) >= _HEADED


def _most_about(told: Sequence[_Clause]) -> list[str]:
    """Give the clauses that say about as much of the question as any."""
    most = max(clause.says for clause in told)
    return [clause.text for clause in told if clause.says >= _NEARLY_AS_MUCH * most]


def _says_little(statement: Statement) -> bool:
    return statement.coverage + statement.similarity < _LITTLE
