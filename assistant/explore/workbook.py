"""A matrix of tasks into an Excel workbook: its counts on one sheet, every task with its quote on another."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.explore.matrix import Matrix

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_767  # Excel's limit
_HEADS = ("责任单位", "发文单位", "角色", "任务", "年份或文件", "出处", "所在章节", "原文")
_WIDTHS = (18, 24, 8, 40, 18, 40, 40, 80)


def write_workbook(matrix: Matrix) -> bytes:
    """Write the matrix as an xlsx file.

    Every text is stored as text, never as a formula, whatever it begins with.
    """
    from openpyxl import Workbook  # noqa: PLC0415

    book = Workbook()
    counts = book.worksheets[0]
    counts.title = "责任矩阵"
    _fill(counts, _count_rows(matrix), (18, 24, *(14 for _ in matrix.columns), 8))
    counts.freeze_panes = "C2"
    tasks = book.create_sheet("任务与原文")
    _fill(tasks, _task_rows(matrix), _WIDTHS)
    tasks.freeze_panes = "A2"
    tasks.auto_filter.ref = tasks.dimensions
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _count_rows(matrix: Matrix) -> Iterable[Sequence[str | int]]:
    yield ("责任单位", "发文单位", *(column.label for column in matrix.columns), "合计")
    for row in matrix.rows:
        counts = (len(row.cells.get(column.key, ())) for column in matrix.columns)
        yield (row.unit, row.body, *counts, row.total)


def _task_rows(matrix: Matrix) -> Iterable[Sequence[str | int]]:
    yield _HEADS
    for row in matrix.rows:
        for column in matrix.columns:
            for task in row.cells.get(column.key, ()):
                source = task.citation
                path = " › ".join(source.path)
                named = f"{row.unit}（原文为“{task.unit}”）" if task.unit != row.unit else row.unit
                yield named, row.body, task.role, task.name, column.label, source.title, path, source.quote


def _fill(sheet: "Worksheet", rows: Iterable[Sequence[str | int]], widths: Sequence[int]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for number, values in enumerate(rows, 1):
        for place, value in enumerate(values, 1):
            cell = sheet.cell(number, place)
            _write(cell, value)
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if number == 1:
                cell.font = Font(bold=True)
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def _write(cell: "Cell", value: str | int) -> None:
    """Write a number as a number and a text as a text, without characters that XML cannot hold."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    if isinstance(value, int):
        cell.value = value
        return
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))[:_LONGEST_CELL]
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_STARTS_A_FORMULA)
