"""Cells and labels that say 同上 into the words above that they stand for."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.facts.labelled import LABEL_WORDS
from ingest.facts.units import Span
from ingest.parse.table import CELL_GAP, is_row

_SAME = re.compile("(?:同[上前]|[〃″])")  # starts with signs, so that a search stops at these only
_CELL = re.compile(
    rf"(?:^|(?<=\u3000))(?:\d{{1,5}}\.)?(?P<head>[^：\u3000]{{1,20}})：(?P<same>{_SAME.pattern})(?=\u3000|$)"
)
_TIME = r"(?:完成|办结|整改|落实)?(?:时[限间点]|期限|日期)(?:要求|节点)?"
# 责任单位：同上, 完成时限同上; a bracket or a line that says only 同上 has no label.
_LABEL = re.compile(
    rf"(?:(?P<head>{LABEL_WORDS}|{_TIME})\s*[:：]?\s*(?P<same>{_SAME.pattern})(?=[）)】〕\]；;，,。\n]|\Z)"
    rf"|(?:(?<=[（(【〔\[])|(?<![^\n]))(?P<lone>{_SAME.pattern})(?=[）)】〕\]；;，,。]|\n|\Z))"
)
_LONGEST_HEADING = 40  # characters of a line between two rows that heads those below it
_AROUND = 24  # characters before such words in which their label stands
_TELLS_TIME = re.compile(_TIME)


class Ditto(NamedTuple):
    """A place that says 同上; `above` spans the cell of a row that it stands for.

    :param head: the label or the head of the column it stands under, "" for all that is said above.
    :param above: None outside tables, where it stands for what the item before says.
    """

    start: int
    end: int
    head: str
    above: Span | None

    @property
    def tells_time(self) -> bool:
        """Whether it stands for a time: 完成时限：同上, 责任单位及完成时限：同上, （同上）."""
        return not self.head or _TELLS_TIME.search(self.head) is not None

    @property
    def tells_who(self) -> bool:
        """Whether it stands for units, maybe among other things."""
        return _TELLS_TIME.fullmatch(self.head) is None


def find_dittos(text: str) -> Iterator[Ditto]:
    """Find the cells and labels that say 同上, in reading order.

    In a row it stands for the cell of its column in the row above, or for what that one stands for; below an
    empty cell it means nothing.
    """
    known: dict[int, Span] = {}
    start, end, line, in_row = 0, -1, "", False
    for found in _SAME.finditer(text):
        if found.start() > end:
            start = text.rfind("\n", 0, found.start()) + 1
            end = text.find("\n", found.end())
            end = len(text) if end < 0 else end
            line = text[start:end]
            in_row = CELL_GAP in line and is_row(line)
        if in_row:
            cell = _CELL.search(line, max(line.rfind(CELL_GAP, 0, found.start() - start), 0))
            above = _above(text, start, cell["head"]) if cell is not None else None
            if cell is not None and above is not None and start + cell.start("same") == found.start():
                known[found.start()] = above = known.get(above[0], above)
                yield Ditto(*found.span(), cell["head"], above)
        else:
            for label in _LABEL.finditer(text, max(found.start() - _AROUND, start), found.end() + 1):
                if found.start() in (label.start("same"), label.start("lone")):
                    yield Ditto(*found.span(), label["head"] or "", None)


def _above(text: str, start: int, head: str) -> Span | None:
    """Find the cell with a head in the row above a line; one line may stand between that heads the row."""
    for _ in range(2):
        end = start - 1
        start = text.rfind("\n", 0, max(end, 0)) + 1
        line = text[start : max(end, start)]
        if is_row(line):
            at = re.search(rf"(?:^|(?<=\u3000))(?:\d{{1,5}}\.)?{re.escape(head)}：", line)
            stop = -1 if at is None else line.find(CELL_GAP, at.end())
            return None if at is None else (start + at.end(), start + (len(line) if stop < 0 else stop))
        if len(line) > _LONGEST_HEADING:
            break
    return None
