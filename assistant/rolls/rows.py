"""The sections of a document that are rows of a table or items of a list into their cells."""

import re
from collections.abc import Iterable

from ingest.parse.table import CELL_GAP
from ingest.records import Document

_CELL = re.compile(r"(?P<label>[^：:\s]{2,10})[：:](?P<value>.*)", re.DOTALL)
_SENTENCE_END = re.compile("[。；;\\n]")


def is_row(document: Document, index: int) -> bool:
    """Tell whether a section is a row of several cells."""
    section = document.sections[index]
    return CELL_GAP in document.text[section.start : section.own_end]


def numbered_rows(document: Document, sections: Iterable[int], *, is_list: bool = False) -> list[int]:
    """Keep of some sections the numbered rows; in a list every numbered item."""
    parts = document.sections
    return [i for i in sections if i and parts[i].number and (is_list or is_row(document, i))]


def cells_of(document: Document, row: int) -> dict[str, str]:
    """Give the cells of a row by their column heads, in order; of an item, what its sentences label."""
    section = document.sections[row]
    own = document.text[section.start : section.own_end]
    cells = map(_CELL.match, own.split(CELL_GAP) if is_row(document, row) else _SENTENCE_END.split(own))
    return {cell["label"]: cell["value"].strip() for cell in cells if cell}
