"""Running text into units that are certain from its sentences: 由A牵头，B配合; A负责招生；B会同C制定办法."""

import re
from collections.abc import Iterator

from ingest.facts.clauses import IsName, read_clauses
from ingest.facts.joint import JOINTLY, LETTER, are_joining
from ingest.facts.names import is_named, is_office
from ingest.facts.roles import BODY
from ingest.facts.units import Group, Span, share_out, split_units
from ingest.facts.verbs import ADVERB, STOP
from ingest.numbering import read_loose_article, read_marker
from ingest.records import Role

_BY = re.compile(
    rf"由(?=(?:{LETTER}){{2,60}}?(?:牵头|负责|负[总主全]责|抓总|统筹(?:协调|推进)|承担|承办|落实|配合|实施|主抓|主办))"
)
_VERB = re.compile(
    rf"为(?=(?:{BODY})(?:[，,。；;\n]|$))|负责|负[总主全]责|抓总|牵头|承担|主抓|会同|联合(?=[^，,。；;\n]{{2}})"
    rf"|商(?=[^，,。；;\n]{{1,20}}[局委部厅办])|分工，(?={ADVERB}负责)"
)
# What was done together is no duty: 会同公安局研究提出了办理意见, 会同公安局对各校进行了检查.
_DONE = re.compile(r"对|(?:研究)?(?:提出)?[^，,。；;：:]{0,8}(?:了|[:：])|(?:联合)?(?:印发|发布|出台)《")
_CLAUSE_BACKWARDS = re.compile(r"[^，,。；;：:！？!?\n\u3000]*+")
_LEAD_IN = re.compile(r"(?:其中|同时|此外|另外|具体|请)?[，,\s]*")
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
    together = verb[0] == "会同" or (by >= 0 and verb[0] in ("联合", "商"))  # news say 联合 of what is past
    joint = JOINTLY.match(text, by + 1 if by >= 0 else start) if together else None
    if joint is not None and (by >= 0 or not _DONE.match(text, joint.end())):
        return _joint_group(
            text, joint.span("names"), is_named if verb[0] == "会同" else is_office, sure=by >= 0
        )
    return Group(start, start, ()) if by >= 0 or joint is not None else _group(text, start, start, is_office)


def _group(text: str, start: int, names: int, is_name: IsName) -> Group:
    furthest = min(len(text), names + _FURTHEST)
    stop = STOP.search(text, names, furthest)
    read = read_clauses(text, names, furthest if stop is None else stop.start(), is_name)
    if not read.units:
        return Group(start, start, ())
    return Group(start, read.end, read.units, read.tasked)


def _joint_group(text: str, names: Span, is_name: IsName, *, sure: bool) -> Group:
    """Read `A会同B`; where 由 makes it sure that A leads, A alone if it cannot be told who joins."""
    start, end = names
    named = share_out(text, split_units(text, start, end), Role.OWNER)
    leads = [unit for unit in named if unit[1] is Role.LEAD]
    joining = [unit for unit in named if unit[1] is Role.SUPPORT]
    known = are_joining(text, [span for span, _ in joining], end)
    if not leads or not (known or sure) or not all(is_name(text[slice(*span)]) for span, _ in leads):
        return Group(start, start, ())
    return Group(start, end, (*leads, *(joining if known else ())), tasked=True)


def _clause_start(text: str, at: int) -> int:
    """Find where the clause around a place starts, numbering and 其中 aside; the place itself if far off."""
    reach = max(0, at - _REACH)
    clause = _CLAUSE_BACKWARDS.match(text[reach:at][::-1])
    start = at if clause is None else at - clause.end()
    if start == reach and reach:
        return at
    marker = read_marker(text, start) or read_loose_article(text, start)
    start = marker.end if marker is not None and marker.end <= at else start
    lead = _LEAD_IN.match(text, start, at)
    return lead.end() if lead is not None else start


def _in_bracket(text: str, at: int) -> bool:
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    return sum(before.count(sign) for sign in _OPENINGS) > sum(before.count(sign) for sign in _CLOSINGS)
