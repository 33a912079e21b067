"""Tables whose cells came one a line, or parted by tabs, into one line a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.clean.sheet import RepairKind, Sheet, solid
from ingest.clean.spacing import close_letters
from ingest.numbering import Family, read_marker
from ingest.parse.column_heads import Kind, fits, is_number, kind_of_head
from ingest.parse.table import Cell, table_lines
from ingest.records import Line

_HEAD_CHARS = 12
_LEAST_HEADS = 3
_LEAST_ROWS = 2
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
    return word if kind_of_head(word) is not None else ""


def _is_table(heads: Sequence[str]) -> bool:
    """Tell whether words are the heads of a table of tasks: some for units or times, none twice."""
    typed = any(kind_of_head(head) in (Kind.UNITS, Kind.TIME) for head in heads)
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
            serial = next((k for k, word in enumerate(run) if kind_of_head(word) is Kind.SERIAL), 0)
            if _is_table(run[serial:]):
                yield _Table(tuple(run[serial:]), at - len(run) + serial, at)
            run = []


def _rows(sheet: Sheet, filled: Sequence[int], table: _Table) -> list[int] | None:
    """Where the rows of a table start among the words' lines; None when a cell does not fit its place."""
    width, at = len(table.heads), table.body
    numbered = kind_of_head(table.heads[0]) is Kind.SERIAL
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
    return fits(kind_of_head(head), cell) or ("数" in head and is_number(cell))


def _counts_on(sheet: Sheet, filled: Sequence[int], rows: Sequence[int], at: int) -> bool:
    def number(row: int) -> int:
        return int(sheet.text(filled[row]).strip(_CELL_END + ".、．"))

    return not rows or number(at) == number(rows[-1]) + 1


def _is_category(cells: Sequence[str]) -> bool:
    """Tell whether a line between two rows is a heading over the rows below it."""
    marker = read_marker(cells[0])
    return marker is not None and marker.family < Family.ARABIC and is_number(cells[1])


def _has_cells(after: Sequence[str], numbered: bool) -> bool:
    """Tell whether more cells seem to follow the last row that fits."""
    if numbered:
        return any(is_number(text.strip(_CELL_END)) for text in after)
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
