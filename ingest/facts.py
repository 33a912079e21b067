"""The text of a document into duties: which unit is made responsible for which section, with its span."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ingest.records import Duty, Role, Scope, Section

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Group:
    """Units named together at one place; `[start, end)` is the place with its brackets."""

    start: int
    end: int
    units: tuple[tuple[Span, Role], ...]
    first_leads: bool = False


_ROLES = {  # the word that names what units do -> their role
    "牵头": Role.LEAD,
    "主办": Role.LEAD,
    "主责": Role.LEAD,
    "主管": Role.LEAD,
    "责任": Role.OWNER,
    "负责": Role.OWNER,
    "承担": Role.OWNER,
    "承办": Role.OWNER,
    "落实": Role.OWNER,
    "实施": Role.OWNER,
    "分工": Role.OWNER,
    "配合": Role.SUPPORT,
    "协办": Role.SUPPORT,
    "协同": Role.SUPPORT,
    "协助": Role.SUPPORT,
    "参与": Role.PARTICIPANT,
    "参加": Role.PARTICIPANT,
}
_WORDS = "|".join(_ROLES)
_BODIES = r"单位|部门|股室|科室|处室|站室|机构|主体|学校|科|股|处|室|方"
_LABEL = re.compile(
    rf"(?P<role>{_WORDS})(?:{_BODIES})(?:[及和与][\u4e00-\u9fff]{{1,6}})?\s*[:：]|(?<=[（(【\[；;，, \u3000])(?P<bare>{_WORDS})\s*[:：]"
    rf"|(?P<other>(?:责任|牵头|分管|包保|联系|主管|完成|时间|序号|备注|办结|整改|进度)?(?:责任人|领导|人员|时限|期限|时间|要求|节点|进度|目标|措施|任务|内容|备注))\s*[:：]"
)
_LABEL_HINT = re.compile(rf"(?:{_BODIES})[^，。：:\n]{{0,7}}[:：]")
_BEFORE_LABEL = "（(【[。；;，,！？】\u3000 \t\n》）"
_BRACKET = re.compile(r"[（(【\[]((?:[^（()）【】\[\]\n]|[（(][^（()）\n]*[）)]){2,400})[）)】\]]")
_VERB = re.compile(
    r"(?:共同|联合|分别|具体|主要|统筹|一并|同时)*"
    r"(?P<verb>牵头(?:负责|落实|组织实施|实施|推进|办理|组织)?|(?:按(?:照)?(?:各自)?(?:职能|职责)(?:和?分工)?(?:要求)?)?"
    r"(?:分工|分别|各自|共同|具体|抓好|做好)*(?:负责(?:落实|实施|推进|办理|组织实施|指导)?|落实|实施|组织实施|推进落实|承办|主办|办理|抓好落实)|"
    r"(?:积极|协同|密切|协助)?配合(?:落实|做好|实施)?|协办|协助|协同|参与(?:配合|落实)?|参加)$"
)
_FIRST_LEADS = re.compile(
    r"(?:排|列)(?:在)?(?:第一|首)(?:位|个)?(?:的|者)?(?:责任)?(?:部门|单位|股室|科室)?(?:为|是|系)(?:牵头|主办|第一责任)"
    r"|第一(?:个|家)?(?:部门|单位|责任单位|股室|科室)(?:为|是)牵头"
)
_FOLLOWING = re.compile(r"^(?:以?下同|下同)$")
_SEPARATOR = re.compile(r"[、,，/;；]|以及|(?<=[\u4e00-\u9fff])及(?=[\u4e00-\u9fff])|(?<![初中高平同])等(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]{2})\s+(?=[\u4e00-\u9fff]{2})")
_AND = re.compile(r"[和与]")
_TOGETHER = re.compile(r"会同|商")
_GENERIC = re.compile(r"(?:(?:其他|其它|有关|相关|各相关|其余)(?:部门|单位|股室|科室|方面|机构|成员单位)(?:[和及、](?:部门|单位|地区))?|(?:部门|单位|股室|科室|地方))")
_UNIT_END = re.compile(
    r"(?:部|委|局|厅|办|室|股|科|处|组|署|院|校|所|站|中心|会|行|司|政府|团|部门|单位|地区|学校|园|机关|队|社|区|县|市|镇|乡|街道|"
    r"企业|集团|馆|联|党委|党组|支部|总支|班子|年级|委员|工委|纪检监察组|专班|基地|电视台|法院|检察院|盟|州|旗|省|村|台|厂|库|网)(?:[（(][^（()）]*[）)])?$"
)
_NOT_UNIT = re.compile(r"[。：:！？\d%“”]|由|负责|牵头|工作$|情况$|^(?:一个|某|哪|谁|的|了|以|在|对|为|将|按|把|向|其中|一是|不|没有)")
_LONGEST_UNIT = 30
_CLOSING_BRACKET = re.compile(r"(?<=[。；！])[（(]([^（()）\d：:]{2,80})[）)][。；]?$", re.MULTILINE)
_OFFICE = re.compile(r"(?:股|科|处|室|局|委|办|厅|部|中心|工会|团委|妇联|组|各学校|各单位|各科室|各股室)$")
_RUNNING = re.compile(r"由([^由，。；：（）()\s“”]{2,60}?)(?:共同|联合|统一|具体|分别)?(牵头|负责|承担|承办)(?!人|的|解释|制)")


def find_duties(text: str, sections: Sequence[Section]) -> tuple[Duty, ...]:
    """Find who is responsible for what: bracketed, on a line of its own, in a table row, in running text.

    A duty belongs to the innermost section whose own text names it. Its scope is the whole section where
    subsections follow it, the item elsewhere, and open where it closes the last item of a section in which no
    other item names anybody. "The first one leads, likewise below" holds from there to the end.
    """
    groups = sorted([*_brackets(text), *_bare_brackets(text), *_labelled_lines(text), *_running(text)], key=_start)
    groups = _without_overlap(groups)
    starts = [section.start for section in sections]
    places = [bisect_right(starts, group.start) - 1 for group in groups]
    owners = set(places)
    duties: dict[tuple[int, str, Role], Duty] = {}
    first_leads = False
    for group, place in zip(groups, places, strict=True):
        first_leads = first_leads or group.first_leads
        scope = _scope(text, sections, place, group, owners)
        for (start, end), role in _led(group, first_leads):
            unit = re.sub(r"\s+", "", text[start:end])
            duties.setdefault((place, unit, role), Duty(place, unit, role, start, end, scope))
    return tuple(duties.values())


def _start(group: _Group) -> int:
    return group.start


def _without_overlap(groups: Iterable[_Group]) -> list[_Group]:
    kept: list[_Group] = []
    for group in groups:
        if group.units and (not kept or group.start >= kept[-1].end):
            kept.append(group)
    return kept


def _led(group: _Group, first_leads: bool) -> list[tuple[Span, Role]]:
    """Make the first of several owners the lead where the document says that the first one leads."""
    units = list(group.units)
    if first_leads and len(units) > 1 and all(role is Role.OWNER for _, role in units):
        units[0] = (units[0][0], Role.LEAD)
    return units


def _scope(text: str, sections: Sequence[Section], place: int, group: _Group, owners: set[int]) -> Scope:
    section = sections[place]
    if section.own_end < section.end:
        return Scope.SECTION
    if section.parent is None or text[group.end : section.own_end].strip(" \n\u3000。；;.") != "":
        return Scope.ITEM
    parent = sections[section.parent]
    siblings = [i for i, other in enumerate(sections) if other.parent == section.parent and other.heading]
    family = [i for i, other in enumerate(sections) if parent.start <= other.start < parent.end]
    others = any(i in owners for i in family if i != place)
    is_last = len(siblings) > 1 and siblings[-1] == place and parent.parent is not None
    return Scope.OPEN if is_last and not others else Scope.ITEM


def _brackets(text: str) -> list[_Group]:
    groups = []
    for found in _BRACKET.finditer(text):
        inner = found[1]
        if not any(word in inner for word in _ROLES):
            continue
        start, end = found.span(1)
        first_leads = _FIRST_LEADS.search(inner) is not None
        units = _labelled(text, found.start(), end) or _prose(text, start, end)
        groups.append(_Group(found.start(), found.end(), tuple(units), first_leads))
    return groups


def _bare_brackets(text: str) -> list[_Group]:
    """Brackets that close a paragraph with nothing but units; one alone may mean anything, so two are asked for."""
    groups = []
    for found in _CLOSING_BRACKET.finditer(text):
        spans = _split_units(text, *found.span(1))
        if spans and all(_OFFICE.search(text[slice(*s)]) and _may_be_unit(text[slice(*s)], certain=False) for s in spans):
            groups.append(_Group(found.start(), found.end(), tuple((span, Role.OWNER) for span in spans)))
    return groups if len(groups) > 1 else []


def _labelled_lines(text: str) -> list[_Group]:
    """Labels such as 责任单位： outside brackets: a line, the end of a paragraph, the cells of a row."""
    groups = []
    done = 0
    for hint in _LABEL_HINT.finditer(text):
        start, end = text.rfind("\n", 0, hint.start()) + 1, text.find("\n", hint.end())
        end = len(text) if end < 0 else end
        for found in _LABEL.finditer(text, max(start, done), end):
            before = text[found.start() - 1 : found.start()]
            if found["role"] is None or (before and before not in _BEFORE_LABEL):
                continue
            units = _labelled(text, found.start(), end, only_first=True)
            if units:
                groups.append(_Group(found.start(), max(stop for (_, stop), _ in units), tuple(units)))
        done = end
    return groups


def _labelled(text: str, start: int, end: int, only_first: bool = False) -> list[tuple[Span, Role]]:
    """Read `牵头单位:A;责任单位:B、C`; what stands under another head (责任人, 时限) is no unit."""
    labels = list(_LABEL.finditer(text, start, end))
    units: list[tuple[Span, Role]] = []
    for label, following in zip_longest(labels, labels[1:]):
        word = label["role"] or label["bare"]
        if word is None:
            continue
        stop = following.start() if following is not None else end
        sentence = re.compile(r"[。\n\u3000]").search(text, label.end(), stop)
        stop = sentence.start() if sentence is not None and text[label.end() : sentence.start()].strip() else stop
        spans = _split_units(text, label.end(), stop)
        units += [(span, _ROLES[word]) for span in spans if _may_be_unit(text[slice(*span)], certain=True)]
        if only_first:
            break
    return units


def _prose(text: str, start: int, end: int) -> list[tuple[Span, Role]]:
    """Read `A牵头,B、C按职责分工负责`; a bracket that says anything else gives nothing."""
    units: list[tuple[Span, Role]] = []
    pending: list[Span] = []
    for clause in re.compile(r"[^，,；;。]+").finditer(text, start, end):
        words = clause[0].strip()
        if _FIRST_LEADS.search(words) or _FOLLOWING.match(words):
            continue
        clause_end = clause.start() + len(clause[0].rstrip())
        verb = _VERB.search(text, clause.start(), clause_end)
        stop = clause.end() if verb is None else verb.start()
        pending += _split_units(text, clause.start(), stop)
        if verb is not None:
            units += _together(text, pending, _role_of(verb["verb"]))
            pending = []
    if pending or not units or not all(_may_be_unit(text[slice(*span)], certain=False) for span, _ in units):
        return []
    return units


def _role_of(verb: str) -> Role:
    return next((role for word, role in _ROLES.items() if word in verb), Role.OWNER)


def _together(text: str, spans: list[Span], role: Role) -> list[tuple[Span, Role]]:
    """Part `A会同B`: the first leads, the second supports."""
    units: list[tuple[Span, Role]] = []
    joined = False
    for start, end in spans:
        cut = _TOGETHER.search(text, start, end)
        if cut is None or cut.start() == start:
            units.append(((start, end), Role.SUPPORT if joined else role))
            continue
        joined = True
        units = [(span, Role.LEAD) for span, _ in units]
        units.append(((start, cut.start()), Role.LEAD))
        if not _GENERIC.fullmatch(text[cut.end() : end]):
            units.append(((cut.end(), end), Role.SUPPORT))
    return units


def _running(text: str) -> list[_Group]:
    """Units certain from running text: 由A、B牵头, 由A负责."""
    groups = []
    for found in _RUNNING.finditer(text):
        if any(bracket.start() < found.start() < bracket.end() for bracket in _BRACKET.finditer(text, max(0, found.start() - 80), found.end() + 80)):
            continue
        spans = _split_units(text, *found.span(1))
        if spans and all(_may_be_unit(text[slice(*span)], certain=False) for span in spans):
            role = _ROLES[found[2]]
            groups.append(_Group(found.start(), found.end(), tuple(_together(text, spans, role))))
    return groups


def _split_units(text: str, start: int, end: int) -> list[Span]:
    """Split a list of units; 和 splits only where both sides are units of their own."""
    spans: list[Span] = []
    at = start
    after_others = False
    for cut in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = cut.start() if cut is not None else end
        part = _trim(text, at, stop)
        if part[0] < part[1] and not (after_others and _GENERIC.fullmatch(text[slice(*part)])):
            spans += _split_and(text, *part)
        if cut is not None:
            after_others = cut[0] == "等"
            at = cut.end()
    return spans


def _split_and(text: str, start: int, end: int) -> list[Span]:
    for found in _AND.finditer(text, start, end):
        left, right = text[start : found.start()], text[found.end() : end]
        if len(left) > 1 and len(right) > 2 and _UNIT_END.search(left) and _UNIT_END.search(right):
            return [(start, found.start()), *_split_and(text, found.end(), end)]
    return [(start, end)]


def _trim(text: str, start: int, end: int) -> Span:
    """Narrow a span to the unit's name: no blanks, no leading 由, no closing 等."""
    lead = re.compile(r"[\s\u3000]*(?:由|为|包括)?(?:新设立的|新成立的|新组建的)?[\s\u3000]*").match(text, start, end)
    start = lead.end() if lead is not None else start
    while end > start and text[end - 1] in " \u3000\n\t。.;；）)】]等":
        if text[end - 1] in "）)" and re.search(r"[（(]", text[start : end - 1]):
            break
        end -= 1
    return start, end


def _may_be_unit(words: str, certain: bool) -> bool:
    """Tell whether words name a unit; where the form is certain (责任单位:), any short name will do."""
    if not 2 <= len(words) <= _LONGEST_UNIT or _NOT_UNIT.search(words):
        return False
    return certain or _UNIT_END.search(words) is not None
