"""Rows of a table without column heads (新建冷库　农业农村局　6月底前) into the units that do so."""

import re
from collections.abc import Iterator, Sequence

from ingest.facts.bare_brackets import given_work
from ingest.facts.brackets import are_offices, only_units
from ingest.facts.names import is_office, is_people
from ingest.facts.units import Group, Named
from ingest.parse.table import CELL_GAP, is_row

_TASK = re.compile(r"(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){4}")
_LEAST_ROWS = 2
_MOST = 0.5

Cell = tuple[int, int]


def bare_rows(text: str) -> Iterator[Group]:
    """Find columns of nothing but offices that are given work, beside one that says what is to be done."""
    run: list[list[Cell]] = []
    for row in _rows(text):
        if run and (row[0][0] - run[-1][-1][1] != 1 or len(row) != len(run[-1])):
            yield from _of_table(text, run)
            run = []
        run.append(row)
    yield from _of_table(text, run)


def _rows(text: str) -> Iterator[list[Cell]]:
    """The cells of each line that has some."""
    at = text.find(CELL_GAP)
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if not line[:1].isspace() and not line[-1:].isspace() and not is_row(line):
            yield _cells(line, start)
        at = text.find(CELL_GAP, end)


def _cells(line: str, start: int) -> list[Cell]:
    cells = []
    for part in line.split(CELL_GAP):
        cells.append((start, start + len(part)))
        start += len(part) + 1
    return cells


def _of_table(text: str, rows: list[list[Cell]]) -> Iterator[Group]:
    if len(rows) < _LEAST_ROWS:
        return
    width = len(rows[0])
    units = {k: named for k in range(width) if (named := _units_of_column(text, [row[k] for row in rows]))}
    tasks = [k for k in range(width) if k not in units and all(_is_task(text, row[k]) for row in rows)]
    if not tasks or not units:
        return
    for at, row in enumerate(rows):
        for k, named in units.items():
            yield Group(*row[k], tuple(named[at]), labelled=True)


def _units_of_column(text: str, cells: Sequence[Cell]) -> list[list[Named]]:
    """The units of each cell of a column of nothing but offices, most of which are given work.

    Beside those others may be told by names that rooms have too (教科室).
    """
    named = [only_units(text, *cell) for cell in cells]
    are_units = all(units and are_offices(text, units) for units in named)
    given = sum(given_work(text, units) for units in named) if are_units else 0
    return named if given >= max(1, _MOST * len(named)) else []


def _units(text: str, cell: Cell) -> list[Named]:
    """The units of a cell of nothing but offices that are given work."""
    units = only_units(text, *cell)
    return units if units and are_offices(text, units) and given_work(text, units) else []


def _is_task(text: str, cell: Cell) -> bool:
    """Tell whether a cell may say what is to be done: neither a name nor a number nor a time."""
    words = text[slice(*cell)]
    return _TASK.match(words) is not None and not is_people(words) and not is_office(words)


def task_end(line: str, start: int) -> int:
    """Find where the first cell of a numbered line ends that names offices in a later one; -1 in other lines.

    :param start: where the words behind the number start.
    """
    start += len(line[start:]) - len(line[start:].lstrip())
    at = line.find(CELL_GAP, start)
    if at < 0 or is_row(line):
        return -1
    return at if any(_units(line, cell) for cell in _cells(line[at + 1 :], at + 1)) else -1
