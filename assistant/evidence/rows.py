"""Statements of several rows of one table into those of the row that a question names."""

from collections.abc import Sequence

from assistant.evidence.evidence import Statement, stating_none
from assistant.evidence.sentence import LABEL
from assistant.understanding.question import Question
from ingest.parse.table import CELL_GAP, is_row
from ingest.text import normalize

_SHORTEST = 2


def of_named_row(question: Question, ranked: Sequence[Statement]) -> list[Statement]:
    """Let other rows of a table state nothing where a question names one by what begins it.

    What one row is called may stand in another (所在乡镇：石涧镇), so that both hold the words asked for.

    :param ranked: best first.
    :return: the same statements, best first.
    """
    asked = normalize(question.text)
    rows = [statement for statement in ranked if is_row(_line(statement))]
    named = [row for row in rows if len(name := _name(row)) >= _SHORTEST and name in asked]
    tables, names = {_table(row) for row in named}, {_name(row) for row in named}
    others = {id(row) for row in rows if _table(row) in tables and _name(row) not in names and row.factual}
    return stating_none(ranked, others) if others else list(ranked)


def _line(row: Statement) -> str:
    """Give a row without the title of its table, which may stand above the first."""
    return row.text.rpartition("\n")[2]


def _name(row: Statement) -> str:
    """Give what a row is called: what begins it, behind its number."""
    cells = (cell.partition("：")[2].strip() for cell in _line(row).split(CELL_GAP))
    return normalize(next((LABEL.sub("", cell) for cell in cells if not cell.isdecimal()), ""))


def _table(row: Statement) -> tuple[str, ...]:
    """Give the document of a row and the heads of its table."""
    return row.chunk.doc, *(cell.partition("：")[0].strip() for cell in _line(row).split(CELL_GAP))
