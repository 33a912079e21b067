"""Brackets that close a line with nothing but units (1.抓学习（党建办）) into those units."""

import re
from collections.abc import Iterable, Sequence

from ingest.facts.brackets import OPENINGS, are_offices, only_units
from ingest.facts.conventions import Conventions
from ingest.facts.names import is_office, is_people
from ingest.facts.phrases import VERB
from ingest.facts.times import without_times
from ingest.facts.units import Group, Named
from ingest.parse.table import CELL_GAP
from ingest.records import Role, Section
from ingest.text import matches_at, places

_CLOSING = re.compile(
    r"[（(【\[〔［]((?:[^（()）【】：:\n]|[（(][^（()）\d\n]{1,20}[）)]){2,80})"
    r"[）)】\]〕］](?:(?P<colon>[：:])|[。；;]?[ \t]*$)",
    re.MULTILINE,
)
# Offices that are given work, other than bodies and rooms that work is about (中心小学, 阅览室).
_GIVEN_WORK = re.compile(
    r"(?:[局处厅委]|(?<![控入参持])股|科|(?<![试])办|(?:公|教研|督导|察|秘书|政工|人事|财务|研究|审计|综合)室"
    r"|(?<![厕场])所|[业利化牧医务理督计导术作广法机技]站|[大支]队|(?:宣传|组织|统战|武装|工作|人事|财务|保障)部|工会|妇联|政府|管委会|党支部"
    r"|(?:社保|疾控|事务|融媒体?|发展|推广|监测|信息|指挥|采购)中心|(?:仲裁|检察|法)院|(?:供电|水务|城投|移动|电信|联通)公司|(?:教研|年级)组)$"
)
_SHORT = re.compile(r"[党政农教安]办|[县市区镇乡街]委|工会|团委|妇联|纪委|各[村校镇乡县]")
_EACH = re.compile(r"(?:(?:[局委院校镇乡县市区厂]|公司)?(?:机关|直属?|属|内))?各(?![类项种方])")
_ROOM = re.compile(r"[室馆站场所]$")
# Behind the name of an office a bracket holds its other name: 党政办（人大办）.
_OFFICE = re.compile(r"(?:[局股处办委厅]|(?<!学)科|[公股科]室)$")
_CLAUSE = re.compile("[，。；：]")
_STOPS = "。；！"
_HABIT = 3
_CONTRIBUTED = re.compile(r"供稿|撰稿|通讯员|来稿")


def bare_brackets(
    text: str, sections: Sequence[Section], conventions: Conventions, known: Iterable[Group]
) -> list[Group]:
    """Brackets that close a paragraph with nothing but units: of an item they name who does it.

    Units that are responsible elsewhere count in any item; where items have the habit, so do other offices.
    As they may mean anything elsewhere, two are asked for there, or one in which a sign is explained, 会同
    says who leads, or one unit is responsible elsewhere; under news they name who wrote it.

    :param known: the duties that stand elsewhere.
    """
    closing = list(matches_at(_CLOSING, text, places(text, OPENINGS)))
    if not closing:
        return []
    groups: list[Group] = []
    known = list(known)
    named = {text[slice(*span)] for group in known for span, _ in group.units}
    listed = {text.rfind("\n", 0, group.start) for group in known if group.labelled}
    items = {section.start: section.start + len(section.label) for section in sections if section.heading}
    contributed = _CONTRIBUTED.search(text) is not None
    sure = False
    open_groups: list[Group] = []
    certain_groups = 0
    for found in closing:
        line = text.rfind("\n", 0, found.start()) + 1
        stopped = text[found.start() - 1 : found.start()] in _STOPS
        words = text[items.get(line, line) : found.start()].strip()
        if found["colon"] is not None and (stopped or _CLAUSE.search(words)):
            continue
        if not stopped and (line not in items or line - 1 in listed or not _may_close(words)):
            continue
        units = _units_in(text, found)
        marked = any(sign in found[1] for sign in conventions.signs)
        is_named = bool(units) and all(text[slice(*span)] in named for span, _ in units)
        certain = line in items and not contributed and (is_named or given_work(text, units))
        group = Group(found.start(), found.end(), tuple(units))
        certain_groups += certain
        if certain or (units and stopped and (marked or are_offices(text, units))):
            groups.append(group)
            repeated = any(text[slice(*span)] in named for span, _ in units)
            sure = sure or certain or marked or repeated or any(role is Role.LEAD for _, role in units)
        elif line in items and units and are_offices(text, units):
            open_groups.append(group)
    if open_groups and certain_groups >= max(_HABIT, 2 * len(open_groups)):
        groups = sorted([*groups, *open_groups])
    return groups if sure or (len(groups) > 1 and not contributed) else []


def closes_with_units(line: str, start: int, at: int) -> bool:
    """Tell whether the bracket at a place closes a heading with nothing but offices that do the work.

    :param start: where the words of the heading start, its label aside.
    """
    found = _CLOSING.match(line, at)
    if found is None or not _may_close(line[start:at].strip()):
        return False
    return given_work(line, _units_in(line, found))


def _units_in(text: str, bracket: re.Match[str]) -> list[Named]:
    """Read the units of a bracket that says nothing else but when; behind 《…》 it dates what is cited."""
    start, end = without_times(text, *bracket.span(1))
    if (start, end) != bracket.span(1) and text[bracket.start() - 1] in "》”":
        return []
    return only_units(text, start, end)


def _may_close(words: str) -> bool:
    """Tell whether words may tell a task; a bracket behind a name belongs to that."""
    if len(words) < len("学习") or CELL_GAP in words or _OFFICE.search(words) or is_people(words):
        return False
    return VERB.match(words) is not None or not is_office(words)


def given_work(text: str, units: Iterable[Named]) -> bool:
    """Tell whether one of the units is an office that is given work, and none is a mere room."""
    names = [text[slice(*span)] for span, _ in units]
    given = [name for name in names if _is_given_work(name)]
    return bool(given) and not any(_ROOM.search(name) for name in names if name not in given)


def _is_given_work(name: str) -> bool:
    if _SHORT.fullmatch(name) or _EACH.match(name):
        return True
    return len(name) > len("公办") and _GIVEN_WORK.search(name) is not None and is_office(name)
