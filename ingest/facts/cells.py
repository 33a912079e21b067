"""A label before a colon, or the cells of a table row, into what the number behind it measures."""

import re
from dataclasses import dataclass

from ingest.parse.table import CELL_GAP

_LONGEST = 24
_LABEL = re.compile(r"[^。；;！？!?\n，,：:（()）\u3000]{2,24}$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度?)?(?:[上下]半年)?|^\d{1,3}[.．、]")
_UNIT = re.compile(r"[（(](?:单位[:：]?)?([^（()）]{1,6})[)）]$")
# Heads that do not say what is measured: the cell that names the row does.
_GENERIC = re.compile(
    "(?:主要|总体|发展|工作|年度|预期|量化|创建|现有|计划|实际|全年|具体)*"
    "(?:目标|任务|指标|数量|规模|数值|数|标准|要求|内容|完成|情况|计划|现状|基期|备注|说明|结果|)(?:任务|值|数|情况|要求)?"
)
_NAMING = re.compile("指标|项目|名称|事项|内容|任务|措施")
_NOT_MEASURED = re.compile("序号|编号|代码|电话|邮编|日期|时间|时限|期限|文号|索引|学号|页|备注|年[份度]$")


@dataclass(frozen=True, slots=True)
class _Cell:
    head: str
    value: str
    start: int


def label_before(text: str, colon: int) -> str:
    """Name what is measured by the label that ends at a colon, in a table row with the name of the row."""
    cells, own = _row(text, colon)
    if own is None:
        found = _LABEL.search(text, max(colon - _LONGEST, 0), colon)
        label = "" if found is None else _plain(found[0])
        return "" if _NOT_MEASURED.search(label) else label
    if _NOT_MEASURED.search(own.head):
        return ""
    named = next((cell for cell in cells if _NAMING.search(cell.head)), cells[0])
    name = "" if named is own or named.value.isdecimal() else _UNIT.sub("", named.value)
    label = _plain(own.head)
    whole = name + label
    return whole if len(whole) <= _LONGEST else label or (name if len(name) <= _LONGEST else "")


def unit_in_row(text: str, colon: int) -> str:
    """Read the measure word a table names in brackets, in the column head or in the name of the row."""
    cells, own = _row(text, colon)
    places = [] if own is None else [own.head, *(cell.value for cell in cells if _NAMING.search(cell.head))]
    return next((found[1] for place in places if (found := _UNIT.search(place))), "")


def _row(text: str, colon: int) -> tuple[list[_Cell], _Cell | None]:
    """Read the table row a colon stands in, and the cell whose head it closes; no cell outside a table."""
    start, end = text.rfind("\n", 0, colon) + 1, text.find("\n", colon)
    line = text[start : end if end >= 0 else len(text)]
    if CELL_GAP not in line:
        return [], None
    cells = []
    for part in line.split(CELL_GAP):
        head, _, value = part.partition("：")
        cells.append(_Cell(head.strip(), value.strip(), start))
        start += len(part) + len(CELL_GAP)
    own = next(
        (
            cell
            for cell in cells
            if text.startswith(f"{cell.head}：", cell.start) and cell.start + len(cell.head) == colon
        ),
        None,
    )
    return cells, own


def _plain(label: str) -> str:
    """Leave out the year, the unit and the number of a label; "" where nothing is said then."""
    words = _YEAR.sub("", _UNIT.sub("", label)).strip(" “”")
    return "" if _GENERIC.fullmatch(words) else words
