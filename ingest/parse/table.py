"""A table of cells into lines: one line a row, each cell named by its column head."""

import re
from dataclasses import dataclass

from ingest.records import Line

CELL_GAP = "\u3000"
ROW = re.compile(r"(?:\d{1,3}\.)?[^：\u3000。]{1,20}：[^\u3000]*(?:\u3000[^：\u3000。]{1,20}：[^\u3000]*)+")
_SPACES = re.compile(r"\s+")
_HEAD_CHARS = 16
_SERIAL = re.compile(r"序\s*号|编\s*号|№|No\.?", re.IGNORECASE)
_FIGURE = re.compile(r"\d+(?:\.\d+)?(?!\d*年)")
_INTEGER = re.compile(r"\d{1,3}[.、．]?")


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `rows` and `columns` say how far it is merged."""

    text: str
    head: bool = False
    rows: int = 1
    columns: int = 1


def table_lines(rows: list[list[Cell]]) -> list[Line]:
    """Write a table as lines `任务：…　牵头单位：…`; merged cells are repeated, a serial number comes first.

    A table without a row of column heads gives its cells as they stand, parted by a wide blank.
    """
    grid = _grid(rows)
    if not grid:
        return []
    if len(grid[0]) == 1:
        return [Line(row[0]) for row in grid if row[0]]
    depth = _head_depth(rows, grid)
    if not depth:
        return [Line(CELL_GAP.join(dict.fromkeys(filter(None, row)))) for row in grid if any(row)]
    heads = ["".join(dict.fromkeys(column)) for column in zip(*grid[:depth], strict=True)]
    lines = [_row_line(heads, row) for row in grid[depth:]]
    return [Line(line) for line in lines if line]


def _grid(rows: list[list[Cell]]) -> list[list[str]]:
    """Lay out merged cells so that every row has every column."""
    filled: dict[tuple[int, int], str] = {}
    for y, row in enumerate(rows):
        x = 0
        for cell in row:
            while (y, x) in filled:
                x += 1
            text = _SPACES.sub(" ", cell.text).strip()
            for dy in range(min(cell.rows, len(rows) - y)):
                for dx in range(min(cell.columns, 64)):
                    filled[(y + dy, x + dx)] = text
            x += cell.columns
    width = max((x for _, x in filled), default=-1) + 1
    return [[filled.get((y, x), "") for x in range(width)] for y in range(len(rows))] if width else []


def _head_depth(rows: list[list[Cell]], grid: list[list[str]]) -> int:
    """Count the rows of column heads: marked ones, else the first row when all its cells are short words."""
    marked = 0
    while marked < len(rows) and rows[marked] and all(cell.head for cell in rows[marked]):
        marked += 1
    if marked and marked < len(rows):
        return marked
    first = grid[0]
    filled = [text for text in first if text]
    plain = all(len(text) <= _HEAD_CHARS and not _FIGURE.match(text) and "。" not in text for text in filled)
    if len(grid) < 2 or len(filled) < 2 or len(filled) < len(first) or not plain or len(set(filled)) < 2:
        return 0
    return min(max((cell.rows for cell in rows[0]), default=1), 3) if _spans_only_partly(rows[0]) else 1


def _spans_only_partly(row: list[Cell]) -> bool:
    return any(cell.columns > 1 for cell in row)


def _row_line(heads: list[str], row: list[str]) -> str:
    """Pair each filled cell with its head; a cell under 序号 becomes the numbering of the line."""
    label, pairs = "", []
    for head, text in zip(heads, row, strict=True):
        if _SERIAL.fullmatch(head) and _INTEGER.fullmatch(text):
            label = text.rstrip(".、．") + "."
        elif text and text != head:
            pairs.append(f"{head}：{text}" if head else text)
    return label + CELL_GAP.join(dict.fromkeys(pairs)) if pairs else ""
