"""Two figures into whether they can be compared, and whether they differ."""

from math import prod

from assistant.compare.columns import containment
from ingest.records import Figure

_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_SCALES = "".join(_POWERS)


def same_measure(one: Figure, other: Figure, at_least: float) -> bool:
    """Tell whether two figures measure the same, in the same unit but for its scale.

    :param at_least: share of the characters of the shorter measure that the longer one must have.
    """
    alike = one.measure == other.measure or containment(one.measure, other.measure) >= at_least
    return alike and one.unit.lstrip(_SCALES) == other.unit.lstrip(_SCALES)


def may_be_set_off(one: Figure, other: Figure, at_least: float) -> bool:
    """Tell whether two figures stated of the thing asked measure the same, or have one unit.

    The reader finds no measure of many a figure; the clause that names the thing must do then.
    """
    if one.measure and other.measure:
        return same_measure(one, other, at_least)
    return one.unit.lstrip(_SCALES) == other.unit.lstrip(_SCALES)


def same_value(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one measure state the same, bound and unit included."""
    return (one.value, one.unit, one.comparator) == (other.value, other.unit, other.comparator)


def value_in(figure: Figure, unit: str) -> float | None:
    """Give a figure's value in a unit that differs from its own by scale only (万元, 亿元).

    None where it is no single number (a range, a share) or the units differ in more than their scale.
    """
    if figure.unit.lstrip(_SCALES) != unit.lstrip(_SCALES):
        return None
    try:
        return float(figure.value) * _scale(figure.unit) / _scale(unit)
    except ValueError:
        return None


def _scale(unit: str) -> float:
    sign = unit[: len(unit) - len(unit.lstrip(_SCALES))]
    return float(prod(_POWERS[char] for char in sign))
