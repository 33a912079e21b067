"""From a sentence of a past plan to one for a new plan, without figures, dates or names that may differ."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import rjieba

from assistant.citing.citations import fold
from assistant.citing.figures import DUE, Figure, figures
from ingest.facts.quantities import COUNTED
from ingest.records import Chunk

UNKNOWN = "【待核实】"
_QUOTED = re.compile('"[^"]*"')
_OFTEN_COUNTED = COUNTED | {"次", "场", "台"}
_LATIN = re.compile("[a-z+]")
# A year that is a deadline, a start or a yardstick does not move on with the plan.
_FIXED_YEAR = re.compile(f"{DUE.pattern}|年?(?:[初春秋]|以来|[上下]半年|第?[一二三四1-4]季度|[-至到])")
_YARDSTICK = re.compile("(?:比|较|与|自|从|至|到|截至|截止|[-])$")
# Who answers for a task, in a bracket: `(责任股室:甲、乙;配合单位:丙)`, `(甲牵头,乙配合)`.
_DUTY = re.compile(r"[(\[][^()\[\]]*(?:责任|牵头|配合|负责|参与|落实)[^()\[\]]*[)\]]")
_IN_DUTY = re.compile(
    r"(?:责任|牵头|配合|负责|参与|落实)[^:,;]{0,4}:(?P<after>[^;)\]]+)"
    r"|(?P<before>[^(\[,;:)\]]+?)(?:分别|共同|按职责分工)*(?:牵头|负责|配合|参与|落实)"
)
_MASKED = re.compile(r"\*{2,}|[x×]+(?=[\u4e00-\u9fff])|[x×]{2,}|〇{2,}")
_BLANKED = re.compile(r"\*{2,}|[xX×Ｘ]{2,}|[○〇]{2,}|[xX×Ｘ](?=[省市县区乡镇州校])")
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南"
    "|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|长三角|珠三角|京津冀"
)
_REGION = re.compile(f"{_PROVINCES}|[\u4e00-\u9fff]{{2}}(?:都市圈|城市群|自贸区|经济带)")
_PLACE_NAME = re.compile("[^全各本我该省市县区乡镇跨][^省市县区乡镇]{1,3}(?:[省市县旗]|自治州)$")
_OWN_LEVEL = re.compile("[全我本](省|市|县)")
_LEVEL = re.compile("[省市县]")
_NO_PLACE = re.compile("(?:直辖|地级|单列|上|盟|都)市$|(?:示范|重点|农业|名|强|旗)县$|三省$")


@dataclass(frozen=True, slots=True)
class Carried:
    """A past sentence rewritten for a new plan, and the old words of what must be checked."""

    text: str
    old: tuple[str, ...] = ()


def carry(sentence: str, chunk: Chunk, year: int | None, issuer: str) -> Carried:
    """Rewrite a sentence of a past plan for a year and an issuer (empty: not known).

    The plan's own year becomes the new one and its issuing body the new issuer, where that is certain;
    every other figure, date, document number and masked name becomes 【待核实】, and so do the units that
    answer for a task in the plan of another body: the issuer may have none of that name.
    """
    folded = fold(sentence)
    organ = fold(chunk.organ).text
    edits: dict[tuple[int, int], str] = {}
    for figure in _at_risk(_DUTY.sub(lambda match: "、" * len(match[0]), folded.text)):
        edits[_number_span(figure)] = _new_year(folded.text, figure, chunk.years, year)
    if organ != fold(issuer).text:
        edits |= dict.fromkeys(_units_in_charge(folded.text), UNKNOWN)
    taken = {at for span in edits for at in range(*span)}
    if organ and organ != fold(issuer).text:
        for match in re.finditer(re.escape(organ), folded.text):
            if taken.isdisjoint(range(*match.span())):
                edits[match.span()] = issuer or UNKNOWN
    taken = {at for span in edits for at in range(*span)}
    for match in _MASKED.finditer(folded.text):
        if taken.isdisjoint(range(*match.span())):
            edits[match.span()] = UNKNOWN
    text, old = sentence, []
    for (start, end), new in sorted(edits.items(), reverse=True):
        first, last = folded.origin[start], folded.origin[end - 1] + 1
        old += [sentence[first:last]] if new == UNKNOWN else []
        text = text[:first] + new + text[last:]
    return Carried(text, tuple(reversed(old)))


def _units_in_charge(text: str) -> Iterator[tuple[int, int]]:
    for bracket in _DUTY.finditer(text):
        for match in _IN_DUTY.finditer(text, bracket.start(), bracket.end()):
            yield match.span("after" if match["after"] else "before")


def _at_risk(text: str) -> Iterator[Figure]:
    """Yield the figures that may have changed: none in quotation marks or inside names (三会一课, K12)."""
    quoted = [(match.start(), match.end()) for match in _QUOTED.finditer(text)]
    for figure in figures(text):
        if any(start < figure.start < end for start, end in quoted):
            continue
        arabic = any(char.isdigit() and char.isascii() for char in text[figure.start : figure.end])
        named = _LATIN.match(text[figure.start - 1 : figure.start]) or _LATIN.match(text[figure.end :])
        if figure.unit in ("日期", "文号") or (arabic and not named) or figure.unit in _OFTEN_COUNTED:
            yield figure


def _number_span(figure: Figure) -> tuple[int, int]:
    """Leave the measure word standing: `12所` -> `【待核实】所`; dates and percentages go as a whole."""
    stands = "" if figure.unit in ("日期", "文号", "%") else figure.unit
    return figure.start, figure.end - len(stands)


def _new_year(text: str, figure: Figure, own: tuple[int, ...], year: int | None) -> str:
    fixed = _FIXED_YEAR.match(text[figure.end :]) or _YARDSTICK.search(text[: figure.start])
    if year is None or fixed or own != (figure.year,):
        return UNKNOWN
    return f"{year}{text[figure.start + 4 : figure.end]}"


def moving_year(year: int) -> re.Pattern[str]:
    """Match a year where it is the plan's own: not a deadline, a start, a yardstick or part of a date."""
    return re.compile(rf"(?<![比较与自从至到截止-]){year}年(?!度?\d)(?!{_FIXED_YEAR.pattern})")


def elsewhere(sentence: str, issuer: str) -> bool:
    """Tell whether a sentence names a place or level (全市) the issuer is not of, or a blanked-out place."""
    places = [match[0] for match in _REGION.finditer(sentence)]
    places += [
        word for word in rjieba.cut(sentence) if _PLACE_NAME.match(word) and not _NO_PLACE.search(word)
    ]
    levels = set(_OWN_LEVEL.findall(sentence)) if _LEVEL.search(issuer) else ()
    return bool(_BLANKED.search(sentence)) or any(name not in issuer for name in (*places, *levels))
