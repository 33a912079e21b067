"""Titles, numbers and dates into the years a document covers."""

import re

from ingest.text import cn_number

_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s?年?\s?[-—–~～至到]{1,2}\s?((?:19|20)\d{2})\s?学?年"
    r"|(?<!\d)((?:19|20)\d{2})\s?年|([二一][〇○零O九][〇○零O一二三四五六七八九]{2})年"
    r"|(?<!\d)((?:19|20)\d{2})(?=年?(?:度|工作|党建|教育|计划|要点))"
)
_STAMPED_YEAR = re.compile(r"(?<!\d)(20\d{2})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)")
_NUMBER_YEAR = re.compile(r"[〔［\[（(]((?:19|20)\d{2})[〕］\]）)]")
_MOST_YEARS = 10
_EARLIEST, _LATEST = 1949, 2099
_NEAR_CHARS = 150


def years_in(text: str) -> tuple[int, ...]:
    """The years a text names, a range giving every year in it; masked years give none."""
    years: dict[int, None] = {}
    for first, last, single, chinese, bare in _YEAR.findall(text):
        if first:
            low, high = int(first), int(last)
            years.update(dict.fromkeys(range(low, min(high, low + _MOST_YEARS) + 1)))
        else:
            value = cn_number(chinese.replace("O", "〇")) if chinese else int(single or bare)
            if value and _EARLIEST <= value <= _LATEST:
                years[value] = None
    return tuple(years)


def covered_years(title: str, page: str, number: str, date: str, opening: str) -> tuple[int, ...]:
    """The years of a title; a masked or silent title leaves them to page title, number, date and opening.

    :param date: YYYY-MM-DD, or "".
    :param opening: the text below the title; counts only if it names a single year near its start.
    """
    for text in (title, page):
        if years := years_in(text):
            return years
    stated = _NUMBER_YEAR.search(number) or _STAMPED_YEAR.search(page)
    if stated is not None:
        return (int(stated[1]),)
    if date:
        return (int(date[:4]),)
    near = years_in(opening[:_NEAR_CHARS])
    return near if len(near) == 1 else ()
