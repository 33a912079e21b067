"""Tables whose cells came one a line, or parted by tabs, into one line a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.clean.sheet import RepairKind, Sheet, solid
from ingest.clean.spacing import close_letters
from ingest.numbering import Family, read_marker
from ingest.parse.table import Cell, table_lines
from ingest.records import Line

_SERIAL = re.compile(r"序号|编号|№|No\.?", re.IGNORECASE)
_UNITS = re.compile(
    r"(?:牵头|责任|配合|主办|协办|承办|参与|实施|落实|主管|监管|督办|申报)\S{0,3}(?:单位|部门|股室|科室|处室|机构|主体)|责任方"
)
_TIME = re.compile(
    r"(?:完成|办结|整改|推进|起止|计划|拟)?\S{0,2}(?:时限|时间|期限|进度|节点|日期)(?:安排|节点|要求|计划)?"
)
_OTHER = re.compile(
    r"\S{0,6}(?:任务|事项|内容|项目|举措|措施|目标|要求|指标|名称|成果|问题)\S{0,3}|(?:分管|责任|包保|联系|挂牌|督办)\S{0,3}(?:领导|人|人员)|"
    r"备注|类别|数量|完成情况|进展情况"
)
_HEAD_CHARS = 12
_LEAST_HEADS = 3
_LEAST_ROWS = 2
_UNIT_NAMES = re.compile(
    r"[^。：；]{0,80}(?:[局委办厅股科室处院校园所站队会企]|政府|中心|部门?|单位|公司|学校|街道|乡镇?|镇|县|区|集团|银行|法院|组)[）)等]*"
)
_TIMES = re.compile(
    r"[^。]{0,16}(?:\d{4}|\d月|月底|年底|季度|上半年|下半年|全年|长期|持续|常态|每[年月周学]|学期|\d日|立即|即时)[^。]{0,16}"
)
_FIGURE = re.compile(r"\d{1,5}[.、．]?")
_RULE = re.compile(":?-{2,}:?")  # the line below the heads of a Markdown table
_CELL_END = " \t|｜"
_SHORT = 30


@dataclass(frozen=True, slots=True)
class _Table:
    """A row of column heads at the lines `[start, body)` of the words' lines."""

    heads: tuple[str, ...]
    start: int
    body: int


def mend_cells(sheet: Sheet) -> None:
    """Put the cells of a table into rows named by their column heads, where each certainly has its place.

    One cell a line: the serial number counts on every so many lines, or units and times stand where the heads
    say; a table that fits neither stays as it is and is reported.
    """
    filled = sheet.filled()
    for table in _tables(sheet, filled):
        rows = _rows(sheet, filled, table)
        if rows is None:
            where = "、".join(table.heads)
            sheet.doubt("表格的单元格逐行排列，行列无法确定", where, 0, len(where))
        else:
            _write(sheet, filled, table, rows)
    _mend_parted(sheet)


def _head(text: str) -> str:
    """The words of a column head, "" for any other text."""
    word = "".join(text.strip(_CELL_END).split())
    known = len(word) <= _HEAD_CHARS and any(p.fullmatch(word) for p in (_SERIAL, _UNITS, _TIME, _OTHER))
    return word if known else ""


def _is_table(heads: Sequence[str]) -> bool:
    """Tell whether words are the heads of a table of tasks: some for units or times, none twice."""
    typed = any(_UNITS.fullmatch(head) or _TIME.fullmatch(head) for head in heads)
    return len(heads) >= _LEAST_HEADS and len(set(heads)) == len(heads) and typed


def _tables(sheet: Sheet, filled: Sequence[int]) -> Iterator[_Table]:
    """Runs of lines that are column heads, one a line."""
    run: list[str] = []
    known: dict[str, str] = {}
    for at, index in enumerate(filled):
        text = sheet.lines[index].text
        if len(text) <= _HEAD_CHARS * 2 and text not in known:
            known[text] = _head(text)
        head = known.get(text, "")
        if head and not sheet.lines[index].style:
            run.append(head)
        else:
            serial = next((k for k, word in enumerate(run) if _SERIAL.fullmatch(word)), 0)
            if _is_table(run[serial:]):
                yield _Table(tuple(run[serial:]), at - len(run) + serial, at)
            run = []


def _rows(sheet: Sheet, filled: Sequence[int], table: _Table) -> list[int] | None:
    """Where the rows of a table start among the words' lines; None when a cell does not fit its place."""
    width, at = len(table.heads), table.body
    numbered = _SERIAL.fullmatch(table.heads[0]) is not None
    rows: list[int] = []
    while at + width <= len(filled):
        cells = [sheet.text(index).strip(_CELL_END) for index in filled[at : at + width]]
        if numbered and rows and _is_category(cells):
            at += 1
            continue
        if not all(map(_fits, table.heads, cells)) or (numbered and not _counts_on(sheet, filled, rows, at)):
            break
        rows.append(at)
        at += width
    after = [sheet.text(index) for index in filled[at : at + width * 2]]
    return rows if len(rows) >= _LEAST_ROWS and not _has_cells(after, numbered) else None


def _fits(head: str, cell: str) -> bool:
    if _SERIAL.fullmatch(head):
        return _FIGURE.fullmatch(cell) is not None
    if _UNITS.fullmatch(head):
        return _UNIT_NAMES.fullmatch(cell) is not None
    if _TIME.fullmatch(head):
        return _TIMES.fullmatch(cell) is not None
    return _FIGURE.fullmatch(cell) is None or "数" in head


def _counts_on(sheet: Sheet, filled: Sequence[int], rows: Sequence[int], at: int) -> bool:
    def number(row: int) -> int:
        return int(sheet.text(filled[row]).strip(_CELL_END + ".、．"))

    return not rows or number(at) == number(rows[-1]) + 1


def _is_category(cells: Sequence[str]) -> bool:
    """Tell whether a line between two rows is a heading over the rows below it."""
    marker = read_marker(cells[0])
    return marker is not None and marker.family < Family.ARABIC and _FIGURE.fullmatch(cells[1]) is not None


def _has_cells(after: Sequence[str], numbered: bool) -> bool:
    """Tell whether more cells seem to follow the last row that fits."""
    if numbered:
        return any(_FIGURE.fullmatch(text.strip(_CELL_END)) for text in after)
    return (
        bool(after)
        and len(after[0]) < _SHORT
        and after[0][-1] not in "。：:"
        and read_marker(after[0]) is None
    )


def _write(sheet: Sheet, filled: Sequence[int], table: _Table, rows: Sequence[int]) -> None:
    width = len(table.heads)
    indices = [i for row in rows for i in filled[row : row + width]]
    indices += filled[table.start : table.body]
    before = sum(solid(sheet.lines[i].text) for i in indices)
    lines = {
        filled[row]: _row(table.heads, [sheet.text(i).strip(_CELL_END) for i in filled[row : row + width]])
        for row in rows
    }
    for index in indices:
        if index in lines:
            sheet.lines[index] = lines[index]
        else:
            sheet.close_up(index)
    sheet.repaired(RepairKind.CELLS, len(rows), before - sum(solid(line.text) for line in lines.values()))


def _row(heads: Sequence[str], cells: Sequence[str]) -> Line:
    named = [Cell(head, head=True) for head in heads]
    return next(iter(table_lines([named, [Cell(close_letters(cell)) for cell in cells]])), Line(""))


def _mend_parted(sheet: Sheet) -> None:
    """Put cells parted by tabs or bars under their heads; other tabs become blanks."""
    heads: list[str] = []
    for index, line in enumerate(sheet.lines):
        text = line.text
        if "\t" not in text and "|" not in text:
            heads = [] if sheet.text(index) else heads
            continue
        cells = [cell.strip() for cell in _cells(text)]
        named = [_head(cell) for cell in cells]
        if all(named) and _is_table(named):
            heads = named
            sheet.rewrite(index, "", RepairKind.CELLS, 0)
        elif heads and all(map(_RULE.fullmatch, cells)):
            sheet.rewrite(index, "", RepairKind.CELLS, 0)
        elif heads and len(cells) == len(heads):
            sheet.rewrite(index, _row(heads, cells).text, RepairKind.CELLS)
        elif "\t" in text:
            sheet.lines[index] = Line(" ".join(text.split("\t")), line.style)


def _cells(text: str) -> list[str]:
    return text.split("\t") if "\t" in text else text.strip(" |").split("|")
