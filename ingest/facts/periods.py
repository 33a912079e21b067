"""From the sign of a length of time to a time limit (`30日内`) or a rhythm (`每学期至少2次`)."""

import re

from ingest.facts.quantities import CHINESE_FIGURES
from ingest.records import DeadlineKind
from ingest.text import cn_number

Found = tuple[DeadlineKind, str, int, int]
"""A deadline: its kind, value, start and end."""

_REACH = 32
_STOPS = r"，。；：！？、,;:!?\n\u3000（()）"
_NUMBER = rf"(?:\d{{1,3}}|[{CHINESE_FIGURES}]{{1,3}})"
_TO = "[-—–~～至到]{1,2}"
# Lengths of time -> how ISO 8601 writes one, and how many of those. Working days count as days; terms have no
# such form and keep their name.
_LENGTHS = {
    "工作日": ("P{}D", 1),
    "天": ("P{}D", 1),
    "日": ("P{}D", 1),
    "星期": ("P{}W", 1),
    "周": ("P{}W", 1),
    "月": ("P{}M", 1),
    "季度": ("P{}M", 3),
    "季": ("P{}M", 3),
    "年度": ("P{}Y", 1),
    "年": ("P{}Y", 1),
    "小时": ("PT{}H", 1),
    "分钟": ("PT{}M", 1),
    "学期": ("{}学期", 1),
    "学年": ("{}学年", 1),
}
_LENGTH = "|".join(_LENGTHS)
_HALVES = {"年": "P6M", "月": "P15D", "天": "PT12H", "小时": "PT30M", "学期": "半学期"}
_SPAN = (
    rf"(?:(?:{_NUMBER}{_TO})?(?P<number>{_NUMBER}(?:\.\d)?)(?:余|多)?|(?P<half>半))"
    rf"[ \u00a0]?个?(?P<length>{_LENGTH})"
)

_STANDS_ALONE = rf"(?<![近第每同前月年去.．\d{CHINESE_FIGURES}])"
_WITHIN = re.compile(rf"{_STANDS_ALONE}{_SPAN}[之以]?内\Z")
_DONE_WITHIN = re.compile(rf"{_STANDS_ALONE}{_SPAN}\Z")  # 3个工作日办结
_TAKING = re.compile(rf"(?:用|利用|经过|通过){_SPAN}(?:左右)?的?时间\Z")
_NOT_WITHIN = re.compile("内(?:不得|不再|未|没有|无|累计|曾|免|减征|享受|取得|发生)")
_MEASURED = re.compile(r"(?:[到至]|控制在|[不未]超过)\Z")  # 控制在15分钟以内 is a figure
# The event a time limit runs from: 自印发之日起, 撤并后.
_EVENT = re.compile(
    rf"(?:(?:自|从)[^。；\n，]{{1,24}}?|(?:(?![在于应当须需自从])[^{_STOPS}]){{1,12}})(?:之日|次日|当日)起的?\s?\Z"
    rf"|(?:(?![在于应当须需自从的])[^{_STOPS}]){{2,8}}[之以]?后的?\Z"
)
_EVERY = re.compile(
    rf"(?:每隔?(?:(?:{_NUMBER}{_TO})?(?P<number>{_NUMBER})|(?P<half>半))?个?(?P<length>{_LENGTH})(?!{_LENGTH})"
    r"|按(?P<by>月|季度?|年度|周|旬|学期)(?![龄级份代薪日边期围]))"
    rf"(?P<when>(?:[首末次]|第[一二三]个)月(?:{_NUMBER}[日号])?(?:[之以]?前)?|初|末|底|(?:{_NUMBER}月)?(?:{_NUMBER}[日号]|[底初末])?(?:[之以]?前)?)"
)
_WHICH_MONTH = re.compile("^(?:[首末次]|第[一二三]个)月")  # of a quarter
_DAY = re.compile(rf"(?:({_NUMBER})月)?(?:({_NUMBER})[日号])?")
_TIMES = re.compile(
    rf"[^{_STOPS}每]{{0,24}}?(?P<times>(?:{_NUMBER}{_TO})?{_NUMBER})\s?(?P<of>次(?!性)|场次?|[遍轮节期篇]|课时|学时|个?小时|分钟)"
    "(?:[及或]?以[上内下]|左右)?"
)
_ONCE = ("次", "场", "场次", "遍", "轮", "期")
_RATE = re.compile(
    rf"[^{_STOPS}]{{0,6}}?\d[\d.]*[百千万亿]*[元%％]|[^{_STOPS}]{{0,4}}(?:增长|递增|提高|下降)"
)
_ON_AVERAGE = re.compile(r"[平人]均\Z")


def within(text: str, at: int, floor: int) -> Found | None:
    """Read `印发之日起30日内` from the place of 内; what is over or forbidden by then is no deadline."""
    found = _WITHIN.search(text, max(at - _REACH, floor), at + 1)
    if found is None or _NOT_WITHIN.match(text, at):
        return None
    if text[at - 1] == "以" and _MEASURED.search(text, max(found.start() - 4, 0), found.start()):
        return None
    event = _EVENT.search(text, max(found.start() - _REACH, floor), found.start())
    value = _duration(found["number"], found["length"])
    return DeadlineKind.WITHIN, value, event.start() if event else found.start(), at + 1


def done_within(text: str, at: int, floor: int) -> Found | None:
    """Read `3个工作日办结` from the place of its 日; what is shortened to that is a figure."""
    found = _DONE_WITHIN.search(text, max(at - _REACH, floor), at + 1)
    if found is None or _MEASURED.search(text, max(found.start() - 4, 0), found.start()):
        return None
    return DeadlineKind.WITHIN, _duration(found["number"], found["length"]), found.start(), at + 1


def taking(text: str, at: int, floor: int) -> Found | None:
    """Read `用3年时间` from the place of 间."""
    found = _TAKING.search(text, max(at - _REACH, floor), at + 1)
    if found is None:
        return None
    return DeadlineKind.WITHIN, _duration(found["number"], found["length"]), found.start(), at + 1


def every(text: str, at: int, floor: int) -> Found | None:
    """Read `每学期至少2次` from the place of 每; a rate (`每年10元`, `每年增长`) is no deadline."""
    found = _EVERY.match(text, at)
    if found is None or _RATE.match(text, found.end()) or _ON_AVERAGE.search(text, max(at - 2, floor), at):
        return None
    period = _duration(
        found["number"] or "" if found["half"] is None else None, found["length"] or found["by"]
    )
    times = _TIMES.match(text, found.end()) if not found["when"] else None
    if times is None:
        return DeadlineKind.EVERY, f"1/{period}{_day_of(found['when'])}", at, found.end()
    count = "-".join(str(cn_number(part)) for part in re.split(_TO, times["times"]))
    unit = "" if times["of"] in _ONCE else times["of"]
    return DeadlineKind.EVERY, f"{count}{unit}/{period}", at, times.end()


def _day_of(when: str) -> str:
    """Write the day of each period as ISO 8601 does without a year, `/--12-20`, `/---25`; "" for none."""
    day = _DAY.match(_WHICH_MONTH.sub("", when))
    month, number = (
        (cn_number(figures) if figures else None for figures in day.groups()) if day else (None, None)
    )
    if month is None and number is None:
        return ""
    return "/-" + (f"-{month:02}" if month else "-") + (f"-{number:02}" if number else "")


def _duration(number: str | None, length: str) -> str:
    """Write a length of time; half of one where no number is given, one for an empty number."""
    if number is None:
        return _HALVES.get(length, f"半{length}")
    form, size = _LENGTHS[length]
    if number and "." in number:
        return form.format(number)
    count = (cn_number(number) or 0 if number else 1) * size
    return form.format(count if form[0] == "P" or count > 1 else "")
