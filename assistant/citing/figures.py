"""From a folded text to the figures it states: numbers with their measure, dates and document numbers.

Text comes in the form `citations.fold` gives it: half-width signs, no spaces, `[]` for 〔〕.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.facts.dates import DATE, read_date
from ingest.facts.quantities import Quantity, quantities
from ingest.records import Comparator

_BLANK = "\x00"
# Words with a numeral in them that count nothing.
_NO_NUMBER = re.compile(
    "进一步|新一|下一|逐一|(?<!分)之一|统一|唯一|单一|同一|专一|万一|第一|一把手"
    "|一[一是定些般起致体系律旦直并线流如批个种项方样支步次对]|[二三四五六七八九]是(?!否)"
    "|十分|千方百计|百姓|千家万户"
)
_SAME_MEASURE = {"名": "人", "位": "人"}
_SHORT_DATE = re.compile(r"((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})(?!\d)")
_NUMBER = re.compile(r"(?P<issuer>[\u4e00-\u9fff]{0,6})[\[(](?P<year>(?:19|20)\d\d)[\])]第?(?P<n>\d+)号")
_LISTING = ("、", "和", "与", "及")  # 不超过25人、30人: the bound holds for both
_BEFORE_ISSUER = re.compile(
    "[据照按依执行落实彻见和及与的于由]"
)  # 根据, 按照, 贯彻 … before 教发〔2024〕15号
# What follows a date by which something is to be done.
DUE = re.compile("年?(?:[底末前内]|之前|以前|完成|实现|达到|建成)")
_BOUNDS = {
    Comparator.AT_LEAST: ">=",
    Comparator.MORE: ">=",
    Comparator.AT_MOST: "<=",
    Comparator.LESS: "<=",
}
_ORIGIN = re.compile(r"[从由][^,。;、\d]{0,2}$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, a date or a document number as a text states it.

    :param value: plain decimal number, a range as `3-5`, a share as `1/3`; a date as `year-month-day` with
        unstated parts left empty.
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
    for pattern, read in ((_NUMBER, _document_number), (_SHORT_DATE, _short_date), (DATE, _date)):
        matches = list(pattern.finditer(text))
        found += map(read, matches)
        for match in matches:
            text = _blanked(text, match)
    for match in _NO_NUMBER.finditer(text):
        text = _blanked(text, match)
    for quantity in quantities(text):
        figure = _number(text, quantity)
        listed = found and text[found[-1].end : figure.start] in _LISTING and found[-1].unit == figure.unit
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


def _date(match: re.Match[str]) -> Figure:
    date = read_date(match)
    value = "-".join("" if part is None else str(part) for part in (date.year, date.month, date.day))
    return Figure(value, "日期", match.start(), match.end())


def _number(text: str, quantity: Quantity) -> Figure:
    unit = _SAME_MEASURE.get(quantity.unit, quantity.unit)
    bound = _BOUNDS.get(quantity.comparator, "")
    if not bound and _ORIGIN.search(text, max(quantity.first - 4, 0), quantity.first):
        bound = "从"
    value = quantity.number if "/" in quantity.number else f"{quantity.value.normalize():f}"
    value = f"{quantity.low}-{value}" if quantity.low else value
    return Figure(value, unit, quantity.first, quantity.last, bound)
