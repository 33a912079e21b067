"""What a line without numbering opens, and the looks of such lines that several readers share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ingest.numbering import Marker
from ingest.records import Line
from ingest.titles import DATE

HEADING_CHARS = 42
BODY_CHARS = 40
_SENTENCE_CHARS = 10
_NO_HEADING = re.compile(
    r"[。；！？;!?]|[，,]$|[：:]|^[（(].*[）)]$|^[—–－\-•●·▪]|^各位|^序\s?号|^同志们|https?:|^\d+$|、$|^[^\u4e00-\u9fff]*$"
    r"|^图\s?\d|^图为|^表\s?\d|摄$|^(?:本报|本网)?(?:记者|通讯员)|供稿|(?:单位|部门|[科股处部]室)\s?[|｜丨]|^特此|^此致|^敬礼"
    r"|^(?:[\u4e00-\u9fff]{0,16}(?:省长|市长|县长|区长|主席|局长|总理|主任|书记|代省长))[\s\u3000]*[\u4e00-\u9fff\s\u3000]{2,6}$"
    r"|\d[\d.]*\s?[万亿]?(?:[元人名次个件户所项场家处起篇亩吨米]|公里|平方米|[%％])$"
)


class Mark(Enum):
    """What a line without numbering opens."""

    PART = auto()  # a part of its own, on the outermost level
    CLOSING = auto()  # list of attachments, signature, date, note
    STYLED = auto()  # a heading by its style
    INNER = auto()  # an unnumbered heading inside a numbered section
    STEP = auto()  # one of the steps inside such a heading: 任务一 / 第一阶段
    QUESTION = auto()  # a question of an interview, its answer below it
    BOX = auto()  # a box set into a section
    GROUP = auto()  # what the rows of a duty table below it belong to
    ROW = auto()  # a row of a duty table
    BELOW = auto()  # the text that goes on below such a table


@dataclass(frozen=True, slots=True)
class Landmark:
    """An unnumbered section start at a line.

    :param lines: how many lines its heading takes.
    :param body: where its body starts in its only line, 0 where the heading is the whole line.
    """

    mark: Mark
    label: str = ""
    title: str = ""
    lines: int = 1
    body: int = 0


def covered(found: dict[int, Landmark]) -> set[int]:
    """Indices of the lines that are the heading of a landmark."""
    return {i + k for i, mark in found.items() for k in range(mark.lines)}


def may_head(text: str) -> bool:
    """Tell whether a line is short and free of stops, as an unnumbered heading is."""
    text = text.strip()
    return 2 <= len(text) <= HEADING_CHARS and not _NO_HEADING.search(text) and not DATE.fullmatch(text)


def runs(text: str) -> bool:
    """Tell whether a line is running text."""
    return len(text) >= BODY_CHARS or (len(text) >= _SENTENCE_CHARS and text.endswith("。"))


def is_followed(lines: Sequence[Line], markers: Sequence[Marker | None], i: int) -> bool:
    """Tell whether running text or an item stands right below a line."""
    return i + 1 < len(lines) and (markers[i + 1] is not None or runs(lines[i + 1].text))
