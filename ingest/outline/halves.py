"""Lines that name what was done and what will be done into the two halves of a document."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.numbering import Marker
from ingest.outline.headings import clear_title
from ingest.outline.marks import Landmark, Mark, is_followed
from ingest.records import Line

_WORDS = r"(?=.*(?:工作|年|学期))[\u4e00-\u9fff\dxX*“”]{0,16}"
_LABEL = r"(?:([上下]篇)\s*[:：]?\s*)?[（(]?"
_DONE = re.compile(rf"{_LABEL}({_WORDS}(?:总结|回顾|情况|成效|小结))[）)]?[:：]?")
_TO_DO = re.compile(rf"{_LABEL}({_WORDS}(?:计划|打算|安排|思路|要点|重点|任务|目标|举措|部署))[）)]?[:：]?")
# 2024年 or 下半年 in it says enough for items of another family below it.
_DATED = re.compile(r"20[\dxX*]{2}年|半年")
_LONGEST = 30


def find_halves(
    lines: Sequence[Line], free: Sequence[int], markers: Sequence[Marker | None], title: str
) -> dict[int, Landmark]:
    """Find `2023年工作总结` above all items, and `2024年工作计划` where the items count from one again.

    Neither needs running text around it, as other headings without numbering do.

    :param title: title of the document; the line that ends it is none of its halves.
    """
    short = [i for i in free if len(lines[i].text) <= _LONGEST and not lines[i].is_heading]
    to_do = [(i, named) for i in short if (named := _TO_DO.fullmatch(lines[i].text.strip()))]
    if not to_do:
        return {}
    numbered = [i for i, marker in enumerate(markers) if marker is not None]
    top = numbered[0] if numbered else len(lines)
    family = next((marker.family for marker in markers if marker is not None), None)

    def opens(i: int) -> bool:
        """Tell whether an item or running text follows right below, and the next item is a first one."""
        at = bisect_left(numbered, i)
        below = markers[numbered[at]] if at < len(numbered) else None
        alike = below is not None and (below.family is family or _DATED.search(lines[i].text) is not None)
        counts = below is None or (below.value == 1 and alike)
        return counts and is_followed(lines, markers, i)

    done = ((i, named) for i in short if i < top and (named := _DONE.fullmatch(lines[i].text.strip())))
    first = next((one for one in done if opens(one[0]) and not title.endswith(one[1][2])), None)
    last = next((one for one in to_do if first and one[0] > first[0] and opens(one[0])), None)
    if first is None or last is None:
        return {}
    return {i: Landmark(Mark.PART, named[1] or "", clear_title(named[2])) for i, named in (first, last)}
