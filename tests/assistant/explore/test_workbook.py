"""The matrix as an Excel file holds counts, tasks and quotes, and no formula."""

from io import BytesIO

from openpyxl import load_workbook

from assistant.answer import Citation
from assistant.assistant import Assistant
from assistant.explore.holdings import Choice
from assistant.explore.matrix import Column, Matrix, Row
from assistant.explore.tasks import Task
from assistant.explore.workbook import write_workbook
from ingest.records import Role


def test_counts_and_tasks_of_the_file_are_those_of_the_matrix(shelf: Assistant) -> None:
    matrix = shelf.explore.matrix(Choice())
    counts, tasks = load_workbook(BytesIO(write_workbook(matrix))).worksheets
    assert [cell.value for cell in counts[1]][2:] == [*(c.label for c in matrix.columns), "合计"]
    assert sum(row[-1].value for row in counts.iter_rows(min_row=2)) == matrix.total
    assert tasks.max_row == matrix.total + 1
    quotes = {row[-1].value for row in tasks.iter_rows(min_row=2)}
    assert quotes == {
        task.citation.quote for row in matrix.rows for cell in row.cells.values() for task in cell
    }


def test_text_that_looks_like_a_formula_stays_text() -> None:
    hostile = ('=HYPERLINK("http://x")', "+1+1", "-2", "@SUM(A1)", "\t=1", "坏\x07字")
    tasks = tuple(
        Task(word, Role.OWNER, word, (n, None), Citation(1, word, word, (word,), word, 0, 1))
        for n, word in enumerate(hostile)
    )
    matrix = Matrix((Column("=2024", "=2024"),), (Row("=cmd|' /C calc'!A0", "=1", (), {"=2024": tasks}),))
    book = load_workbook(BytesIO(write_workbook(matrix)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    guarded = [cell for cell in cells if str(cell.value)[:1] in "=+-@"]
    assert guarded and all(cell.quotePrefix for cell in guarded)
    assert "坏字" in {cell.value for cell in cells}
