"""A table of a Word file into its rows of cells, as merged as it shows them.

Source: ECMA-376 part 1, 17.4 (tables): gridSpan, gridBefore, vMerge, tblHeader.
"""

from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from ingest.parse.docx_styles import W, value, whole
from ingest.parse.table import Cell

_WIDEST = 64


def rows_of(table: etree._Element) -> list[tuple[etree._Element, list[etree._Element]]]:
    """The rows of a table, each with its cells; those of tables inside its cells are not among them."""
    rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
    return [
        (row, [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row])
        for row in rows
        if row.find(f"{W}trPr/{W}del") is None
    ]


def cells_of(
    rows: list[tuple[etree._Element, list[etree._Element]]], words: Callable[[etree._Element], str]
) -> list[list[Cell]]:
    """The cells of a table; one that goes on with the cell above makes that one a row longer.

    :param words: gives the text of a cell.
    """
    table: list[list[Cell]] = []
    above: dict[
        int, tuple[int, int]
    ] = {}  # column -> row and place of the merged cell that reaches down to it
    for row, cells in rows:
        is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
        column = whole(value(row.find(f"{W}trPr/{W}gridBefore")), 0)
        out = [Cell("", columns=min(column, _WIDEST))] if column else []
        for cell in cells:
            width = min(max(whole(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1), 1), _WIDEST)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and value(merge) in ("", "continue")
            if goes_on and column in above:
                y, x = above[column]
                table[y][x] = replace(table[y][x], rows=table[y][x].rows + 1)
            else:
                above.pop(column, None)
                if merge is not None:
                    above[column] = (len(table), len(out))
                out.append(Cell(words(cell), is_head, columns=width))
            column += width
        table.append(out)
    return table
