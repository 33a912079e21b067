"""The rows of a PDF into rows and the tables among them that no upright lines rule.

A table starts where the heads of its columns stand side by side and goes on, also over pages, while words
keep to the columns. Where its rows cannot be told apart for certain, its lines stay lines.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from ingest.parse.column_heads import Kind, fits
from ingest.parse.pdf_body import Body
from ingest.parse.pdf_body import Line as CellLine
from ingest.parse.pdf_columns import Heads, Spread, VisibleLine, Word, read_heads, visible_lines
from ingest.parse.pdf_grid import Line
from ingest.parse.pdf_layout import Row
from ingest.parse.pdf_records import rows_of
from ingest.parse.pdf_row_headings import heading_of, starts_row
from ingest.parse.pdf_table import together
from ingest.parse.table import Cell

_PAGE_NUMBER = re.compile(r"[-—–－·\s]*第?\s*\d{1,4}(?:\s*页)?(?:[\s,，/／]*共?\s*\d+\s*页?)?[-—–－·\s]*")
_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}、?")
_DIGITS = re.compile(r"\d+")
_OUTER = 2  # lines at the top and the bottom of a page that may be the same on every page
_FURTHER = 1.6  # times the widest step so far, from which a line is too far below to belong to the table
_STEPS = 3.0  # letters by which the next line of a table may always stand lower
_FIRST_STEP = 6.0  # letters from the heads to the first line
_RULED = 0.6  # share of the width of a table that a level line crosses to be one of its rules
_FEWEST = 2  # rows
_FITTING = 0.6  # share of the cells of a column that are what its head says
_MOST_BELOW = 16  # lines below the heading of rows that are looked at
_BLANK = 0.6  # of a letter's height, from which a gap between words is a blank
_MOST_LEFT = 6  # lines at the end that keep to the columns by chance

Entry = Sequence[CellLine]
"""The lines of a row."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table that was read: the lines it takes, and its cells."""

    taken: frozenset[int]
    cells: tuple[tuple[Cell, ...], ...]


def with_open_tables(rows: Sequence[Row], rules: Mapping[int, Sequence[Line]]) -> list[Row]:
    """Put tables without upright lines in the place of the rows that they are written in.

    :param rows: of all pages, in order.
    :param rules: the straight lines of each page.
    """
    lines = visible_lines(rows)
    known = [read_heads(lines, at) for at in range(len(lines))]
    outer = _outer(lines, known)
    tables: dict[int, Row] = {}
    gone: set[int] = set()
    at = 0
    while at < len(lines):
        heads = known[at]
        if heads is None:
            at += 1
            continue
        below = _below(lines, at, known, outer, rules)
        table = _table(lines, at, heads, below)
        words = [] if table is None else [word for i in table.taken for word in lines[i].words]
        places = {word.row for word in words}
        if table is not None and len(words) == sum(len(rows[i].pieces) or 1 for i in places):
            tables[min(places)] = _placed(table, words, rows)
            gone |= places
        at = below.end if table is None else max(table.taken) + 1
    return [tables.get(i, row) for i, row in enumerate(rows) if i in tables or i not in gone]


def _placed(table: _Table, words: Sequence[Word], rows: Sequence[Row]) -> Row:
    """A table in the place of its words on its first page."""
    page = min(rows[word.row].page for word in words)
    first = [word for word in words if rows[word.row].page == page]
    left, right = min(word.left for word in first), max(word.right for word in first)
    top, bottom = min(word.top for word in first), max(word.bottom for word in first)
    return Row("", left, right, top, bottom, page, table=table.cells)


def _outer(lines: Sequence[VisibleLine], known: Sequence[Heads | None]) -> set[int]:
    """The lines at the edges of pages that are page numbers, or the same at one height on several pages."""
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        pages.setdefault(line.page, []).append(i)
    edges = {i for same in pages.values() for i in (*same[:_OUTER], *same[-_OUTER:])}
    shapes: dict[tuple[str, int], set[int]] = {}
    for i in edges:
        for height in (-1, 0, 1):
            shapes.setdefault((_shape(lines[i]), round(lines[i].top / 4) + height), set()).add(lines[i].page)
    ends = {i for same in pages.values() for i in (same[0], same[-1])}
    numbers = {i for i in ends if _PAGE_NUMBER.fullmatch(_shape(lines[i], ""))}
    repeated = {i for i in edges if len(shapes[_shape(lines[i]), round(lines[i].top / 4)]) > 1}
    return numbers | {i for i in repeated if known[i] is None and len(lines[i].words) < _OUTER}


def _shape(line: VisibleLine, number: str = "#") -> str:
    words = " ".join(word.text for word in line.words)
    return _DIGITS.sub(number, words) if number else words


@dataclass(frozen=True, slots=True)
class _Below:
    """The lines below the heads of a table that keep to its columns.

    :param again: the lines in which the heads are repeated.
    :param headings: the lines that head the rows below them.
    :param end: the place of the first line that does not belong to it.
    :param levels: the heights of the table's rules on each page.
    """

    lines: list[int]
    again: list[int]
    headings: dict[int, str]
    end: int
    levels: Mapping[int, Sequence[float]]


def _below(
    lines: Sequence[VisibleLine],
    start: int,
    known: Sequence[Heads | None],
    outer: Set[int],
    rules: Mapping[int, Sequence[Line]],
) -> _Below:
    """Follow a table from its heads down its page and over the next ones.

    :param known: the heads that start at each line.
    """
    heads = known[start]
    assert heads is not None
    start += heads.lines
    spread = Spread(heads.columns)
    found = _Below([], [], {}, start, {})
    levels: dict[int, list[float]] = {}
    last, step, at = start - 1, 0.0, start
    while at < len(lines):
        line = lines[at]
        if at in outer:
            at += 1
            continue
        if line.page not in levels:
            levels[line.page] = _levels(heads, rules.get(line.page, ()))
        again = known[at]
        same_page = line.page == lines[last].page
        if again is not None and again.names == heads.names and not same_page:
            found.again.extend(range(at, at + again.lines))
            at += again.lines
            last = at - 1
            continue
        down = line.top - lines[last].top if same_page else 0.0
        is_first = not found.lines or last in found.again[-1:]
        if again is not None or _is_apart(line, down, step, levels[line.page], is_first=is_first):
            break
        if line.page > lines[last].page + 1:
            break
        heading = _heading(lines, at, known, outer, heads)
        if heading:
            found.headings[at] = heading
            last, at = at, at + 1
            continue
        if not spread.takes(line.words):
            break
        step = max(step, down if found.lines else 0.0)
        found.lines.append(at)
        last, at = at, at + 1
    return replace(found, end=at, levels=levels)


def _heading(
    lines: Sequence[VisibleLine], at: int, known: Sequence[Heads | None], outer: Set[int], heads: Heads
) -> str:
    """The heading that a line is to the row below it, "" where none is."""
    heading = heading_of(lines[at], heads.columns)
    if not heading:
        return ""
    below = [i for i in range(at + 1, min(at + _MOST_BELOW, len(lines))) if i not in outer]
    if not below or known[below[0]] is not None:
        return ""
    return heading if starts_row((lines[i] for i in below), heads.columns) else ""


def _is_apart(
    line: VisibleLine, down: float, step: float, levels: Sequence[float], *, is_first: bool
) -> bool:
    """Tell whether a line stands too far below a table or below its last rule, or is a table itself."""
    if not all(word.text for word in line.words) or (len(levels) > 1 and line.top > levels[-1]):
        return True
    return down > max(_FURTHER * step, (_FIRST_STEP if is_first else _STEPS) * line.words[0].height)


def _levels(heads: Heads, lines: Sequence[Line]) -> list[float]:
    """The heights of the level lines that reach over most of a table's columns."""
    left, right = heads.columns[0].left, heads.columns[-1].right
    return sorted(
        line[1] for line in lines if min(line[2], right) - max(line[0], left) > _RULED * (right - left)
    )


def _table(lines: Sequence[VisibleLine], start: int, heads: Heads, below: _Below) -> _Table | None:
    """Read a table as far down as its rows are certain."""
    for left in range(min(_MOST_LEFT, len(below.lines)) + 1):
        part = below.lines[: len(below.lines) - left]
        after = lines[below.lines[len(part)]] if left else None
        entries = None
        if len(part) >= _FEWEST:
            entries = _entries([lines[i] for i in part], heads, below, after, part)
        if entries is not None and _is_sound(list(entries.values()), heads):
            parts = {i: text for i, text in below.headings.items() if i < part[-1]}
            cells = _cells(heads, {part[at]: entry for at, entry in entries.items()}, parts)
            again = (i for i in below.again if i < part[-1])
            own = range(start, start + heads.lines)
            return _Table(frozenset((*own, *again, *parts, *part)), cells)
    return None


def _entries(
    lines: Sequence[VisibleLine], heads: Heads, below: _Below, after: VisibleLine | None, part: Sequence[int]
) -> dict[int, Entry] | None:
    """The lines of each row by the first of them; None where the rows are not certain.

    :param part: where the lines stand among those of the document.
    """
    spread = Spread(heads.columns)
    edges = spread.settle() if all(spread.takes(line.words) for line in lines) else None
    if edges is None:
        return None
    opening = frozenset(bisect_left(part, i) for i in below.headings if i < part[-1])
    body = Body(lines, heads.columns, edges, opening)
    rows = rows_of(body, below.levels, after)
    return None if rows is None else {row.start: body.cells[row.start : row.stop] for row in rows}


def _cells(
    heads: Heads, entries: Mapping[int, Entry], headings: Mapping[int, str]
) -> tuple[tuple[Cell, ...], ...]:
    """The cells of a table, row by row, with the headings of rows between them."""
    width = len(heads.columns)
    rows = {i: tuple(Cell(_text_of(entry, k)) for k in range(width)) for i, entry in entries.items()}
    rows |= {i: (Cell(text, columns=width),) for i, text in headings.items()}
    first = tuple(Cell(column.head, head=True) for column in heads.columns)
    return (first, *(rows[i] for i in sorted(rows)))


def _is_sound(entries: Sequence[Entry], heads: Heads) -> bool:
    """Tell whether there are rows, and whether their cells are what the heads of the columns say.

    A column may be empty, but not all that are for numbers, units, times or figures.
    """
    told = 0
    for k, column in enumerate(heads.columns):
        cells = [text for entry in entries if (text := _text_of(entry, k))]
        fitting = sum(fits(column.kind, cell) or _COUNT.fullmatch(cell) is not None for cell in cells)
        if column.kind not in (None, Kind.OTHER):
            told += bool(cells)
            if fitting < _FITTING * len(cells):
                return False
    return len(entries) >= _FEWEST and told > 0


def _text_of(entry: Entry, column: int) -> str:
    """The words of a cell, its lines put together, also in the midst of a number."""
    text = ""
    for line in entry:
        words = _words_of(line.get(column, ()))
        is_cut = (text[-1:] + words[:1]).isdecimal()
        text = text + words if is_cut else together(text, words)
    return text


def _words_of(words: Sequence[Word]) -> str:
    """Words side by side as they are read: only a wide gap beside Chinese is a blank."""
    text = ""
    for at, word in enumerate(words):
        is_near = at > 0 and word.left - words[at - 1].right < _BLANK * word.height
        text = together(text, word.text) if is_near or not text else f"{text} {word.text}"
    return text
