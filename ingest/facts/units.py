"""A list of units as the plans write it into the span of each unit's name."""

import re
from typing import NamedTuple

from ingest.facts.names import ends_like_unit, is_unit
from ingest.records import Role

Span = tuple[int, int]
Named = tuple[Span, Role]


class Group(NamedTuple):
    """Units named together at one place; `[start, end)` is the place with its brackets.

    :param tasked: the same words also say what each unit does (教育局负责招生，财政局负责经费).
    :param labelled: a label outside brackets names the units: 责任单位：A、B.
    """

    start: int
    end: int
    units: tuple[Named, ...]
    tasked: bool = False
    labelled: bool = False

    @property
    def leads(self) -> bool:
        """Whether one of the units is said to lead."""
        return any(role is Role.LEAD for _, role in self.units)


SIGNS = "★☆▲△▼●○◎■□◆◇※＊*#＃√✓✔"
_LEVELS = "省市县区乡镇州盟旗"  # 各市、县人民政府 is one name
_SEPARATOR = re.compile(
    r"(?=[（(,，/／\\;；|｜､、以及等.．·各\s])"  # what a cut starts with, or what stands behind it
    r"(?:(?P<aside>[（(][^（()）\n]*[）)])"
    rf"|[,，/／\\;；|｜､]|(?!(?<=[各、][{_LEVELS}])、[{_LEVELS}](?:人民政府|政府|教育|[、（(区旗市]))(?!(?<=各省)、自治区)(?!(?<=自治区)、直辖市)、|以及|(?<=[\u4e00-\u9fff）)])及(?=[\u4e00-\u9fff])(?!其)"
    r"|(?<![初中高平同])等(?=[\u4e00-\u9fff\d])"
    r"|(?<=[\u4e00-\u9fff])[.．·](?=[\u4e00-\u9fff])"
    r"|(?P<blank>(?:(?<=[\u4e00-\u9fff]{2})|(?<=[）)]))[^\S\n]+(?=[\u4e00-\u9fff]{2}|20\d\d年|\d{1,2}月)|(?<=[局办委])(?=各(?:乡|镇|村|街|社区|县))))"
)
_AND = re.compile(r"[和与]")
_TOGETHER = re.compile(r"会同|联合(?![会社国体党校网]|工会|执法|办公|收储|大学)|商(?![务贸业户会品标])")
_MODAL = re.compile(r"(?:应当?|要|须|需)\Z")  # 县教育局要会同县财政局
# What may follow 等 or 会同 without naming anybody.
_GENERIC = re.compile(
    r"(?:其他|其它|有关|相关|各相关|各有关|其余|各)(?:部门|单位|股室|科室|方面|机构|成员单位)(?:[和及、](?:部门|单位|地区))?"
    r"|\d+\s*(?:个|家)?(?:部门|单位|股室|科室)|部门|单位|股室|科室|地方"
)
# Nor do these after 会同, whoever's they are.
_ANYBODY = re.compile(
    rf"(?:国务院|中央|局|[省市县区](?:直|级)?)?(?:(?:行业)?主管部门|{_GENERIC.pattern})(?:[（(][^（()）]*[）)])?"
)
_LEAD_IN = re.compile(r"[\s—]*(?:(?:具体|统一|分别)?由|为|包括)?(?:新设立的|新成立的|新组建的)?\s*")
_TRAILING = " \u3000\n\t。.;；）)】]【〔［等"
# A remark behind a name that is no part of it: （牵头）, （张三）, （原政工人事股）, （以下简称人事股）.
_ANOTHER = re.compile(r"原|以下|简称|下称|统称|前身|即")
_LONGEST = 40
_REMARK = re.compile(r"(?:[（(]([^（()）\n]*)[）)]|[〔\[［【]([^〔〕\[\]［］【】\n]{1,20})[〕\]］】])$")


def split_units(text: str, start: int, end: int) -> list[Span]:
    """Split a list of units; 和 splits only where both sides are units, 等有关部门 names nobody.

    Brackets inside a name are not looked into; a blank splits only behind a whole name.
    """
    spans: list[Span] = []
    at = start
    after_others = False
    for cut in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = cut.start() if cut is not None else end
        part = _trim(text, at, stop)
        if cut is not None and (cut["aside"] or (cut["blank"] and not is_unit(text[slice(*part)]))):
            continue
        if part[0] < part[1] and not (after_others and _GENERIC.fullmatch(text[slice(*part)])):
            spans += _split_and(text, *part)
        if cut is not None:
            after_others = cut[0] == "等"
            at = cut.end()
    return spans


def share_out(text: str, spans: list[Span], role: Role, *, follows: bool = False) -> list[Named]:
    """Give listed units their role; of `A会同B` the first leads and the second supports.

    :param follows: units were named before, so that 联合 says who joins them and opens no name.
    """
    units: list[Named] = []
    joined = False
    for start, end in spans:
        if text.startswith("会同", start) or (follows and text.startswith("联合", start)):
            joined, start = True, start + len("会同")
        cut = _joint(text, start, end)
        if cut is None:
            units.append(((start, end), Role.SUPPORT if joined else role))
            continue
        joined = True
        units = [(span, Role.LEAD) for span, _ in units]
        modal = _MODAL.search(text, start, cut.start())
        units.append(((start, cut.start() if modal is None else modal.start()), Role.LEAD))
        if not _ANYBODY.fullmatch(text[cut.end() : end]):
            units.append(((cut.end(), end), Role.SUPPORT))
    return units


def share_joint(text: str, spans: list[Span], role: Role) -> list[Named]:
    """Give the units of a list without a verb their role; one that names `A会同B` is shared out."""
    named: list[Named] = [(span, role) for span in spans]
    if role not in (Role.LEAD, Role.OWNER) or not any("会同" in text[slice(*span)] for span in spans):
        return named
    shared = share_out(text, spans, role)
    return shared if all(is_unit(text[slice(*span)]) for span, _ in shared) else named


def _joint(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the 会同, 联合 or 商 between two units; 商务局 and 工商联 hold none."""
    cuts = _TOGETHER.finditer(text, start, end)
    return next((cut for cut in cuts if cut[0] == "会同" or is_unit(text[start : cut.start()])), None)


def _split_and(text: str, start: int, end: int) -> list[Span]:
    if not ends_like_unit(text[start:end]):
        return [(start, end)]
    spans: list[Span] = []
    for found in _AND.finditer(text, start, end):
        if end - found.end() > 2 and is_unit(text[start : found.start()]):
            spans.append((start, found.start()))
            start = found.end()
    return [*spans, (start, end)]


def _trim(text: str, start: int, end: int) -> Span:
    """Narrow a span to the unit's name: no blanks, signs or remarks, no leading 由, no closing 等."""
    lead = _LEAD_IN.match(text, start, end)
    start = lead.end() if lead is not None else start
    while start < end and text[start] in SIGNS and text[start : start + 2] != "**":
        start += 1
    while end > start:
        last = text[end - 1]
        remark = _REMARK.search(text, max(start, end - _LONGEST), end) if last in "）)〕]］】" else None
        if remark is not None:
            if remark[1] is not None and _is_name_part(remark[1]):
                break
            end = remark.start()
        elif last in _TRAILING or last in SIGNS:
            end -= 1
        else:
            break
    return start, end


def _is_name_part(remark: str) -> bool:
    """Tell whether what stands in brackets is another name or a kind: （体育局）, （市、区）, （街道）."""
    return not _ANOTHER.match(remark) and all(
        is_unit(part) or part in "市区县镇乡村街旗州盟省居园校院所站点股科处室"
        for part in re.split("[、，,/及和]", remark)
    )
