"""The rows of a table above and below a page break into whether it cuts one of them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.parse.pdf_body import Body

_MOST_ABOVE = 500  # lines above a page break that are looked at


def with_page_breaks(body: Body, breaks: Iterable[int]) -> list[int]:
    """Add to the lines where rows start on a page those where a page starts with one.

    None at all where it is not certain whether a page starts with a row or goes on with one.
    """
    pages = {at for at in range(1, len(body.lines)) if body.lines[at].page != body.lines[at - 1].page}
    inside = sorted({0, *breaks} | body.opening)
    blocks = [*sorted({*inside, *pages}), len(body.lines)]
    usual = _usual(body, blocks, pages)
    starts = [0]
    for at, end in pairwise(blocks[1:]):
        above = max(starts[-1], at - _MOST_ABOVE)
        opens = True if at not in pages or at in body.opening else _opens(body, above, at, end, usual)
        if opens is None:
            return []
        starts += [at] if opens else []
    return starts


def _usual(body: Body, blocks: Sequence[int], pages: set[int]) -> set[int]:
    """The columns that every row has words in which no page break may cut."""
    usual = set(body.telling)
    for start, end in pairwise(blocks):
        if start not in pages and end not in pages:
            usual &= _columns(body, start, end)
    return usual


def _columns(body: Body, start: int, end: int) -> set[int]:
    return {k for cells in body.cells[start:end] for k in cells}


def _opens(body: Body, start: int, at: int, end: int, usual: set[int]) -> bool | None:
    """Tell whether a row starts at the first line of a page; None where that is not certain.

    :param start: where the row above the page break starts.
    :param end: where the next row starts for sure.
    """
    if body.serial is not None:
        above, below = (
            sum(body.number(line) is not None for line in range(*part)) for part in ((start, at), (at, end))
        )
        return {(1, 0): False, (0, 1): False, (1, 1): True}.get((above, below))
    together, apart = _carried(body, start, at, end)
    is_part = not usual <= _columns(body, start, at) or not usual <= _columns(body, at, end)
    if apart:
        return None if is_part or together else True
    return False if is_part or together else None


def _carried(body: Body, start: int, at: int, end: int) -> tuple[bool, bool]:
    """Whether words below a page break surely go on with those above it, and whether some surely do not."""
    together = apart = False
    for k in _columns(body, start, at) & _columns(body, at, end) & body.telling:
        last = max(line for line in range(start, at) if k in body.cells[line])
        first = min(line for line in range(at, end) if k in body.cells[line])
        together = together or body.is_cut(first, last, k)
        apart = apart or body.carries_on(first, last, k) is False
    return together, apart
