"""A label and the cells below it, each on a line of its own (责任股室 / 房管股 / 完成时限), into units."""

import re
from collections.abc import Iterator

from ingest.facts.labelled import LABEL_WORDS
from ingest.facts.names import is_unit
from ingest.facts.roles import role_of
from ingest.facts.units import Group, Span, share_joint, split_units

_LABEL = re.compile(rf"\n[ \t\u3000]*(?P<head>{LABEL_WORDS})[ \t\u3000]*(?=\n)")
# Below another head a label is one of a row of heads, and what follows is no value of its own.
_OTHER_HEAD = re.compile(
    r"[^，。：:；\n]{0,6}(?:序号|编号|任务|事项|内容|措施|举措|目标|要求|时限|期限|时间|节点|进度|备注)$"
)
_LONGEST, _MOST_LINES = 80, 6


def cell_lines(text: str) -> Iterator[Group]:
    """Find labels that are all of a line, with the lines below them that are nothing but units."""
    for label in _LABEL.finditer(text):
        above = text[text.rfind("\n", 0, label.start()) + 1 : label.start()].strip()
        spans = [] if _OTHER_HEAD.fullmatch(above) else _below(text, label.end())
        if spans:
            named = share_joint(text, spans, role_of(label["head"]))
            yield Group(label.start("head"), named[-1][0][1], tuple(named), labelled=True)


def _below(text: str, at: int) -> list[Span]:
    """Read the units on the lines that start behind a line break, up to the first line of anything else."""
    units: list[Span] = []
    for _ in range(_MOST_LINES):
        end = text.find("\n", at + 1)
        end = len(text) if end < 0 else end
        spans = split_units(text, at + 1, end) if 1 < end - at <= _LONGEST else []
        if not spans or not all(is_unit(text[slice(*span)]) for span in spans):
            break
        units += spans
        at = end
    return units
