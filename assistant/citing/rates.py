"""From a statement and its source to whether a figure given for each (每人, 每年) is told without that."""

import re
from collections.abc import Iterator

from assistant.citing.figures import Figure, figures

_BREAK = re.compile("[,。;:]")
# 每人, 每名教师, 每所学校, 每200人, 人均
_EACH = re.compile(r"每(?:一)?(?P<each>学[年期]|[\u4e00-\u9fff]|\d+)|(?P<mean>[人户生年月日校班村亩])均")
_NO_RATE = "隔逢到当个"
_PERSONS, _SCHOOLS, _DAYS = "名位人生员师", "所校", "日天"


def loses_rate(statement: str, given: str) -> bool:
    """Tell whether a statement gives a figure that the source gives for each one, and does not say so.

    Of `每名教师补助500元`, `教师补助500元` is not true, nor is `教师共补助500元`.
    """
    theirs = figures(given)
    for figure in figures(statement):
        if figure.year or figure.unit in ("日期", "文号"):
            continue
        rates = [list(_rates(given, place)) for place in theirs if figure.stated_by(place)]
        if rates and all(any(not _says(rate, statement) for rate in each) for each in rates):
            return True
    return False


def _rates(text: str, figure: Figure) -> Iterator[str]:
    """Yield for what a figure is given: each 每 between the last sign before it and the figure."""
    before = _BREAK.split(text[: figure.start])[-1]
    for match in _EACH.finditer(before):
        each = match["each"] or match["mean"]
        if each not in _NO_RATE:
            yield each


def _says(each: str, statement: str) -> bool:
    alike = next((kind for kind in (_PERSONS, _SCHOOLS, _DAYS) if each in kind), "")
    words = "|".join(map(re.escape, alike or (each,)))
    return bool(
        re.search(rf"(?:每一?|各|一|单个?|逐|全|/)(?:[名位个所])?(?:{words})|(?:{words})均", statement)
    )
