"""Lines with places on pages into paragraphs: columns, full lines, indents."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.numbering import Family, Habit, Marker, read_marker
from ingest.parse.table import Cell, table_lines
from ingest.records import Line

_NUMBERED = re.compile(r"[〔\[]\d{4}[〕\]]\s*\d+\s*号$")
_TITLE_SIZE = 1.2  # share of the running text's height from which a centred line is a title
_COLUMN_LINES = 4  # lines either half of a page must hold to be a column
_WORD, _OPENING, _CLOSING = r"(?:[0-9A-Za-z.,%]+|.)", "[“‘（《〔]", "[，。、；：！？）》〕”’％]"
# What goes to the next line as a whole: a word with the marks it may not be parted from.
_UNBROKEN = re.compile(
    rf"{_OPENING}*{_WORD}(?:{_CLOSING}*{_OPENING}+{_WORD}|{_CLOSING}+[0-9A-Za-z]+){{0,2}}{_CLOSING}*"
)
STOPS = ("。", "；", "！", "？")
DUTY = "(?:责任(?!编辑)|牵头|配合|主办|协办|承办|负责|落实|分管|完成时[限间])"
"""What the label of a list of duties starts with: 责任单位：, 牵头股室：."""
_DUTY_LABEL = re.compile(
    rf"\s*{DUTY}(?:单位|部门|[股科处部]室|处[（(]科[）)]室|机构|主体|学校|领导|人)[\u4e00-\u9fff]{{0,4}}\s*[：:]"
)
_ENDS = (*STOPS, "，", "、", "：")
_CUT = tuple("，、“‘（(《〔第和及与或至到按见的在")  # no paragraph ends so
_REFERENCE = re.compile(
    r"\s*(?:[的、，和及至款项条目班]|类(?!别))"
)  # behind a number that is no label: （一）项
_MOST_HEAVY = 0.3  # of the characters; where more are set in a heavy font, it marks no headings
_MANY_LINES = 25  # of which surely some are full
_OVERHANG = 4.0  # letters; a line that is so much wider than the others is the only full one
_PAPER = 570.0  # points from the left, where an upright sheet ends
_TIGHT = 0.6  # of a letter's width by which lines end short of the edge
_INDENT = 2.5  # letters from the left edge, from which on a heading is set in the middle
_APART = 1.5  # lines further apart than so many times the usual are two paragraphs
_SLACK = 10.0  # points by which a column may cross the middle of the page

_Label = tuple[Habit, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One visible line; coordinates in points, y counted from the top of the page.

    :param column: 0 for the whole width, 1 and 2 for the left and right column.
    :param heavy: size in points of its letters when they are set in a heavy font, else 0.
    :param table: the cells of a table that stands here instead of a line.
    :param pieces: the box (left, top, right, bottom) and the words of its parts, where wide gaps part it.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int
    column: int = 0
    heavy: float = 0.0
    table: tuple[tuple[Cell, ...], ...] = ()
    pieces: tuple[tuple[tuple[float, float, float, float], str], ...] = ()

    @property
    def height(self) -> float:
        """Height of the line's letters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class _Frame:
    """The left and right edge of a column, the height of its letters and how far its lines stand apart.

    :param heavy: the sizes of the heavy letters that headings are set in, largest first.
    """

    left: float
    right: float
    size: float
    pitch: float
    heavy: tuple[float, ...]


def in_columns(rows: Sequence[Row], width: float) -> list[Row]:
    """Tell the columns of a page apart when both halves hold lines that do not cross its middle."""
    middle = width / 2
    sides = [1 if row.right <= middle + _SLACK else 2 if row.left >= middle - _SLACK else 0 for row in rows]
    if min(sides.count(1), sides.count(2)) < _COLUMN_LINES:
        return list(rows)
    return [replace(row, column=side) for row, side in zip(rows, sides, strict=True)]


def paragraphs(rows: Sequence[Row]) -> list[Line]:
    """Join the lines of a paragraph: the one above is full and this one neither indented nor a new item."""
    frames = _frames(rows)
    labels = _labels(rows)
    groups: list[list[Row]] = []
    opened = 0  # brackets of the last group that are not closed
    for row in rows:
        if groups and _joins(groups[-1], row, frames, labels, opened):
            groups[-1].append(row)
            opened += open_brackets(row.text)
        else:
            groups.append([row])
            opened = open_brackets(row.text)
    return [line for group in groups for line in _lines(group, frames)]


def _lines(group: Sequence[Row], frames: Mapping[int, _Frame]) -> list[Line]:
    first = group[0]
    if first.table:
        return table_lines([list(cells) for cells in first.table])
    parts = [first.text.strip()]
    for row in group[1:]:
        text = row.text.strip()
        parts += (_gap(parts[-1], text), text)
    return [Line("".join(parts), _style(first, frames[first.column]))]


def _frames(rows: Sequence[Row]) -> dict[int, _Frame]:
    columns: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        columns[row.column].append(row)
    return {
        column: _frame([row for row in part if not row.table] or part) for column, part in columns.items()
    }


def _frame(rows: Sequence[Row]) -> _Frame:
    lefts = sorted(row.left for row in rows)
    rights = sorted(row.right for row in rows)
    steps = [
        row.top - last.top for last, row in pairwise(rows) if row.page == last.page and row.top > last.top
    ]
    size = median(row.height for row in rows)
    frame = _Frame(
        left=median(lefts[: max(1, len(lefts) // 2)]),
        right=_right_edge(rights, size),
        size=size,
        pitch=median(steps) if steps else 0.0,
        heavy=(),
    )
    return replace(frame, heavy=_heavy_sizes(rows, frame))


def _right_edge(rights: Sequence[float], size: float) -> float:
    """The right edge of a column: some lines stand out over it, but not far.

    :param rights: where the lines end, in order.
    """
    usual, widest = rights[max(0, int(len(rights) * 0.9) - 1)], rights[-1]
    few_are_full = len(rights) < _MANY_LINES and usual + _OVERHANG * size < widest <= _PAPER
    return widest if few_are_full else usual


def _heavy_sizes(rows: Sequence[Row], frame: _Frame) -> tuple[float, ...]:
    """Sizes of heavy letters that are few enough to mark headings.

    Letters as large as those of a title mark headings where they stand at the left edge more than once.
    """
    heavy = [row for row in rows if row.heavy and row.height < _TITLE_SIZE * frame.size]
    large = [row for row in rows if row.heavy and row.height >= _TITLE_SIZE * frame.size]
    again = Counter(row.heavy for row in large if not _is_centred(row, frame))
    heavy += [row for row in large if again[row.heavy] > 1 and not _is_centred(row, frame)]
    if sum(len(row.text) for row in heavy) > _MOST_HEAVY * sum(len(row.text) for row in rows):
        return ()
    return tuple(sorted({row.heavy for row in heavy}, reverse=True))


def _is_centred(row: Row, frame: _Frame) -> bool:
    return abs((row.left - frame.left) - (frame.right - row.right)) < 3 * row.height


def _style(row: Row, frame: _Frame) -> int:
    """1 for a centred line in larger letters that is no document number, from 2 for one in a heavy font."""
    text = row.text.strip()
    if _is_centred(row, frame) and row.height >= _TITLE_SIZE * frame.size and not _NUMBERED.search(text):
        return 1
    if row.heavy in frame.heavy and not text.endswith(_ENDS) and read_marker(text) is None:
        return 2 + frame.heavy.index(row.heavy)
    return 0


def _joins(
    group: Sequence[Row], row: Row, frames: Mapping[int, _Frame], labels: Set[_Label], opened: int
) -> bool:
    last = group[-1]
    if row.table or last.table or bool(last.column) != bool(row.column):
        return False
    frame, above = frames[row.column], frames[last.column]
    style = _style(row, frame)
    if style != _style(last, above):
        return False
    if style > 1 and (row.top - last.top > _APART * frame.pitch or not _goes_on(last, row, above)):
        return False
    if style:
        return row.page == last.page and row.top - last.bottom < 1.5 * row.height
    if row.page == last.page and row.top - last.top > _APART * frame.pitch > 0:
        return False
    if opened <= 0 and _opens(group, row, labels):
        return False
    is_item = read_marker(row.text) is not None
    if is_item and (row.left > frame.left + 0.5 * frame.size or last.text.endswith(STOPS)):
        return False
    is_at_edge = row.left <= frame.left + 1.2 * frame.size or _hangs(group[0], row)
    return is_at_edge and _is_full(last, row, above)


def _hangs(first: Row, row: Row) -> bool:
    """Tell whether a line stands below the words of an item, whose label stands out to the left of them."""
    if len(first.pieces) < 2 or first.column != row.column:
        return False
    (_, label), (box, _) = first.pieces[:2]
    marker = read_marker(label)
    return marker is not None and marker.end == len(label) and abs(row.left - box[0]) < 0.5 * row.height


def _goes_on(last: Row, row: Row, frame: _Frame) -> bool:
    """Tell whether a heading goes on in the next line: it had no room left, or both are centred."""
    middle = abs(last.left + last.right - row.left - row.right) / 2
    centred = middle < frame.size and min(last.left, row.left) > frame.left + _INDENT * frame.size
    return centred or _is_full(last, row, frame)


def _opens(group: Sequence[Row], row: Row, labels: Set[_Label]) -> bool:
    """Tell whether a line starts an item or a list of duties, however long the one above it is."""
    if group[-1].text.endswith(_CUT):
        return False
    if group[-1].text[-1:].isdecimal() and row.text[:1].isdecimal():  # 34、3|5、36号楼
        return False
    marker = read_marker(row.text)
    if marker is None:
        return _DUTY_LABEL.match(row.text) is not None
    if _REFERENCE.match(row.text, marker.end):
        return False
    if is_bare(marker):  # 1 修路 / 2 改厕, but not 共有 / 2 所学校
        above = read_marker(group[0].text)
        return above is not None and above.habit == marker.habit and above.value + 1 == marker.value
    return marker.value == 1 or (marker.habit, marker.value - 1) in labels


def _labels(rows: Sequence[Row]) -> set[_Label]:
    """The numbers that lines start with."""
    markers = (read_marker(row.text) for row in rows)
    return {(marker.habit, marker.value) for marker in markers if marker is not None}


def is_bare(marker: Marker) -> bool:
    """Tell whether a label is nothing but a number, as `1` in `1 总体要求`."""
    return marker.family in (Family.CHINESE, Family.ARABIC) and not marker.habit[1]


def open_brackets(text: str) -> int:
    """How many brackets of a text open more than close; below zero if more of them close."""
    return sum((char in "（(") - (char in "）)") for char in text)


def _is_full(last: Row, row: Row, frame: _Frame) -> bool:
    """Tell whether what the next line starts with had no room left on this one."""
    return last.right + (first_width(row.text) + _TIGHT) * frame.size > frame.right


def first_width(text: str) -> float:
    """How many letters wide is what a line starts with and is never broken."""
    found = _UNBROKEN.match(text)
    return sum(0.5 if char.isascii() else 1.0 for char in found[0]) if found else 1.0


def _gap(above: str, text: str) -> str:
    ends = above[-1:] + text[:1]
    return " " if len(ends) == 2 and ends.isascii() and ends.isalnum() and not ends.isdecimal() else ""
