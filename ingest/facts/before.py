"""What is said at places of a document into what the item before such a place says."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from ingest.records import Deadline, Duty, Section

Said = TypeVar("Said", Duty, Deadline)


def said_before(
    text: str, sections: Sequence[Section], printed: Mapping[int, Sequence[Said]], place: int, at: int
) -> Sequence[Said]:
    """Give what the last line above a place says in its own section, else what the item before says.

    The item before is the sibling above; what its own items say is theirs.

    :param printed: what is said in the own text of each section, by the section's index.
    """
    own = [said for said in printed.get(place, ()) if said.end <= at]
    if own:
        line = text.rfind("\n", 0, own[-1].start) + 1
        return [said for said in own if said.start >= line]
    above = place - 1
    while above > 0 and sections[above].level > sections[place].level:
        above = sections[above].parent or 0
    is_sibling = above > 0 and sections[above].parent == sections[place].parent
    return printed.get(above, ()) if is_sibling else ()
