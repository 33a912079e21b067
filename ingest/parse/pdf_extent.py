"""The heads of a table without upright lines into the lines below that may be its rows."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from ingest.parse.pdf_columns import Heads, Spread, VisibleLine
from ingest.parse.pdf_grid import Line
from ingest.parse.pdf_row_headings import heading_of, starts_row

_PAGE_NUMBER = re.compile(r"[-—–－·\s]*第?\s*\d{1,4}(?:\s*页)?(?:[\s,，/／]*共?\s*\d+\s*页?)?[-—–－·\s]*")
_DIGITS = re.compile(r"\d+")
_OUTER = 2  # lines at the top and the bottom of a page that may be the same on every page
_FURTHER = 1.6  # times the widest step so far, from which a line is too far below to belong to the table
_STEPS = 3.0  # letters by which the next line of a table may always stand lower
_FIRST_STEP = 6.0  # letters from the heads to the first line
_RULED = 0.6  # share of the width of a table that a level line crosses to be one of its rules
_MOST_BELOW = 16  # lines below the heading of rows that are looked at


@dataclass(slots=True)
class Extent:
    """The lines below the heads of a table that keep to its columns.

    :param again: the lines in which the heads are repeated.
    :param headings: the lines that head the rows below them, and their words.
    :param end: the place of the first line that does not belong to it.
    :param levels: the heights of the table's rules on each page.
    """

    lines: list[int] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    headings: dict[int, str] = field(default_factory=dict)
    end: int = 0
    levels: dict[int, list[float]] = field(default_factory=dict)


def extent_of(
    lines: Sequence[VisibleLine],
    start: int,
    known: Sequence[Heads | None],
    outer: Set[int],
    rules: Mapping[int, Sequence[Line]],
) -> Extent:
    """Follow a table from its heads down its page and over the next ones.

    :param known: the heads that start at each line.
    :param outer: lines at the edges of pages that no table holds.
    :param rules: the straight lines of each page.
    """
    heads = known[start]
    assert heads is not None
    spread = Spread(heads.columns)
    found = Extent()
    last, step, at = start + heads.lines - 1, 0.0, start + heads.lines
    while at < len(lines):
        line = lines[at]
        if at in outer:
            at += 1
            continue
        if line.page not in found.levels:
            found.levels[line.page] = _levels(heads, rules.get(line.page, ()))
        again = known[at]
        same_page = line.page == lines[last].page
        if again is not None and again.names == heads.names and not same_page:
            found.again.extend(range(at, at + again.lines))
            at += again.lines
            last = at - 1
            continue
        if again is not None or _is_apart(found, lines, last, at, step) or line.page > lines[last].page + 1:
            break
        heading = heading_of(line, heads.columns)
        if heading and _heads_rows(lines, at, known, outer, heads):
            found.headings[at] = heading
        elif not heading and spread.takes(line.words):
            down = line.top - lines[last].top if same_page else 0.0
            is_near = bool(found.lines) or down < _STEPS * line.words[0].height
            step = max(step, down if is_near else 0.0)
            found.lines.append(at)
        else:
            break
        last, at = at, at + 1
    found.end = at
    return found


def _heads_rows(
    lines: Sequence[VisibleLine], at: int, known: Sequence[Heads | None], outer: Set[int], heads: Heads
) -> bool:
    """Tell whether a row of the table stands below a line."""
    below = [i for i in range(at + 1, min(at + _MOST_BELOW, len(lines))) if i not in outer]
    if not below or known[below[0]] is not None:
        return False
    return starts_row((lines[i] for i in below), heads.columns)


def _is_apart(found: Extent, lines: Sequence[VisibleLine], last: int, at: int, step: float) -> bool:
    """Tell whether a line stands too far below a table or below its last rule, or is a table itself."""
    line, above = lines[at], lines[last]
    if not all(word.text for word in line.words):
        return True
    if line.page != above.page:
        return False
    is_first = not found.lines or last in found.again[-1:]
    levels = found.levels[line.page]
    if not is_first and levels and above.top < levels[-1] < line.top:
        return True
    reach = (_FIRST_STEP if is_first else _STEPS) * line.words[0].height
    return line.top - above.top > max(_FURTHER * step, reach)


def _levels(heads: Heads, lines: Sequence[Line]) -> list[float]:
    """The heights of the level lines that reach over most of a table's columns."""
    left, right = heads.columns[0].left, heads.columns[-1].right
    return sorted(
        line[1] for line in lines if min(line[2], right) - max(line[0], left) > _RULED * (right - left)
    )


def outer_lines(lines: Sequence[VisibleLine], known: Sequence[Heads | None]) -> set[int]:
    """The lines at the edges of pages that are page numbers, or the same at one height on several pages."""
    pages: dict[int, list[int]] = {}
    for i, line in enumerate(lines):
        pages.setdefault(line.page, []).append(i)
    edges = {i for same in pages.values() for i in (*same[:_OUTER], *same[-_OUTER:])}
    shapes: dict[tuple[str, int], set[int]] = {}
    for i in edges:
        for height in (-1, 0, 1):
            shapes.setdefault((_shape(lines[i]), round(lines[i].top / 4) + height), set()).add(lines[i].page)
    ends = {i for same in pages.values() for i in (same[0], same[-1])}
    numbers = {i for i in ends if _PAGE_NUMBER.fullmatch(_shape(lines[i], ""))}
    repeated = {i for i in edges if len(shapes[_shape(lines[i]), round(lines[i].top / 4)]) > 1}
    return numbers | {i for i in repeated if known[i] is None and len(lines[i].words) < _OUTER}


def _shape(line: VisibleLine, number: str = "#") -> str:
    words = " ".join(word.text for word in line.words)
    return _DIGITS.sub(number, words) if number else words
