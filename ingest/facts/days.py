"""The words for a day, a month, a season or a year into ISO 8601, as far as they are stated."""

import re

from ingest.facts.dates import MONTH, YEAR, Date, read_date
from ingest.facts.quantities import CHINESE_FIGURES
from ingest.text import cn_number

_REACH = 32
_EVENT = (
    "[本新]?(?:[春秋]季)?(?:学期|学年)(?:结束|开学)?|(?:[春秋]季)?开学|放假|[寒暑][假期]|假期"
    "|春节|元旦|清明节?|端午节?|国庆节?|中秋节?|(?:教师|劳动|儿童|建党|建军)节"
    "|(?<![一二三四五六七八九十])“?[五七八十]一”?|主?汛期|入汛|雨季|(?:森林)?防火期|(?:供暖|采暖)[期季]"
    "|春耕|秋收|入冬|中考|高考"
)
NUMERAL = rf"\d{CHINESE_FIGURES}几数近多个"
_HOUR = r"(?:[上下中]午|晚上?)?[ \u00a0]?(?:\d{1,2}(?:[:：]\d\d|[时点](?:\d\d分|半)?)|[下放][班学])"
# Between a day and 前: the day of the week, the hour.
_ASIDE = rf"(?:[ \u00a0]?[（(][^（()）\n]{{1,8}}[）)])?[ \u00a0]?(?:{_HOUR}|[上中]午)?(?=[之以]?前)"
# A day, month, year or event, and what says that it is the last one.
_DAY = (
    rf"(?:(?P<year>{YEAR})年度?|“?(?P<plan>[一二三四五六七八九十]{{1,2}})五”?(?:时期|期间|规划)?|(?P<this>[今本当](?:年度?|月(?:[上中下]旬)?|周|季度)|[明次]年))?"
    rf"(?:{MONTH}(?P<third>(?:[上中][、和]?)?[上中下]旬)?|(?P<half>[上下])半年|[前第]?(?P<quarter>[一二三四1-4])季度|(?P<event>{_EVENT}))?"
    rf"(?P<edge>(?:(?<![{NUMERAL}])[年月])?[底末])?"
    rf"(?:(?<=[日号]){_ASIDE})?"
    rf"(?P<close>[之以]?前|(?:(?<![{NUMERAL}])年)?之?内)?"
)
_DAY_BEFORE = re.compile(rf"{_DAY}\Z")
_DAY_HERE = re.compile(_DAY)
_THIRDS = {"上旬": 10, "中旬": 20}
_THIRD = re.compile("、[中下]旬")
_NEXT = "明次"  # 明年 is as far from the plan's own year as the reader knows
_FIVE_YEARS = 1955  # the fourteenth five-year plan ends in 1955 + 5 x 14

TO = re.compile(r"\s?[-—–~～至到]{1,2}\s?")
_FIRST = re.compile(r"\d{1,2}[日号]?(?=\s?[-—–~～至到]{1,2}\s?\d)")  # 3—6月
# 2025/9/1 and 2025.9; behind a whole day or one of these the last number of a range: 2025.3—9, 6月1日—15日
_IN_FIGURES = (
    r"(?P<year>(?:19|20)\d\d)(?P<sign>[./．-])(?P<month>1[0-2]|0?[1-9])(?!\d)"
    r"(?:(?P=sign)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d))?"
)
_NUMERIC = re.compile(_IN_FIGURES)
_NUMERIC_BEFORE = re.compile(rf"(?<!\d){_IN_FIGURES}(?:{_ASIDE})?[ \u00a0]?(?:[之以]?前)?\Z")
_SHORT_BEFORE = re.compile(  # 6.30前
    r"(?<![\d./．-])(?P<year>(?!))?(?P<month>1[0-2]|0?[1-9])[./．](?P<day>3[01]|[12]\d|0[1-9])[之以]?前\Z"
)
_LAST = re.compile(r"(?P<number>3[01]|[12]\d|0?[1-9])(?![\d年月./．])[日号]?")


def day_before(text: str, end: int, floor: int) -> tuple[str, int] | None:
    """Read the day that ends at a place, as `6月30日前` or `2025-06-30前`: its value and where it starts."""
    start = max(end - _REACH, floor)
    if "（" not in text[start:end] and "(" not in text[start:end]:  # a day holds no stop outside brackets
        stops = [text.rfind(stop, start, end) + 1 for stop in "，。；"]
        start = max(start, *stops, _listed(text, start, end))
    numeric = _NUMERIC_BEFORE.search(text, start, end) or _SHORT_BEFORE.search(text, start, end)
    if numeric is not None:
        return str(read_date(numeric)), numeric.start()
    found = _DAY_BEFORE.search(text, start, end)
    if found is None or not (value := _value(found)):
        return None
    return value, found.start()


def _listed(text: str, start: int, end: int) -> int:
    """Where the last of a list of days starts; 3月上、中旬 is no list."""
    at = text.rfind("、", start, end)
    return at + 1 if at >= 0 and _THIRD.match(text, at) is None else start


def target_year(text: str, at: int) -> tuple[str, int] | None:
    """Read the year or five-year plan that starts at a place: its value and where it ends."""
    found = _DAY_HERE.match(text, at)
    if found is None or not (found["year"] or found["plan"]):
        return None
    return _value(found), found.end()


def day_at(text: str, at: int) -> tuple[str, int]:
    """Read the day that starts at a place, also as `2025.9.1`, and where it ends; "" for none."""
    numeric = _NUMERIC.match(text, at)
    if numeric is not None:
        return str(read_date(numeric)), numeric.end()
    found = _DAY_HERE.match(text, at)
    value = "" if found is None else _value(found)
    if found is not None and value:
        return value, found.end()
    first = _FIRST.match(text, at)
    return "", at if first is None else first.end()


def last_day_at(text: str, at: int) -> tuple[str, int]:
    """Read the day that starts at a place, of a range (3—6月) the last, and where it ends; "" for none."""
    value, end = day_at(text, at)
    to = TO.match(text, end)
    if to is not None and end > at:
        value, end = _last_day(text, to.end(), value) or (value, end)
    return value, end


def _last_day(text: str, at: int, first: str) -> tuple[str, int] | None:
    """Read the last day of a range, which leaves to the first one what both share: 2024年3月—6月."""
    last = _LAST.match(text, at)
    if last is not None and (len(first) >= len("2024-03") and first[5:7].isdecimal()):
        return f"{first[:-2]}{int(last['number']):02}", last.end()
    value, end = day_at(text, at)
    if value.startswith("--") and first[:4].isdecimal():
        value = first[:4] + value[1:]
    return (value, end) if value else None


def _value(found: re.Match[str]) -> str:
    """Write a day as far as it is stated: in ISO 8601, or in its own words (`本学期末`); "" for no day."""
    plan, this, third, half, quarter, event, edge, close = found.group(
        "plan", "this", "third", "half", "quarter", "event", "edge", "close"
    )
    date = read_date(found)
    if event or (this and (this[1] != "年" or this[0] in _NEXT)) or (edge == "月底" and date == Date()):
        return found[0].removesuffix(close or "")
    if date.month is not None and not (1 <= date.month <= 12 and (date.day is None or 1 <= date.day <= 31)):
        return ""
    if plan:
        return str(Date(_FIVE_YEARS + 5 * (cn_number(plan) or 0), 12, 31))
    if quarter or half:
        month = 3 * (cn_number(quarter) or 0) if quarter else {"上": 6, "下": 12}[half]
        return str(Date(date.year, month).at_end())
    if third:  # of 上、中旬 the last counts
        day = _THIRDS.get(third[-2:])
        return str(Date(date.year, date.month, day) if day else date.at_end())
    whole = edge or (close and close.endswith("内"))
    if date == Date() and not (this or (edge or close or "")[:1] == "年"):
        return ""
    return str(date.at_end() if whole and date.day is None else date)
