"""A statement into the pieces that may each give a figure: clauses, years, cells, things listed."""

import re
from collections.abc import Iterable, Sequence

from assistant.evidence.evidence import Statement
from ingest.parse.table import CELL_GAP, is_row

# Signs of a clause; a comma within a number (1,500) ends none.
_THOUSANDS = r"(?<=\d),(?=\d{3})"
_CLAUSE = re.compile(rf"(?:[^,，;；。：:\u3000\n]|{_THOUSANDS})+[,，;；。：:\u3000\n]*")
_IN_CELL = re.compile(rf"(?:[^,，;；。{CELL_GAP}\n]|{_THOUSANDS})+[,，;；。]*")
_LISTED = re.compile(r"[^、]+")
YEARLY = re.compile(r"(20\d{2})年[^、,，;；。\s]*[、,，;；。\s]*")
_ENDS = " \t\n\u3000,，;；。、：:"
_BORNE_WHOLE = 40
_TOO_SHORT = 8
_FIGURE = re.compile(r"\d")


def row_of(statement: Statement) -> str:
    """Give the row of a table that a statement is, without the title that may stand above it, or ""."""
    line = statement.text.strip().rpartition("\n")[2]
    return line if is_row(line) else ""


def pieces(statement: Statement, years: Sequence[int], side: str, *, whole: bool) -> list[tuple[int, int]]:
    """Find the spans in the document of the pieces of a statement, without the stops at their ends.

    A row of a table has the clauses of its cells, the first of each with the column head; of a clause that
    gives several things a figure each (`水稻400元、油菜300元`) only that of the side counts; of what is given
    year by year only the years asked.
    """
    text, base = statement.chunk.text, statement.chunk.start
    start, end = statement.start - base, statement.end - base
    yearly = list(YEARLY.finditer(text, start, end))
    asked = [piece.span() for piece in yearly if int(piece[1]) in years]
    if asked and len(yearly) > len(asked):
        spans = asked if whole else [*asked, *_beside(text, (start, end), [one.span() for one in yearly])]
    elif whole:
        spans = [(start, end)]
    elif row := row_of(statement):
        spans = [match.span() for match in _IN_CELL.finditer(text, text.rindex(row, start, end), end)]
    else:
        spans = _joined(text, (match.span() for match in _CLAUSE.finditer(text, start, end)))
        spans = [piece for span in spans for piece in _of_side(text, span, side)]
        spans += [(start, end)] if len(spans) > 1 and end - start <= _BORNE_WHOLE else []
    stripped = [_stripped(text, *span) for span in spans if text[slice(*span)].strip(_ENDS)]
    return [(base + first, base + last) for first, last in stripped]


def _beside(text: str, span: tuple[int, int], yearly: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find the clauses of a statement that give no figures year by year, and so may be of the year asked."""
    clauses = _joined(text, (match.span() for match in _CLAUSE.finditer(text, *span)))
    return [(first, last) for first, last in clauses if all(b <= first or last <= a for a, b in yearly)]


def _of_side(text: str, span: tuple[int, int], side: str) -> list[tuple[int, int]]:
    """Cut a clause to the listed figures that name the side, if each listed thing has a figure there."""
    listed = [match.span() for match in _LISTED.finditer(text, *span)] if side else []
    named = [one for one in listed if side in text[slice(*one)]]
    each = all(_FIGURE.search(text, *one) for one in listed)
    return named if named and each and len(listed) > 1 else [span]


def _joined(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join a clause of few characters to the one before its comma: alone it does not say what it is about."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and end - start < _TOO_SHORT and text[start - 1] in ",，":
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip(_ENDS)), start + len(words.rstrip(_ENDS))
