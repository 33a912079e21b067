"""Clauses such as `A牵头，B、C按职责分工负责` into units with their roles, as far as they go."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from ingest.facts.conventions import is_convention
from ingest.facts.joint import joining
from ingest.facts.names import is_named, is_office, is_people, is_unit, may_be_unit
from ingest.facts.times import is_time
from ingest.facts.units import Named, Span, share_out, split_units
from ingest.facts.verbs import CLAUSE, MAY_STATE, Verb, find_verbs
from ingest.records import Role

IsName = Callable[[str], bool]
# 县委、县政府主要领导: people of the bodies, not the bodies.
_LEADERS = re.compile(r"(?:主要|分管|党政)(?:领导|负责(?:人|同志))\Z")
_LONGEST_NAME = 12
_FIELDS = re.compile(r"等?(?:有关|相关|多个)?(?:部门|单位)$")
# What a clause is about before it names anybody: 以上任务由…, 此项工作…
TOPIC = re.compile(
    r"(?:以上|上述|[此该本这]项)(?:各|所有|全部|[一二三四五六七八九十\d]{1,3})?[项条点个]?"
    r"(?:重点|主要|具体)?(?:工作|任务|事项|措施|内容|举措|项目|(?<=[项条])|(?=由))(?:的|均|都|统一)*[，,：:]?\s*由?"
)


@dataclass(frozen=True, slots=True)
class Clauses:
    """What was read of a row of clauses.

    :param pending: units that no verb follows.
    :param end: end of what was read, the end of the text where nothing is left over.
    :param tasked: whether the clauses say what each unit does.
    """

    units: tuple[Named, ...]
    pending: tuple[Span, ...]
    end: int
    tasked: bool


def stated(text: str, start: int, end: int) -> list[Named]:
    """Read `A牵头,B、C按职责分工负责` as a whole; words that say anything else give nothing."""
    if MAY_STATE.search(text, start, end) is None:
        return []
    topic = TOPIC.match(text, start, end)
    read = read_clauses(text, start if topic is None else topic.end(), end, is_unit)
    if read.end == end:
        return list(read.units)
    if not read.units or not all(is_unit(text[slice(*span)]) for span in read.pending):
        return []
    return [*read.units, *((span, Role.OWNER) for span in read.pending)] if read.pending else []


def read_clauses(text: str, start: int, end: int, is_name: IsName) -> Clauses:
    """Read clauses of units and a verb until one is anything else; explanations of the list are passed over.

    :param is_name: what counts as a unit before a verb that closes its clause; before an object only proper
        names do.
    """
    units: list[Named] = []
    pending: list[Span] = []
    read_to, tasked = start, False
    for clause in CLAUSE.finditer(text, start, end):
        words = clause[0].strip(" \u3000、")
        if is_convention(words) or is_time(words):
            read_to = read_to if pending else clause.end()
            continue
        stop = clause.start() + len(clause[0].rstrip())
        verbs = find_verbs(text, clause.start(), stop)
        joined = joining(text, clause.start(), stop) if units and not pending else []
        if joined and not (verbs and not verbs[0].has_object):
            units, read_to = [*units, *((span, Role.SUPPORT) for span in joined)], clause.end()
            continue
        if not verbs:
            pending += split_units(text, *clause.span())
            continue
        for verb in verbs:
            own = split_units(text, clause.start(), verb.start)
            if own and _stand_alone(text, pending, clause.start(), verb.role, units):
                units += [(span, Role.OWNER) for span in pending]
                pending = []
            spans = pending + own
            bodies = [] if spans and _LEADERS.search(text, *spans[-1]) else spans
            bodies = [span for span in bodies if not is_people(text[slice(*span)])]
            named = share_out(text, bodies, verb.role, follows=bool(units))
            if spans and not named:  # 局领导牵头，办公室落实
                pending, read_to = [], clause.end()
                break
            following = is_named if units and is_name is is_office else is_name
            named = _units_of(text, named, is_office if verb.has_object else following, verb)
            if named:
                joined = joining(text, verb.end, stop) if verb.role is Role.LEAD else []
                units += [*named, *((span, Role.SUPPORT) for span in joined)]
                pending, read_to, tasked = [], clause.end(), tasked or verb.has_object
                break
        else:
            return Clauses(tuple(units), (), read_to, tasked)
    whole = read_to >= end or not text[read_to:end].strip("。；;，, ")
    return Clauses(tuple(units), tuple(pending), end if whole and units else read_to, tasked)


def _stand_alone(text: str, pending: list[Span], at: int, role: Role, units: list[Named]) -> bool:
    """Tell whether units before a clause that supports are responsible: `A、B；C配合`, `A，B督导`."""
    helping = role in (Role.SUPPORT, Role.PARTICIPANT)
    if not pending or not helping or not all(is_unit(text[slice(*span)]) for span in pending):
        return False
    return not units or text[pending[-1][1] : at].strip(" \u3000）)") in (";", "；")


def _units_of(text: str, named: list[Named], is_name: IsName, verb: Verb) -> list[Named]:
    """Keep the names if all are units, in brackets beside an office those that are; else none.

    In brackets 公安、消防等部门 also names them by their field alone.
    """
    if is_name is not is_office and named and _FIELDS.search(text, named[0][0][0], verb.start):
        is_name = may_be_unit
    sure = [unit for unit in named if is_name(text[slice(*unit[0])])]
    if len(sure) == len(named) or (
        is_name is is_unit and not verb.has_object and _are_sure(text, named, sure)
    ):
        return sure
    return []


def _are_sure(text: str, named: list[Named], sure: list[Named]) -> bool:
    """Tell whether an office stands first among names none of which is as long as a clause."""
    offices = any(is_office(text[slice(*span)]) for span, _ in sure)
    return offices and named[0] in sure and all(end - start <= _LONGEST_NAME for (start, end), _ in named)
