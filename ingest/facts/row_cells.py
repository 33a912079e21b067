"""Table rows whose column head names no role (部门, 责任分工) into the units in their cells."""

import re
from collections.abc import Iterator

from ingest.facts.bare_rows import bare_rows
from ingest.facts.brackets import are_offices, only_units
from ingest.facts.clauses import stated
from ingest.facts.labelled import labelled_units
from ingest.facts.units import Group, Named
from ingest.parse.table import CELL_GAP, is_row

_SURE = (
    "(?:责任|职责|任务|工作)分工|责任(?:站所|班组|村居|片区|村组)"
    "|(?:完成|归口|归口管理|组织|支持|监管|承担)(?:单位|部门|科室|股室|处室)"
)
_HEAD = re.compile(rf"[\u3000\n.](?:(?P<sure>{_SURE})|部门|单位|科室|股室|处室)：")
_TASK = re.compile("任务|事项|内容|举措|措施|工作(?:$|要点|目标|名称|项目|计划|安排)")


def row_cells(text: str) -> Iterator[Group]:
    """Find cells that hold nothing but units, in rows that also say what they do."""
    if CELL_GAP not in text:
        return
    yield from bare_rows(text)
    for head in _HEAD.finditer(text):
        start = text.rfind("\n", 0, head.start() + 1) + 1
        end = text.find("\n", head.end())
        units = _units(text, start, head, len(text) if end < 0 else end)
        if units:
            yield Group(head.start() + 1, units[-1][0][1], tuple(units), labelled=True)


def names_doers(line: str) -> bool:
    """Tell whether a row of a table names units under such a head."""
    return next(row_cells(f"\n{line}"), None) is not None


def _units(text: str, start: int, head: re.Match[str], line_end: int) -> list[Named]:
    """Read the cell behind a head; under 部门 or 单位 only proper names, beside a task, are believed."""
    if not is_row(text[start:line_end]):
        return []
    end = text.find(CELL_GAP, head.end(), line_end)
    end = line_end if end < 0 else end
    units = labelled_units(text, head.end(), end) or stated(text, head.end(), end)
    units = units or only_units(text, head.end(), end)
    if head["sure"] is None and not (_says_task(text[start:line_end]) and are_offices(text, units)):
        return []
    return units


def _says_task(line: str) -> bool:
    return any(_TASK.search(cell.partition("：")[0]) for cell in line.split(CELL_GAP))
