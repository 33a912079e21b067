"""A line between the rows of a table without upright lines into the heading of the rows below it."""

from collections.abc import Iterable, Sequence
from itertools import islice

from ingest.numbering import Family, read_marker
from ingest.parse.column_heads import Kind, is_number
from ingest.parse.pdf_columns import Column, VisibleLine, Word
from ingest.parse.table_groups import is_category
from ingest.parse.table_parts import part_heading

_LONGEST = 30  # characters
_STOPS = tuple("。；，、：;,:")
_LOOKED_AT = 8  # lines below it, of which the first row surely fills two columns
_AT_EDGE = 1.5  # letters within which it starts at the left edge of the table


def heading_of(line: VisibleLine, columns: Sequence[Column]) -> str:
    """The heading of rows that a line is, "" for any other line.

    It is numbered 一、 or （一） at the left edge, or reaches over two columns, or stands under the head of
    the numbers and is none.
    """
    words = [word.text for word in line.words]
    if len(words) == 2:
        is_outer = not is_category(columns[1].head) and line.words[1].left < columns[1].right
        return part_heading([*words, ""]) if is_outer and _is_left(line.words[0], columns) else ""
    text = words[0]
    if len(words) > 1 or not 2 <= len(text) <= _LONGEST or text.endswith(_STOPS) or is_number(text):
        return ""
    return text if _heads_rows(line.words[0], columns) else ""


def _heads_rows(word: Word, columns: Sequence[Column]) -> bool:
    marker = read_marker(word.text)
    if marker is not None and marker.family in (Family.CHINESE, Family.CHINESE_PAREN):
        return _is_left(word, columns)
    if sum(_is_under(word, column) for column in columns) > 1:
        return marker is None
    is_first = word.left < columns[0].right and _is_left(word, columns)
    return columns[0].kind is Kind.SERIAL and is_first and marker is None


def _is_left(word: Word, columns: Sequence[Column]) -> bool:
    return word.left - columns[0].left < _AT_EDGE * word.height


def starts_row(lines: Iterable[VisibleLine], columns: Sequence[Column]) -> bool:
    """Tell whether the next lines have words below two heads at least, none of them below two at once."""
    found: set[int] = set()
    for line in islice(lines, _LOOKED_AT):
        under = [{k for k, column in enumerate(columns) if _is_under(word, column)} for word in line.words]
        if any(len(own) > 1 for own in under):
            break
        found.update(*under)
    return len(found) > 1


def _is_under(word: Word, column: Column) -> bool:
    return word.left < column.right and column.left < word.right
