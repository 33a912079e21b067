"""The numerals of a text into quantities: number, scale, measure word, and the words that bound them.

The one place that says what a number is. The text may be as printed or folded (half-width, no spaces).
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ingest.facts.measure_words import MEASURE_WORD, Kind, kind_of
from ingest.records import Comparator
from ingest.text import cn_number, matches_at


class Quantity(NamedTuple):
    """A number as a text states it, with the words that bound it.

    :param number: plain decimal number in Arabic figures, `1200` for `1,200`; a share or ratio as `1/3`.
    :param low: the lower end of a range, else "".
    :param scale: 百, 千, 万, 亿 as printed after the number or, of a cell, in its column head (万元); or "".
    :param unit: the measure word, printed there as well, or "".
    :param between: words between a bound and its number: 组织 of `至少组织2次`.
    :param first: where the numeral starts; the measure word ends at `last`.
    :param start: where the bounding words start, up to `end`; `first` and `last` where there are none.
    """

    number: str
    low: str
    scale: str
    unit: str
    kind: Kind
    comparator: Comparator
    between: str
    first: int
    last: int
    start: int
    end: int

    @property
    def value(self) -> Decimal:
        """The number times its scale; of a range its upper end."""
        part, _, whole = self.number.partition("/")
        value = Decimal(part) / Decimal(whole or 1)
        for char in self.scale:
            value *= _SCALE[char]
        return value

    def is_measured_in(self, text: str) -> bool:
        """Tell whether the scale or measure word stands behind the number; it may stand in a column head."""
        measure = self.unit or self.scale
        sign = text[self.last - 1]
        stands = text.endswith(measure, 0, self.last) or not (sign.isdigit() or sign in _SCALE)
        return measure != "" and stands


_SCALE = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
CHINESE_FIGURES = "零〇一二三四五六七八九十百千两"
# Chinese figures count something for certain before these; elsewhere they may be part of a name (三会一课).
_COUNTED = (
    "所 名 人 家 户 座 间 套 册 辆 亩 元 公里 米 平方米 吨 学时 课时 岁 周岁 % ‰ 成 倍 番 个百分点"
    " 人次 场次 家次 户次 件次 车次 台次 班次"
)
COUNTED = frozenset(_COUNTED.split())
"""Measure words before which Chinese figures count something wherever they stand."""
_COUNTED_AT_END = "个台处件项次条支批场部张起例栋盏眼头只株棵顶床"
COUNTED_AT_END = frozenset((*_COUNTED_AT_END, "个月"))
"""Measure words before which they do where these end a clause or follow a deed: 接种点十五个, 新建两个."""
_AT_END = f"[{_COUNTED_AT_END}]|个月"
_COUNTS = "|".join(sorted(COUNTED, key=len, reverse=True))

_D = "[0-9０-９]"
_F = f"[{CHINESE_FIGURES}]"
# 二万三千, 一亿二千万; but 二十万 is 二十 and a scale.
_CN = rf"{_F}{{1,15}}+(?:亿{_F}{{1,8}}+(?:万(?!{_F}))?+)?+(?:万{_F}{{1,8}}+(?![万亿]))?+"
_COUNTED_AFTER = rf"(?:{_COUNTS}|[万亿]{{1,2}}元)"
COUNTED_IN_CHINESE = _CN + _COUNTED_AFTER
"""Pattern of what Chinese figures count for certain: 五千名, 两百万元."""
_TO = r"\s?(?:[-—–－―～~]{1,2}|[至到])\s?"
# 1,200; a full-width comma parts thousands only of a number that goes on as one, 附件1，200人 are two.
_THOUSANDS = (
    rf"{_D}{{1,3}}(?:,{_D}{{3}})++(?!{_D})|(?<!附件|附表)(?<!第)[1-9１-９]{_D}{{0,2}}(?:，{_D}{{3}})++"
    rf"(?=(?:[.．]{_D}++)?(?:[余多百千万亿]|[ \u00a0]?{MEASURE_WORD}|[\u3000\n]|\Z))"
)
_NUMBER = (
    rf"(?P<number>(?:{_THOUSANDS})(?:[.．]{_D}++)?|{_D}++(?:[.．]{_D}++)?|{_CN})"
    r"(?P<vague>几)?(?P<more>[余多]?(?P<scale>(?:(?!百分点)[百千万亿])*+)[余多]?)"
)
_UNIT = rf"[ \u00a0]?(?P<unit>{MEASURE_WORD})"
_START = rf"(?=[0-9０-９{CHINESE_FIGURES}])(?<![0-9０-９{CHINESE_FIGURES}])"
_NUMERAL = re.compile(rf"[0-9０-９{CHINESE_FIGURES}][0-9０-９{CHINESE_FIGURES}]*+")
_RATIO = rf"(?<![:：∶]){_D}{{1,3}}(?:\.{_D}+)?(?:∶|(?<=比{_D})[:：]){_D}{{1,3}}(?:\.{_D}+)?"
_SHARE = (
    rf"(?P<tenths>[一二三四五六七八九])成(?P<hundredths>[一二三四五六七八九半])(?![{CHINESE_FIGURES}])"
    rf"|百分之(?P<percent>{_CN})(?:点(?P<decimals>{_CN}))?|(?P<whole>{_CN})分之(?P<part>{_CN})"
    rf"|(?P<share>{_D}{{1,2}}[/／]{_D}{{1,2}}|{_RATIO})(?![\d/／.:：∶万%％‰])"
)
_ANY = re.compile(rf"{_START}(?:{_SHARE}|{_NUMBER}(?:{_UNIT})?+)")
MADE = "(?:新建|建成|改建|扩建|增设|新设|设立|设置|建设|打造|创建|培育|引进|购置|新增|增加|成立|选派|配备)"
# No ordinal, year or month, no day of a month; Chinese figures only before such words or after a bound …
_DATE = r"(?:19|20)\d\d(?:[-/](?:1[0-2]|0?[1-9])(?!\d)|[.．](?:1[0-2]|0?[1-9])(?:[.．]\d|[之以]?[前底]))"
_NO_AMOUNT = rf"(?<!第)(?!(?:19|20)\d\d年|{_DATE}|{_D}{{1,2}}[月号]|(?<=月){_D}{{1,2}}[日号])"
_CN_HIGH = rf"{_TO}{_CN}{MEASURE_WORD}"  # the upper end of 三至五项
_CHINESE_AMOUNT = (
    rf"(?:(?={_D})|(?<=[于少过超近约满到足多逾破])"
    rf"|(?={_CN}(?:{_CN_HIGH}|分之|余|.{{1,2}}以[上下内]|{_COUNTED_AFTER}"
    rf"|(?:{_AT_END})(?:[，。；、,;）)（(\n]|全部|均|\Z)))|(?<={MADE})(?={_CN}(?:{_AT_END})))"
)
# … but a measure word or a scale instead (51万儿童), a bound, the start of a range, or a table cell alone.
_MEASURED = re.compile(
    rf"{_START}{_NO_AMOUNT}{_CHINESE_AMOUNT}(?:{_SHARE}|(?P<cell>(?<=[：于过约到少超近<>＜＞=＝≤≥]))?{_NUMBER}"
    rf"(?:{_UNIT}|(?<=[万亿])(?=[\u4e00-\u9fff])|(?=[及或]?以[上下内]|左右|{_TO}{_D})|(?={_CN_HIGH})"
    r"|(?(cell)(?=[\u3000\n]|\Z)|(?!))))"
)
_HIGH = re.compile(rf"{_TO}{_NUMBER}(?:{_UNIT})?+")
# 总投资（万元）：1200: the head of a column says what its bare numbers are counted in.
_HEAD = re.compile(
    rf"[（(](?:单位[:：]?)?(?=[^）)])(?P<scale>[百千万亿]*)(?P<unit>{MEASURE_WORD})?[）)][:：][-－]?\Z"
)
_CELL_END = re.compile(r"[\u3000\n，。；,;]|\Z")
_LONGEST_HEAD = 16
_VAGUE = re.compile(rf"几[{CHINESE_FIGURES}]|数[十百千]")
_VAGUE_SIGNS = ("几", "数")
_CELL_BEGINS = frozenset(":：-－")
_RANGE_SIGNS = frozenset("-—–－―～~至到 ")
_FROM = ("从", "由", "自")

# Words before a number that bound it, with a few words between: 至少组织2次, 不低于采购金额的30% …
_BOUND_FROM_AFAR = {
    Comparator.AT_MOST: "(?:不(?:得|能|应|宜)?|未)(?:超过|[高多大]于|突破)|至多",
    Comparator.AT_LEAST: "不(?:得|能|应|宜)?[低少小]于|至少",
}
# … those that stand right before it (高于全国1.7个百分点 bounds nothing) …
_BOUND_NEXT = {
    Comparator.MORE: r"(?<![赶高])超过?|(?<=[占比率量重数])过|超出|[高大多]于|突破|逾|(?<![-=—<])[>＞]\s?",
    Comparator.LESS: r"[低少小]于|不足|不到|[未不]满|[<＜]\s?",
    Comparator.AT_MOST: r"最[多高长]|[低少小]于或?等于|(?:[≤≦⩽≯]|[<＜][=＝])\s?",
    Comparator.AT_LEAST: r"最[低少]|(?<![圆充])满|[高大多]于或?等于|(?:[≥≧⩾≮]|[>＞][=＝])\s?",
    Comparator.ABOUT: "(?<![节预契])约|(?<![最附邻])近|接近",
}
# … and those after it.
_BOUND_AFTER = {
    Comparator.AT_LEAST: r"[及或]?\s?以\s?上|之上",
    Comparator.AT_MOST: r"[及或]?\s?以\s?[下内](?!简称|几|各|方面|具体|情形)|之[下内]",
    Comparator.ABOUT: "左右|上下",
}
_BEFORE = re.compile(
    "(?=[不未至超过高大多突逾低少小满最约近接<>＜＞≤≦⩽≯≥≧⩾≮])(?:"
    + "|".join(
        [rf"(?P<{c.name}_>{words})[^，。；：、,;:\n\d（(]{{0,10}}\Z" for c, words in _BOUND_FROM_AFAR.items()]
        + [rf"(?P<{c.name}>{words})(?:了|为|达到?|到)?\Z" for c, words in _BOUND_NEXT.items()]
    )
    + ")"
)
_AFTER = re.compile(
    r"(?=[（(及或以之左上\s])(?:[（(][^（()）\n]{1,4}[)）])?(?:"
    + "|".join(rf"(?P<{c.name}>{words})" for c, words in _BOUND_AFTER.items())
    + ")"
)
_REACH = 16


def quantities(text: str, measured: bool = False) -> Iterator[Quantity]:
    """Every number of a text in reading order, whether it counts anything or not (2024年, 三会一课).

    :param measured: only those with a measure word, with words that bound them, or alone in a table cell; no
        years, months or days of a month, and no 一 alone, which mostly counts nothing.
    """
    done = 0
    numerals = map(re.Match.start, _NUMERAL.finditer(text))
    for found in matches_at(_MEASURED if measured else _ANY, text, numerals):
        if found.start() >= done and (quantity := _quantity(found)):
            done = quantity.last
            yield quantity


def quantity_at(text: str, at: int) -> Quantity | None:
    """Read the quantity that starts at a place; None when none does."""
    found = _ANY.match(text, at)
    return None if found is None else _quantity(found)


def _quantity(found: re.Match[str]) -> Quantity | None:
    """Read a match; None where the number is left vague (十几所, 数百家)."""
    printed, unit, vague, scale, more = found.group("number", "unit", "vague", "scale", "more")
    text, (first, last) = found.string, found.span()
    low = ""
    if printed is None:
        number, unit = _share(found)
    else:
        number = _plain(printed)
        if text[last : last + 1] in _RANGE_SIGNS and (high := _high(found, number)):
            low, number, last = number, _plain(high["number"]), high.end()
            scale, unit = high.group("scale", "unit")
        if not unit and text[first - 1 : first] in _CELL_BEGINS:
            scale, unit = _measure_of_column(scale or "", text, first, last)
    if vague or not number or (text[first - 1 : first] in _VAGUE_SIGNS and _VAGUE.match(text, first - 1)):
        return None
    comparator, between, start, end = _bounds(text, first, last)
    if comparator is Comparator.EXACT and more and len(more) > len(scale):
        comparator = Comparator.MORE
    unit = "%" if unit == "％" else unit or ""
    return Quantity(
        number, low, scale or "", unit, kind_of(unit), comparator, between, first, last, start, end
    )


def _share(found: re.Match[str]) -> tuple[str, str]:
    """Read 百分之八十, 九成五, 三分之一 or 1/3; no number where it is a share of nothing."""
    if found["tenths"] is not None:
        part = "5" if found["hundredths"] == "半" else _plain(found["hundredths"])
        return f"{_plain(found['tenths'])}.{part}", "成"
    percent, decimals, whole, part, share = found.group("percent", "decimals", "whole", "part", "share")
    if percent is not None:
        return _plain(percent) + (f".{_plain(decimals)}" if decimals else ""), "%"
    part, whole = (_plain(part), _plain(whole)) if share is None else re.split("[/:∶]", _plain(share))
    return (f"{part}/{whole}" if part and whole.strip("0.") else ""), ""


def _plain(numeral: str) -> str:
    """Write a numeral in plain Arabic figures; "" for Chinese figures that make no number."""
    if numeral[0] in CHINESE_FIGURES:
        number = cn_number(numeral)
        return "" if number is None else str(number)
    plain = numeral.replace(",", "").replace("，", "")
    return plain if plain.isascii() else unicodedata.normalize("NFKC", plain)


def _high(found: re.Match[str], low: str) -> re.Match[str] | None:
    """Find the upper end of 3—5所 or 5%至6%; 从41家到19家 and 3所、5名 are two numbers each."""
    high = _HIGH.match(found.string, found.end())
    if high is None or found.string.startswith(_FROM, max(found.start() - 1, 0)):
        return None
    number, unit = _plain(high["number"]), found["scale"] + (found["unit"] or "")
    same = not unit or unit == high["scale"] + (high["unit"] or "")
    return high if same and low and number and Decimal(low) < Decimal(number) else None


def _measure_of_column(scale: str, text: str, first: int, last: int) -> tuple[str, str]:
    """Read scale and measure word of a number alone in a cell, as the head before it states them.

    What the cell scales itself (1.1万) is not scaled again by its head (万人次): the head is then left aside.
    """
    head = _HEAD.search(text, max(first - _LONGEST_HEAD, 0), first)
    if head is None or not _CELL_END.match(text, last) or (scale and head["scale"]):
        return scale, ""
    return scale or head["scale"], head["unit"] or ""


def _bounds(text: str, first: int, last: int) -> tuple[Comparator, str, int, int]:
    """Find the words that bound a number: what they say, the words between, the span with them."""
    before = _BEFORE.search(text, max(first - _REACH, 0), first)
    after = _AFTER.match(text, last)
    end = last if after is None else after.end()
    if before is not None and before.lastgroup is not None:
        name = before.lastgroup
        return Comparator[name.rstrip("_")], text[before.end(name) : first], before.start(), end
    if after is not None and after.lastgroup is not None:
        return Comparator[after.lastgroup], "", first, end
    return Comparator.EXACT, "", first, last
