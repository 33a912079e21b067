"""Comma- or tab-separated values into lines: one table, read as a sheet of a workbook is."""

import csv
from io import StringIO
from itertools import zip_longest
from typing import Literal

from ingest.errors import UnreadableText
from ingest.parse.parsed import Parsed
from ingest.parse.table import Cell, titled_lines

_MOST_CELLS = 500_000
_LONGEST_CELL = 1_000_000
_DELIMITERS = ",\t;"
_SAMPLE_LINES = 20


def read_csv(text: str, name: str) -> Parsed:
    """Read quoted commas and line breaks as part of their cells; empty rows and columns are left out.

    :raises UnreadableText: no table, or one with more cells than a document can have.
    """
    quotes: Literal[0, 3] = csv.QUOTE_NONE if text.count('"') % 2 else csv.QUOTE_MINIMAL
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        reader = csv.reader(
            StringIO(text, newline=""), delimiter=_delimiter(text), quoting=quotes, skipinitialspace=True
        )
        rows = [[cell.strip() for cell in row] for row in reader]
    except csv.Error as error:
        raise UnreadableText(
            f"CSV 表格读不出来：{name}。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入"
        ) from error
    finally:
        csv.field_size_limit(before)
    return Parsed(titled_lines(_table([row for row in rows if any(row)], name), 1))


def _delimiter(text: str) -> str:
    """The sign that parts the cells of most of the first lines."""
    sample = text.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES]
    return max(_DELIMITERS, key=lambda sign: sum(sign in line for line in sample))


def _table(rows: list[list[str]], name: str) -> list[list[Cell]]:
    """Rows of one width; a row with nothing but its first cell reaches over all columns."""
    width = max(map(len, rows), default=0)
    if width * len(rows) > _MOST_CELLS:
        raise UnreadableText(
            f"表格太大（{len(rows)} 行 × {width} 列）：{name}。请拆成几个文件，或只保留需要的部分"
        )
    used = [x for x, column in enumerate(zip_longest(*rows, fillvalue="")) if any(column)]
    cells = [[row[x] if x < len(row) else "" for x in used] for row in rows]
    return [
        [Cell(row[0], columns=len(row))] if row[0] and not any(row[1:]) else [Cell(text) for text in row]
        for row in cells
    ]
