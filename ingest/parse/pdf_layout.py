"""Lines with places on pages into paragraphs: columns, running heads, full lines, indents."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from ingest.numbering import read_marker
from ingest.records import Line

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?(?:\s*页)?(?:\s*[,，/]?\s*共\s*\d+\s*页)?[-—–－·\s]*"
)
_NUMBERED = re.compile(r"[〔\[]\d{4}[〕\]]\s*\d+\s*号$")
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.12  # share of the page's height in which running heads stand
_TITLE_SIZE = 1.2  # share of the running text's height from which a centred line is a title
_COLUMN_LINES = 4  # lines either half of a page must hold to be a column
_SLACK = 10.0  # points by which a column may cross the middle of the page


@dataclass(frozen=True, slots=True)
class Row:
    """One visible line; coordinates in points, y counted from the top of the page.

    :param column: 0 for the whole width, 1 and 2 for the left and right column.
    :param whole: a line that is complete by itself, such as a table row.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    page: int
    column: int = 0
    whole: bool = False

    @property
    def height(self) -> float:
        """Height of the line's letters."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class _Frame:
    """The left and right edge of a column and the height of its letters."""

    left: float
    right: float
    size: float


def in_columns(rows: Sequence[Row], width: float) -> list[Row]:
    """Tell the columns of a page apart when both halves hold lines that do not cross its middle."""
    middle = width / 2
    sides = [1 if row.right <= middle + _SLACK else 2 if row.left >= middle - _SLACK else 0 for row in rows]
    if min(sides.count(1), sides.count(2)) < _COLUMN_LINES:
        return list(rows)
    return [replace(row, column=side) for row, side in zip(rows, sides, strict=True)]


def without_running_heads(rows: Sequence[Row]) -> tuple[list[Row], list[str]]:
    """Drop page numbers and what stands in the margin of at least half of the pages; give the latter, too."""
    pages = {row.page for row in rows}
    highest = max(row.bottom for row in rows)
    lowest = min(row.top for row in rows)
    margin = _MARGIN * (highest - lowest)
    outer = {i for i, row in enumerate(rows) if row.top < lowest + margin or row.bottom > highest - margin}
    shapes = {i: _DIGITS.sub("#", rows[i].text) for i in outer}
    seen = Counter(shape for shape, _ in {(shapes[i], rows[i].page) for i in outer})
    running = {i for i in outer if len(pages) > 2 and seen[shapes[i]] >= max(3, len(pages) / 2)}
    numbers = {i for i in outer if _PAGE_NUMBER.fullmatch(rows[i].text)}
    heads = list(dict.fromkeys(rows[i].text for i in sorted(running - numbers)))
    return [row for i, row in enumerate(rows) if i not in running | numbers], heads


def paragraphs(rows: Sequence[Row]) -> list[Line]:
    """Join the lines of a paragraph: the one above is full and this one neither indented nor a new item."""
    frames = _frames(rows)
    lines: list[Line] = []
    last: Row | None = None
    for row in rows:
        text = row.text.strip()
        style = _title_style(row, frames[row.column])
        if last is not None and style == lines[-1].style and _joins(last, row, style, frames):
            lines[-1] = Line(lines[-1].text + _gap(lines[-1].text, text) + text, style)
        else:
            lines.append(Line(text, style))
        last = row
    return lines


def _frames(rows: Sequence[Row]) -> dict[int, _Frame]:
    columns: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        columns[row.column].append(row)
    return {
        column: _frame([row for row in part if not row.whole] or part) for column, part in columns.items()
    }


def _frame(rows: Sequence[Row]) -> _Frame:
    lefts = sorted(row.left for row in rows)
    rights = sorted(row.right for row in rows)
    return _Frame(
        left=median(lefts[: max(1, len(lefts) // 2)]),
        right=rights[max(0, int(len(rights) * 0.9) - 1)],
        size=median(row.height for row in rows),
    )


def _title_style(row: Row, frame: _Frame) -> int:
    """1 for a centred line in larger letters that is no document number."""
    if row.whole or row.height < _TITLE_SIZE * frame.size or _NUMBERED.search(row.text.strip()):
        return 0
    centred = abs((row.left - frame.left) - (frame.right - row.right)) < 3 * row.height
    return 1 if centred else 0


def _joins(last: Row, row: Row, style: int, frames: Mapping[int, _Frame]) -> bool:
    if row.whole or last.whole or bool(last.column) != bool(row.column):
        return False
    if style:
        return row.page == last.page and row.top - last.bottom < 1.5 * row.height
    frame, above = frames[row.column], frames[last.column]
    if read_marker(row.text) is not None and row.left > frame.left + 0.5 * frame.size:
        return False
    return last.right > above.right - 1.6 * above.size and row.left <= frame.left + 1.2 * frame.size


def _gap(above: str, text: str) -> str:
    ends = above[-1:] + text[:1]
    return " " if len(ends) == 2 and ends.isascii() and ends.isalnum() else ""
