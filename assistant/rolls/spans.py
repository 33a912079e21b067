"""The text of a document into what it sets for a span of days or months (6月15日至20日 网上报名)."""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator

from assistant.rolls.due import Day, Due
from assistant.rolls.timed import Timed, timed_by
from ingest.records import Deadline, DeadlineKind, Document
from ingest.text import simplified

_TO = r"\s?(?:至|到|[—–~～-]{1,2})\s?"
_SPAN = re.compile(
    rf"(?:(?P<year>20\d\d)年)?(?<![\d个第.])(?P<month>\d{{1,2}})(?:月(?:(?P<day>\d{{1,2}})[日号]?)?)?{_TO}"
    rf"(?:(?P<until>20\d\d)年)?(?:(?P<to>\d{{1,2}})月)?(?:(?P<on>\d{{1,2}})[日号])?(?![\d月日时点:：年])"
)
# What holds or counts over a span, or was done in it, is nothing to do then.
_NO_TASK = re.compile(
    r"有效|施行|执行至|同比|累计|了|已经?|截至|统计|数据|所属期|出生|办公时间|营业时间|上班|收入|支出"
)
_LEAST_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")


def spans_in(document: Document, due: Due) -> list[Timed]:
    """Find what a document sets for a span that holds the day a question asks, or that ends within its time.

    Where a deadline is stored of the same words, that is what tells it.
    """
    if due.period:
        return []
    known = sorted((deadline.start, deadline.end) for deadline in document.deadlines)
    found: dict[tuple[int, str], Timed] = {}
    for deadline in _set(document, due):
        at = bisect_right(known, (deadline.end, 0)) - 1
        if at >= 0 and known[at][1] > deadline.start:
            continue
        timed = timed_by(document, deadline)
        said = timed.entry.text.replace(document.text[deadline.start : deadline.end], "") if timed else ""
        if timed and _LEAST_WORDS.search(said) and not _NO_TASK.search(said):
            found.setdefault((timed.entry.section, timed.entry.text), timed)
    return list(found.values())


def _set(document: Document, due: Due) -> Iterator[Deadline]:
    text = simplified(document.text)
    starts = [section.start for section in document.sections]
    for match in _SPAN.finditer(text):
        days = _days(match)
        section = bisect_right(starts, match.start()) - 1
        if days is None or section <= 0 or not _is_asked(due, *days, is_exact=match["on"] is not None):
            continue
        year = match["until"] or match["year"] or "-"
        value = f"{year}-{days[1][0]:02}-{days[1][1]:02}"
        yield Deadline(section, DeadlineKind.BY, value, match.start(), match.end())


def _days(match: re.Match[str]) -> tuple[Day, Day] | None:
    """Give the first and the last day of a span; None where it names no month or is none of days."""
    has_month = match[0][match.end("month") - match.start() :].startswith("月")
    if not (match["to"] or (has_month and match["day"] and match["on"])) or (match["on"] and not has_month):
        return None
    month, last = int(match["month"]), int(match["to"] or match["month"])
    if not (1 <= month <= 12 and 1 <= last <= 12):
        return None
    return (month, int(match["day"] or 1)), (last, int(match["on"] or monthrange(2024, last)[1]))


def _is_asked(due: Due, first: Day, last: Day, *, is_exact: bool) -> bool:
    """Tell whether a span of days holds the day that is asked, or any span ends within the time."""
    if due.is_day:
        return is_exact and (first <= due.first <= last or (last < first and due.first >= first))
    return due.first <= last <= due.last
