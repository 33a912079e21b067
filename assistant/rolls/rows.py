"""The sections of a document that are rows of a table or items of a list into their cells."""

import re
from collections.abc import Iterable

from ingest.parse.table import CELL_GAP
from ingest.records import Document

_CELL = re.compile(r"(?P<label>[^：:\s]{2,10})[：:](?P<value>.*)", re.DOTALL)
_NUMBER = re.compile(r"\A\d{1,5}\.(?!\d)")
_TOTAL = re.compile("(?:合|总|小|共)[ \u3000]?计")
_FEWEST_CELLS = 2
_SENTENCE_END = re.compile("[。；;\\n]")


def is_row(document: Document, index: int) -> bool:
    """Tell whether a section is a row of several cells."""
    section = document.sections[index]
    return CELL_GAP in document.text[section.start : section.own_end]


def numbered_rows(document: Document, sections: Iterable[int], *, is_list: bool = False) -> list[int]:
    """Keep of some sections the numbered rows; in a list every numbered item.

    Rows under the same heads whose number was left out are of the table as well; its total is none.
    """
    parts, within = document.sections, [i for i in sections if i]
    numbered = [i for i in within if parts[i].number and (is_list or is_row(document, i))]
    tables = {(parts[i].parent, frozenset(cells_of(document, i))) for i in numbered if is_row(document, i)}
    return [i for i in within if i in numbered or _is_unnumbered(document, i, tables)]


def _is_unnumbered(document: Document, index: int, tables: set[tuple[int | None, frozenset[str]]]) -> bool:
    """Tell whether a section without a number is a row of a table with these heads beside it."""
    section = document.sections[index]
    if section.number or not is_row(document, index):
        return False
    cells = cells_of(document, index)
    is_total = len(cells) < _FEWEST_CELLS or any(map(_TOTAL.match, cells.values()))
    return not is_total and any(section.parent == at and cells.keys() <= heads for at, heads in tables)


def cells_of(document: Document, row: int) -> dict[str, str]:
    """Give the cells of a row by their column heads, in order; of an item, what its sentences label."""
    section = document.sections[row]
    own = _NUMBER.sub("", document.text[section.start : section.own_end])
    cells = map(_CELL.match, own.split(CELL_GAP) if is_row(document, row) else _SENTENCE_END.split(own))
    return {cell["label"]: cell["value"].strip() for cell in cells if cell}
