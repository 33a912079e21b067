"""The text and the headings of a passage into the years they speak of."""

import re
from functools import lru_cache

from assistant.understanding.intent import Time
from ingest.records import Chunk

_YEAR = re.compile(r"(?<!\d)(?:(20\d{2})年?\s?[—–~～至到-]{1,2}\s?)?(20\d{2}|19[5-9]\d)年")
_MONTH = re.compile(r"(?:20\d\d|19[5-9]\d)年\d{1,2}月(?:\d{1,2}日)?")
_PERIOD = re.compile(r"“?十([三四五])五”?")
_FIRST_YEARS = {"三": 2016, "四": 2021, "五": 2026}
_LONGEST_RANGE = 10
# What a figure is only held against: 较2024年度提高, 与2020年相比, 高于2023年; no 占比　2023年完成值.
_HELD_AGAINST = re.compile(
    r"(?:较|(?<![占同环对])比|[高低优多少]于|超过) ?20\d\d年(?:度|[底末初]|同期)?"
    r"|[与和同跟]\s?20\d\d年(?:度|[底末初]|同期)?(?=[^，,。；;]{0,4}(?:相比|持平|比较|对比))"
)
# A heading that is of a year: 一、2023年工作回顾, but no 2024年6月底前….
_HEADING = re.compile(
    r"^\W*(?:第?[一二三四五六七八九十\d]+[、.．)）部分章\s]*)?(20\d\d)年(?!\s?\d|[底末初前以]|[上下]半)"
)
_HALVES = (
    (
        Time.PLANNED,
        re.compile(
            r"安排|思路|打算|下一步|目标|工作重点|重点工作|重点任务|主要任务|努力方向|工作计划(?!.{0,4}(?:完成|执行|落实))"
        ),
    ),
    (
        Time.DONE,
        re.compile(r"回顾|总结|成效|进展|完成情况|工作情况|主要成绩|主要做法|特点|成就|基本情况|上半年|现状"),
    ),
)
# A document that tells what was done in one year and what is to be done in the next.
_BOTH = re.compile(r"(?:总结|情况|回顾|完成|报告).*(?:计划|打算|思路|安排|要点|工作重点)")
_LONGEST_HEADING = 36
_OF_LAST_YEAR, _SEVERAL_YEARS = "政府工作报告", re.compile("[五三几]年")


def years_in(text: str) -> tuple[int, ...]:
    """Find the years a text speaks of, a range giving each; the period of a five-year plan is five of them.

    A year that something is only held against (较2024年提高20元) is none.
    """
    # most texts hold neither sign, which is seen at once
    named = _named(text) if "20" in text or "19" in text else []
    periods = [_FIRST_YEARS[period] for period in _PERIOD.findall(text)] if not named and "五" in text else []
    return (*named, *(year for first in periods for year in range(first, first + 5)))


def holds_date(question: str, text: str) -> bool:
    """Tell whether a text holds the date by its month that a question names: it tells of what was then.

    Of which year its document is says nothing against it (2003年12月的两次震动, told in 2004).
    """
    dates = _MONTH.findall(question)
    return bool(dates) and all(date in text for date in dates)


def _named(text: str) -> list[int]:
    found = _YEAR.findall(text)
    if found and _HELD_AGAINST.search(text):
        found = _YEAR.findall(_HELD_AGAINST.sub("", text))
    spans = ((int(first or last), int(last)) for first, last in found)
    return [year for low, high in spans for year in range(max(low, high - _LONGEST_RANGE), high + 1)]


@lru_cache(maxsize=4096)
def headed_time(path: tuple[str, ...]) -> Time:
    """Tell whether headings announce what was done or what is to be done, the outermost two alone."""
    for words in path[:2]:
        if len(words) > _LONGEST_HEADING:  # a task of its own, put in a sentence
            continue
        time = next((time for time, pattern in _HALVES if pattern.search(words)), None)
        if time is not None:
            return time
    return Time.ANY


def years_of(chunk: Chunk) -> tuple[int, ...]:
    """Find the years a passage is of: its headings', or those of its half of a document, else the document's.

    A document that sums up one year and plans the next is of the first in the one half, of the second in
    the other; a report on the work of a government looks back on the year before its own.
    """
    return _years_of(chunk.title, chunk.path, chunk.years)


@lru_cache(maxsize=4096)
def _years_of(title: str, path: tuple[str, ...], years: tuple[int, ...]) -> tuple[int, ...]:
    headed = next((found for heading in reversed(path) if (found := _HEADING.match(heading))), None)
    if headed:
        return (int(headed[1]),)
    time = headed_time(path)
    if time is Time.ANY or not years or _SEVERAL_YEARS.search(path[0]):
        return years
    if len(years) == 2 and max(years) - min(years) == 1 and _BOTH.search(title):
        return (min(years) if time is Time.DONE else max(years),)
    if len(years) == 1 and _OF_LAST_YEAR in title and time is Time.DONE:
        return (years[0] - 1,)
    return years
