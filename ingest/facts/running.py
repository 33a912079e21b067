"""Running text into units that are certain from its sentences: 由A牵头，B配合; A负责招生；B会同C制定办法."""

import re
from collections.abc import Iterator

from ingest.facts.clauses import IsName, read_clauses
from ingest.facts.names import is_named, is_office
from ingest.facts.roles import BODY
from ingest.facts.units import Group, share_out, split_units
from ingest.facts.verbs import ADVERB, STOP
from ingest.numbering import read_marker
from ingest.records import Role

_LETTER = r"[^由，,。；;：（）()\s“”]|[（(][^（()）\n]{1,20}[)）]"
_BY = re.compile(rf"由(?=(?:{_LETTER}){{2,60}}?(?:牵头|负责|承担|承办|落实|配合|实施|主抓|主办))")
_VERB = re.compile(rf"为(?=(?:{BODY})(?:[，,。；;\n]|$))|负责|牵头|承担|主抓|会同|分工，(?={ADVERB}负责)")
# 由A会同B制定…: the list ends before the verb.
_JOINTLY = re.compile(
    rf"(?P<names>(?:{_LETTER}){{2,40}}?会同(?:{_LETTER}){{2,60}}?)"
    r"(?=制[定订]|组成|组织|开展|研究|会商|做好|落实|提出|建立|审核|编制|起草|督促|检查|推进|实施|拟[定订]|出台|负责|加强|共同"
    r"|抓好|及时|依法|定期|适时|尽快|按照?|对|[，,。；;\n])"
)
# What was done together is no duty: 会同公安局研究提出了办理意见, 会同公安局对各校进行了检查.
_DONE = re.compile(r"对|(?:研究)?(?:提出)?[^，,。；;：:]{0,8}(?:了|[:：])")
_BEFORE_CLAUSE = re.compile(r"[，,。；;：:！？!?\n\u3000]")
_LEAD_IN = re.compile(r"(?:其中|同时|此外|另外|具体)?[，,\s]*")
_OPENINGS, _CLOSINGS = "（(【〔［", "）)】〕］"
_REACH, _FURTHEST = 200, 600


def running(text: str) -> Iterator[Group]:
    """Find units outside brackets that 由 introduces, or that start a clause as proper names."""
    done = 0
    for found in _BY.finditer(text):
        if found.start() >= done and not _in_bracket(text, found.start()):
            group = _group(text, found.start(), found.end(), is_named)
            done = max(done, group.end)
            yield group
    done = tried = 0
    for verb in _VERB.finditer(text):
        start = _clause_start(text, verb.start()) if verb.start() >= done else tried
        if start != tried and start < verb.start() and not _in_bracket(text, verb.start()):
            group = _clause_group(text, start, verb)
            done, tried = max(done, group.end), start
            yield group


def _clause_group(text: str, start: int, verb: re.Match[str]) -> Group:
    """Read the clause that starts somewhere; 由 aside, only proper names are believed."""
    by = text.rfind("由", start, verb.start())
    joint = _JOINTLY.match(text, by + 1 if by >= 0 else start) if verb[0] == "会同" else None
    if joint is not None and (by >= 0 or not _DONE.match(text, joint.end())):
        return _joint_group(text, *joint.span("names"))
    return Group(start, start, ()) if by >= 0 or joint is not None else _group(text, start, start, is_office)


def _group(text: str, start: int, names: int, is_name: IsName) -> Group:
    furthest = min(len(text), names + _FURTHEST)
    stop = STOP.search(text, names, furthest)
    read = read_clauses(text, names, furthest if stop is None else stop.start(), is_name)
    return Group(start, read.end if read.units else start, read.units, read.tasked)


def _joint_group(text: str, start: int, end: int) -> Group:
    named = share_out(text, split_units(text, start, end), Role.OWNER)
    if not all(is_named(text[slice(*span)]) for span, _ in named):
        return Group(start, start, ())
    return Group(start, end, tuple(named), tasked=True)


def _clause_start(text: str, at: int) -> int:
    """Find where the clause around a place starts, numbering and 其中 aside; the place itself if far off."""
    reach = max(0, at - _REACH)
    before = [found.end() for found in _BEFORE_CLAUSE.finditer(text, reach, at)]
    if not before and reach:
        return at
    start = before[-1] if before else 0
    marker = read_marker(text, start)
    start = marker.end if marker is not None and marker.end <= at else start
    lead = _LEAD_IN.match(text, start, at)
    return lead.end() if lead is not None else start


def _in_bracket(text: str, at: int) -> bool:
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    return sum(before.count(sign) for sign in _OPENINGS) > sum(before.count(sign) for sign in _CLOSINGS)
