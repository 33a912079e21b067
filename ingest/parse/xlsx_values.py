"""The stored value and the number format of a spreadsheet cell into the words it shows.

Source: ECMA-376 part 1, 18.8.30 and 18.8.31 (numFmt, with the built-in formats of Chinese Excel) and 18.17.4
(dates).
"""

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

GENERAL = "General"
BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    22: "yyyy/m/d h:mm",
    49: "@",
    **dict.fromkeys((14, 15, 30, 31, 50, 51, 53, 54), "yyyy/m/d"),
    **dict.fromkeys((17, 27, 36, 52, 55, 57), "yyyy/m"),
    **dict.fromkeys((16, 28, 29, 58), "m/d"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47), "h:mm"),
}
"""Number of a built-in format -> what it shows; a file writes out all others."""
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)')
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[[^\]]*\]|(?P<digits>General|[#0?][#0?,.]*)|(?P<sign>.)',
    re.IGNORECASE,
)
_LITERAL = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\]]*\]|General', re.IGNORECASE)
_DATE = re.compile(r"[ymdhs]|aaa", re.IGNORECASE)
_STORED = Context(prec=15, rounding=ROUND_HALF_UP, traps=[InvalidOperation])  # digits Excel keeps
_SHOWN = Context(prec=11, rounding=ROUND_HALF_UP)  # digits it shows under General
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)
_LAST_DAY = 2_957_000  # in 9999, counted from 1904
_LARGEST = 20  # digits before the point


def shown(value: str, code: str, from_1904: bool = False) -> str:
    """Write a stored number as its cell shows it: 0.96 under `0%` as 96%, a day as 2024年6月30日.

    What is no number is given as it stands.

    :param code: the number format, of which the section for the number's sign is used.
    :param from_1904: days are counted from 1904, not from 1900.
    """
    try:
        number = _STORED.create_decimal(value.strip())
    except InvalidOperation:
        return value
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST:
        return value
    sections = _SECTION.findall(code)
    place = 1 if number < 0 else 2 if not number else 0
    section = sections[place] if place < code.count(";") + 1 and place < len(sections) else sections[0]
    parts = _LITERAL.sub("", section).lower()
    if _DATE.search(parts):
        return _date(number, parts, from_1904) if 0 <= number <= _LAST_DAY else _plain(number)
    return _figure(abs(number) if place == 1 and len(sections) > 1 else number, section)


def _date(days: Decimal, code: str, from_1904: bool) -> str:
    """Write the parts of a date that its format has, in Chinese; the time of day after them."""
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(seconds=round(days * 86400))
    has_time = "h" in code or "s" in code
    year, day = "y" in code, "d" in code
    month = "m" in code and (year or day or not has_time)
    if not (year or month or day or has_time):
        year = month = day = True
    text = f"{moment.year}年" * year + f"{moment.month}月" * month + f"{moment.day}日" * day
    shows_time = has_time and not (text and days == int(days))  # a day alone has no hour, whatever its format
    return f"{text} {moment:%H:%M}".strip() if shows_time else text


def _figure(number: Decimal, section: str) -> str:
    """Write a number with the places, thousands, percent sign and words of its format."""
    before = digits = after = ""
    for token in _TOKEN.finditer(section):
        words = token["quoted"] or token["escaped"] or token["sign"] or ""
        if token["digits"] and not digits:
            digits = token["digits"]
        elif digits:
            after += words
        else:
            before += words
    if digits.lower() == GENERAL.lower() or "/" in after or after.startswith(("E", "e")):
        return before + _plain(number) + (after if digits.lower() == GENERAL.lower() else "")
    if not digits:
        return _plain(number) if before == "@" else before
    number *= 100 ** (before + after).count("%")
    whole, _, places = digits.rstrip(",").partition(".")
    text = f"{_rounded(number, len(places)):{',' if ',' in whole else ''}f}"
    kept = len(places.rstrip("#?"))
    if kept < len(places):
        head, _, tail = text.partition(".")
        text = f"{head}.{tail[:kept]}{tail[kept:].rstrip('0')}".rstrip(".")
    return (before + text + after).strip()


def _rounded(number: Decimal, places: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-min(places, _LARGEST)), rounding=ROUND_HALF_UP)


def _plain(number: Decimal) -> str:
    """A number under General: no more digits than a cell shows, no zeros behind the point."""
    if number == number.to_integral_value():
        return f"{number:.0f}"
    return f"{_SHOWN.plus(number):f}".rstrip("0").rstrip(".")
