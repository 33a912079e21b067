"""Statements of several rows of one table into those of the row that a question names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence.evidence import Statement, stating_none
from assistant.evidence.sentence import LABEL
from assistant.understanding.question import Question
from ingest.parse.table import CELL_GAP, is_row
from ingest.text import normalize

_SHORTEST = 2
_ONE_NUMBER = re.compile("[a-z]{2}|[0-9]{2}|[一二三四五六七八九十百]{2}")  # signs side by side


@dataclass(frozen=True, slots=True)
class _Row:
    """A statement that is a row of a table.

    :param name: what it is called: what begins it, behind its number.
    :param heads: of its cells that are not blank, in normal form.
    """

    statement: Statement
    name: str
    heads: frozenset[str]

    def is_beside(self, other: "_Row") -> bool:
        """Tell whether another row is of the same table: where cells are blank, it has fewer heads."""
        is_near = self.statement.chunk.doc == other.statement.chunk.doc
        return is_near and (self.heads <= other.heads or other.heads <= self.heads)


def of_named_row(question: Question, ranked: Sequence[Statement]) -> list[Statement]:
    """Let other rows of a table state nothing where a question names one by what begins it.

    What one row is called may stand in another (所在乡镇：石涧镇), so that both hold the words asked for. A
    row whose cell is blank in the column that a question names states nothing either.

    :param ranked: best first.
    :return: the same statements, best first.
    """
    asked = normalize(question.text)
    rows = [_row(statement) for statement in ranked if is_row(_line(statement))]
    named = [row for row in rows if len(row.name) >= _SHORTEST and _is_called(row.name, asked)]
    names = {row.name for row in named}
    others = {
        id(row.statement)
        for row in rows
        if row.statement.factual
        and (
            (row.name not in names and any(map(row.is_beside, named)))
            or _is_blank(row, asked, [other.heads for other in rows if row.is_beside(other)])
        )
    }
    return stating_none(ranked, others) if others else list(ranked)


def _is_called(name: str, asked: str) -> bool:
    """Tell whether a question names a row; II级 is none of I级, nor 11号 of 1号."""
    start = asked.find(name)
    while start >= 0:
        end = start + len(name)
        if not any(_ONE_NUMBER.fullmatch(asked[at - 1 : at + 1]) for at in (start, end)):
            return True
        start = asked.find(name, start + 1)
    return False


def _is_blank(row: _Row, asked: str, beside: Sequence[frozenset[str]]) -> bool:
    """Tell whether a row lacks a column of its table that a question names, and has none that it names.

    :param beside: the columns of other rows of its table.
    """
    columns = frozenset().union(*beside) if beside else frozenset()
    return any(len(head) >= _SHORTEST and head in asked for head in columns - row.heads) and not any(
        len(head) >= _SHORTEST and head in asked for head in row.heads
    )


def _line(row: Statement) -> str:
    """Give a row without the title of its table, which may stand above the first."""
    return row.text.rpartition("\n")[2]


def _row(statement: Statement) -> _Row:
    """Read a row; what it is called stands behind its number."""
    cells = [cell.partition("：") for cell in _line(statement).split(CELL_GAP)]
    names = (LABEL.sub("", said.strip()) for _, _, said in cells if not said.strip().isdecimal())
    heads = frozenset(normalize(head.strip()) for head, _, _ in cells)
    return _Row(statement, normalize(next(names, "")), heads)
