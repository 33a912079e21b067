"""The rows of a PDF into rows and the tables among them that no upright lines rule.

A table starts where the heads of its columns stand side by side and goes on, also over pages, while words
keep to the columns. Where its rows cannot be told apart for certain, its lines stay lines.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.parse.column_heads import Kind, fits
from ingest.parse.pdf_body import Body
from ingest.parse.pdf_body import Line as CellLine
from ingest.parse.pdf_columns import Heads, Spread, VisibleLine, Word, read_heads, visible_lines
from ingest.parse.pdf_extent import Extent, extent_of, outer_lines
from ingest.parse.pdf_grid import Line
from ingest.parse.pdf_labels import labels_of, without_labels
from ingest.parse.pdf_layout import Row
from ingest.parse.pdf_records import rows_of
from ingest.parse.pdf_table import together
from ingest.parse.table import Cell

_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}、?")
_FEWEST = 2  # rows
_FITTING = 0.6  # share of the cells of a column that are what its head says
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
    outer = outer_lines(lines, known)
    tables: dict[int, Row] = {}
    gone: set[int] = set()
    at = 0
    while at < len(lines):
        heads = known[at]
        if heads is None:
            at += 1
            continue
        below = extent_of(lines, at, known, outer, rules)
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


def _table(lines: Sequence[VisibleLine], start: int, heads: Heads, below: Extent) -> _Table | None:
    """Read a table as far down as its rows are certain."""
    for left in range(min(_MOST_LEFT, len(below.lines)) + 1):
        part = below.lines[: len(below.lines) - left]
        after = lines[below.lines[len(part)]] if left else None
        entries = None
        if len(part) >= _FEWEST:
            entries = _entries([lines[i] for i in part], heads, below, after, part)
        if entries is not None and _is_sound(list(entries.values()), heads):
            parts = {i: text for i, text in below.headings.items() if i < part[-1]}
            cells = _cells(heads, entries, parts)
            again = (i for i in below.again if i < part[-1])
            own = range(start, start + heads.lines)
            return _Table(frozenset((*own, *again, *parts, *part)), cells)
    return None


def _entries(
    lines: Sequence[VisibleLine], heads: Heads, below: Extent, after: VisibleLine | None, part: Sequence[int]
) -> dict[int, Entry] | None:
    """The lines of each row by the place of the first of them; None where the rows are not certain.

    :param part: where the lines stand among those of the document.
    """
    spread = Spread(heads.columns)
    edges = spread.settle() if all(spread.takes(line.words) for line in lines) else None
    if edges is None:
        return None
    opening = frozenset(bisect_left(part, i) for i in below.headings if i < part[-1])
    body = Body(lines, heads.columns, edges, opening)
    if not any(set(cells) & body.labels for cells in body.cells):
        rows = rows_of(body, below.levels, after)
        return None if rows is None else {part[row.start]: body.cells[row.start : row.stop] for row in rows}
    core, places = without_labels(body)
    rows = rows_of(core, below.levels, after) if len(places) >= _FEWEST else None
    labels = None if rows is None else labels_of(body, core, places, rows, is_whole=after is None)
    if rows is None or labels is None:
        return None
    return {
        part[places[row.start]]: [*label, *core.cells[row.start : row.stop]]
        for row, label in zip(rows, labels, strict=True)
    }


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
