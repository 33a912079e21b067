"""A line of a document into the numbering it starts with: family, value and printed label."""

import re
from dataclasses import dataclass
from enum import IntEnum

from ingest.text import cn_number


class Family(IntEnum):
    """The habits of numbering; the order is the usual nesting, outermost first."""

    PART = 1  # 第一部分
    CHAPTER = 2  # 第一章
    SECTION = 3  # 第一节
    ARTICLE = 4  # 第一条
    CHINESE = 5  # 一、
    CHINESE_PAREN = 6  # （一）
    ARABIC = 7  # 1. 1、 1
    DECIMAL_2 = 8  # 1.1
    DECIMAL_3 = 9  # 1.1.1
    DECIMAL_4 = 10  # 1.1.1.1
    ARABIC_CLOSE = 11  # 1）
    ARABIC_PAREN = 12  # （1） ⑴
    CIRCLED = 13  # ①


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbering found in a text: `text[start:end]` is the label as printed."""

    family: Family
    value: int
    label: str
    start: int
    end: int


_CN = r"[一二三四五六七八九十百〇零]"
_GROUPS: dict[str, Family] = {
    "part": Family.PART,
    "chapter": Family.CHAPTER,
    "section": Family.SECTION,
    "article": Family.ARTICLE,
    "cn": Family.CHINESE,
    "cnp": Family.CHINESE_PAREN,
    "arp": Family.ARABIC_PAREN,
    "enclosed": Family.ARABIC_PAREN,
    "circled": Family.CIRCLED,
    "ar": Family.ARABIC,
    "bare": Family.ARABIC,
    "close": Family.ARABIC_CLOSE,
    "stopped": Family.ARABIC,
    "closed": Family.CHINESE_PAREN,
}
_DECIMALS = (Family.DECIMAL_2, Family.DECIMAL_3, Family.DECIMAL_4)
_MEASURE = "[年月日号个所名万亿元倍点时]"
_LABELS = rf"""
    第\s?(?P<part>{_CN}{{1,3}}|\d{{1,2}})\s?(?:部\s?分|编|篇)(?=[\s：:、]|[^的第]{{2,40}}$)
  | 第\s?(?P<chapter>{_CN}{{1,3}}|\d{{1,2}})\s?章(?=[\s：:、]|[^的第]{{2,40}}$)
  | 第\s?(?P<section>{_CN}{{1,3}}|\d{{1,2}})\s?节(?=[\s：:、]|[^的第]{{2,40}}$)
  | 第\s?(?P<article>{_CN}{{1,4}}|\d{{1,3}})\s?条(?=[\s【：:])
  | (?P<cn>{_CN}{{1,3}})\s?(?:、|[．.](?!\d)|，(?=\S{{2,40}}$))
  | [（(〔]\s?(?P<cnp>{_CN}{{1,3}})\s?[）)〕][、.．]?
  | [（(]\s?(?P<arp>\d{{1,2}})\s?[）)][、.．]?
  | (?P<enclosed>[⑴-⒇])
  | (?P<circled>[①-⑳❶-❿])
  | (?P<stopped>[⒈-⒛])
  | (?P<closed>[㈠-㈩])
  | (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})[.．、]?(?![\d%％]|\s?{_MEASURE})(?=[\s（“\u4e00-\u9fff])
  | (?P<ar>\d{{1,3}})\s?(?:[.．](?:(?!\d)|(?=(?:19|20)\d\d年|\d{{1,2}}月))|、)
  | (?P<close>\d{{1,2}})[）)]
  | (?P<bare>\d{{1,2}})(?=[ \u3000][\u4e00-\u9fff])
"""
_AT_START = re.compile(rf"[ \t\u3000]*(?:{_LABELS})", re.VERBOSE)
_SIGNS = (("⑴", "⒇"), ("①", "⑳"), ("❶", "❿"), ("⒈", "⒛"), ("㈠", "㈩"))
_LOOSE = re.compile(r"[ \t\u3000]*(\d{1,3})[.．](?=\d)")
# 一、二年级 / 1、2号楼: a pair of neighbouring numbers, not a label.
_PAIR = re.compile(rf"[、.．，]\s?({_CN}|\d{{1,2}})(?=[年月日号楼个产类级期届线班人中小区条款项])")


def read_marker(line: str, pos: int = 0) -> Marker | None:
    """Find the numbering a line starts with at `pos`, leading blanks aside.

    A number that only looks like a label gives None: `3.5万人`, `2024年`, `1.5%`, `一、二年级`.
    """
    found = _AT_START.match(line, pos)
    return None if found is None else _marker(found)


def read_loose_marker(line: str) -> Marker | None:
    """Read `21.5个…` as a label 21., for a place where 21 is expected and nothing else stands."""
    found = _LOOSE.match(line)
    if found is None:
        return None
    return Marker(Family.ARABIC, int(found[1]), found[0].strip(), found.start(1), found.end())


def find_markers(text: str, places: re.Pattern[str]) -> list[Marker]:
    """Find the numberings inside a text that stand at the ends of the matches of `places`."""
    found = (read_marker(text, place.end()) for place in places.finditer(text))
    return [marker for marker in found if marker is not None]


def _marker(found: re.Match[str]) -> Marker | None:
    name = found.lastgroup or ""
    figure = found[name]
    start = found.start(name)
    while start > found.start() and found.string[start - 1] in "第（(〔 ":
        start -= 1
    label = found.string[start : found.end()].strip()
    if name == "decimal":
        parts = re.split(r"[.．]", figure)
        return _decimal(parts, label, found.end() - len(label), found.end())
    if name in ("cn", "ar") and _is_pair(found, figure, name):
        return None
    value = _sign(figure) or cn_number(figure)
    if not value:
        return None
    return Marker(_GROUPS[name], value, label, found.end() - len(label), found.end())


def _decimal(parts: list[str], label: str, start: int, end: int) -> Marker | None:
    if not 2 <= len(parts) <= 4 or "0" in (parts[0], parts[-1]):
        return None
    return Marker(_DECIMALS[len(parts) - 2], int(parts[-1]), label, start, end)


def _sign(figure: str) -> int:
    """Value of a figure that is one sign, such as ⑶ or ③; 0 for other figures."""
    return next((ord(figure) - ord(a) + 1 for a, b in _SIGNS if len(figure) == 1 and a <= figure <= b), 0)


def _is_pair(found: re.Match[str], figure: str, name: str) -> bool:
    """Tell whether the label is the first half of a pair of numbers such as 三、四年级."""
    after = _PAIR.match(found.string, found.end(name))
    if after is None:
        return False
    first, second = cn_number(figure), cn_number(after[1])
    return first is not None and second == first + 1
