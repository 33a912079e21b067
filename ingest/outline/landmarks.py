"""Lines without numbering into headings and parts of their own, by line index."""

from collections.abc import Sequence

from ingest.numbering import Marker
from ingest.outline.counted import find_counted, find_only_count
from ingest.outline.halves import find_halves
from ingest.outline.headings import clear_title, first_head, row_heading, task_heading
from ingest.outline.lead_ins import find_lead_ins, find_outermost
from ingest.outline.marks import Landmark, Mark, covered
from ingest.outline.parts import find_parts
from ingest.outline.periods import find_periods
from ingest.outline.pieces import find_pieces
from ingest.outline.unnumbered import find_alone, find_questions, find_styled
from ingest.parse.table import is_row
from ingest.parse.table_groups import read_group
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
    found.update(_rows_beside(lines, found))
    found.update(_groups(lines, found))
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


def _rows_beside(lines: Sequence[Line], rows: dict[int, Landmark]) -> dict[int, Landmark]:
    """Find the rows that name nobody below or above others of their table that are sections."""
    found: dict[int, Landmark] = {}
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        for i in order:
            beside = i - order.step
            if i in rows or i in found or not (beside in rows or beside in found):
                continue
            text = lines[i].text
            if is_row(text) and first_head(text) == first_head(lines[beside].text):
                heading = task_heading(text)
                found[i] = Landmark(Mark.ROW, heading.label, heading.title)
    return found


def _groups(lines: Sequence[Line], rows: dict[int, Landmark]) -> dict[int, Landmark]:
    """Find the lines `类别：产业发展` right above the rows of a table that are sections."""
    found: dict[int, Landmark] = {}
    above = False  # whether a section stands among the rows right below
    for i in range(len(lines) - 1, -1, -1):
        group = read_group(lines[i].text) if above else None
        if group is not None:
            found[i] = Landmark(Mark.GROUP, group.label, clear_title(group.name))
        above = i in rows or (above and is_row(lines[i].text))
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
