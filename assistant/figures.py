"""From a folded text to the figures it states: numbers with their measure, dates and document numbers.

Text comes in the form `citations.fold` gives it: half-width signs, no spaces, `[]` for 〔〕.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.text import cn_number

_CN = "零〇一二三四五六七八九十百千两"
_BLANK = "\x00"
# Words with a numeral in them that count nothing.
_NO_NUMBER = re.compile(
    "进一步|新一|下一|逐一|之一|统一|唯一|单一|同一|专一|万一|第一|一把手"
    "|一[一是定些般起致体系律旦直并线流如批个种项方样支步次对]|[二三四五六七八九]是(?!否)"
    "|十分|千方百计|百姓|千家万户"
)
_MEASURE = (
    "%‰年月日天周岁次所个名人位家户项条件篇期场间座套台门节级届批类章元亩米吨时分倍班校镇村县季处张册轮块"
)
_SAME_MEASURE = {"名": "人", "位": "人"}
_SCALE = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_FIGURE = re.compile(
    rf"百分之(?P<percent>[{_CN}]+)(?:点(?P<part>[{_CN}]+))?"
    r"|(?P<arabic>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<scale>[百千万亿]*)"
    rf"|(?P<chinese>[{_CN}]+)(?P<chinese_scale>[万亿]*)"
)
_TWO_DIGITS = rf"\d{{1,2}}|[{_CN}]{{1,3}}"
_DATE = re.compile(
    rf"(?P<year>(?:19|20)\d\d|[{_CN}]{{4}})(?:年度?|(?=-+(?:19|20)\d\d年))"
    rf"(?:(?P<month>{_TWO_DIGITS})月(?:份|(?P<day>{_TWO_DIGITS})[日号])?)?"
    rf"|(?P<only_month>{_TWO_DIGITS})月(?:份|(?P<only_day>{_TWO_DIGITS})[日号])?"
)
_SHORT_DATE = re.compile(r"((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_NUMBER = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{0,6})[\[(](?P<year>(?:19|20)\d\d)[\])]第?(?P<n>\d+)号")
_LISTING = ("、", "和", "与", "及")  # 不超过25人、30人: the bound holds for both
_BEFORE_ISSUER = re.compile(
    "[据照按依执行落实彻见和及与的于由]"
)  # 根据, 按照, 贯彻 … before 教发〔2024〕15号
# What follows a date by which something is to be done.
DUE = re.compile("年?(?:[底末前内]|之前|以前|完成|实现|达到|建成)")
_BOUNDS_BEFORE = {
    ">=": re.compile(r"(?:不低于|不少于|不小于|至少|最少|(?<!不)(?:超过|高于|大于|突破))[^,。;、\d]{0,4}$"),
    "从": re.compile(r"[从由][^,。;、\d]{0,2}$"),
    "<=": re.compile(r"(?:不超过|不高于|不多于|不大于|至多|最多|(?<!不)(?:低于|少于|小于))[^,。;、\d]{0,4}$"),
}
_BOUNDS_AFTER = {
    ">=": re.compile(r"[^,。;、]{0,3}?(?:以上|之上)"),
    "<=": re.compile(r"[^,。;、]{0,3}?(?:以下|以内|之内|之下)"),
    "从": re.compile(r"(?!)"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, a date or a document number as a text states it.

    :param value: plain decimal number; a date as `year-month-day` with unstated parts left empty.
    :param unit: the measure word, `日期` for a date, `文号` for a document number, or "".
    :param bound: `>=` (以上, 不低于), `<=` (以内, 不超过), `从` (where it starts from) or "".
    :param start: where it stands in the folded text, up to `end`.
    """

    value: str
    unit: str
    start: int
    end: int
    bound: str = ""

    @property
    def year(self) -> int | None:
        """The year, where the figure is nothing but a year."""
        return int(self.value[:-2]) if self.unit == "日期" and self.value.endswith("--") else None

    def stated_by(self, other: "Figure") -> bool:
        """Tell whether a figure of another text states this one: no digit or bound is added by ours."""
        if self.unit != other.unit:
            return False
        if self.unit == "文号":
            return other.value.endswith(self.value) and not self.value.startswith("[")
        if self.unit == "日期":
            parts = zip(self.value.split("-"), other.value.split("-"), strict=True)
            return all(not ours or ours == theirs for ours, theirs in parts)
        same_bound = self.bound == other.bound or (not self.bound and other.bound == ">=")
        return self.value == other.value and same_bound


def figures(text: str) -> list[Figure]:
    """Every figure of a folded text in reading order; numerals in words that count nothing are not read."""
    found: list[Figure] = []
    for pattern, read in ((_NUMBER, _document_number), (_SHORT_DATE, _short_date), (_DATE, _date)):
        matches = list(pattern.finditer(text))
        found += [figure for match in matches if (figure := read(match))]
        for match in matches:
            text = _blanked(text, match)
    for match in _NO_NUMBER.finditer(text):
        text = _blanked(text, match)
    for match in _FIGURE.finditer(text):
        if figure := _number(match):
            listed = (
                found and text[found[-1].end : figure.start] in _LISTING and found[-1].unit == figure.unit
            )
            found.append(replace(figure, bound=figure.bound or found[-1].bound) if listed else figure)
    return sorted(found, key=lambda figure: figure.start)


def stated_in(text: str, wanted: Sequence[Figure]) -> list[Figure]:
    """Pick those of some figures that a folded text states."""
    given = figures(text)
    return [figure for figure in wanted if any(figure.stated_by(other) for other in given)]


def _blanked(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + _BLANK * len(match[0]) + text[match.end() :]


def _document_number(match: re.Match[str]) -> Figure:
    issuer = _BEFORE_ISSUER.split(match["issuer"])[-1]
    start = match.end("issuer") - len(issuer)
    return Figure(f"{issuer}[{match['year']}]{match['n']}", "文号", start, match.end())


def _short_date(match: re.Match[str]) -> Figure:
    return Figure("-".join(str(int(part)) for part in match.groups()), "日期", match.start(), match.end())


def _date(match: re.Match[str]) -> Figure | None:
    parts = (match["year"], match["month"] or match["only_month"], match["day"] or match["only_day"])
    value = "-".join("" if part is None else str(cn_number(part)) for part in parts)
    return Figure(value, "日期", match.start(), match.end())


def _number(match: re.Match[str]) -> Figure | None:
    text = match.string
    if match["percent"]:
        part = cn_number(match["part"]) if match["part"] else 0
        value: Decimal | None = Decimal(f"{cn_number(match['percent'])}.{part}")
        unit, end = "%", match.end()
    else:
        value = _value(match)
        end = match.end() + (text[match.end() : match.end() + 1] in tuple("余多几来"))
        unit = text[end : end + 1]
        unit = unit if unit and unit in _MEASURE else ""
        end += len(unit)
    if value is None:
        return None
    bound = _bound(text[max(match.start() - 12, 0) : match.start()], text[end : end + 6])
    return Figure(f"{value.normalize():f}", _SAME_MEASURE.get(unit, unit), match.start(), end, bound)


def _value(match: re.Match[str]) -> Decimal | None:
    number = match["arabic"] or cn_number(match["chinese"])
    if number is None:
        return None
    value = Decimal(str(number).replace(",", ""))
    for char in match["scale"] or match["chinese_scale"] or "":
        value *= _SCALE[char]
    return value


def _bound(before: str, after: str) -> str:
    for bound in _BOUNDS_BEFORE:
        if _BOUNDS_BEFORE[bound].search(before) or _BOUNDS_AFTER[bound].match(after):
            return bound
    return ""
