"""The people whom a document makes responsible beside the units of a duty (责任领导：张三)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from assistant.duties.charges import Charge
from ingest.records import Document

_LABEL = (
    r"(?:第一|直接|具体|主要)?(?:责任|分管|主管|牵头|包[保联挂]|带班|挂[点牌包]|督办|负责|联系(?=[\u4e00-\u9fff]{0,2}领导))"
    r"[\u4e00-\u9fff]{0,2}?(?:领导|人员?|同志)"
)
# 责任人：郁芳; another label, the next cell or a stop ends the names.
_NAMED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<label>{_LABEL})\s*[:：]\s*"
    r"(?P<names>[^；;。，,:：）)】\]\n\u3000\d]{2,30}?)"
    r"(?=[；;。，,）)】\]\n\u3000]|\s+[\u4e00-\u9fff]{2,8}[:：]|\Z)"
)
_LABELLED_LINE = re.compile(rf"[^\S\n]*[（(【\[]?{_LABEL}\s*[:：][^\n]{{2,40}}")
_NEAR = 80  # characters between the units and who answers for them, in one line


class Person(NamedTuple):
    """Who answers for a task: the label, the names as printed, and the span of both."""

    label: str
    names: str
    start: int
    end: int


def with_leaders(charges: Sequence[Charge]) -> list[Charge]:
    """Keep the charges that name a person: who asks for one is not told by units alone."""
    return [charge for charge in charges if people_beside(charge)]


def people_beside(charge: Charge) -> list[Person]:
    """Find whom the line that names the units of a charge, or a line right beside it, makes responsible."""
    document, duties = charge.document, charge.duties
    start, end = _lines(document, duties[0].start, duties[-1].end)
    near = range(duties[0].start - _NEAR, duties[-1].end + _NEAR)
    return [person for person in _named(document.text, start, end) if person.start in near]


def _named(text: str, start: int, end: int) -> Iterator[Person]:
    for found in _NAMED.finditer(text, start, end):
        yield Person(found["label"], found["names"].strip(), *found.span())


def _lines(document: Document, first: int, last: int) -> tuple[int, int]:
    """Span of the lines of the section that hold a place, and of those beside it that such a label opens."""
    text = document.text
    section = max((s for s in document.sections if s.start <= first), key=lambda s: s.start)
    start = max(section.start, text.rfind("\n", 0, first) + 1)
    end = text.find("\n", last)
    end = min(max(section.own_end, last), len(text) if end < 0 else end)
    above = text.rfind("\n", section.start, max(start - 1, section.start)) + 1
    if section.start < start and _LABELLED_LINE.fullmatch(text, max(above, section.start), start - 1):
        start = max(above, section.start)
    if below := _LABELLED_LINE.match(text, end + 1, section.own_end):
        end = below.end()
    return start, end
