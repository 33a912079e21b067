"""A document's section tree into its lists: a sentence that opens one, and the items below it."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

from ingest.records import Document, Section

_ANNOUNCES = re.compile(r"下列|以下|如下")
_STOP = re.compile(r"[。！？!?\n](?=[^\S\n]*+\S)")
_GOES_ON = ("；", ";", "，", ",", "、")
_LONGEST_ITEM = 160


@dataclass(frozen=True, slots=True)
class List:
    """A sentence with its items, which are sections of their own but say nothing without it.

    :param section: index of the section in whose own text the sentence stands.
    :param start: first code point of that sentence; `end` its last, exclusive.
    :param items: indexes of the sections that are the items.
    """

    section: int
    start: int
    end: int
    items: tuple[int, ...]


def lists_in(document: Document) -> Mapping[int, List]:
    """Find the lists of a document by the sections that open them."""
    found = (list_of(document, index) for index in range(len(document.sections)))
    return {each.section: each for each in found if each}


def list_at(document: Document, at: int) -> List | None:
    """Find the list that holds a code point of the text, in the sentence that opens it or in an item."""
    index = bisect_right(document.sections, at, key=lambda section: section.start) - 1
    for section in (index, document.sections[index].parent):
        found = None if section is None else list_of(document, section)
        if found and at >= found.start:
            return found
    return None


def list_of(document: Document, index: int) -> List | None:
    """Find the list that a section opens.

    It is what law and rules write as one sentence: `…应当具备下列条件：`, then labelled items of a line
    each, closed by ； but for the last. A section with duties is a task of its own, and no item.
    """
    section = document.sections[index]
    below = range(index + 1, len(document.sections))
    inside = takewhile(lambda each: document.sections[each].start < section.end, below)
    items = [each for each in inside if document.sections[each].parent == index]
    start, end = _lead(document, section)
    if not _are_items(document, items, document.text[start:end]):
        return None
    if any(duty.section in items for duty in document.duties):
        return None
    return List(index, start, end, tuple(items))


def _lead(document: Document, section: Section) -> tuple[int, int]:
    """Span of the last sentence of a section's own text, whatever is divided by ； in it."""
    own = document.text[section.start : section.own_end].rstrip()
    stops = [stop.end() for stop in _STOP.finditer(own)]
    return section.start + (stops[-1] if stops else 0), section.start + len(own)


def _are_items(document: Document, items: list[int], lead: str) -> bool:
    sections = [document.sections[item] for item in items]
    announced = _ANNOUNCES.search(lead) is not None
    if len(sections) < 2 or not (announced or lead.endswith((":", "："))):
        return False
    if not all(section.label and section.own_end == section.end for section in sections):
        return False
    lines = [document.text[section.start : section.own_end].strip() for section in sections[:-1]]
    if not all(len(line) <= _LONGEST_ITEM and "\n" not in line for line in lines):
        return False
    return announced or all(line.endswith(_GOES_ON) for line in lines)
