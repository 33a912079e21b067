"""Names of categories and offices that stand once for several rows into the rows they belong to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.numbering import read_marker
from ingest.parse.pdf_body import Body, Line
from ingest.parse.pdf_columns import VisibleLine

_OFF = 0.3  # of a letter's height by which a name may stand off the middle of its rows
_MANY = 3  # names in a column, all of which will hardly stand in first lines by chance
_NEAR = 1.1  # times the least step between lines, by which lines of one name are apart

Label = Sequence[Line]
"""The lines of the names beside a row, by the place of their column."""


def without_labels(body: Body) -> tuple[Body, list[int]]:
    """The lines of a table without the names beside them, and the places of those lines."""
    places = [at for at, cells in enumerate(body.cells) if set(cells) - body.labels]
    lines = []
    for at in places:
        words = [word for k, own in body.cells[at].items() if k not in body.labels for word in own]
        lines.append(VisibleLine(body.lines[at].page, tuple(sorted(words))))
    moved = {min((n for n, place in enumerate(places) if place >= at), default=0) for at in body.opening}
    return replace(body, lines=lines, opening=frozenset(moved)), places


def labels_of(
    body: Body, core: Body, places: Sequence[int], rows: Sequence[range], *, is_whole: bool
) -> list[Label] | None:
    """The names beside rows, each given to the first row it belongs to.

    They stand in the first lines of these rows, or in the middle of them all.

    :param core: the lines without the names, which stand at `places` among those of the table.
    :param rows: the lines of each row among these.
    :param is_whole: whether the table ends below them; else it is not certain what stands in their middle.
    :return: the lines of the name for each row, none for most; None where a name may belong to other rows.
    """
    found: list[list[Line]] = [[] for _ in rows]
    starts = {places[row.start]: n for n, row in enumerate(rows)}
    for column in sorted(body.labels):
        lines = [at for at, cells in enumerate(body.cells) if column in cells]
        blocks = _blocks(body, column, lines, _least_step(body))
        whole = _in_each(body, column, core, rows, blocks, starts)
        if whole is None:
            top = _at_top(body, column, lines, starts, blocks)
            middle = _in_middle(body, column, core, rows, blocks) if is_whole else None
            is_sure = None in (top, middle) or top == middle or len(lines) >= _MANY
            whole = (middle if top is None else top) if is_sure else None
        if whole is None:
            return None
        for at, n in whole.items():
            found[n].append({column: body.cells[at][column]})
    return list(found)


def _in_each(
    body: Body,
    column: int,
    core: Body,
    rows: Sequence[range],
    blocks: Sequence[Sequence[int]],
    starts: Mapping[int, int],
) -> dict[int, int] | None:
    """The row of each line of names where every row has a name of its own, or no row has one."""
    lines = [at for block in blocks for at in block]
    if [starts.get(at) for at in lines] == list(range(len(rows))) or not lines:
        return {at: starts[at] for at in lines}
    if len(blocks) != len(rows):
        return None
    for block, row in zip(blocks, rows, strict=True):
        middle = (body.cells[block[0]][column][0].top + body.cells[block[-1]][column][0].bottom) / 2
        page = body.lines[block[0]].page
        own = [core.lines[i] for i in row if core.lines[i].page == page]
        if not own or not own[0].top < middle < max(line.bottom for line in own):
            return None
    return {at: n for n, block in enumerate(blocks) for at in block}


def _least_step(body: Body) -> float:
    """The least step from a line of a cell to the next one."""
    steps: list[float] = []
    for k in range(len(body.columns)):
        own = [at for at, cells in enumerate(body.cells) if k in cells]
        pairs = [(a, b) for a, b in pairwise(own) if body.lines[a].page == body.lines[b].page]
        steps += [body.cells[b][k][0].top - body.cells[a][k][0].top for a, b in pairs]
    return min((step for step in steps if step > body.size / 2), default=2 * body.size)


def _blocks(body: Body, column: int, lines: Sequence[int], step: float) -> list[list[int]]:
    """The lines of a column that stand close below each other."""
    blocks: list[list[int]] = []
    for at in lines:
        last = blocks[-1][-1] if blocks else at
        down = body.cells[at][column][0].top - body.cells[last][column][0].top
        if blocks and body.lines[at].page == body.lines[last].page and down < _NEAR * step:
            blocks[-1].append(at)
        else:
            blocks.append([at])
    return blocks


def _at_top(
    body: Body, column: int, lines: Sequence[int], starts: Mapping[int, int], blocks: Sequence[Sequence[int]]
) -> dict[int, int] | None:
    """The row of each line of names that start in first lines; a second line stands right below them."""
    if not lines or lines[0] not in starts or starts[lines[0]] != 0:
        return None
    above = {below: last for block in blocks for last, below in pairwise(block)}
    rows: dict[int, int] = {}
    for at in lines:
        text = body.cells[at][column][0].text
        is_rest = text.startswith(("（", "(")) and read_marker(text) is None
        if at in starts and not (is_rest and at in above):
            rows[at] = starts[at]
        elif at in above:
            rows[at] = rows[above[at]]
        else:
            return None
    return rows


def _in_middle(
    body: Body, column: int, core: Body, rows: Sequence[range], blocks: Sequence[Sequence[int]]
) -> dict[int, int] | None:
    """The row of each line of names that stand in the middle of their rows, where every row has one."""
    found: dict[int, int] = {}
    at = 0
    for block in blocks:
        middle = body.cells[block[0]][column][0].top + body.cells[block[-1]][column][0].bottom
        end = _end(core, rows[at:], middle)
        if end is None:
            return None
        found |= dict.fromkeys(block, at)
        at += end
    return found if at == len(rows) else None


def _end(core: Body, rows: Sequence[range], middle: float) -> int | None:
    """How many rows from the first on have a height in their middle; None if no number has."""
    for n, row in enumerate(rows, 1):
        lines = [core.lines[i] for i in (*rows[0], *row)]
        if len({line.page for line in lines}) > 1:
            return None
        if abs(lines[0].top + max(line.bottom for line in lines) - middle) <= 2 * _OFF * core.size:
            return n
    return None
