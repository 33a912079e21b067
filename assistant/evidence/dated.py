"""A statement of an amount into whether it is of another time than asked: done for planned, another year."""

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.evidence.evidence import Statement, stating_none
from assistant.understanding.dated import headed_time, years_in, years_of
from assistant.understanding.intent import Intent, Time, time_of_question
from assistant.understanding.narrowing import REPORTS, time_of
from assistant.understanding.question import Question
from assistant.wanted.clause import clauses
from assistant.wanted.months import labelled, month_asked, months_in
from ingest.records import Chunk

_AIMS = re.compile("目标|(?<![于超合过])预期|力争|计划(?![的完])")
# A year since which something holds, the year of a deed that only describes a thing, and of a title.
_NOT_OF_IT = re.compile(
    r"20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:起|以来|以后|之后|开始|至今)"
    r"|20\d\d年度?[\u4e00-\u9fff]{2,6}的(?=[\u4e00-\u9fff]{2})|《[^》]*》"
)
# By when something is to be so, as a plan of an earlier year may say: 2017年底前, 到2030年.
_BY_THEN = re.compile(r"[到至]20\d\d年|20\d\d年(?:\d{1,2}月)?[底末]?[之以]?前")
# A paragraph that is of a year: 2021年工作。…, but no 2024年9月1日起….
_OPENS = re.compile(
    r"\W*(?:[一二三四五六七八九十\d]+[、.．)）]\s*)?(20\d\d)年(?!\s?\d|[底末初前以起]|[上下]半)"
)
# The line of a date, alone or behind who signs: 县统计局　2024年4月.
_SIGNED = re.compile(r"^[^。；;，,：:\n]{0,40}20\d\d年\d{1,2}月(?:\d{1,2}日)?[\s)）]*$", re.M)
_CLAUSES = re.compile("[，,；;]")
_ASKS_DONE = re.compile("(?<![要应须需划标可预该能])完成了?(?:多少|几)|实际|完成情况")
_HALVED = (*REPORTS, "报告")
_PART_OF_YEAR = re.compile("[上下]半年|前[二两三]个?季度|第?[一二三四]季度")
_PART = re.compile(
    rf"{_PART_OF_YEAR.pattern}|前(?:\d{{1,2}}|[一二三四五六七八九十]+)个月|\d月|[一二三四五六七八九十]月"
)
_ASKS_TARGET = re.compile(r"目标(?:是什么|是啥|是|呢)?[?？。]*$")
# What there is at present is not told by what shall be: 目前建成多少, 到2026年建成5个以上.
_ASKS_PRESENT = re.compile("目前|现在|截至|现有|已(?:经)?[建有完设达配列]")
_IS_TO_BE = re.compile(
    "到20\\d\\d年|20\\d\\d年[底末]?前|目标|力争|计划|年内|确保|全年|达到.{0,8}以上|[不至][少低]于|至少|提高到|[须应]"
)
_IS_SO = re.compile(r"目前|现在|截至|现有|已|共有|仅|[由从][^，,。；;\d]{0,4}\d")
_NOW = re.compile("今年|本年|当年|目前|现有|全年")


def is_of_another_time(question: Question, chunk: Chunk, text: str, told: Sequence[str]) -> bool:
    """Tell whether a statement says what was reached, where a plan or another year is asked, or is of that.

    :param told: the clauses of it that state the fact.
    """
    if _is_said_of_another_year(question, chunk, text, told) or _is_only_planned(question, chunk, text):
        return True
    if _is_yet_to_come(question, chunk, text):
        return True
    if set(question.years).intersection(years_in(text)):
        return False
    if time_of(chunk) is not Time.DONE or any(_AIMS.search(clause) for clause in told):
        return False
    time = time_of_question(_asked(question)) if question.time is Time.PLANNED else question.time
    return time is Time.PLANNED or _is_reviewed(chunk, question.years)


def _asked(question: Question) -> str:
    """Give the clause of a question that names its years, if one does: 2022年完成多少，2023年计划多少."""
    named = (one for one in _CLAUSES.split(question.text) if any(str(year) in one for year in question.years))
    return next(named, question.text)


def _is_only_planned(question: Question, chunk: Chunk, text: str) -> bool:
    """Tell whether how much was done is asked, and a statement is of the half of a report that plans."""
    if question.intent is not Intent.FIGURE or _ASKS_DONE.search(_asked(question)) is None:
        return False
    return chunk.kind in _HALVED and headed_time(chunk.path) is Time.PLANNED and "已" not in text


def _is_yet_to_come(question: Question, chunk: Chunk, text: str) -> bool:
    """Tell whether how much there is by now is asked, and a statement says how much there is to be."""
    if question.intent is not Intent.FIGURE or _ASKS_PRESENT.search(question.text) is None:
        return False
    is_to_be = _IS_TO_BE.search(text) is not None or time_of(chunk) is Time.PLANNED
    return is_to_be and _IS_SO.search(text) is None


def of_its_time(question: Question, ranked: Sequence[Statement]) -> list[Statement]:
    """Let what is not of the month, or the part of a year, that is asked for state nothing.

    十二月份 is no 二月份, a figure of the whole year is none of its first half, what was reached no target.
    """
    is_other = _other_time(question)
    return (
        stating_none(ranked, {id(s) for s in ranked if s.factual and is_other(s)}) if is_other else [*ranked]
    )


def _other_time(question: Question) -> Callable[[Statement], bool] | None:
    """Give what tells whether a statement is of another time; None where the question names no such."""
    if question.intent is Intent.FIGURE:
        in_part = _PART_OF_YEAR.search(question.text) is not None
        return lambda s: (in_part and not _names_part(s)) or _is_of_document_s_year(question, s)
    if question.intent is not Intent.TOPIC:
        return None
    if month := month_asked(question.text) if "月" in question.text else 0:
        return lambda s: month not in _months_of(s)
    if _ASKS_TARGET.search(question.text):
        return lambda s: time_of(s.chunk) is Time.DONE and _AIMS.search(s.text) is None
    return None


def _names_part(statement: Statement) -> bool:
    """Tell whether a statement, its headings or its title name a part of a year, or a last month."""
    return _PART.search(f"{statement.chunk.context} {statement.chunk.text}") is not None


def _months_of(statement: Statement) -> frozenset[int]:
    """The months of the labels a statement holds or stands behind, of its headings, else those it names."""
    chunk = statement.chunk
    if own := labelled(statement.text):
        return frozenset().union(*own)
    before = labelled(chunk.text[: statement.start - chunk.start])
    return before[-1] if before else months_in(" ".join(chunk.path)) or months_in(statement.text)


def _is_said_of_another_year(question: Question, chunk: Chunk, text: str, told: Sequence[str]) -> bool:
    """Tell whether each clause that states a figure is of years, named before or in it, that are not asked.

    What a plan of several years sets, and of that how much for one of them (600户，其中2024年220户), is no
    figure of another.
    A year in the name of a document that is asked for is the document's.
    """
    if question.intent is not Intent.FIGURE or not question.years or question.titled or "20" not in text:
        return False
    if set(chunk.years) <= set(question.years):
        text = _BY_THEN.sub("", text)
    by_clause = list(_years_by_clause(text))
    of = [years for clause, years in by_clause if any(clause in one for one in told)]
    if of and all(years and set(years).isdisjoint(question.years) for years in of):
        return True
    named = {year for _, years in by_clause for year in years}
    return len(years_of(chunk)) > 1 and bool(named) and named.isdisjoint(question.years)


def _is_of_document_s_year(question: Question, statement: Statement) -> bool:
    """Tell whether the paragraph of a statement is of another year than asked, or its passage.

    Either may name one that is asked before the statement ends.
    """
    chunk, asked = statement.chunk, set(question.years)
    if not asked or question.titled:
        return False
    before = chunk.text[: statement.start - chunk.start]
    line = chunk.text[before.rfind("\n") + 1 : statement.end - chunk.start]
    opened = _OPENS.match(line)
    if opened and not _NOW.search(statement.text) and asked.isdisjoint((int(opened[1]), *years_in(line))):
        return True
    of = years_of(chunk)
    if not of or not asked.isdisjoint(of):
        return False
    return asked.isdisjoint(years_in(" ".join((*chunk.path, _SIGNED.sub("", before), statement.text))))


def _years_by_clause(text: str) -> Iterable[tuple[str, tuple[int, ...]]]:
    """Give each clause with the years in force there: its own, else those named last before it."""
    force: tuple[int, ...] = ()
    for clause in clauses(text):
        own = years_in(_NOT_OF_IT.sub("", clause))
        force = own or (() if _NOW.search(clause) else force)
        yield clause, force


def _is_reviewed(chunk: Chunk, asked: Sequence[int]) -> bool:
    """Tell whether a passage is of the years that a plan reviews, where the plan's own year is asked."""
    if not asked or not chunk.years or max(asked) < max(chunk.years):
        return False
    headed = years_in(" ".join(chunk.path))
    return not set(asked).intersection(headed) if headed else chunk.kind not in REPORTS
