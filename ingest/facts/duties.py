"""The text of a document into duties: which unit is made responsible for which section, with its span."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ingest.facts.units import ROLES, Span, is_unit, may_be_unit, share_out, split_units
from ingest.records import Duty, Role, Scope, Section

Named = tuple[Span, Role]


@dataclass(frozen=True, slots=True)
class _Group:
    """Units named together at one place; `[start, end)` is the place with its brackets."""

    start: int
    end: int
    units: tuple[Named, ...]
    first_leads: bool = False


_WORDS = "|".join(ROLES)
_BODIES = r"单位|部门|股室|科室|处室|站室|机构|主体|学校|科|股|处|室|方"
# 责任单位： names units; 责任人： or 完成时限： ends the list before it.
_LABEL = re.compile(
    rf"(?P<role>{_WORDS})(?:{_BODIES})(?:[及和与][\u4e00-\u9fff]{{1,6}})?(?:[】\]]?\s*[:：]|[】\]])"
    rf"|(?<=[（(【\[；;，, \u3000])(?P<bare>{_WORDS})\s*[:：]"
    r"|(?P<other>(?:责任|牵头|分管|包保|联系|主管|完成|时间|办结|整改|进度)?"
    r"(?:责任人|领导|人员|时限|期限|时间|要求|节点|进度|目标|措施|任务|内容|备注))\s*[:：]"
)
_LABEL_HINT = re.compile(rf"(?:{_BODIES})[^，。：:\n]{{0,7}}[:：】\]]")
_BEFORE_LABEL = "（(【[。；;，,！？】\u3000 \t\n》）"
_LIST_END = re.compile(r"[。\n\u3000]")
_BRACKET = re.compile(r"[（(【\[]((?:[^（()）【】\[\]\n]|[（(][^（()）\n]*[）)]){2,400})[）)】\]]")
_BARE_BRACKET = re.compile(r"(?<=[。；！])[（(]([^（()）\d：:]{2,80})[）)][。；]?$", re.MULTILINE)
_OFFICE = re.compile(r"(?:股|科|处|室|局|委|办|厅|部|中心|工会|团委|妇联|组|各学校|各单位|各科室|各股室)$")
_VERB = re.compile(
    r"(?:共同|联合|分别|具体|主要|统筹|一并|同时)*"
    r"(?P<verb>牵头(?:负责|落实|组织实施|实施|推进|办理|组织)?"
    r"|(?:按(?:照)?(?:各自)?(?:职能|职责)(?:和?分工)?(?:要求)?)?(?:分工|分别|各自|共同|具体|抓好|做好)*"
    r"(?:负责(?:落实|实施|推进|办理|组织实施|指导|监督执行|督促落实)?|落实|实施|组织实施|推进落实|承担|承办|主办|办理|抓好落实)"
    r"|(?:积极|协同|密切|协助)?配合(?:落实|做好|实施)?|协办|协助|协同|参与(?:配合|落实)?|参加)$"
)
_CLAUSE = re.compile(r"(?:(?!(?<=牵头|负责|配合)、)[^，,；;。\n])+")
_FIRST_LEADS = re.compile(
    r"(?:排|列)(?:在)?(?:第一|首)(?:位|个)?(?:的|者)?(?:责任)?(?:部门|单位|股室|科室)?(?:为|是|系)(?:牵头|主办|第一责任)"
    r"|第一(?:个|家)?(?:部门|单位|责任单位|股室|科室)(?:为|是)牵头"
)
_LIKEWISE = re.compile(r"以?下同")
_BY = re.compile(r"由(?=[^由，。；：（）()\s“”]{2,60}?(?:牵头|负责|承担|承办|落实|配合|实施))")
# 由A会同B制定…: the list ends before the verb.
_BY_JOINTLY = re.compile(
    r"由([^由，。；：（）()\s“”]{2,40}?会同[^由，。；：（）()\s“”]{2,60}?)"
    r"(?=制定|组成|组织|开展|研究|会商|做好|落实|提出|建立|审核|编制|起草|督促|检查|推进|实施|拟定|出台)"
)
_BRACKET_REACH = 200


def find_duties(text: str, sections: Sequence[Section]) -> tuple[Duty, ...]:
    """Find who is responsible for what: in brackets, on a line of its own, in a table row, in running text.

    A duty belongs to the innermost section whose own text names it. Its scope is the whole section where
    subsections follow it, the item elsewhere, and open where it closes the last item of a section in which
    nobody else is named. "The first one leads, likewise below" holds from there to the end.
    """
    found = [*_brackets(text), *_bare_brackets(text), *_labelled_lines(text), *_running(text)]
    groups = _without_overlap(sorted(found, key=lambda group: group.start))
    starts = [section.start for section in sections]
    places = [bisect_right(starts, group.start) - 1 for group in groups]
    duties: list[Duty] = []
    first_leads = False
    for group, place in zip(groups, places, strict=True):
        first_leads = first_leads or group.first_leads
        scope = _scope(text, sections, place, group, set(places))
        for (start, end), role in _led(group, first_leads):
            unit = re.sub(r"\s+", "", text[start:end])
            duties.append(Duty(place, unit, role, start, end, scope))
    return tuple(duties)


def _without_overlap(groups: Iterable[_Group]) -> list[_Group]:
    kept: list[_Group] = []
    for group in groups:
        if group.units and (not kept or group.start >= kept[-1].end):
            kept.append(group)
    return kept


def _led(group: _Group, first_leads: bool) -> list[Named]:
    """Make the first of several owners the lead where the document says that the first one leads."""
    units = list(group.units)
    if first_leads and len(units) > 1 and all(role is Role.OWNER for _, role in units):
        units[0] = (units[0][0], Role.LEAD)
    return units


def _scope(text: str, sections: Sequence[Section], place: int, group: _Group, owners: set[int]) -> Scope:
    section = sections[place]
    if section.own_end < section.end:
        return Scope.SECTION
    if section.parent is None or text[group.end : section.own_end].strip(" \n\u3000。；;."):
        return Scope.ITEM
    parent = sections[section.parent]
    siblings = [i for i, other in enumerate(sections) if other.parent == section.parent and other.heading]
    family = [i for i, other in enumerate(sections) if parent.start <= other.start < parent.end]
    is_last = len(siblings) > 1 and siblings[-1] == place and parent.parent is not None
    return Scope.OPEN if is_last and not any(i in owners for i in family if i != place) else Scope.ITEM


def _brackets(text: str) -> Iterator[_Group]:
    for found in _BRACKET.finditer(text):
        if any(word in found[1] for word in ROLES):
            units = _labelled(text, found.start(), found.end(1)) or _stated(text, *found.span(1))
            first_leads = _FIRST_LEADS.search(found[1]) is not None
            yield _Group(found.start(), found.end(), tuple(units), first_leads)


def _bare_brackets(text: str) -> list[_Group]:
    """Brackets that close a paragraph with nothing but units; as one may mean anything, two are asked for."""
    groups = []
    for found in _BARE_BRACKET.finditer(text):
        spans = split_units(text, *found.span(1))
        names = [text[slice(*span)] for span in spans]
        if names and all(_OFFICE.search(name) and is_unit(name) for name in names):
            groups.append(_Group(found.start(), found.end(), tuple((span, Role.OWNER) for span in spans)))
    return groups if len(groups) > 1 else []


def _labelled_lines(text: str) -> Iterator[_Group]:
    """Labels such as 责任单位： outside brackets: a line, the end of a paragraph, the cells of a row."""
    done = 0
    for hint in _LABEL_HINT.finditer(text):
        start, end = text.rfind("\n", 0, hint.start()) + 1, text.find("\n", hint.end())
        end = len(text) if end < 0 else end
        for found in _LABEL.finditer(text, max(start, done), end):
            before = text[found.start() - 1 : found.start()]
            if found["role"] is not None and (not before or before in _BEFORE_LABEL):
                units = _labelled(text, found.start(), end, only_first=True)
                stop = max((stop for (_, stop), _ in units), default=found.end())
                yield _Group(found.start(), stop, tuple(units))
        done = max(done, end)


def _labelled(text: str, start: int, end: int, only_first: bool = False) -> list[Named]:
    """Read `牵头单位:A;责任单位:B、C`; what stands under another head (责任人, 时限) is no unit."""
    labels = list(_LABEL.finditer(text, start, end))
    units: list[Named] = []
    for label, following in zip_longest(labels[:1] if only_first else labels, labels[1:]):
        word = "" if label is None else label["role"] or label["bare"]
        if label is None or not word:
            continue
        stop = following.start() if following is not None else end
        closing = _LIST_END.search(text, label.end(), stop)
        if closing is not None and text[label.end() : closing.start()].strip():
            stop = closing.start()
        spans = split_units(text, label.end(), stop)
        units += [(span, ROLES[word]) for span in spans if may_be_unit(text[slice(*span)])]
    return units


def _stated(text: str, start: int, end: int) -> list[Named]:
    """Read `A牵头,B、C按职责分工负责`; a bracket that says anything else gives nothing."""
    units, read_to = _clauses(text, start, end)
    return units if read_to == end else []


def _clauses(text: str, start: int, end: int) -> tuple[list[Named], int]:
    """Read clauses of units and a verb as far as they go; give the units and the end of what was read."""
    units: list[Named] = []
    pending: list[Span] = []
    read_to = start
    for clause in _CLAUSE.finditer(text, start, end):
        words = clause[0].strip(" \u3000、")
        if _FIRST_LEADS.search(words) or _LIKEWISE.fullmatch(words):
            read_to = read_to if pending else clause.end()
            continue
        verb = _VERB.search(text, clause.start(), clause.start() + len(clause[0].rstrip()))
        stop = clause.end() if verb is None else verb.start()
        pending += split_units(text, clause.start(), stop)
        if verb is None:
            continue
        role = next((role for word, role in ROLES.items() if word in verb["verb"]), Role.OWNER)
        named = share_out(text, pending, role)
        if not named or not all(is_unit(text[slice(*span)]) for span, _ in named):
            return units, read_to
        units, pending, read_to = units + named, [], clause.end()
    return (units, end) if read_to >= end or not text[read_to:end].strip("。；;，, ") else (units, read_to)


def _running(text: str) -> Iterator[_Group]:
    """Units certain from running text: 由A、B牵头，C配合 / 由A会同B制定…; not inside brackets."""
    for found in _BY.finditer(text):
        stop = re.compile(r"[。；;\n]").search(text, found.end())
        units, end = _clauses(text, found.end(), stop.start() if stop is not None else len(text))
        if units and not _in_bracket(text, found.start()):
            yield _Group(found.start(), end, tuple(units))
    for found in _BY_JOINTLY.finditer(text):
        named = share_out(text, split_units(text, *found.span(1)), Role.OWNER)
        if all(is_unit(text[slice(*span)]) for span, _ in named) and not _in_bracket(text, found.start()):
            yield _Group(found.start(), found.end(), tuple(named))


def _in_bracket(text: str, at: int) -> bool:
    before = text[max(0, at - _BRACKET_REACH) : at].rpartition("\n")[2]
    return before.count("（") + before.count("(") > before.count("）") + before.count(")")
