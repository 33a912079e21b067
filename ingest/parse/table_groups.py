"""The column of a table that names what its rows belong to (类别 | 板块 | 领域) into a line above them."""

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from ingest.numbering import read_marker
from ingest.parse.column_heads import SERIAL, is_office_head

_CATEGORY = (
    r"(?:(?:工作|任务|项目|指标|目标|事项|问题|所属|重点|主要|责任)(?:类别|类型|分类)|类别|类型|大类"
    r"|(?:工作|任务|项目|所属|重点|主要)?(?:板块|领域|模块|方面|专项))(?:名称)?"
)
_TASK = r"(?:重点|主要|工作|目标|总体|年度){0,2}(?:任务|目标|项目|事项|工作)(?:名称|内容)?"
_STEP = re.compile(r"[^：]{0,6}(?:举措|措施|内容|任务|事项|做法|安排)")
_DOER = re.compile(r"责任|牵头|配合|主办|承办|协办|负责|落实|实施|主管|分工|单位|部门|[股科处部]室")
_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}")
_GROUP = re.compile(rf"(?P<serial>\d{{1,5}}\.)?(?:{_CATEGORY}|{_TASK})：(?P<name>[^：\u3000。]{{2,60}})")
_LEAST_COLUMNS = 2  # beside the one that groups the rows


def is_category(head: str) -> bool:
    """Tell whether a column names what its rows belong to."""
    return re.fullmatch(_CATEGORY, head) is not None


class Group(NamedTuple):
    """The heading of the rows of a table that belong together."""

    label: str
    name: str


def read_group(line: str) -> Group | None:
    """Read a line as `grouped` writes it above rows, `类别：一、产业发展`; None for any other line."""
    found = _GROUP.fullmatch(line)
    if found is None:
        return None
    name = found["name"].strip()
    own = None if found["serial"] else read_marker(name)
    if own is None:
        return Group(found["serial"] or "", name)
    return Group(own.label, name[own.end :].strip())


def with_offices(
    heads: Sequence[str], rows: Sequence[Sequence[str]], apart: Sequence[bool]
) -> list[Sequence[str]]:
    """Say in each row whose it is, where an office in the first column stands once for several rows.

    :param apart: whether a row is a heading itself.
    """
    column = 1 if SERIAL.fullmatch(heads[0]) and len(heads) > 1 else 0
    if not is_office_head(heads[column]) or len(heads) - column <= _LEAST_COLUMNS:
        return list(rows)
    whole: list[Sequence[str]] = []
    above = ""
    for row, heads_others in zip(rows, apart, strict=True):
        above = "" if heads_others else row[column] or above
        whole.append(row if heads_others else [*row[:column], above, *row[column + 1 :]])
    return whole


def grouped(
    heads: Sequence[str], rows: Sequence[Sequence[str]], apart: Sequence[bool], merged: Set[int]
) -> list[tuple[str, Sequence[str]]]:
    """Pair every row with the line that heads it and those below it, "" where none does.

    The column that names what rows belong to is empty then in the rows; so are numbers that count its names.
    Where each row has a name of its own, or a name comes back further down, the column stays.

    :param apart: whether a row is a heading itself.
    :param merged: columns in which cells reach over several rows.
    """
    plain: list[tuple[str, Sequence[str]]] = [("", row) for row in rows]
    column = _column(heads, merged)
    if column is None:
        return plain
    runs = _runs(_names(rows, apart, column), apart)
    if not runs or max(map(len, runs)) < 2:
        return plain
    numbers = [_number(rows, run) if column else "" for run in runs]
    counts = bool(column) and None not in numbers
    for run, number in zip(runs, numbers, strict=True):
        name = rows[run[0]][column]
        plain[run[0]] = _line(heads[column], name, number or "" if counts else ""), rows[run[0]]
    first = 0 if counts else column
    inside = {i for run in runs for i in run}
    return [
        (line, ["" if i in inside and first <= x <= column else text for x, text in enumerate(row)])
        for i, (line, row) in enumerate(plain)
    ]


def _column(heads: Sequence[str], merged: Set[int]) -> int | None:
    """Find the column that groups the rows of a table of duties: its first one, numbers aside."""
    column = 1 if SERIAL.fullmatch(heads[0]) else 0
    head, others = heads[column], heads[column + 1 :]
    if len(others) < _LEAST_COLUMNS or not any(map(_DOER.search, others)):
        return None
    steps = column in merged and re.fullmatch(_TASK, head) and any(map(_STEP.fullmatch, others))
    return column if steps or is_category(head) else None


def _names(rows: Sequence[Sequence[str]], apart: Sequence[bool], column: int) -> list[str]:
    """The name each row stands under: its own, or that of the row above where it has none."""
    names: list[str] = []
    for row, heads in zip(rows, apart, strict=True):
        above = names[-1] if names else ""
        names.append("" if heads else row[column] or above)
    return names


def _runs(names: Sequence[str], apart: Sequence[bool]) -> list[list[int]]:
    """Rows in a row under one name; none at all where a row has no name or a name comes back."""
    runs: list[list[int]] = []
    seen: set[str] = set()
    last = ""
    for i, (name, heads) in enumerate(zip(names, apart, strict=True)):
        if heads:
            seen, last = set(), ""
        elif name and name == last:
            runs[-1].append(i)
        elif not name or name in seen:
            return []
        else:
            runs.append([i])
            seen.add(name)
            last = name
    return runs


def _number(rows: Sequence[Sequence[str]], run: Sequence[int]) -> str | None:
    """The one number that all rows of a run have; None where each has its own."""
    numbers = {rows[i][0] for i in run if rows[i][0]}
    return numbers.pop() if len(numbers) == 1 and rows[run[0]][0] else None


def _line(head: str, name: str, number: str) -> str:
    if _COUNT.fullmatch(number):
        return f"{head}：{number}、{name}"
    return f"{number.rstrip('.、．')}.{head}：{name}" if number else f"{head}：{name}"
