"""Lines of plain text whose cells bars, tabs, blanks or dashes part into the rows of a table.

A table starts where known heads of columns stand side by side and goes on while lines have as many cells
and what stands under a head fits it; so does one whose heads are any words, if all but the first cell of
each row are figures, or many rows have as many cells and one column is of amounts. Heads may be parted
otherwise than what stands below them (周次 / 时间 / 主要工作). A calendar needs no heads: a time first,
units last. Anything less certain stays as it was typed. Bars part nothing else, so that none of the columns
need be of units, times or numbers.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.parse.column_heads import Kind, fits, is_amount_head, is_common_head, kind_of_head
from ingest.parse.table import CELL_GAP, Cell, table_lines
from ingest.records import Line

_EDGES = re.compile("^[|｜]|[|｜]$")
_BAR = re.compile("[|｜]")
_RULE = re.compile("[-—:：]*")  # a cell of the line that Markdown draws below the heads
_ANY_BLANK = re.compile(r"[ \u3000\t]+")
_WIDE = re.compile(r"[ \u3000\t]{2,}|\u3000")
_SLASH = re.compile(r"[ \u3000\t]*[/／][ \u3000\t]*")
_DASHES = re.compile(r"[ \u3000\t]*(?:—{2,}|–{2,}|-{3,})[ \u3000\t]*")
_TABS = tuple(map(re.compile, (r"\t", r"\t+")))
_GAPS = (  # what parts the heads, and the cells below them
    *((gap, gap) for gap in (_BAR, *_TABS, _WIDE, _DASHES, _ANY_BLANK, _SLASH)),
    *((heads, cells) for heads in (_SLASH, _BAR, _ANY_BLANK) for cells in (_WIDE, *_TABS)),
)
_LOOSE = (_ANY_BLANK, _SLASH)  # parts other words too
_FEWEST_HEADS, _FEWEST_ROWS, _FEWEST_CELLS = 3, 2, 2
_MANY_HEADS, _MANY_ROWS, _LONGEST_HEAD, _LONGEST_CELL = 4, 3, 12, 60  # of a table whose heads are any words
_CALENDAR_CELLS = 3  # when, what, who
_LONGEST_HEADS = 120  # characters of the line that holds them
_KNOWN = 2 / 3  # share of the heads that name a kind
_FITTING = 0.8  # share of the cells of a column that are what its head says
_FIGURE = re.compile(r"[-−—+]?\d[\d,，]*(?:\.\d+)?\s?[%％‰]?|[-—–/…]{1,2}|\.{2,3}")
_DIGIT = re.compile(r"\d")
# An amount, a range, a telephone number; a date, 3号 and 2组 are none: people sit and sign in such rows.
_AMOUNT = re.compile(r"[约超≥≤<>]?\d[\d,，.\-—~～/]*\s?(?![年月日号组排座队班楼室栋])[^\d\s，。；]{0,6}\d?")
_WORDS = re.compile(r"[^。；;：:！？]*[\u4e00-\u9fffA-Za-z][^。；;：:！？]*")
_TOLD = (Kind.SERIAL, Kind.UNITS, Kind.TIME)  # kinds whose cells can be told from others


def with_typed_tables(lines: Sequence[str]) -> list[Line]:
    """Put tables in the place of the lines they were typed in; every other line stays as it is."""
    found: list[Line] = []
    at = 0
    while at < len(lines):
        rows, end = _table(lines, at)
        if rows:
            found += table_lines([[Cell(text) for text in row] for row in rows])
        elif calendar := _calendar(lines, at):
            found += [Line(CELL_GAP.join(row)) for row in calendar]
            end = at + len(calendar)
        else:
            found.append(Line(lines[at]))
            end = at + 1
        at = end
    return found


def _table(lines: Sequence[str], at: int) -> tuple[list[list[str]], int]:
    """The table that starts at a line, heads first, and the line behind it; no rows where none does."""
    for above, gap in _GAPS if len(lines[at]) <= _LONGEST_HEADS else ():
        kinds = _kinds(_cells(lines[at], above))
        rows, end = _known(lines, at, kinds, (above, gap)) if kinds else ([], at)
        if not rows and above is gap is not _SLASH:
            rows, end = _unknown(lines, at, gap)
        if rows:
            return rows, end
    return [], at


def _known(
    lines: Sequence[str],
    at: int,
    kinds: Sequence[Kind | None],
    gaps: tuple[re.Pattern[str], re.Pattern[str]],
) -> tuple[list[list[str]], int]:
    """The table under known heads at a line, and the line behind it; no rows where what follows is none.

    :param gaps: what parts the heads, and the cells.
    """
    above, gap = gaps
    is_told = any(kind in _TOLD for kind in kinds)
    if not is_told and gap is not _BAR and (gap in _LOOSE or None in kinds):
        return [], at
    rows, end = [_cells(lines[at], above)], at + 1
    for place, row in _rows(lines, at + 1, gap, kinds):
        rows.append(row)
        end = place + 1
    fewest = _FEWEST_ROWS if is_told or gap is _BAR else _MANY_ROWS
    return (rows, end) if len(rows) > fewest and _is_told(kinds, rows[1:]) else ([], at)


def _calendar(lines: Sequence[str], at: int) -> list[list[str]]:
    """The rows from a line on that begin with a time and end with units, typed under no heads."""
    for gap in (*_TABS, _WIDE):
        rows: list[list[str]] = []
        for line in lines[at:]:
            cells = _cells(line, gap)
            if len(cells) != _CALENDAR_CELLS or not all(cells) or max(map(len, cells)) > _LONGEST_CELL:
                break
            if not (fits(Kind.TIME, cells[0]) and fits(Kind.UNITS, cells[-1])):
                break
            rows.append(cells)
        if len(rows) >= _MANY_ROWS:
            return rows
    return []


def _unknown(lines: Sequence[str], at: int, gap: re.Pattern[str]) -> tuple[list[list[str]], int]:
    """The table under heads of any words that starts at a line, and the line behind it."""
    heads = _cells(lines[at], gap)
    is_ruled = gap is _BAR and _is_rule(lines[at + 1 : at + 2], len(heads))
    if (
        len(heads) < (_FEWEST_CELLS if is_ruled else _FEWEST_HEADS)
        or len(set(heads)) < len(heads)
        or not all(map(_WORDS.fullmatch, heads))
    ):
        return [], at
    rows, end, is_apart = [heads], at + 1 + is_ruled, False
    for place in range(end, len(lines)):
        if not lines[place].strip():
            is_apart = True
            continue
        row = _cells(lines[place], gap)
        is_plain = all(row) and max(map(len, row)) <= _LONGEST_CELL
        if len(row) != len(heads) or not (is_plain or (is_ruled and any(row))):
            break
        if is_apart and not any(map(_DIGIT.search, row)):
            break  # the heads of another table
        is_apart = False
        rows.append(row)
        end = place + 1
    is_table = (
        (is_ruled and len(rows) > 1) or _is_of_figures(rows) or (gap is not _ANY_BLANK and _is_regular(rows))
    )
    return (rows, end) if is_table else ([], at)


def _is_rule(lines: Sequence[str], width: int) -> bool:
    """Tell whether the line below the heads is the one that Markdown draws there, which leaves no doubt."""
    cells = [cell for line in lines for cell in _cells(line, _BAR)]
    return len(cells) == width and all(len(cell) > 1 and _RULE.fullmatch(cell) for cell in cells)


def _is_of_figures(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether below the heads words are followed by figures alone."""
    return len(rows) > _FEWEST_ROWS and all(
        _WORDS.fullmatch(first) and all(map(_FIGURE.fullmatch, others)) for first, *others in rows[1:]
    )


def _is_regular(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether so many rows with as many cells, a column of them of figures, are no chance."""
    heads, *below = rows
    if len(heads) < _MANY_HEADS or len(below) < _MANY_ROWS or max(map(len, heads)) > _LONGEST_HEAD:
        return False
    columns = zip(heads, *below, strict=True)
    return any(not _DIGIT.search(head) and all(map(_AMOUNT.fullmatch, cells)) for head, *cells in columns)


def _cells(line: str, gap: re.Pattern[str]) -> list[str]:
    line = line.strip()
    return [cell.strip() for cell in gap.split(_EDGES.sub("", line) if gap is _BAR else line)]


def _kinds(heads: Sequence[str]) -> list[Kind | None]:
    """What stands below each head; nothing where these words are no heads of a table of tasks."""
    if len(heads) < _FEWEST_HEADS or not all(heads) or len(set(heads)) < len(heads):
        return []
    kinds = list(map(_kind, heads))
    known = len(kinds) - kinds.count(None)
    return kinds if known >= _KNOWN * len(kinds) else []


def _kind(head: str) -> Kind | None:
    if kind := kind_of_head(head):
        return kind
    return Kind.AMOUNT if is_amount_head(head) else Kind.OTHER if is_common_head(head) else None


def _rows(
    lines: Sequence[str], at: int, gap: re.Pattern[str], kinds: Sequence[Kind | None]
) -> Iterator[tuple[int, list[str]]]:
    """The rows from a line on, each with the number of its line.

    Empty lines between them are passed over, but what stands behind one must be a row for certain: no
    heads of another table, and no line that misses what the heads say.
    """
    is_apart = False
    for place in range(at, len(lines)):
        if not lines[place].strip():
            is_apart = True
            continue
        told = _cells(lines[place], gap)
        if gap is _BAR and all(map(_RULE.fullmatch, told)):
            continue
        cells = _row(told, kinds)
        if not cells or (is_apart and (_kinds(told) or not _fit(kinds, cells))):
            return
        is_apart = False
        yield place, cells


def _fit(kinds: Sequence[Kind | None], cells: Sequence[str]) -> bool:
    """Tell whether each cell of a row is what its head says, as far as that can be told."""
    told = (*_TOLD, Kind.AMOUNT)
    return all(fits(kind, cell) for kind, cell in zip(kinds, cells, strict=True) if kind in told and cell)


def _row(cells: list[str], kinds: Sequence[Kind | None]) -> list[str]:
    """The cells of a line, one for each head; none where it is no row.

    Cells missing at the end of a numbered row were empty; several units of a cell may be parted as cells are.
    """
    more = len(cells) - len(kinds)
    if more > 0 and kinds.count(Kind.UNITS) == 1:
        first = kinds.index(Kind.UNITS)
        units = cells[first : first + more + 1]
        cells = [*cells[:first], " ".join(units), *cells[first + more + 1 :]]
        more = 0 if all(fits(Kind.UNITS, unit) for unit in units) else more
    if more > 0 or (more < 0 and (Kind.SERIAL not in kinds or len(cells) < _FEWEST_CELLS)):
        return []
    cells = [*cells, *[""] * -more]
    numbered = (cell for kind, cell in zip(kinds, cells, strict=True) if kind is Kind.SERIAL)
    return cells if all(fits(Kind.SERIAL, cell) for cell in numbered) else []


def _is_told(kinds: Sequence[Kind | None], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the cells below the heads are what these say, and most lines have one for each."""
    filled = sum(all(row) for row in rows)
    columns = zip(kinds, zip(*rows, strict=True), strict=True)
    return 2 * filled > len(rows) and all(
        sum(fits(kind, cell) for cell in cells if cell) >= _FITTING * sum(map(bool, cells))
        for kind, cells in columns
        if kind in _TOLD
    )
