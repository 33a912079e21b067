"""Tasks of many documents into a matrix: a row for each unit, a column for each year or document."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.explore.tasks import Task
from ingest.facts.aliases import names_of
from ingest.index.entry import DocumentInfo
from ingest.records import Alias


@dataclass(frozen=True, slots=True)
class Column:
    """A year (0: none stated) or a document.

    :param key: what tells it from the other columns, as text.
    """

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A unit of one issuing body, under all its names, with its tasks by the key of the column.

    :param body: the issuing body; the title of a document that states none.
    :param others: the other names it goes by.
    """

    unit: str
    body: str
    others: tuple[str, ...]
    cells: Mapping[str, tuple[Task, ...]]

    @property
    def total(self) -> int:
        """How many tasks it has."""
        return sum(map(len, self.cells.values()))


@dataclass(frozen=True, slots=True)
class Matrix:
    """Units with most tasks first; columns newest first."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def total(self) -> int:
        """How many tasks there are, each counted for every unit that shares it."""
        return sum(row.total for row in self.rows)

    @property
    def bodies(self) -> int:
        """How many issuing bodies the units belong to."""
        return len({row.body for row in self.rows})


def build_matrix(
    found: Sequence[tuple[DocumentInfo, Sequence[Task]]],
    aliases: Mapping[str, Sequence[Alias]],
    by_document: bool,
) -> Matrix:
    """Sort the tasks of documents into rows and columns.

    Names that the documents of an issuing body say mean one unit make one row; units of different bodies
    are never one. Where a name and an alias of it hold the same task, it counts once.

    :param found: the documents, in the order of their columns, each with its tasks.
    :param aliases: names of one unit by issuing body.
    """
    columns: dict[str, Column] = {}
    cells: dict[tuple[str, str], dict[str, dict[object, Task]]] = {}
    printed: dict[tuple[str, str], Counter[str]] = {}
    groups: dict[tuple[str, str], str] = {}
    for info, tasks in found:
        column = _column(info, by_document)
        columns.setdefault(column.key, column)
        body = info.organ or f"《{info.title}》"
        for task in tasks:
            group = groups.setdefault(
                (body, task.unit), min(names_of(task.unit, aliases.get(info.organ, ()) if info.organ else ()))
            )
            cell = cells.setdefault((body, group), {}).setdefault(column.key, {})
            cell.setdefault((info.doc, task.key), task)
            printed.setdefault((body, group), Counter())[task.unit] += 1
    rows = [_row(body, printed[body, group], by_column) for (body, group), by_column in cells.items()]
    rows.sort(key=lambda row: (-row.total, row.body, row.unit))
    return Matrix(tuple(columns.values()), tuple(rows))


def _row(body: str, printed: Counter[str], by_column: Mapping[str, Mapping[object, Task]]) -> Row:
    """Call a unit by the name it has most often."""
    unit, *others = sorted(printed, key=lambda name: (-printed[name], name))
    return Row(unit, body, tuple(others), {key: tuple(tasks.values()) for key, tasks in by_column.items()})


def _column(info: DocumentInfo, by_document: bool) -> Column:
    if by_document:
        return Column(info.doc, info.title)
    year = info.header.year or 0
    return Column(str(year), f"{year}年" if year else "未写明年份")
