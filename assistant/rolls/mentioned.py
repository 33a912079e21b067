"""The text of a document into what it plans for some time without saying that it is the last day."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from assistant.rolls.due import Due
from assistant.rolls.timed import Timed, timed_by
from ingest.records import Deadline, DeadlineKind, Document
from ingest.text import cn_number, simplified

_NUMERAL = r"\d{1,2}|[一二三四五六七八九十]{1,2}"
_TIME = re.compile(
    rf"(?:(?P<year>20\d\d)年)?(?:(?<![\d个])(?P<month>{_NUMERAL})月(?:(?P<day>{_NUMERAL})[日号])?"
    r"|第?(?P<quarter>[一二三四1-4])季度|(?P<half>[上下])半年)|(?<!到)(?P<bare>20\d\d)年(?!度?(?:工作|全|春|秋|[\d—~-]))"
)
_NOT_THEN = re.compile(
    r"(?:自|从|截[至止]到?|截|至|到|比|较|(?:至|到|—|–|~|-)(?:次年|当年|同年)|—|–|~|-|《[^》\n]*|〔|第)\Z"
)
_NOT_AFTER = re.compile(r"(?:起|至|到|以来|[—–~-]|[^，。；\n]{0,24}》|印发|制定的|召开的)")
_DONE = re.compile("了|已经?|同比|过去|截至|通报|新设|上年|会议召开|签署|公布《|审议通过|累计|增长到|提升至")
_BEFORE, _LEAST, _LEAST_OF_A_DAY = 24, 8, 2


def mentioned_in(document: Document, due: Due, years: tuple[int, ...]) -> list[Timed]:
    """Find the clauses of a document that set something for a time, beside its stored deadlines.

    What a report says of the past is none, nor a day that something starts from, nor a title.

    :param years: years that are asked, () for any.
    """
    if due.period:
        return []
    spans = sorted((deadline.start, deadline.end) for deadline in document.deadlines)
    found: dict[tuple[int, str], Timed] = {}
    least = _LEAST_OF_A_DAY if due.is_day else _LEAST
    for deadline in _said(document, due, years):
        at = bisect_right(spans, (deadline.end, 0)) - 1
        if at >= 0 and spans[at][1] >= deadline.start:
            continue
        timed = timed_by(document, deadline)
        said = timed.entry.text.replace(document.text[deadline.start : deadline.end], "") if timed else ""
        if timed and len(said) >= least and not _DONE.search(said):
            found.setdefault((timed.entry.section, timed.entry.text), timed)
    return list(found.values())


def _said(document: Document, due: Due, years: tuple[int, ...]) -> Iterator[Deadline]:
    text, starts = simplified(document.text), [section.start for section in document.sections]
    is_year, own = due.first == (1, 1) and due.last == (12, 31), document.header.years
    for match in _TIME.finditer(text):
        value = _value(match)
        if match["bare"] and not (is_year and int(match["bare"]) in years and own != (int(match["bare"]),)):
            continue
        first = bisect_right(starts, match.start()) - 1
        is_heading = first >= 0 and match.start() < document.sections[first].body
        before = text[max(match.start() - _BEFORE, 0) : match.start()]
        if first <= 0 or is_heading or _NOT_THEN.search(before) or _NOT_AFTER.match(text, match.end()):
            continue
        month, day = int(value[-5:-3]), int(value[-2:])
        if due.first <= (month, day) <= due.last:
            yield Deadline(first, DeadlineKind.BY, value, match.start(), match.end())


def _value(match: re.Match[str]) -> str:
    """A day at the end of a time, as deadlines state it; of a month the last that every one has."""
    year = match["year"] or match["bare"] or "-"
    if match["bare"]:
        return f"{year}-12-31"
    if match["month"]:
        month, day = cn_number(match["month"]) or 1, cn_number(match["day"] or "") or 28
    else:
        quarter = cn_number(match["quarter"]) if match["quarter"] else 2 if match["half"] == "上" else 4
        month, day = 3 * (quarter or 1), 28
    return f"{year}-{min(month, 12):02}-{day:02}"
