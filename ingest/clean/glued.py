"""Lines to whose end the first cells of the next table row are glued, into a line for each."""

import re
from collections.abc import Sequence

from ingest.records import Line

# The column heads run together too: 序号改革举措主要内容.
_HEADS = re.compile(r"序号[\u4e00-\u9fff]{4,24}?(?=[一1][、\u4e00-\u9fff“])|序号[\u4e00-\u9fff]{4,24}$")
_CELL = re.compile(r"(?<=[\u4e00-\u9fff。”）)；])(\d{1,3})(?=[\u4e00-\u9fff“《][^。；]{1,40}$)")
_TAIL = 48
_LEAST_ROWS = 5


def part_glued_rows(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Part such cells where the column heads are glued as well and the numbers count on to the last row.

    Each comes out as `7.强市放权改革`, the way rows of tables are written; the second result counts them.
    """
    head = next(
        (at for at, line in enumerate(lines) if line.text.startswith("序号") and _HEADS.match(line.text)),
        None,
    )
    if head is None:
        return list(lines), 0
    cells: dict[int, re.Match[str]] = {}
    for at in range(head, len(lines)):
        text = lines[at].text
        found = _CELL.search(text, max(0, len(text) - _TAIL))
        if found is not None and int(found[1]) == len(cells) + 1:
            cells[at] = found
    if len(cells) < _LEAST_ROWS:
        return list(lines), 0
    parts: list[Line] = []
    for at, line in enumerate(lines):
        cell = cells.get(at)
        texts = (
            [line.text]
            if cell is None
            else [line.text[: cell.start()], f"{cell[1]}.{line.text[cell.end() :]}"]
        )
        if at == head and (heads := _HEADS.match(texts[0])) is not None:
            texts[:1] = [heads[0], texts[0][heads.end() :]]
        parts += [Line(text, line.style) for text in texts if text]
    return parts, len(cells)
