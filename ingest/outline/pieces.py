"""The titles of the plans in a collection into parts of its one document."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.numbering import Marker
from ingest.outline.headings import clear_title
from ingest.outline.marks import Landmark, Mark
from ingest.records import Line
from ingest.titles import kind_of, piece_of, repeats_title

_PIECE = re.compile(
    r"【?(?:篇|范文)[一二三四五六七八九十\d]{1,3}】?.{0,40}"
    r"|[^。，；]{4,40}(?:(?:篇|范文)[一二三四五六七八九十\d]{1,3}|第[一二三四五六七八九十\d]{1,3}篇)】?"
)
_YEAR = re.compile(r"20\d\d")
_PIECE_CHARS = 60


def find_pieces(
    lines: Sequence[Line], free: Sequence[int], markers: Sequence[Marker | None], title: str
) -> dict[int, Landmark]:
    """Find the titles of the documents in a collection: two lines at least such as `篇一：…` or `… 篇2`.

    One such line is enough where the numbering starts again below it, and so is the title with another year.
    So are `…工作计划1`, `…工作计划2`: the same words, counted from one.
    """
    short = [i for i in free if len(lines[i].text) <= _PIECE_CHARS]
    pieces = [i for i in short if _PIECE.fullmatch(lines[i].text.strip())]
    pieces = pieces if len(pieces) > 1 else _counted(lines, short) or pieces
    if len(pieces) < 2:
        again = _restarts(markers)
        pieces = [i for i in again.intersection(short) if i in pieces or _is_next(lines[i].text, title)]
        pieces = sorted(i for i in pieces if kind_of(lines[i].text))
    return {i: Landmark(Mark.PART, "", clear_title(lines[i].text)) for i in pieces}


def _is_next(text: str, title: str) -> bool:
    """Tell whether a line is the title of the same plan for another year."""
    years = _YEAR.findall(text)
    return bool(years) and years != _YEAR.findall(title) and repeats_title(text, title)


def _restarts(markers: Sequence[Marker | None]) -> set[int]:
    """Indices of the lines between an item and a place where the outermost count starts at one again."""
    places = [(i, marker) for i, marker in enumerate(markers) if marker is not None]
    top = min((marker.family for _, marker in places), default=None)
    again: set[int] = set()
    seen = False
    for (above, before), (i, marker) in pairwise(places):
        seen = seen or before.family is top
        if seen and marker.family is top and marker.value == 1:
            again.update(range(above + 1, i))
    return again


def _counted(lines: Sequence[Line], short: Sequence[int]) -> list[int]:
    """The lines that say the same words with a number behind them, counted from one; two at least."""
    counted: dict[str, list[tuple[int, int]]] = {}
    for i in short:
        piece = piece_of(lines[i].text)
        if piece is not None:
            counted.setdefault(piece[0], []).append((i, piece[1]))
    for places in counted.values():
        if len(places) > 1 and [number for _, number in places] == list(range(1, len(places) + 1)):
            return [i for i, _ in places]
    return []
