"""Brackets in a text into the units they name, with their roles: （A牵头，B配合）, （责任单位：A）."""

import re
from collections.abc import Iterator

from ingest.facts.clauses import stated
from ingest.facts.conventions import NOTE, is_convention
from ingest.facts.labelled import first_label, labelled_units
from ingest.facts.names import is_office, is_people, is_unit
from ingest.facts.roles import BODY, WORDS, role_of
from ingest.facts.units import SIGNS, Group, Named, Span, share_joint, split_units
from ingest.records import Role
from ingest.text import matches_at, places

OPENINGS = "（(【[〔［"
_OPEN, _CLOSE = rf"[{re.escape(OPENINGS)}]", r"[）)】\]〕］]"
_LETTER = r"[^（()）【】\[\]〔〕［］\n]"
_INSIDE = rf"{_LETTER}|[（(][^（()）\n]*[）)]|[〔\[［【]{_LETTER}{{1,20}}[〕\]］】]"
# The next item ends a bracket that is never closed.
_ITEM = r"[ \t\u3000]*(?:\d{1,3}[.．、]|[（(]?[一二三四五六七八九十]{1,3}[）)、])"
_BRACKET = re.compile(rf"{_OPEN}((?:{_INSIDE}){{2,400}}){_CLOSE}")
# A bracket that opens with a label may be broken by line breaks.
_WRAPPED = re.compile(rf"{_OPEN}((?={BODY})(?:{_INSIDE}|\n(?!\n|{_ITEM})){{2,400}}){_CLOSE}")
# Behind the units of a bracket: until when they are to be done, or whose task it is among them.
_DUE = re.compile(
    r"[，,；;、 \u3000]+(?:"
    r"(?:(?:完成|办结|落实|整改)(?:时间|日期|节点)|(?:完成)?[时期]限|责任人|(?:责任|分管|包保)领导)[：:]"
    r"|(?:(?=\d|[今本]?年底)[^，,；;、]{2,20}(?:前|完成)|(?:长期|持续)(?:坚持|推进|用力)?)\Z)"
)
_TELLING = re.compile(
    rf"{WORDS}|[织持](?:单位|部门|[科股]室)|[{re.escape(SIGNS)}]|[时期]限|领导|完成|长期|持续|前$"
)
_HEAD = re.compile(rf"(?:{BODY})[-—–|｜ ]*")
_EXPLAINED = re.compile(r"[。；;，,]")
_OFFICE = re.compile(r"(?:股|科|处|室|局|委|办|厅|部|中心|工会|团委|妇联|组|各学校|各单位|各科室|各股室)$")


def brackets(text: str) -> Iterator[Group]:
    """Find brackets that say who does what, or until when units are to do it."""
    read: set[Span] = set()
    opened = places(text, OPENINGS)
    for pattern in (_BRACKET, _WRAPPED):
        for found in matches_at(pattern, text, opened):
            inner = found.span(1)
            if inner not in read and _TELLING.search(found[1]):
                read.add(inner)
                units = (
                    _labelled(text, found.start(), inner[1])
                    or stated(text, *inner)
                    or _noted(text, *inner)
                    or _explained(text, *inner)
                    or _timed(text, *inner)
                    or _headed(text, *inner)
                )
                yield Group(found.start(), found.end(), tuple(units))


def _labelled(text: str, start: int, end: int) -> list[Named]:
    """Read `牵头单位：A；责任单位：B`; offices before the first label are responsible (A、B；配合单位：C).

    What they do may be said there too (A牵头；配合单位：B).
    """
    units = labelled_units(text, start, end)
    label = first_label(text, start, end) if units else start
    if label <= start + 1:
        return units
    before = stated(text, start + 1, label) or only_units(text, start + 1, label)
    return [*before, *units] if are_offices(text, before) else units


def _noted(text: str, start: int, end: int) -> list[Named]:
    """Read `A（牵头）、B、C`: nothing but units, one of them with a note of its role."""
    return only_units(text, start, end) if NOTE.search(text, start, end) else []


def _explained(text: str, start: int, end: int) -> list[Named]:
    """Read `A、B。列第一位的为牵头单位`: nothing but units, and what their order or a sign means."""
    for cut in _EXPLAINED.finditer(text, start, end):
        if is_convention(text[cut.end() : end].strip("。；; \u3000")):
            return only_units(text, start, cut.start())
    return []


def _timed(text: str, start: int, end: int) -> list[Named]:
    """Read `A、B，完成时限：6月底`: nothing but offices, and when they are to be done."""
    due = _DUE.search(text, start, end)
    if due is None:
        return []
    units = only_units(text, start, due.start())
    return units if are_offices(text, units) else []


def _headed(text: str, start: int, end: int) -> list[Named]:
    """Read `责任单位A、B` without a colon: nothing but offices behind the words of a role."""
    head = _HEAD.match(text, start, end)
    units = [] if head is None else only_units(text, head.end(), end, role_of(head[0]))
    return units if are_offices(text, units) else []


def only_units(text: str, start: int, end: int, role: Role = Role.OWNER) -> list[Named]:
    """Read nothing but units, people aside; none where anything else stands. Of `A会同B` the first leads."""
    spans = [span for span in split_units(text, start, end) if not is_people(text[slice(*span)])]
    units = share_joint(text, spans, role)
    return units if all(is_unit(text[slice(*span)]) for span, _ in units) else []


def are_offices(text: str, units: list[Named]) -> bool:
    """Tell whether all units are offices by name."""
    names = [text[slice(*span)] for span, _ in units]
    return all(_OFFICE.search(name) or is_office(name) for name in names)
