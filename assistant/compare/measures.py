"""Two figures into whether they can be compared, and whether they differ."""

from assistant.compare.columns import containment
from ingest.records import Figure

_SCALES = "十百千万亿"


def same_measure(one: Figure, other: Figure, at_least: float) -> bool:
    """Tell whether two figures measure the same, in the same unit but for its scale.

    :param at_least: share of the characters of the shorter measure that the longer one must have.
    """
    alike = one.measure == other.measure or containment(one.measure, other.measure) >= at_least
    return alike and one.unit.lstrip(_SCALES) == other.unit.lstrip(_SCALES)


def same_value(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one measure state the same, bound and unit included."""
    return (one.value, one.unit, one.comparator) == (other.value, other.unit, other.comparator)
