"""The text of a document into deadlines: by when, within what time, how often, each with its span."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from ingest.facts.dates import MONTH, YEAR, Date, read_date
from ingest.facts.periods import Found, every, taking, within
from ingest.facts.quantities import CHINESE_FIGURES
from ingest.parse.table import CELL_GAP
from ingest.records import Deadline, DeadlineKind, Section
from ingest.text import cn_number, simplified

_REACH, _LINE_REACH = 32, 2_000
_STOPS = r"，。；：！？、,;:!?\n\u3000（()）"
_EVENT = (
    "[本新]?(?:[春秋]季)?(?:学期|学年)(?:结束|开学)?|开学|放假|[寒暑][假期]|假期"
    "|春节|元旦|国庆节?|中秋节?|教师节|汛期|中考|高考"
)
_NUMERAL = rf"\d{CHINESE_FIGURES}几数近多个"
# A day, month, year or event, and what says that it is the last one.
_DAY = (
    rf"(?:(?P<year>{YEAR})年度?|“?(?P<plan>[一二三四五六七八九十]{{1,2}})五”?(?:时期|期间|规划)?|(?P<this>[今本当](?:年度?|[月周]|季度)|[明次]年))?"
    rf"(?:{MONTH}(?P<third>[上中下]旬)?|(?P<half>[上下])半年|前?(?P<quarter>[一二三四1-4])季度|(?P<event>{_EVENT}))?"
    rf"(?P<edge>(?:(?<![{_NUMERAL}])[年月])?[底末])?"
    rf"(?P<close>[之以]?前|(?:(?<![{_NUMERAL}])年)?之?内)?"
)
_DAY_BEFORE = re.compile(rf"{_DAY}\Z")
_DAY_HERE = re.compile(_DAY)
_THIRDS = {"上旬": 10, "中旬": 20}
_NEXT = "明次"  # 明年 is as far from the plan's own year as the reader knows
_FIVE_YEARS = 1955  # the fourteenth five-year plan ends in 1955 + 5 x 14

_NOT_BEFORE = re.compile(
    "前(?:[后夕已]|[一二三]季度|(?:建成|竣工|出生|成立|设立|毕业|取得|形成|签订|发生)的)"
)
_NOT_INSIDE = re.compile("内[蒙部容涵需外控陆地河科置阁]")  # 2026年内蒙古自治区
_TO_BE_DONE = re.compile(
    rf"[^{_STOPS}]{{0,16}}?(?:完成|实现|达到|建成|投用|使用|到位|建立|出台|形成|覆盖|取消|全面|基本)"
)
_INTENDED = re.compile(r"(?:力争|确保|争取|计划|预计|拟|于|在)\Z")
_NO_DEADLINE = re.compile(r"(?:截[至止]到?|自|从|由|比|较|每|已于?|\d)\Z")
_NO_LATER = re.compile("(?:不(?:得|能|应|可)?|最)[晚迟]于\\Z")
_AIM = re.compile(rf"(?:^|[{_STOPS}“]|力争|确保|争取|计划|预计|提出|明确|要求|目标是|即)\Z")
_NOT_AIM = re.compile(f"[的至到{_NUMERAL}—~-]")
_LABEL = re.compile(
    r"(?:时限|期限|(?:完成|办结|截止|整改|落实)(?:时间|日期|节点))(?:要求|节点)?为?[：:]?\s?"
    r"|(?P<bare>(?<=[（(【〔；;，,。\u3000\n ])时间(?:节点|要求|安排)?[：:]\s?)"
)
_PLACE = "地点"  # beside 时间： it tells an event, no deadline
_TO = re.compile(r"\s?[-—–~～至到]{1,2}\s?")
_FIRST = re.compile(r"\d{1,2}[日号]?(?=\s?[-—–~～至到]{1,2}\s?\d)")  # 3—6月
# 2025/9/1 and 2025.9; behind a whole day or one of these the last number of a range: 2025.3—9, 6月1日—15日
_NUMERIC = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<sign>[./．-])(?P<month>1[0-2]|0?[1-9])(?!\d)"
    r"(?:(?P=sign)(?P<day>3[01]|[12]\d|0?[1-9])(?!\d))?"
)
_LAST = re.compile(r"(?P<number>3[01]|[12]\d|0?[1-9])(?![\d年月./．])[日号]?")


def find_deadlines(text: str, sections: Sequence[Section]) -> tuple[Deadline, ...]:
    """Find by when (`2024年底前`), within what time (`印发之日起30日内`) and how often (`每学期至少2次`).

    When something starts or happened is no deadline; a target year (`到2025年，……`) is one.
    """
    text = simplified(text)
    starts = [section.start for section in sections]
    found: list[Deadline] = []
    done = 0
    for sign in _SIGN.finditer(text):
        read = _READERS[sign[0]][0](text, sign.start(), done)
        if read is not None and read[2] >= done:
            kind, value, start, done = read
            found.append(Deadline(bisect_right(starts, start) - 1, kind, value, start, done))
    return tuple(found)


def _before(text: str, at: int, floor: int) -> Found | None:
    """Read `6月30日前` from the place of 前."""
    return None if _NOT_BEFORE.match(text, at) else _by(text, at + 1, floor)


def _at_end_of(text: str, at: int, floor: int) -> Found | None:
    """Read `2024年底` where it says when something is to be done: `力争2024年底完成`."""
    day = _by(text, at + 1, floor)
    if day is None or text.startswith(("前", "之前", "以前"), at + 1):
        return None
    intended = _INTENDED.search(text, max(day[2] - 2, 0), day[2]) or _TO_BE_DONE.match(text, at + 1)
    return day if intended else None


def _inside(text: str, at: int, floor: int) -> Found | None:
    """Read `5个工作日内` or `2024年内` from the place of 内."""
    limit = within(text, at, floor)
    return limit if limit or _NOT_INSIDE.match(text, at) else _by(text, at + 1, floor)


def _by(text: str, end: int, floor: int) -> Found | None:
    """Read the day that ends at a place, unless something repeats by it, starts from it or is so as of it."""
    found = _DAY_BEFORE.search(text, max(end - _REACH, floor), end)
    if found is None or not (value := _value(found)):
        return None
    start = found.start()
    if _NO_DEADLINE.search(text, max(start - 3, 0), start):
        return None
    return DeadlineKind.BY, value, start, end


def _aim(text: str, at: int, floor: int) -> Found | None:
    """Read `到2025年` from the place of 到, where it opens a clause."""
    found = _DAY_HERE.match(text, at + 1)
    if found is None or not (found["year"] or found["plan"]) or _NOT_AIM.match(text, found.end()):
        return None
    if not _AIM.search(text, max(at - 3, 0), at):
        return None
    return DeadlineKind.BY, _value(found), at, found.end()


def _no_later(text: str, at: int, floor: int) -> Found | None:
    """Read `不得晚于9月1日` from the place of 于."""
    words = _NO_LATER.search(text, max(at - 3, floor), at + 1)
    value, end = _day(text, at + 1)
    return (DeadlineKind.BY, value, words.start(), end) if words is not None and value else None


def _done_in(text: str, at: int, floor: int) -> Found | None:
    """Read `上半年` or `三季度` where the clause says no more than that something is completed then."""
    return _by(text, at + 1, floor)


def _labelled(text: str, at: int, floor: int) -> Found | None:
    """Read the day after `完成时限：` from the place of its 限 or 间; any day is a deadline there."""
    label = _LABEL.search(text, max(at - 3, 0), min(at + _REACH, len(text)))
    if label is None or label.start() > at or (label["bare"] and not _in_cell(text, label)):
        return None
    value, end = _day(text, label.end())
    if (to := _TO.match(text, end)) is not None and end > label.end():
        value, end = _last_day(text, to.end(), value) or (value, end)
    return (DeadlineKind.BY, value, label.end(), end) if value else None


def _in_cell(text: str, label: re.Match[str]) -> bool:
    """Tell whether a label stands in a bracket or a table row, and not with the place of an event."""
    before = text[max(0, label.start() - _LINE_REACH) : label.start()].rpartition("\n")[2]
    after = text[label.start() : label.end() + _LINE_REACH].partition("\n")[0]
    line = before + after
    inside = any(before.count(opening) > before.count(closing) for opening, closing in ("（）", "()", "【】"))
    return (inside or CELL_GAP in line) and _PLACE not in line


def _day(text: str, at: int) -> tuple[str, int]:
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


def _last_day(text: str, at: int, first: str) -> tuple[str, int] | None:
    """Read the last day of a range, which leaves to the first one what both share: 2024年3月—6月."""
    last = _LAST.match(text, at)
    if last is not None and (len(first) >= len("2024-03") and first[5:7].isdecimal()):
        return f"{first[:-2]}{int(last['number']):02}", last.end()
    value, end = _day(text, at)
    if value.startswith("--") and first[:4].isdecimal():
        value = first[:4] + value[1:]
    return (value, end) if value else None


def _labelled_or_taking(text: str, at: int, floor: int) -> Found | None:
    return _labelled(text, at, floor) or taking(text, at, floor)


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
    if third:
        return str(Date(date.year, date.month, _THIRDS.get(third)) if third in _THIRDS else date.at_end())
    whole = edge or (close and close.endswith("内"))
    if date == Date() and not (this or (edge or close or "")[:1] == "年"):
        return ""
    return str(date.at_end() if whole and date.day is None else date)


# The sign that ends or opens a deadline -> how it is read, and what must stand beside the sign.
_READERS: dict[str, tuple[Callable[[str, int, int], Found | None], str]] = {
    "前": (_before, "(?<=[日号月年底末旬期度节假学以之束考旦])前"),
    "底": (_at_end_of, "(?<=[年月])底"),
    "末": (_at_end_of, "(?<=[年月期度五”])末"),
    "内": (_inside, "(?<=[日天月年周时钟期度以之五”])内"),
    "到": (_aim, "到(?=[12二“一十本今当年])"),
    "于": (_no_later, "(?<=[晚迟])于"),
    "年": (_done_in, rf"(?<=[上下]半)年(?=完成(?:[{_STOPS}]|\Z))"),
    "度": (_done_in, rf"(?<=季)度(?=完成(?:[{_STOPS}]|\Z))"),
    "限": (_labelled, "(?<=[时期])限"),
    "期": (_labelled, "(?<=日)期(?=[：:])"),
    "间": (_labelled_or_taking, "(?<=时)间"),
    "每": (every, r"每(?=[两二三四五六半一个隔\d天日周星月季年学])"),
    "按": (every, "按(?=[月季年周旬学])"),
}
_SIGN = re.compile(f"(?=[{''.join(_READERS)}])(?:{'|'.join(beside for _, beside in _READERS.values())})")
