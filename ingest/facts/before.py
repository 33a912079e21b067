"""What is said at places of a document into what stands last before such a place."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TypeVar

from ingest.records import Deadline, Duty, Section

_ENDS = re.compile("[。）)】〕\\]\n]")

Said = TypeVar("Said", Duty, Deadline)


def said_before(
    text: str, sections: Sequence[Section], printed: Mapping[int, Sequence[Said]], place: int, at: int
) -> Sequence[Said]:
    """Give the last statement above a place in its own section, else the last of the item before.

    A statement ends with its bracket, sentence or line. The item before is the sibling above; what its own
    items say is theirs.

    :param printed: what is said in the own text of each section, in reading order, by the section's index.
    """
    own = printed.get(place, ())
    end = bisect_right(own, at, key=lambda said: said.end)
    if end:
        return _last_statement(text, own[:end])
    above = place - 1
    while above > 0 and sections[above].level > sections[place].level:
        above = sections[above].parent or 0
    is_sibling = above > 0 and sections[above].parent == sections[place].parent
    return _last_statement(text, printed.get(above, ())) if is_sibling else ()


def put(own: list[Said], again: Sequence[Said]) -> None:
    """Put what one place says among what its section says, in reading order."""
    if again:
        at = bisect_right(own, again[0].end, key=lambda said: said.end)
        own[at:at] = again


def _last_statement(text: str, said: Sequence[Said]) -> Sequence[Said]:
    first = len(said)
    while first and not _ENDS.search(text, min(said[first - 1].end, said[-1].start), said[-1].start):
        first -= 1
    return said[first:]
