"""A line of a document into the numbering it starts with: family, value and printed label."""

import re
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from ingest.text import cn_number


class Family(IntEnum):
    """The habits of numbering; the order is the usual nesting, outermost first."""

    PART = 1  # 第一部分 Ⅰ. 壹、
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


Habit = tuple[Family, str]


class Marker(NamedTuple):
    """A numbering found in a text: `text[start:end]` is the label as printed."""

    family: Family
    value: int
    label: str
    start: int
    end: int

    @property
    def habit(self) -> Habit:
        """The family together with the closing mark: `1、` is another habit than `1.`."""
        return self.family, _CLOSING_MARKS.get(self.label[-1], "")


_CLOSING_MARKS = {"、": "、", "。": "。", ")": "）", "）": "）"} | dict.fromkeys(
    ".．⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", "."
)
_CN = r"[一二三四五六七八九十百〇零]"
# A number up to 199 as it is written, so not 十四五.
_ONES = "[一二三四五六七八九]"
_COUNT = rf"(?:(?:一百[零〇]?)?(?:{_ONES}?十{_ONES}?|{_ONES})|一百)(?!{_CN})"
_GROUPS: dict[str, Family] = {
    "part": Family.PART,
    "roman": Family.PART,
    "formal": Family.PART,
    "chapter": Family.CHAPTER,
    "section": Family.SECTION,
    "article": Family.ARTICLE,
    "cn": Family.CHINESE,
    "cnp": Family.CHINESE_PAREN,
    "cnhalf": Family.CHINESE_PAREN,
    "arp": Family.ARABIC_PAREN,
    "enclosed": Family.ARABIC_PAREN,
    "circled": Family.CIRCLED,
    "ar": Family.ARABIC,
    "loose": Family.ARABIC,
    "bare": Family.ARABIC,
    "cnbare": Family.CHINESE,
    "close": Family.ARABIC_CLOSE,
    "stopped": Family.ARABIC,
    "closed": Family.CHINESE_PAREN,
}
_DECIMALS = (Family.DECIMAL_2, Family.DECIMAL_3, Family.DECIMAL_4)
_YEAR = r"(?:19|20)\d\d(?!\d)"
# A figure with its unit is no label, 5 日常管理 and 3.2 所有学校 are.
_MEASURE = (
    r"(?:年(?!度|级)|月(?!度)|日(?!常)|号(?!召)|个(?!人|体|性|别)|所(?!有|属|需|在)|名(?!师|校|单|称)|点(?!面|位)|时(?!间)"
    r"|分(?!类|级|析|工|步|层|期|解|别)|家(?!长|庭|校)|场(?!所|地|景|馆)|处(?!置|理|罚|分)|级(?!别)|度(?!假)|平方|立方|公[里顷斤]|小时"
    r"|[万亿千百元倍米吨亩克升岁次人项条天周届户例起辆台套座间张册篇批头只件])"
)
_LABELS = rf"""
    第\s?(?P<part>{_CN}{{1,3}}|\d{{1,2}})\s?(?:部\s?[分份]|[编編篇])(?=[\s：:、]|(?:[^的第]{{2,40}})?$)
  | 第\s?(?P<chapter>{_CN}{{1,3}}|\d{{1,2}})\s?章(?=[\s：:、]|(?:[^的第]{{2,40}})?$)
  | 第\s?(?P<section>{_CN}{{1,3}}|\d{{1,2}})\s?[节節](?=[\s：:、]|(?:[^的第]{{2,40}})?$)
  | 第\s?(?P<article>{_CN}{{1,4}}|\d{{1,3}})\s?[条條](?=[\s【：:、．.])
  | (?P<cn>{_COUNT})\s?(?:、|[．.](?:(?!\d)|(?=(?:19|20)\d\d年))|[，,：:](?=\S{{2,40}}$))
  | [（(〔]\s?(?P<cnp>{_COUNT})\s?[）)〕][、.．]?
  | (?P<cnhalf>{_COUNT})[）)][、.．]?
  | [（(]\s?(?P<arp>\d{{1,2}})\s?[）)](?!班)[、.．]?
  | (?P<enclosed>[⑴-⒇])
  | (?P<circled>[①-⑳❶-❿])
  | (?P<stopped>[⒈-⒛])
  | (?P<closed>[㈠-㈩])
  | (?P<roman>[Ⅰ-Ⅻ])\s?[、.．]
  | (?P<formal>[壹贰叁肆伍陆柒捌玖拾])\s?[、.．]
  | (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})[.．、]?(?![\d%％℃]|\s?{_MEASURE})(?=[\s（“《Ⅰ-Ⅻ一-鿿])
  | (?P<ar>\d{{1,3}}|(?!{_YEAR})\d{{4,5}})\s?(?:[.．](?:(?!\d)|(?=(?:19|20)\d\d年|\d{{1,2}}月))|、)
  | \A(?P<loose>\d{{1,2}})[。，,](?=[\u4e00-\u9fff“《])
  | (?P<close>\d{{1,2}})[）)]
  | (?P<bare>\d{{1,2}})(?=[ \u3000](?!{_MEASURE})[\u4e00-\u9fff])
  | \A(?P<cnbare>{_COUNT})(?=[ \u3000]+(?!是)[\u4e00-\u9fff“][^。；，\s]{{1,30}}$)
"""
# What any label starts with.
_OPENS = r"(?=[第一二三四五六七八九十（(〔\d⑴-⒇①-⑳❶-❿⒈-⒛㈠-㈩Ⅰ-Ⅻ壹贰叁肆伍陆柒捌玖拾])"
_AT_START = re.compile(rf"[ \t\u3000]*{_OPENS}(?:{_LABELS})", re.VERBOSE)
_SIGNS = {
    char: i
    for signs in (
        "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
        "❶❷❸❹❺❻❼❽❾❿",
        "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
        "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
        "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
    )
    for i, char in enumerate(signs, 1)
}
_FORMAL = {char: i for i, char in enumerate("壹贰叁肆伍陆柒捌玖拾", 1)}
_FIGURES = re.compile(rf"{_CN}+|\d+|[{''.join(_SIGNS)}]")
_CN_FIGURES = "〇一二三四五六七八九"
# 2.5+2服务, 4.3所学校; what is measured in fractions is a figure: 3.5万人, 2.3公里.
_FRACTIONAL = r"(?:[万亿元倍米吨亩克升%％℃]|公[里顷斤]|平方|立方|千[米克]|小时|个百分点)"
_LOOSE = re.compile(rf"[ \t\u3000]*(\d{{1,3}})[.．](?=\d)(?!\d+\s?{_FRACTIONAL})")
_LOOSE_DECIMAL = re.compile(r"[ \t\u3000]*(\d{1,2}[.．]\d{1,2})(?=[\u4e00-\u9fff“])")
_UNPARTED = re.compile(
    rf"[ \t\u3000]*(?:(\d{{1,2}})(?!\s?{_MEASURE}|[对至到和与及或类种批班轮岁])(?=[\u4e00-\u9fff“])"
    rf"|({_ONES})(?=[\u4e00-\u9fff][^，。；：、\s]{{2,20}}$))"
)
_LIKE_YEAR = re.compile(rf"[ \t\u3000]*({_YEAR})\s?(?:[.．](?!\d)|、)")
_LOOSE_ARTICLE = re.compile(
    rf"[ \t\u3000]*(第({_CN}{{1,4}}|\d{{1,3}})[条條])(?=[^\s的第、，。；和至或所中款规])"
)
_REMEMBERED_CHARS = 400
# 一、二年级 / 1、2号楼: a pair of neighbouring numbers, not a label.
_PAIR = re.compile(
    rf"[、，]\s?({_CN}|\d{{1,2}})(?:[、，和至]\s?(?:{_CN}|\d{{1,2}})){{0,9}}(?=[年月日号楼个产类级期届线班人中小区条款项等])"
)


def read_marker(line: str, pos: int = 0) -> Marker | None:
    """Find the numbering a line starts with at `pos`, leading blanks aside.

    A number that only looks like a label gives None: `3.5万人`, `2024年`, `1.5%`, `一、二年级`.
    """
    if pos or len(line) > _REMEMBERED_CHARS:
        found = _AT_START.match(line, pos)
        return None if found is None else _marker(found)
    return _remembered(line)


@lru_cache(maxsize=16_384)  # each step of reading asks the same lines again
def _remembered(line: str) -> Marker | None:
    found = _AT_START.match(line)
    return None if found is None else _marker(found)


def read_loose_marker(line: str) -> Marker | None:
    """Read `21.5个…` as a label 21., for a place where 21 is expected and nothing else stands."""
    found = _LOOSE.match(line)
    if found is None:
        return None
    return Marker(Family.ARABIC, int(found[1]), found[0].strip(), found.start(1), found.end())


def read_loose_decimal(line: str) -> Marker | None:
    """Read `1.2百万…` as a label 1.2, for a place between 1.1 and 1.3."""
    found = _LOOSE_DECIMAL.match(line)
    if found is None:
        return None
    return _decimal(re.split(r"[.．]", found[1]), found[1], found.start(1), found.end())


def read_unparted_marker(line: str) -> Marker | None:
    """Read `1加强党建` or `一重点工作` as a label, for a place where others like it count on."""
    found = _UNPARTED.match(line)
    if found is None:
        return None
    family = Family.ARABIC if found[1] else Family.CHINESE
    figure = found[found.lastindex or 1]
    return Marker(family, _value(figure), figure, found.end() - len(figure), found.end())


def read_year_marker(line: str) -> Marker | None:
    """Read `1999.…` as a label, for a place where 1999 is expected: elsewhere it is a year."""
    found = _LIKE_YEAR.match(line)
    if found is None:
        return None
    return Marker(Family.ARABIC, int(found[1]), found[0].strip(), found.start(1), found.end())


def read_loose_article(line: str, start: int = 0) -> Marker | None:
    """Read `第三条为了…` as a label 第三条, for a place where article 3 is expected."""
    found = _LOOSE_ARTICLE.match(line, start)
    value = cn_number(found[2]) if found is not None else None
    if found is None or not value:
        return None
    return Marker(Family.ARTICLE, value, found[1], found.start(1), found.end())


def find_markers(text: str, places: re.Pattern[str]) -> list[Marker]:
    """Find the numberings inside a text that stand at the ends of the matches of `places`."""
    found = (read_marker(text, place.end()) for place in places.finditer(text))
    return [marker for marker in found if marker is not None]


@lru_cache(maxsize=1024)
def relabel(marker: Marker, value: int) -> str:
    """Write the label of a marker with another number, in the same figures: `（四）` and 3 give `（三）`."""
    figures = _FIGURES.findall(marker.label)
    if not figures:
        return marker.label
    old = figures[-1]
    if old in _SIGNS:
        first = chr(ord(old) - _SIGNS[old])
        new = chr(ord(first) + value)
    else:
        new = str(value) if cn_number(old) is not None and old.isdigit() else _chinese(value)
    head, _, tail = marker.label.rpartition(old)
    return head + new + tail


def _chinese(value: int) -> str:
    """Write a number below 100 in Chinese figures."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else _CN_FIGURES[tens] + "十"
    return head + (_CN_FIGURES[ones] if ones or not tens else "")


def _marker(found: re.Match[str]) -> Marker | None:
    name = found.lastgroup or ""
    figure = found[name]
    label = found[0].strip()
    end = found.end()
    if name == "decimal":
        return _decimal(re.split(r"[.．]", figure), label, end - len(label), end)
    if name in ("cn", "ar") and _is_pair(found, figure, name):
        return None
    value = int(figure) if figure.isascii() and figure.isdigit() else _value(figure)
    return Marker(_GROUPS[name], value, label, end - len(label), end) if value else None


@lru_cache(maxsize=4096)
def _value(figure: str) -> int:
    """The number a figure or sign of a label stands for, 0 for none."""
    return _SIGNS.get(figure) or _FORMAL.get(figure) or cn_number(figure) or 0


def _decimal(parts: list[str], label: str, start: int, end: int) -> Marker | None:
    if not 2 <= len(parts) <= 4 or "0" in (parts[0], parts[-1]):
        return None
    return Marker(_DECIMALS[len(parts) - 2], int(parts[-1]), label, start, end)


def _is_pair(found: re.Match[str], figure: str, name: str) -> bool:
    """Tell whether the label is the first half of a pair of numbers such as 三、四年级."""
    after = _PAIR.match(found.string, found.end(name))
    if after is None:
        return False
    first, second = cn_number(figure), cn_number(after[1])
    return first is not None and second == first + 1 and figure.isdigit() == after[1].isdigit()
