"""Table rows whose column head names no role (部门, 责任分工) into the units in their cells."""

import re
from collections.abc import Iterator

from ingest.facts.bare_rows import bare_rows
from ingest.facts.brackets import are_offices, only_units
from ingest.facts.clauses import stated
from ingest.facts.labelled import labelled_units
from ingest.facts.units import Group, Named, Span
from ingest.parse.table import CELL_GAP, is_row

_SURE = (
    "(?:责任|职责|任务|工作)分工|责任(?:站所|班组|村居|片区|村组)"
    "|(?:完成|归口|归口管理|组织|支持|监管|承担)(?:单位|部门|科室|股室|处室)"
)
_HEAD = re.compile(rf"[\u3000\n.](?:(?P<sure>{_SURE})|部门|单位|科室|股室|处室)：")
# Bodies of a place, which are offices too where a column holds bodies: 云浦街道, 柳塘镇.
_LOCAL = re.compile("[\u4e00-\u9fff]{2,}(?:街道|[镇乡村]|社区|公司|医院|学校|[中小]学)")
_TASK = re.compile("任务|事项|内容|举措|措施|工作(?:$|要点|目标|名称|项目|计划|安排)")


def row_cells(text: str) -> Iterator[Group]:
    """Find cells that hold nothing but units, in rows that also say what they do."""
    if CELL_GAP not in text:
        return
    yield from bare_rows(text)
    for head in _HEAD.finditer(f"\n{text}"):  # every line starts behind a line break
        at, cell = head.start(), head.end() - 1
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", cell)
        units = _units(text, (start, len(text) if end < 0 else end), cell, is_sure=head["sure"] is not None)
        if units:
            yield Group(at, units[-1][0][1], tuple(units), labelled=True)


def names_doers(line: str) -> bool:
    """Tell whether a row of a table names units under such a head."""
    return next(row_cells(line), None) is not None


def _units(text: str, line: Span, cell: int, *, is_sure: bool) -> list[Named]:
    """Read the cell that starts at a place; under 部门 or 单位 only proper names beside a task count."""
    if not is_row(text[slice(*line)]):
        return []
    end = text.find(CELL_GAP, cell, line[1])
    end = line[1] if end < 0 else end
    units = labelled_units(text, cell, end) or stated(text, cell, end) or only_units(text, cell, end)
    proper = [unit for unit in units if not _LOCAL.fullmatch(text[slice(*unit[0])])]
    if not is_sure and not (_says_task(text[slice(*line)]) and are_offices(text, proper)):
        return []
    return units


def _says_task(line: str) -> bool:
    return any(_TASK.search(cell.partition("：")[0]) for cell in line.split(CELL_GAP))
