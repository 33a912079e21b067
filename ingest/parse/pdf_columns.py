"""Words that stand side by side into the heads of a table's columns, and those below them into columns."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.parse.column_heads import Kind, heads_of, is_amount_head, kind_of_head, may_be_heads
from ingest.parse.pdf_layout import Row

_SAME_LINE = 0.3  # of a letter's height, by which words of a line may stand higher or lower
_HEAD_LINES = 3
_HEAD_CHARS = 12
_MOST_COLUMNS = 12
_MOST_LETTERS = 4  # words a head may be letter-spaced into: 完 成 时 限
_PITCH = 2.2  # letters from one line of a head to the next
_TOUCH = 1.0  # points by which words of two columns may touch
_APART = 0.8  # of a letter's height between two heads
_ROOM = 0.2  # of a letter's height between two known heads
_NEARER = 0.5  # share of the way to the next column, from which words surely belong to one


class Word(NamedTuple):
    """Letters without a wide gap, in points; `row` is the place of the row they come from."""

    left: float
    right: float
    top: float
    bottom: float
    text: str
    row: int

    @property
    def height(self) -> float:
        """Height of its letters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class VisibleLine:
    """The words that stand on one line of a page; none where a ruled table stands."""

    page: int
    words: tuple[Word, ...]

    @property
    def top(self) -> float:
        """Where its highest word starts."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Where its lowest word ends."""
        return max(word.bottom for word in self.words)


@dataclass(slots=True)
class Column:
    """What stands below a head; `left` and `right` reach over all its words so far."""

    head: str
    kind: Kind | None
    left: float
    right: float


def visible_lines(rows: Sequence[Row]) -> list[VisibleLine]:
    """The rows of all pages as lines from top to bottom, each with its words from left to right."""
    pages: dict[int, list[Word]] = {}
    for i, row in enumerate(rows):
        whole = ((row.left, row.top, row.right, row.bottom), "" if row.table else row.text.strip())
        for (left, top, right, bottom), words in row.pieces or (whole,):
            pages.setdefault(row.page, []).append(Word(left, right, top, bottom, words, i))
    return [VisibleLine(page, tuple(line)) for page in sorted(pages) for line in _lines(pages[page])]


def _lines(words: list[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        middle = word.top + word.bottom
        if line and middle - line[0].top - line[0].bottom < 2 * _SAME_LINE * line[0].height:
            line.append(word)
        else:
            if line:
                yield sorted(line)
            line = [word]
    if line:
        yield sorted(line)


class Heads(NamedTuple):
    """The heads of a table's columns, and how many lines they take."""

    columns: list[Column]
    lines: int

    @property
    def names(self) -> list[str]:
        """The heads from left to right."""
        return [column.head for column in self.columns]


def read_heads(lines: Sequence[VisibleLine], at: int) -> Heads | None:
    """Read the heads of a table's columns from a line on, where most of the words there are known as such."""
    words = lines[at].words
    if not all(0 < len(word.text) <= _HEAD_CHARS * 2 for word in words):
        return None
    if len(words) > _MOST_COLUMNS * _MOST_LETTERS or not may_be_heads([word.text for word in words]):
        return None
    found: Heads | None = None
    for depth in range(1, _HEAD_LINES + 1):
        band = lines[at : at + depth]
        if (
            len(band) < depth
            or not _is_band(band)
            or (found is not None and _ends_with_rows(found, band[-1]))
        ):
            break
        columns = _columns([word for line in band for word in _parted(line.words)])
        if _are_heads(columns, median(word.height for word in band[0].words)):
            found = Heads(columns, depth)
    return found


def _parted(words: Sequence[Word]) -> Iterator[Word]:
    """Words on one line of heads; those of two columns with little room between are parted."""
    width = min((word.right - word.left) / len(word.text) for word in words)
    for word in words:
        heads = heads_of(word.text) if kind_of_head(word.text) is None else ()
        room = word.right - word.left - len(word.text) * width
        if not heads or room < _ROOM * width * (len(heads) - 1):
            yield word
            continue
        left, gap = word.left, room / (len(heads) - 1)
        for head in heads:
            yield word._replace(left=left, right=left + len(head) * width, text=head)
            left += len(head) * width + gap


def _ends_with_rows(heads: Heads, below: VisibleLine) -> bool:
    """Tell whether a line below heads, all of them known, is of the rows; brackets are more of a head."""
    whole = all(column.kind is not None for column in heads.columns)
    return whole and not all(word.text.startswith(("（", "(")) for word in below.words)


def _is_band(lines: Sequence[VisibleLine]) -> bool:
    """Tell whether lines are short words close below each other."""
    words = [word for line in lines for word in line.words]
    short = all(0 < len(word.text) <= _HEAD_CHARS * 2 for word in words)
    near = all(
        line.page == above.page and line.top - above.top < _PITCH * above.words[0].height
        for above, line in pairwise(lines)
    )
    return short and near and len(words) <= _MOST_COLUMNS * _MOST_LETTERS


def _columns(words: Sequence[Word]) -> list[Column]:
    """Words that stand below one another as one head; letter-spaced ones are closed."""
    stacks: list[list[Word]] = []
    for word in sorted(words):
        if stacks and word.left < max(other.right for other in stacks[-1]) - _TOUCH:
            stacks[-1].append(word)
        else:
            stacks.append([word])
    names = [
        "".join("".join(word.text for word in sorted(stack, key=lambda word: word.top)).split())
        for stack in stacks
    ]
    columns: list[Column] = []
    at = 0
    while at < len(stacks):
        end = at + 1
        for more in range(min(at + _MOST_LETTERS, len(stacks)), at + 1, -1):
            if not any(map(kind_of_head, names[at:more])) and kind_of_head("".join(names[at:more])):
                end = more
                break
        inside = [word for stack in stacks[at:end] for word in stack]
        name = "".join(names[at:end])
        kind = Kind.AMOUNT if is_amount_head(name) else kind_of_head(name)
        columns.append(Column(name, kind, min(w.left for w in inside), max(w.right for w in inside)))
        at = end
    return columns


def _are_heads(columns: Sequence[Column], height: float) -> bool:
    """Tell whether most heads are known, and one is for numbers, units, times or figures."""
    kinds = [column.kind for column in columns]
    known = len(kinds) - kinds.count(None)
    typed = any(kind not in (None, Kind.OTHER) for kind in kinds)
    named = len({column.head for column in columns}) == len(columns)
    apart = all(
        right.left - left.right > (_APART if None in (left.kind, right.kind) else _ROOM) * height
        for left, right in pairwise(columns)
    )
    short = all(len(column.head) <= _HEAD_CHARS for column in columns)
    enough = known == len(kinds) if len(kinds) == 2 else 3 * known >= 2 * len(kinds)
    return 2 <= len(kinds) <= _MOST_COLUMNS and enough and typed and named and apart and short


@dataclass(slots=True)
class _Span:
    """A stretch of the page that words stand in, and the column whose head is among them."""

    left: float
    right: float
    column: int | None


@dataclass(slots=True)
class Spread:
    """How far the words of each column reach, line by line; words between two heads wait for their column."""

    columns: Sequence[Column]
    _spans: list[_Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._spans = [_Span(column.left, column.right, i) for i, column in enumerate(self.columns)]

    def takes(self, words: Iterable[Word]) -> bool:
        """Take a line in, unless one of its words reaches over two columns."""
        spans = list(self._spans)
        for word in words:
            left, right = word.left + _TOUCH, max(word.right - _TOUCH, word.left + _TOUCH)
            first = bisect_left(spans, left, key=lambda span: span.right)
            last = first
            while last < len(spans) and spans[last].left < right:
                last += 1
            heads = [span.column for span in spans[first:last] if span.column is not None]
            if len(heads) > 1 or len(spans) > 2 * _MOST_COLUMNS:
                return False
            reach = [(word.left, word.right), *((span.left, span.right) for span in spans[first:last])]
            whole = _Span(min(a for a, _ in reach), max(b for _, b in reach), heads[0] if heads else None)
            spans[first:last] = [whole]
        self._spans = spans
        return True

    def settle(self) -> list[tuple[float, float]] | None:
        """Left and right of every column with all its words; None where words stand midway between two."""
        edges = {span.column: (span.left, span.right) for span in self._spans if span.column is not None}
        heads = [edges[i] for i in range(len(self.columns))]
        for span in self._spans:
            if span.column is not None:
                continue
            gaps = sorted(
                (max(left - span.right, span.left - right), i) for i, (left, right) in enumerate(heads)
            )
            if len(gaps) > 1 and gaps[0][0] > _NEARER * gaps[1][0]:
                return None
            near = gaps[0][1]
            edges[near] = min(edges[near][0], span.left), max(edges[near][1], span.right)
        return [edges[i] for i in range(len(self.columns))]
