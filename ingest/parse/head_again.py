"""A table below another heading that goes on without heads into one with those of the table before."""

import re
from collections.abc import Sequence

from ingest.parse.column_heads import Kind, fits, is_amount_head, kind_of_head
from ingest.parse.table import Cell

_TOLD = (Kind.SERIAL, Kind.UNITS, Kind.TIME)
_DIGIT = re.compile(r"\d")  # 水库整治5处 is no unit

Table = Sequence[Sequence[Cell]]


class HeadsBefore:
    """Keeps the last table of a document that has heads, for those that go on with it."""

    def __init__(self) -> None:
        self._above: Table = ()

    def given_to(self, table: Table) -> Table:
        """The table with the heads of the one before, where it has none and its cells are of the same kinds.

        It has as many columns, numbers, units and times stand below their heads, and neither units nor times
        where there were none.
        """
        if table and _names_heads(table[0]):
            self._above = table if _are_heads(table[0]) else ()
        elif table and self._above and _goes_on(self._above, table):
            return [self._above[0], *table]
        else:
            self._above = ()
        return table


def _kind(head: Cell) -> Kind | None:
    return kind_of_head("".join(head.text.split()))


def _names_heads(row: Sequence[Cell]) -> bool:
    """Tell whether a row has a cell that heads a column."""
    return any(
        cell.head or _kind(cell) is not None or is_amount_head("".join(cell.text.split())) for cell in row
    )


def _are_heads(row: Sequence[Cell]) -> bool:
    """Tell whether a row has nothing but known heads of columns, units below one of them."""
    kinds = [_kind(cell) for cell in row]
    return None not in kinds and Kind.UNITS in kinds and _is_plain(row) and len(row) > 1


def _is_plain(row: Sequence[Cell]) -> bool:
    return all(cell.rows == cell.columns == 1 for cell in row)


def _goes_on(above: Table, table: Table) -> bool:
    heads = above[0]
    if not all(len(row) == len(heads) and _is_plain(row) for row in table):
        return False
    return all(_is_alike(_kind(head), _texts(above[1:], k), _texts(table, k)) for k, head in enumerate(heads))


def _texts(rows: Table, column: int) -> list[str]:
    cells = (row[column].text.strip() for row in rows if column < len(row))
    return [text for text in cells if text]


def _is_alike(kind: Kind | None, above: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether the cells of a column fit its head, and what no head tells only where those above do."""
    if kind is Kind.UNITS and any(map(_DIGIT.search, below)):
        return False
    if kind in _TOLD:
        return bool(below) and all(fits(kind, text) for text in below)
    return all(_all_fit(told, above) or not _all_fit(told, below) for told in _TOLD)


def _all_fit(kind: Kind, texts: Sequence[str]) -> bool:
    return bool(texts) and all(fits(kind, text) for text in texts)
