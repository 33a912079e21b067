"""A clause into the verbs that say what its units do, and the task that stands behind them."""

import re
from typing import NamedTuple

from ingest.facts.roles import BODY, role_of
from ingest.facts.units import Span
from ingest.records import Role

_DUTIES = r"(?:(?:职能|职责|责任)(?:职能|职责)?(?:和?分工|范围)?|分工)(?:要求|内)?"
ADVERB = (
    r"(?:共同|联合|分别|具体|主要|统筹|统一|一并|同时|切实|依法|全程|全面|总|要|应当?|须|需|均|也|还|则|分工|分头|各自|抓好|做好"
    rf"|积极|密切|(?:提出|研究|制[定订]|拟[定订]|编制|起草|审核|汇总|启动)(?:方案|意见|计划)?(?:并|后)|(?:按照?|根据|依[据照]?|结合)(?:各自)?(?:的)?{_DUTIES}|在(?:各自)?{_DUTIES}范围内){{0,4}}"
)
_CLOSING = re.compile(
    rf"{ADVERB}(?P<verb>牵头(?:负责|落实|组织实施|实施|推进|办理|组织|抓总|协调)?|(?<=分工)"
    r"|负责(?:牵头|落实|实施|推进|办理|组织实施|指导|监督执行|督促落实|抓好落实|抓落实)?"
    r"|负[总主全]责|抓总|具体抓|协抓"
    r"|落实|实施|组织(?:实施|落实)|推进落实|承担|承办|主办|办理|抓好落实|主抓|主责|统筹(?:协调|推进)?"
    r"|配合(?:落实|做好|实施|抓好落实)?|(?<!政)协办|协助|协同(?:配合)?|参与(?:配合|落实|实施)?|参加|监督|督导|督办|指导"
    rf"|作?为(?:主要|第一|具体)?(?:{BODY}))$"
)
# An object follows: 负责统筹协调. Neither a person (负责人) nor a system (负责制) nor an attribute (负责的).
_OPENING = re.compile(
    rf"{ADVERB}(?P<verb>牵头(?:负责)?|负责(?:牵头)?|主抓|承担|承办|主办|协办|配合|协助|协同|参与)"
    r"(?!人(?![事才员口力民工防])|任(?![务命])|同志|制(?![定订作])|的|解释|以来)(?=[“\u4e00-\u9fff])"
)
# What any clause with such a verb holds.
MAY_STATE = re.compile(
    "牵头|分工|负[责总主全]|抓|落实|实施|承[担办]|主[办责]|办理|统筹|配合|协[办助同]|参[与加]|监督|督[导办]|指导|为"
)
# Who explains the document, what was undertaken or led and counted (承担课题3项) is no task.
_NO_TASK = re.compile(r"解释(?:工作)?$|^承担(?!.*(?:工作|任务|职责|职能|日常|组织|管理))|^牵头.*(?:\d|了)")
_LATEST, _FURTHEST = 60, 240  # characters before its end, behind its start in which a clause has its verb
CLAUSE = re.compile(
    r"(?:[^，,；;。\n、 \u3000]++|(?<!牵头|负责|配合)、|(?<!牵头|负责|配合|落实|参与)[ \u3000])+"
)
STOP = re.compile(r"[。；;\n]")
_GAP = re.compile(r"(?:等(?:有关|相关)?(?:部门|单位))?(?:[（(][^（()）\n]*[）)])?[：:]?[ \u3000]*")
_TOPIC = re.compile(r"[^，,。；;：:\n\u3000]+由$")


class Verb(NamedTuple):
    """A verb in `[start, end)` that gives the units before it a role; an object may follow it."""

    start: int
    end: int
    role: Role
    has_object: bool


def find_verbs(text: str, start: int, end: int) -> list[Verb]:
    """Find the verbs a clause may be read with: one that closes it, one with an object behind it."""
    found: list[Verb] = []
    closing = _CLOSING.search(text, max(start, end - _LATEST), end)
    if closing is not None:
        found.append(Verb(closing.start(), closing.end(), role_of(closing["verb"]), has_object=False))
    opening = _OPENING.search(text, start, min(end, start + _FURTHEST))
    if opening is not None and not _NO_TASK.search(opening["verb"] + text[opening.end() : end]):
        found.append(Verb(opening.start(), opening.end(), role_of(opening["verb"]), has_object=True))
    return found


def task_behind(text: str, start: int, end: int) -> Span | None:
    """Span of the task stated behind units named in `[start, end)`: 教育局|负责招生; None for none.

    It goes on to the end of the statement, other units and their tasks included; where the clause says what
    it is about before it names them (学籍|由教育局会同公安局核查), the task starts there.
    """
    gap = _GAP.match(text, end)
    at = gap.end() if gap is not None else end
    clause = CLAUSE.match(text, at)
    if clause is None or _CLOSING.fullmatch(text, at, at + len(clause[0].rstrip())):
        return None
    introduced = "会同" in text[start:end] or set(text[end:at]) & set("：:")
    if not introduced and not _OPENING.match(text, at):
        return None
    topic = _TOPIC.search(text, max(0, start - _FURTHEST), start)
    stop = STOP.search(text, at)
    return at if topic is None else topic.start(), len(text) if stop is None else stop.start()
