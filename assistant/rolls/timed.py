"""The stored deadlines of a document into what is due when: each with its day, its words and its quote."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from assistant.citing.citations import section_passage
from assistant.rolls.due import Day, Due
from assistant.rolls.roll import Entry
from assistant.understanding.intent import Time
from assistant.understanding.narrowing import REPORTS, time_of
from ingest.records import Deadline, DeadlineKind, Document, Duty
from ingest.text import sentences

_DATED = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")
_LABEL = re.compile(r"(?:时限|期限|时间|日期|节点|进度|月份)(?:要求|安排)?[：:∶][^　\n。；;：:]{0,30}\Z")
# 学期结束时间：7月5日 dates the end of a term, not what its section is called.
_OF_ANOTHER = re.compile(r"[\u4e00-\u9fff](?<!完成)(?<!办结)(?<!截止)(?<!整改)(?<!落实)(?<!工作)(?<!进度)\Z")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")
_CLAUSE = re.compile(r"[^，,；;。：:\n]+[，,；;。：:\n]?")
_NUMBERING = re.compile(r"^[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、]+\s?)?")
_OR_ELSE = re.compile("[、或]者?[按每逐]")
_OR_ELSE_BEFORE = re.compile("[按每逐][次月季年](?:、|或者?)\\Z")
# A notice on the work of a year, which no plan of that year comes with.
_ASKS_IN_ADVANCE = re.compile("关于[^《》]*20\\d\\d年[^《》]*的(?:通知|通告|公告)$")
_LAST_OF_SCHOOL_YEAR = 8
_TAIL = "，,；;。：: \n\u3000"
_LONGEST, _SAYS_SOMETHING, _LONGEST_TITLE = 70, 10, 26


@dataclass(frozen=True, slots=True)
class Timed:
    """Something that is due.

    :param year: the year it is due in, 0 where none is stated.
    :param day: the last day, None for what comes again.
    """

    deadline: Deadline
    year: int
    day: Day | None
    entry: Entry


def timed_in(document: Document, due: Due) -> list[Timed]:
    """Find what a document sets within some time, or every so often, in the order of its days."""
    found: dict[tuple[int, int, str], Timed] = {}
    for deadline in document.deadlines:
        if not is_within(due, deadline.kind, deadline.value) or _is_choice(document, deadline):
            continue
        timed = timed_by(document, deadline)
        if timed is not None:
            key = timed.year, timed.entry.section, timed.entry.text
            known = found.get(key)
            if known is None or (timed.day or (0, 0)) < (known.day or (0, 0)):
                found[key] = timed
    return sorted(found.values(), key=lambda timed: (timed.year, timed.day or (0, 0), timed.deadline.start))


def timed_by(document: Document, deadline: Deadline) -> Timed | None:
    """Word what a deadline is set for; None where a report says it of what was done."""
    if _is_past(document, deadline):
        return None
    day = _day(deadline.value) if deadline.kind is DeadlineKind.BY else None
    return Timed(deadline, _year(document, deadline), day, _entry(document, deadline))


def undated_in(document: Document) -> int:
    """Count the deadlines of a document that are no days (本学期末)."""
    return sum(
        deadline.kind is DeadlineKind.BY and _DATED.fullmatch(deadline.value) is None
        for deadline in document.deadlines
    )


def _is_choice(document: Document, deadline: Deadline) -> bool:
    """Tell whether how often is one of several ways (按月、按季或者按次预缴), which sets nothing."""
    return _OR_ELSE.match(document.text, deadline.end) is not None or (
        _OR_ELSE_BEFORE.search(document.text, max(deadline.start - 6, 0), deadline.start) is not None
    )


def is_within(due: Due, kind: DeadlineKind, value: str) -> bool:
    """Tell whether a deadline, by its kind and value, lies within some time, or comes again so often."""
    if due.period:
        return kind is DeadlineKind.EVERY and value.split("/")[1:2] == [due.period]
    day = _day(value) if kind is DeadlineKind.BY else None
    return day is not None and due.admits(day)


def _day(value: str) -> Day | None:
    """The last day of a deadline by month and day; the end of what is stated less precisely."""
    found = _DATED.fullmatch(value)
    return (int(found["month"] or 12), int(found["day"] or 31)) if found else None


def _year(document: Document, deadline: Deadline) -> int:
    """The year of a deadline: its own, that of its headings, or that the document was made for.

    A report that also plans does so for the last of its years, a plan of several years speaks of its first.
    """
    if deadline.value[:4].isdigit():
        return int(deadline.value[:4])
    headed = _YEAR.findall(" ".join(document.path(deadline.section)))
    if headed:
        return int(headed[-1])
    years, header = document.header.years, document.header
    if not years:
        return 0
    if header.kind in REPORTS:
        return years[-1]
    if len(years) == 2 and "学年" in header.title:  # 2023—2024学年: from September to August
        return years[(_day(deadline.value) or (12,))[0] <= _LAST_OF_SCHOOL_YEAR]
    if len(years) > 1:
        return int(header.date[:4]) if header.date[:4].isdigit() else years[0]
    return years[0] - (_ASKS_IN_ADVANCE.search(header.title) is not None and _is_before(document, deadline))


def _is_before(document: Document, deadline: Deadline) -> bool:
    """Tell whether what a notice on the next year sets lies in the rest of its own.

    关于做好2025年度参保缴费工作的通知 of August 2024 says 10月31日前.
    """
    made = document.header.date
    is_of_next_year = made[:4].isdigit() and int(made[:4]) == document.header.years[0] - 1
    day = _day(deadline.value)
    return is_of_next_year and made[5:7].isdigit() and day is not None and int(made[5:7]) <= day[0]


def _is_past(document: Document, deadline: Deadline) -> bool:
    """Tell whether a report says it of what was done."""
    passage = replace(section_passage(document, deadline.section), kind=document.header.kind)
    return document.header.kind in REPORTS and time_of(passage) is Time.DONE


def _entry(document: Document, deadline: Deadline) -> Entry:
    """Word what is due: the title of a row, or the clauses around the time."""
    section = document.sections[deadline.section]
    first, last = _sentence(document, deadline)
    when = document.text[deadline.start : deadline.end].strip()
    label = _LABEL.search(document.text, section.start, deadline.start)
    is_labelled = label is not None and not _OF_ANOTHER.search(document.text, section.start, label.start())
    if deadline.section and section.title and (is_labelled or when in section.title):
        title = section.title if len(section.title) <= _LONGEST else f"{section.title[:_LONGEST]}…"
        said = title if when in title else f"{when}：{title}"
        return Entry(document, said, deadline.section, first, last)
    words = _worded(document.text[first:last], deadline.start - first, deadline.end - first)
    title = section.title
    if deadline.section and title and len(title) <= _LONGEST_TITLE and title not in words:
        words = f"{title}：{words}"
    return Entry(document, words, deadline.section, first, last)


def _sentence(document: Document, deadline: Deadline) -> tuple[int, int]:
    """Span of the sentence of a time; what a row says is one."""
    own = document.sections[deadline.section]
    spans = sentences(document.text[own.start : own.own_end])
    starts = [start for start, _ in spans]
    start, end = spans[max(bisect_right(starts, deadline.start - own.start) - 1, 0)]
    return own.start + start, max(own.start + end, deadline.end)


def _worded(sentence: str, start: int, end: int) -> str:
    """Give a sentence, or of a long one the clause that holds a time, with the next where it says little."""
    whole = _NUMBERING.sub("", sentence).strip(_TAIL)
    if len(whole) <= _LONGEST:
        return " ".join(whole.split())
    clauses = [match.span() for match in _CLAUSE.finditer(sentence)]
    at = next((i for i, (_, stop) in enumerate(clauses) if stop >= end), len(clauses) - 1)
    first, last = clauses[at]
    said = sentence[first:start] + sentence[end:last]
    if len(said.strip(_TAIL)) < _SAYS_SOMETHING and at + 1 < len(clauses):
        last = clauses[at + 1][1]
    elif len(said.strip(_TAIL)) < _SAYS_SOMETHING and at:
        first = clauses[at - 1][0]
    return " ".join(_NUMBERING.sub("", sentence[first:last]).strip(_TAIL).split())


def duties_of(timed: Timed) -> list[Duty]:
    """Give the duties for what is due: those of its section and of all it lies in."""
    document, above = timed.entry.document, set[int]()
    index: int | None = timed.deadline.section
    while index is not None:
        above.add(index)
        index = document.sections[index].parent
    return [duty for duty in document.duties if duty.section in above]
