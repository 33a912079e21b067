"""Cells, labels and brackets that say 同上 into the deadlines they stand for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from ingest.facts.before import put, said_before
from ingest.facts.ditto import find_dittos
from ingest.records import Deadline, Section

_LABELLED = re.compile(r"(?:时[限间点]|期限|日期|节点|要求)\s*[:：]?\s*\Z")  # 完成时限：
_LABEL_CHARS = 8


def with_same(text: str, sections: Sequence[Section], found: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """Add the deadlines that 同上 states, with the span of its own words.

    In a row these are those of the cell above; behind a label (完成时限：同上) and in a bracket of its own
    those that stand behind such a label in the item before.
    """
    dittos = [ditto for ditto in find_dittos(text) if ditto.above is not None or ditto.tells_time]
    if not dittos:
        return tuple(found)
    starts = [section.start for section in sections]
    at = [deadline.start for deadline in found]
    labelled: dict[int, list[Deadline]] = {}
    for deadline in found:
        if _LABELLED.search(text, max(deadline.start - _LABEL_CHARS, 0), deadline.start):
            labelled.setdefault(deadline.section, []).append(deadline)
    added: list[Deadline] = []
    for ditto in dittos:
        place = bisect_right(starts, ditto.start) - 1
        if ditto.above is None:
            same = said_before(text, sections, labelled, place, ditto.start)
        else:
            same = found[bisect_left(at, ditto.above[0]) : bisect_left(at, ditto.above[1])]
        again = [replace(each, section=place, start=ditto.start, end=ditto.end) for each in same]
        put(labelled.setdefault(place, []), again)
        added += again
    return tuple(sorted((*found, *added), key=lambda deadline: deadline.start))
