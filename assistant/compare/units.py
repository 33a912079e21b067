"""Charges for each part of a question into a comparison: who answers for a task in each year or place."""

from collections.abc import Sequence

from assistant.citing.citations import Sources
from assistant.compare.columns import choose_alike, columns_of, likeness, transitions
from assistant.compare.records import Cell, Change, Comparison, Row
from assistant.duties import Charge, cite, name_task, say_units
from assistant.understanding.question import Question
from ingest.records import Role

_MOST_ROWS = 3
_NAMED_ALIKE = 0.5
_TITLED_ALIKE = 0.5


def compare_units(found: Sequence[tuple[Question, Sequence[Charge]]]) -> Comparison | None:
    """Compare who is responsible across the parts of a question; None where fewer than two say so.

    The first row compares the charges that are nearest and named most alike; what is left of at least two
    columns makes further rows.
    """
    columns = columns_of([part for part, _ in found])
    left = [list(found[at][1]) for at in columns.order]
    sources = Sources()
    rows: list[Row] = []
    while len(rows) < _MOST_ROWS and sum(map(bool, left)) > 1:
        chosen = choose_alike(left, lambda charge: charge.topicality, _alike)
        rows.append(_row(chosen, sources, columns.in_time))
        left = [
            [charge for charge in own if charge is not taken] for own, taken in zip(left, chosen, strict=True)
        ]
    return Comparison(columns.labels, tuple(rows), sources.citations) if rows else None


def _alike(one: Charge, other: Charge) -> float:
    titles = likeness(one.document.header.title, other.document.header.title)
    return _NAMED_ALIKE * likeness(name_task(one), name_task(other)) + _TITLED_ALIKE * titles


def _row(chosen: Sequence[Charge | None], sources: Sources, in_time: bool) -> Row:
    charges = [charge for charge in chosen if charge is not None]
    cells = tuple(
        Cell(say_units(charge), (cite(charge, sources),)) if charge else Cell() for charge in chosen
    )
    return Row(name_task(charges[-1]), cells, _change(chosen) if in_time else None)


def same_units(one: Charge, other: Charge) -> bool:
    """Tell whether the same units have the same part in two charges."""
    return _units(one) == _units(other)


def _change(chosen: Sequence[Charge | None]) -> Change:
    same = all(same_units(*pair) for pair in transitions(chosen))
    return Change.KEPT if same else Change.UNITS


def _units(charge: Charge) -> set[tuple[str, Role]]:
    return {(duty.unit, duty.role) for duty in charge.duties}
