"""Passages into the clauses that state a figure asked of every place or year, judged by year and kind."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.compare.kinds import asks_growth, is_of_kind
from assistant.understanding.intent import Time
from assistant.understanding.named import YEAR
from assistant.understanding.narrowing import time_of
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, coverage, presence
from assistant.wanted.times import without_lengths
from ingest.facts.measure_words import Kind
from ingest.facts.quantities import quantities
from ingest.parse.table import CELL_GAP
from ingest.records import Chunk, Comparator
from ingest.text import normalize, sentences

_ASKS_PLAN = re.compile("目标|控制在|预期|计划|提出")
_NOW = re.compile(r"今年|本年|全年|年度")
_AIMS = re.compile(r"(?:预期|主要|总体|工作)目标(?:是|为|[：:])")
_WITHOUT_FIGURE = re.compile("同步|正增长|稳量|稳定|稳步|高于|不低于|优于|持平|不增加|只减不增")
_LONG_TERM = re.compile(r"年均|十[四五六]五|五年|到20\d\d年|[三两]年")
_SEVERAL_YEARS = re.compile(r"年均|累计|十[三四五六]五(?!”?(?:末|规划))|(?<!\d)[五5]年|[三四]年来")
_ONE_YEAR = re.compile(r"20\d\d年|全年|[过去这]一年|一年来|去年")
_GROWN = r"(?:(?:同比|比上年)?(?:增长|下降)|达到?\d)"
_CLAUSE = re.compile(
    rf"(?:[^，,；;。：:、（(\n]|、(?=\d|{_GROWN})|[，,](?={_GROWN})|[（(][^（()）\n]{{1,6}}[)）])+"
)
_CHANGES = re.compile("增长|增加|增速|增幅|提高|下降|降低|减少|压减|(?<!新)增|降")
_ROW = re.compile(r".+", re.DOTALL)
_NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、])+|^[一二三四五六七八九十]是")
_LIST_FROM = re.compile(r"[^，,；;。：:（(\n]*\Z")
_OWN_OUTPUT = re.compile(r"(?:^|(?<![\u4e00-\u9fff]))(?:[全本][省市县区州])?(?=生产总值)")
_OUTPUT = re.compile("(?<=[总年])产(?![量值])")
_IN_STEP = re.compile("[与和同跟][^与和同跟]{2,12}同步.*")
_OF_A_RATE = "[\u4e00-\u9fff]{0,5}(?:率|比例|比重|密度|强度|贡献)"
_RATE = re.compile("率|比[例重]|密度|强度|贡献")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_OF_A_PART = re.compile(
    "(?<![全本我各])[市县区州旗]的?\\Z|(?:电商|海洋|民营|数字|国有|服务)(?:经济|企业)?\\Z"
)
_REACHED = re.compile("达|[超突跨跃]")
_PER = "(?<!单位)(?<!万元)"
_COVERED = 0.72
_TIMELY, _LATER, _PAST, _AIMED, _EXACT = 0.5, 0.6, 0.8, 1.2, 0.2


@dataclass(frozen=True, slots=True)
class Stated:
    """A clause that states the figure asked for."""

    chunk: Chunk
    start: int
    end: int
    score: float

    @property
    def text(self) -> str:
        """Its words."""
        return self.chunk.text[self.start - self.chunk.start : self.end - self.chunk.start].strip()


def time_asked(question: Question) -> Time:
    """Tell whether a question asks for results or for aims: those of a past year are results."""
    if question.time is Time.ANY and _ASKS_PLAN.search(question.text):
        return Time.PLANNED
    return question.time


def is_result(question: Question, chunk: Chunk) -> bool:
    """Tell whether a passage reports on a year asked after that year: 2026年的报告 on 2025."""
    if not _is_later(question, chunk):
        return False
    said = chunk.context + chunk.text
    named = any(f"{year}年" in said for year in question.years) and time_of(chunk) is Time.ANY
    return named or time_of(chunk) is Time.DONE


def stated(question: Question, terms: tuple[Term, ...], chunks: Iterable[Chunk]) -> Iterator[Stated]:
    """Find the clauses that state a figure of what is asked."""
    planned = time_asked(question)
    for chunk in chunks:
        later = is_result(question, chunk)
        if planned is Time.PLANNED and time_of(chunk) is Time.DONE:
            continue
        if planned is not Time.PLANNED and _is_later(question, chunk) and not later:
            continue
        for first, last in sentences(chunk.text):
            yield from _in_sentence(question, terms, chunk, (first, last))


def _in_sentence(
    question: Question, terms: tuple[Term, ...], chunk: Chunk, span: tuple[int, int]
) -> Iterator[Stated]:
    sentence, planned = chunk.text[slice(*span)], time_asked(question)
    aims, later = _is_aim(chunk.text, span[0]), is_result(question, chunk)
    several = later and _is_of_several_years(chunk.text, *span)
    for clause in _ROW.finditer(sentence) if CELL_GAP in sentence else _CLAUSE.finditer(sentence):
        start, said = _whole(sentence, clause)
        folded = folded_clause(said)
        is_shared = later and sentence[max(start - 1, 0) : start] == "、"
        if is_shared or (several and _is_sum(question, said)):
            continue
        is_figure = _has_figure(terms, folded) and is_of_kind(question, said, chunk)
        is_figure = is_figure or bool(aims and _WITHOUT_FIGURE.search(folded))
        if not is_figure or not _is_said(terms, folded):
            continue
        score = 2 * coverage(terms, folded) + _timely(question, planned, chunk, sentence[: start + len(said)])
        score += _AIMED if aims and planned is Time.PLANNED else 0.0
        at = chunk.start + span[0] + start
        yield Stated(chunk, at, at + len(said), score - _LATER * several - len(folded) / 100)


def folded_clause(said: str) -> str:
    """Give a clause in normal form; the 生产总值 of a place's own report is that of the place."""
    folded = _OWN_OUTPUT.sub("地区", normalize(_NUMBERING.sub("", said.strip())))
    return _OUTPUT.sub("产量", folded)


def _is_later(question: Question, chunk: Chunk) -> bool:
    return bool(question.years) and bool(chunk.years) and not set(question.years).intersection(chunk.years)


def _is_aim(text: str, at: int) -> bool:
    """Tell whether a sentence is one of those that set the aims of the year (主要预期目标是：……；……)."""
    aims = _AIMS.search(paragraph := _paragraph(text, at))
    return aims is not None and _LONG_TERM.search(paragraph[: aims.end()]) is None


def _paragraph(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]


def _whole(sentence: str, clause: re.Match[str]) -> tuple[int, str]:
    """Give a clause with the names before it that share its figures: 城镇、农村……分别增长."""
    start = clause.start()
    if "分别" in clause[0] and sentence[max(start - 1, 0) : start] == "、":
        before = _LIST_FROM.search(sentence, 0, start)
        start = before.start() if before else start
    return start, sentence[start : clause.end()]


def _is_said(terms: tuple[Term, ...], clause: str) -> bool:
    """Tell whether it is the thing asked that a clause states a figure of, not a rate named after it."""
    heaviest = max(terms, key=lambda term: term.weight)
    clause = _IN_STEP.sub("", clause)
    changes = any(_CHANGES.fullmatch(term.word) for term in terms)
    if changes and _CHANGES.search(clause) is None:
        return False
    if coverage(terms, clause) < _COVERED or presence(heaviest, clause) == 0:
        return False
    named = [word for word in (heaviest.word, *heaviest.official) if word in clause]
    if named and not any(_is_of(word, heaviest.word) for word in named):
        return False
    if not named or any(_RATE.search(term.word) for term in terms):
        return True
    return any(re.search(f"{_PER}{re.escape(word)}(?!{_OF_A_RATE})", clause) for word in named) and not any(
        _OF_A_PART.search(clause, 0, clause.find(word)) for word in named
    )


def _is_of(official: str, word: str) -> bool:
    """Tell whether an official word names the thing too, not something of its field: 跨境电商 of 进出口."""
    return word.isascii() or not set(word).isdisjoint(official)


def _is_of_several_years(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence sums up several years: it says so, or its paragraph does and names no year.

    A paragraph that opens with one year is of that, whatever it closes (实现“十四五”圆满收官).
    """
    if _ONE_YEAR.search(text, start, end) or _SEVERAL_YEARS.search(text, start, end):
        return _ONE_YEAR.search(text, start, end) is None
    before = text[text.rfind("\n", 0, start) + 1 : start]
    one, several = ([found.start() for found in way.finditer(before)] for way in (_ONE_YEAR, _SEVERAL_YEARS))
    if not one or not several:
        return bool(several)
    return several[0] < one[0] and several[-1] > one[-1]


def _is_sum(question: Question, clause: str) -> bool:
    """Tell whether what a clause of several years states is no level that was reached at their end."""
    return asks_growth(question.text) or _REACHED.search(clause) is None or "累计" in clause


def _has_figure(terms: tuple[Term, ...], clause: str) -> bool:
    """Tell whether a clause states a figure beside what is asked of; 三年 in 学前三年毛入园率 is none."""
    rest = _QUOTED.sub("", _NUMBERING.sub("", without_lengths(clause)))
    for word in (word for term in terms for word in (term.word, *term.official)):
        rest = rest.replace(word, " ")
    return any(
        one.kind is not Kind.TIME and (one.unit or one.number[:1].isascii()) for one in quantities(rest)
    )


def _timely(question: Question, time: Time, chunk: Chunk, led: str) -> float:
    """Judge whether a clause is of the time that is asked: of the year itself, planned or done as asked.

    :param led: its sentence up to its end.
    """
    headed, clause = time_of(chunk), max(_CLAUSE.findall(led)[-1:], default=led)
    score = _TIMELY if _NOW.search(led) else 0.0
    if time is not Time.ANY and headed is not Time.ANY:
        score += _TIMELY if headed is time else -_PAST
    if _LONG_TERM.search(clause) and not _LONG_TERM.search(question.text):
        score -= _LATER
    years = {int(year) for year in YEAR.findall(led)}
    if years and question.years and not years.intersection(question.years):
        score -= _LATER
    if is_result(question, chunk) and any(q.comparator is Comparator.EXACT for q in quantities(clause)):
        score += _EXACT
    return score
