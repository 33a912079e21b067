"""Tables of tasks as offices fill them, drawn by hypothesis, into the bytes of files of every format."""

from collections.abc import Callable, Sequence
from html import escape
from io import BytesIO
from typing import NamedTuple

import docx
from hypothesis import strategies as st

from ingest.records import Role
from tests.ingest import phrases
from tests.ingest.office_file import rows, xlsx_parts, zipped
from tests.ingest.plan import Node, Unit
from tests.ingest.plans import TITLES

TITLE = "云溪县教育局2024年重点工作任务分工表"
_OPENING = "各单位要认真落实，按期完成各项任务，及时报送进展情况。"
_HEADS = (
    ("序号", "工作任务", "牵头单位", "责任单位", "完成时限"),
    ("重点任务", "牵头单位", "配合单位", "完成时限"),
    ("序号", "完成时限", "任务内容", "责任单位"),
    ("任务", "责任股室"),
)
_ROLES = {"牵头单位": Role.LEAD, "责任单位": Role.OWNER, "责任股室": Role.OWNER, "配合单位": Role.SUPPORT}
_DEADLINES = ("2024年6月底前", "12月31日前", "长期坚持", "")

Rows = list[list[str]]


class TaskTable(NamedTuple):
    """A table with its row of heads first, and the sections its rows are read as."""

    cells: Rows
    outline: list[Node]


@st.composite
def task_tables(draw: st.DrawFn) -> TaskTable:
    """A table of two to ten tasks, each with its responsible units."""
    heads = draw(st.sampled_from(_HEADS))
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=2, max_size=10, unique=True))
    cells: Rows = [list(heads)]
    outline = []
    for serial, title in enumerate(titles, 1):
        row, units = _row(draw, heads, serial, title)
        cells.append(row)
        outline.append(Node(1, str(serial) if "序号" in heads else "", title, units))
    return TaskTable(cells, outline)


def _row(
    draw: st.DrawFn, heads: Sequence[str], serial: int, title: str
) -> tuple[list[str], tuple[Unit, ...]]:
    names = draw(st.permutations(phrases.UNITS))
    row: list[str] = []
    units: list[Unit] = []
    for column, head in enumerate(heads):
        if head in _ROLES:
            named = names[3 * column : 3 * column + draw(st.integers(1, 3))]
            row.append("、".join(named))
            units += [(name, _ROLES[head]) for name in named]
        else:
            known = {"序号": str(serial), "完成时限": draw(st.sampled_from(_DEADLINES))}
            row.append(known.get(head, title))
    return row, tuple(units)


def md_table(cells: Rows) -> bytes:
    """A pipe table under a heading."""
    heads, *below = (f"| {' | '.join(row)} |" for row in cells)
    rule = "|" + " --- |" * len(cells[0])
    return "\n".join([f"# {TITLE}", "", _OPENING, "", heads, rule, *below]).encode()


def html_table(cells: Rows) -> bytes:
    """A page with a table whose heads are ordinary cells."""
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in cells)
    table = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<html><body><h1>{TITLE}</h1><p>{_OPENING}</p><table>{table}</table></body></html>".encode()


def docx_table(cells: Rows) -> bytes:
    """A Word file with a title, a paragraph and a table."""
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(_OPENING)
    table = document.add_table(len(cells), len(cells[0]))
    for line, row in zip(table.rows, cells, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def xlsx_table(cells: Rows) -> bytes:
    """A workbook of one sheet: the title in the first row, then the table."""
    lines = [(TITLE,), *map(tuple, cells)]
    return zipped(xlsx_parts(("分工表", rows(*(tuple(map(escape, line)) for line in lines)))))


TABLES: dict[str, Callable[[Rows], bytes]] = {
    "md": md_table,
    "html": html_table,
    "docx": docx_table,
    "xlsx": xlsx_table,
}

EXAMPLE: Rows = [
    ["序号", "工作任务", "牵头单位", "责任单位", "完成时限"],
    ["1", "加强意识形态建设", "办公室", "政工人事股、基础教育股", "2024年6月底前"],
    ["2", "推进校园安全防范", "安全稳定股", "各中小学校", "长期坚持"],
]
