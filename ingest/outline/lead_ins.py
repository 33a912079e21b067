"""Lines without numbering that end in a colon into headings of the lists and texts they lead in."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from ingest.numbering import Marker
from ingest.outline.headings import clear_title
from ingest.outline.marks import Landmark, Mark, is_followed, runs
from ingest.outline.unnumbered import is_stock
from ingest.records import Line

_LEAD_IN = re.compile(r"(?!各|同志|.*(?:以下|如下|下列|包括))[\u4e00-\u9fff\w“”、（）()]{2,14}[:：]")
# Who is written to: 局机关各科室：, 尊敬的家长：
_ADDRESSED = re.compile(
    r"尊敬|亲爱|.*(?:[局委办厅院校室科股处镇乡园会们长]|街道|单位|部门|学校|公司|中心|政府|同志|老师|领导)[:：]"
)


def find_lead_ins(
    lines: Sequence[Line], free: Sequence[int], markers: Sequence[Marker | None]
) -> dict[int, Landmark]:
    """Find lines such as `教学目标：` that each lead in a list of their own, counted from one."""
    leads = [
        i
        for i in free
        if i + 1 < len(lines) and markers[i + 1] is not None and _LEAD_IN.fullmatch(lines[i].text.strip())
    ]
    found: dict[int, Landmark] = {}
    for before, after in pairwise(leads):
        first, second = markers[before + 1], markers[after + 1]
        between = [marker for marker in markers[before + 1 : after] if marker is not None]
        if first is None or second is None or first.family is not second.family or second.value != 1:
            continue
        if all(marker.family >= first.family for marker in between):
            found.update({i: Landmark(Mark.INNER, "", clear_title(lines[i].text)) for i in (before, after)})
    return found


def find_outermost(
    lines: Sequence[Line],
    free: Sequence[int],
    markers: Sequence[Marker | None],
    leads: Mapping[int, Landmark],
    alone: Mapping[int, Landmark],
    known: Mapping[int, Landmark],
) -> dict[int, Landmark]:
    """Find the headings with a colon of a document that has none above them: they are its parts.

    So are those that lead in a text, and usual headings among them without a colon.

    :param leads: the headings that each lead in a list, as `find_lead_ins` gives them.
    :param alone: the other short lines that stand between paragraphs.
    :param known: other landmarks; where one opens a part above them, they lie in that part.
    """
    first = min(leads, default=0)
    if not first or any(marker is not None for marker in markers[:first]):
        return {}
    usual = all(is_stock(lines[i].text) for i in leads)
    if not all(_is_lead_in(lines[i].text) or (usual and is_stock(lines[i].text)) for i in alone):
        return {}
    texts = (i for i in free if _is_lead_in(lines[i].text) and is_followed(lines, markers, i))
    heads = {*leads, *(i for i in texts if i < first or _has_ended(lines, markers, i))}
    inside = any(i < first and landmark.mark is not Mark.CLOSING for i, landmark in known.items())
    mark = Mark.INNER if inside else Mark.PART
    return {i: Landmark(mark, "", clear_title(lines[i].text)) for i in sorted(heads)}


def _is_lead_in(text: str) -> bool:
    return _LEAD_IN.fullmatch(text.strip()) is not None and _ADDRESSED.fullmatch(text.strip()) is None


def _has_ended(lines: Sequence[Line], markers: Sequence[Marker | None], i: int) -> bool:
    before = lines[i - 1].text
    return markers[i - 1] is not None or runs(before) or before[-1:] in "。！？；"
