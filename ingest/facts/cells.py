"""A label before a colon, or the cells of a table row, into what the number behind it measures."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from ingest.parse.table import CELL_GAP

_LONGEST = 24
_LONGEST_ROW = 10_000
_LABEL = re.compile(r"[^。；;！？!?\n，,：:（()）\u3000]{2,24}$")
_YEAR = re.compile(r"(?:19|20)\d\d(?:年度?)?(?:[上下]半年)?|^\d{1,3}[.．、]")
_UNIT = re.compile(r"[（(](?:单位[:：]?)?([^（()）]{1,6})[)）]$")
# A column of measure words; under 单位 there may be bodies as well.
_UNIT_HEADS = ("单位", "计量单位", "指标单位")
_MEASURE_WORD = re.compile(
    r"[%％‰]|个百分点|[百千万亿]{0,2}(?:元|美元|人次?|户|个|家|项|所|名|次|件|处|台|辆|套|张|篇|期|场|条|座|间|只|头|株|亩|公顷|吨|公斤"
    r"|公里|千米|米|平方米|平方公里|立方米|千瓦时?|度|天|年|岁|升|份|册|本|宗|批|起|标准箱)"
)
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


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, the one that names it, and the measure word that such cells state."""

    cells: tuple[_Cell, ...]
    named: _Cell
    unit: str


def label_before(text: str, colon: int) -> str:
    """Name what is measured by the label that ends at a colon, in a table row with the name of the row."""
    row, own = _row(text, colon)
    if row is None or own is None:
        found = _LABEL.search(text, max(colon - _LONGEST, 0), colon)
        label = "" if found is None else _plain(found[0])
        return "" if _NOT_MEASURED.search(label) else label
    if _NOT_MEASURED.search(own.head):
        return ""
    name = "" if row.named is own or row.named.value.isdecimal() else _UNIT.sub("", row.named.value)
    label = _plain(own.head)
    whole = name + label
    return whole if len(whole) <= _LONGEST else label or (name if len(name) <= _LONGEST else "")


def unit_in_row(text: str, colon: int) -> str:
    """Read the measure word a table names in brackets, in the column head or in the name of the row."""
    row, own = _row(text, colon)
    if row is None or own is None:
        return ""
    return unit_in_head(own.head) or row.unit


def unit_in_head(head: str) -> str:
    """Read the measure word that a column head names in brackets, "" for none: 总投资（万元）."""
    found = _UNIT.search(head)
    return "" if found is None else found[1]


def _row(text: str, colon: int) -> tuple[_Row | None, _Cell | None]:
    """Read the table row a colon stands in, and the cell whose head it closes; no cell outside a table."""
    start = text.rfind("\n", max(colon - _LONGEST_ROW, 0), colon) + 1
    line = text[start : start + _LONGEST_ROW].partition("\n")[0]
    at = colon - start
    if CELL_GAP not in line or at >= len(line):
        return None, None
    row = _cells(line)
    own = row.cells[bisect_right(row.cells, at, key=lambda cell: cell.start) - 1]
    closes = own.start + len(own.head) == at and line.startswith(f"{own.head}：", own.start)
    return row, own if closes else None


@lru_cache(maxsize=8)
def _cells(line: str) -> _Row:
    cells: list[_Cell] = []
    start = 0
    for part in line.split(CELL_GAP):
        head, _, value = part.partition("：")
        cells.append(_Cell(head.strip(), value.strip(), start))
        start += len(part) + len(CELL_GAP)
    naming = [cell for cell in cells if _NAMING.search(cell.head)]
    units = [cell.value for cell in cells if cell.head in _UNIT_HEADS and _MEASURE_WORD.fullmatch(cell.value)]
    unit = next((found[1] for cell in naming if (found := _UNIT.search(cell.value))), next(iter(units), ""))
    return _Row(tuple(cells), next(iter(naming), cells[0]), unit)


def _plain(label: str) -> str:
    """Leave out the year, the unit and the number of a label; "" where nothing is said then."""
    words = _YEAR.sub("", _UNIT.sub("", label)).strip(" “”")
    return "" if _GENERIC.fullmatch(words) else words
