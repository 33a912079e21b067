"""A table of cells into lines: one line a row, each cell named by its column head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from ingest.numbering import Family, read_marker
from ingest.parse.column_heads import SERIAL
from ingest.parse.first_row import is_data
from ingest.parse.form import form_rows
from ingest.parse.table_groups import grouped, with_offices
from ingest.parse.table_parts import has_parts, part_heading
from ingest.records import Line
from ingest.titles import is_title

CELL_GAP = "\u3000"
# 责任领导：李某　责任股室：农业股 is what closes a task, not a row: no cell says what is done.
_CLOSING_LABEL = (
    r"(?:(?:责任|牵头|配合|主办|协办|承办|参与|实施|落实|主管|分管|包保|联系|督办|具体|直接|主要){1,2}"
    r"(?:单位|部门|股室|科室|处室|部室|站所|机构|主体|领导|负责人|责任人|人员?)?(?:[及和、/][\u4e00-\u9fff]{2,5})?"
    r"|(?:完成|办结|整改|落实|推进)(?:时限|时间|期限|时点|节点))"
)
_ROW = re.compile(
    rf"(?![（(【\[]?{_CLOSING_LABEL}：[^\u3000：]*(?:\u3000{_CLOSING_LABEL}：[^\u3000：]*)+\Z)"
    r"(?:\d{1,5}\.)?[^：\u3000。]{1,20}：[^\u3000]*(?:\u3000[^：\u3000。]{1,20}：[^\u3000]*)+"
)
_SPACES = re.compile(r"\s+")
_GAP = re.compile(r"(?<=[\u4e00-\u9fff（）、]) (?=[\u4e00-\u9fff（）、])")
_HEAD_CHARS = 16
_MARKED_HEAD_CHARS = 60
_HEAD_ROWS = 3
_LINES_ABOVE = 4
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?!\d*年)")
_INTEGER = re.compile(r"\d{1,5}[.、．]?")
_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}")
_WIDEST_SPAN = 64
_MOST_CELLS = 1_000_000
_MOST_EXPANDED, _MOST_TIMES = 200_000, 4  # cells of a grid, or times the cells that the table writes
_MOST_REPEATED = 10_000_000  # characters of merged cells, counted wherever they are repeated


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `rows` and `columns` say how far it is merged."""

    text: str
    head: bool = False
    rows: int = 1
    columns: int = 1


def is_row(line: str) -> bool:
    """Tell whether a line is a row as `table_lines` writes it: cells with the names of their columns."""
    return CELL_GAP in line and _ROW.fullmatch(line) is not None


def table_lines(rows: list[list[Cell]]) -> list[Line]:
    """Write a table as lines `任务：…　牵头单位：…`; merged cells are repeated, a serial number comes first.

    A row that holds one text over all its columns is a line of its own: the title of the table, or the
    heading of the rows below it. What several rows of a table of duties belong to stands in a line above
    them, `类别：产业发展`. A table without a row of column heads gives its cells as they stand, parted by a
    wide blank.
    """
    if _is_blown_up(rows):
        rows = [[replace(cell, rows=1, columns=1) for cell in row] for row in rows]
    if _is_blown_up(rows) or _area(rows) > _MOST_CELLS:
        return _as_they_stand([[cell.text.strip() for cell in row] for row in rows])
    grid, below = _grid(rows)
    if not grid:
        return []
    if len(grid[0]) == 1:
        return [Line(row[0]) for row in grid if row[0]]
    if forms := form_rows([[_words(cell) for cell in row] for row in rows]):
        return [Line(_row_line([head for head, _ in task], [text for _, text in task])) for task in forms]
    top = _top(rows, grid)
    above = _as_they_stand(grid[:top])
    rows, grid = rows[top:], grid[top:]
    depth = _head_depth(rows, grid)
    if not depth:
        return [*above, *_as_they_stand(grid)]
    merged = {x for y, x in below if y > top + depth}
    return [*above, *map(Line, _written(rows, grid, depth, merged))]


def _written(rows: list[list[Cell]], grid: list[list[str]], depth: int, merged: set[int]) -> Iterator[str]:
    """Write the rows below those of the column heads, and what heads them."""
    heads = [_head(column) for column in zip(*grid[:depth], strict=True)]
    parted = has_parts(grid[depth:])
    body = [pair for pair in zip(rows[depth:], grid[depth:], strict=True) if pair[1] not in grid[:depth]]
    apart = [_spanning(cells, row) or (part_heading(row) if parted else "") for cells, row in body]
    rows_below = with_offices(heads, [row for _, row in body], list(map(bool, apart)))
    pairs = grouped(heads, rows_below, list(map(bool, apart)), merged)
    for heading, (group, row) in zip(apart, pairs, strict=True):
        yield from filter(None, (group, heading or _row_line(heads, row)))


def titled_lines(rows: list[list[Cell]], style: int) -> list[Line]:
    """Write a table that stands alone; a title in its first row gets a style."""
    lines = table_lines(rows)
    wide = any(len(row) > 1 for row in rows)
    if lines and wide and sum(bool(cell.text) for cell in rows[0]) == 1 and is_title(lines[0].text):
        lines[0] = Line(lines[0].text, style)
    return lines


def _is_blown_up(rows: list[list[Cell]]) -> bool:
    """Tell whether laying out a table would write many times what it says, as no real table does.

    Its merged cells are then taken as not merged; where its rows still differ too much, they stay as written.
    """
    repeated = sum((1 + len(cell.text)) * cell.rows * cell.columns for row in rows for cell in row)
    written = sum(map(len, rows))
    return repeated > _MOST_REPEATED or _area(rows) > max(_MOST_EXPANDED, _MOST_TIMES * written)


def _area(rows: list[list[Cell]]) -> int:
    """Count the cells of the grid of a table: its rows times the widest one, with what reaches down to it."""
    changes = [0] * (len(rows) + 1)
    for y, row in enumerate(rows):
        for cell in row:
            changes[y] += cell.columns
            changes[min(y + cell.rows, len(rows))] -= cell.columns
    return max(accumulate(changes)) * len(rows)


def _grid(rows: list[list[Cell]]) -> tuple[list[list[str]], set[tuple[int, int]]]:
    """Lay out merged cells so that every row has every column; also the places covered from a row above."""
    filled: dict[tuple[int, int], str] = {}
    below: set[tuple[int, int]] = set()
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in filled:
                x += 1
            text = _words(cell)
            for dy in range(min(cell.rows, len(rows) - y)):
                for dx in range(min(cell.columns, _WIDEST_SPAN)):
                    filled[(y + dy, x + dx)] = text
                    if dy:
                        below.add((y + dy, x + dx))
            x += cell.columns
    width = max((x for _, x in filled), default=-1) + 1
    grid = [[filled.get((y, x), "") for x in range(width)] for y in range(len(rows))] if width else []
    return grid, below


def _as_they_stand(grid: list[list[str]]) -> list[Line]:
    return [Line(CELL_GAP.join(dict.fromkeys(filter(None, row)))) for row in grid if any(row)]


def _top(rows: list[list[Cell]], grid: list[list[str]]) -> int:
    """Count the rows above the table proper: its title, and lines such as 填报单位：… beside a date."""
    top = next((y for y, row in enumerate(grid) if len(set(filter(None, row))) > 1), len(grid))
    full = next((y for y in range(top, min(top + _LINES_ABOVE, len(grid))) if all(grid[y])), top)
    return full if full > top and _head_depth(rows[full:], grid[full:]) else top


def _head_depth(rows: list[list[Cell]], grid: list[list[str]]) -> int:
    """Count the rows of column heads: marked ones, else the first row when all its cells are short words.

    Only the corner may be empty.
    """
    if len(grid) < 2:
        return 0
    marked = 0
    while marked < len(rows) and rows[marked] and all(cell.head for cell in rows[marked]):
        marked += 1
    if marked and marked < len(rows):
        longest = max(len(text) for row in grid[:marked] for text in row)
        return marked if longest <= _MARKED_HEAD_CHARS else 0
    first = grid[0]
    if is_data(first, grid[1:]):
        return 0
    filled = [text for text in first if text]
    plain = all(len(text) <= _HEAD_CHARS and not _FIGURE.match(text) and "。" not in text for text in filled)
    if len(filled) < 2 or not all(first[1:]) or not plain or len(set(filled)) < 2:
        return 0
    grouped = any(cell.columns > 1 for cell in rows[0])
    depth = min(max(cell.rows for cell in rows[0]), _HEAD_ROWS) if grouped else 1
    return depth if depth < len(grid) else 0


def _words(cell: Cell) -> str:
    return _SPACES.sub(" ", cell.text).strip()


def _spanning(cells: list[Cell], row: list[str]) -> str:
    """The text of a row that heads those below it: one cell over all columns, or over all but its number."""
    filled = [cell for cell in cells if cell.text.strip()]
    if not 1 <= len(filled) <= 2 or len(set(filter(None, row))) != len(filled):
        return ""
    first, text = _words(filled[0]), _words(filled[-1])
    marker = read_marker(first)
    if len(filled) == 1:
        is_heading = marker is not None and marker.family <= Family.CHINESE_PAREN
        return text if filled[0].columns >= len(row) or is_heading else ""
    if filled[-1].columns < len(row) - 1 or len(row) < 3:
        return ""
    if _COUNT.fullmatch(first):
        return f"{first}、{text}"
    return first + text if marker is not None and marker.end == len(first) else ""


def _head(cells: Sequence[str]) -> str:
    """The head of a column from its rows; blanks inside Chinese words (牵 头 单 位) are closed."""
    return " ".join(dict.fromkeys(_GAP.sub("", text) for text in cells if text))


def _row_line(heads: Sequence[str], row: Sequence[str]) -> str:
    """Pair each filled cell with its head; a cell under 序号 becomes the numbering of the line."""
    label, pairs = "", []
    for head, text in zip(heads, row, strict=True):
        if SERIAL.fullmatch(head) and _INTEGER.fullmatch(text):
            label = text.rstrip(".、．") + "."
        elif text and _GAP.sub("", text) != head:
            pairs.append(f"{head}：{text}" if head else text)
    return label + CELL_GAP.join(dict.fromkeys(pairs)) if pairs else ""
