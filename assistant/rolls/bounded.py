"""The day or span of a question (2022年9月以后, 2019年以前, 2018年至2020年) into the days it admits."""

import re
from dataclasses import dataclass

Dated = tuple[int, ...]

DAY = r"20\d\d年(?:\d{1,2}月(?:份|\d{1,2}[日号])?)?"
AFTER = "(?:[及之以]?(?:以)?后|[以之]?来|起(?!(?:正式)?(?:施行|实施|执行|生效)))"
BEFORE = "(?:[及之以]?(?:以)?前)"
_STATED = re.compile(r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})[日号])?)?")
_SPAN = re.compile(rf"(?P<first>20\d\d)年?[到至—–~-]+(?P<last>{DAY})")
_BOUND = re.compile(rf"(?P<day>{DAY})(?:(?P<after>{AFTER})|(?P<before>{BEFORE}))?")
_NEVER = (9999,)


@dataclass(frozen=True, slots=True)
class Bound:
    """The days from `first` to before `until`, each as year, month and day.

    :param words: how a reader is told: 2022年9月以后（含2022年9月）.
    """

    first: Dated
    until: Dated
    words: str

    def admits(self, day: Dated) -> bool:
        """Tell whether all of a day, a month or a year lies within."""
        return self.first <= _first(day) and _last(day) < self.until


def bound_in(text: str) -> Bound | None:
    """Find the first time a text in normal form names; None where it names no year."""
    if span := _SPAN.search(text):
        last = days_in(span["last"])[0]
        return Bound((int(span["first"]), 1, 1), _behind(last), f"{span['first']}年至{_worded(last)}")
    found = _BOUND.search(text)
    if found is None:
        return None
    day = days_in(found["day"])[0]
    words = _worded(day)
    if found["after"]:
        return Bound(_first(day), _NEVER, f"{words}以后（含{words}）")
    if found["before"]:
        return Bound((), _first(day), f"{words}以前（不含{words}）")
    return Bound(_first(day), _behind(day), words)


def days_in(text: str) -> list[Dated]:
    """Find the days, months and years a text states, each as precisely as it does."""
    return [
        tuple(int(part) for part in found.group("year", "month", "day") if part)
        for found in _STATED.finditer(text)
    ]


def _first(day: Dated) -> Dated:
    return (*day, 1, 1)[:3]


def _last(day: Dated) -> Dated:
    return (*day, *((12, 31)[len(day) - 1 :]))


def _behind(day: Dated) -> Dated:
    return (*_last(day), 1)


def _worded(day: Dated) -> str:
    return "".join(f"{number}{unit}" for number, unit in zip(day, "年月日", strict=False))
