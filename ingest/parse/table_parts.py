"""Rows of a table that head the rows below them without being merged: 一 / 产业发展 / nothing else."""

import re
from collections.abc import Sequence

from ingest.numbering import Family, read_marker

_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}")


def has_parts(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a number such as 一 stands only in rows that have nothing else but a name.

    Where a row with more cells is numbered so too, all such rows are tasks.
    """
    headed = [_heads(row) for row in rows]
    return any(headed) and not any(
        _is_chinese(row[0]) for row, heads in zip(rows, headed, strict=True) if not heads
    )


def part_heading(row: Sequence[str]) -> str:
    """The heading that such a row is, "" for any other row."""
    if not _heads(row):
        return ""
    return f"{row[0]}、{row[1]}" if _COUNT.fullmatch(row[0]) else row[0] + row[1]


def _heads(row: Sequence[str]) -> bool:
    return len(row) > 2 and bool(row[1]) and not any(row[2:]) and _is_chinese(row[0])


def _is_chinese(number: str) -> bool:
    """Tell whether a cell is nothing but 一, 一、 or （一）."""
    if _COUNT.fullmatch(number):
        return True
    marker = read_marker(number)
    is_outer = marker is not None and marker.family in (Family.CHINESE, Family.CHINESE_PAREN)
    return is_outer and marker is not None and marker.end == len(number)
