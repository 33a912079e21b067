"""Lines without numbering into headings and parts of their own, by line index."""

from collections.abc import Sequence

from ingest.numbering import Marker
from ingest.outline.counted import find_counted, find_only_count
from ingest.outline.halves import find_halves
from ingest.outline.headings import row_heading
from ingest.outline.lead_ins import find_lead_ins, find_outermost
from ingest.outline.marks import Landmark, Mark, covered
from ingest.outline.parts import find_parts
from ingest.outline.periods import find_periods
from ingest.outline.pieces import find_pieces
from ingest.outline.unnumbered import find_alone, find_questions, find_styled
from ingest.records import LISTED, VERBATIM, Line


def find_landmarks(
    lines: Sequence[Line], markers: Sequence[Marker | None], title: str
) -> dict[int, Landmark]:
    """Find the unnumbered section starts of a document by line index, the surest looks first.

    :param title: title of the document; lines that repeat it open no section.
    """
    found: dict[int, Landmark] = {}
    for i, line in enumerate(lines):
        row = row_heading(line.text)
        if row is not None:
            found[i] = Landmark(Mark.ROW, row.label, row.title)
    found.update(find_parts(lines, markers, found))
    found.update(find_pieces(lines, _free(lines, markers, found), markers, title))
    found.update(find_halves(lines, _free(lines, markers, found), markers, title))
    found.update(find_questions(lines, _free(lines, markers, found)))
    found.update(find_styled(lines, _free(lines, markers, found), markers, title))
    found.update(find_counted(lines, _free(lines, markers, found)))
    found.update(find_only_count(lines, _free(lines, markers, found), markers))
    found.update(find_periods(lines, _free(lines, markers, found), markers))
    leads = find_lead_ins(lines, _free(lines, markers, found), markers)
    free = _free(lines, markers, {**found, **leads})
    alone = find_alone(lines, _unlisted(lines, free), markers, title)
    found.update({**alone, **leads, **find_outermost(lines, free, markers, leads, alone, found)})
    found.update(_below_tables(_free(lines, markers, found), found))
    return found


def _below_tables(free: Sequence[int], found: dict[int, Landmark]) -> dict[int, Landmark]:
    """Find where text goes on below the last row of a table; between two rows it belongs to the upper."""
    rows = {i for i, landmark in found.items() if landmark.mark is Mark.ROW}
    return {i: Landmark(Mark.BELOW, lines=0) for i in free if i - 1 in rows and i + 1 not in rows}


def _free(lines: Sequence[Line], markers: Sequence[Marker | None], found: dict[int, Landmark]) -> list[int]:
    """Indices of the lines below the first that are neither numbered nor part of a landmark nor verbatim."""
    taken = covered(found)
    return [
        i
        for i in range(1, len(markers))
        if markers[i] is None and i not in taken and lines[i].style != VERBATIM
    ]


def _unlisted(lines: Sequence[Line], free: Sequence[int]) -> list[int]:
    """Those lines that are no items of a list by their format."""
    return [i for i in free if lines[i].style < LISTED]
