"""Two figures into whether they can be compared, and whether they differ."""

from math import prod

from assistant.compare.columns import containment
from ingest.records import Figure

_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_SCALES = "".join(_POWERS)
IN_OTHERS = {
    **{"吨": ("斤", 2000), "公斤": ("斤", 2), "千克": ("斤", 2), "公顷": ("亩", 15)},
    **{"公里": ("米", 1000), "千米": ("米", 1000)},
}
"""Units by a smaller one, and how many of it they are."""


def same_measure(one: Figure, other: Figure, at_least: float) -> bool:
    """Tell whether two figures measure the same, in units of one kind (万元, 亿元; 米, 公里).

    :param at_least: share of the characters of the shorter measure that the longer one must have.
    """
    alike = one.measure == other.measure or containment(one.measure, other.measure) >= at_least
    return alike and _plain(one.unit) == _plain(other.unit)


def may_be_set_off(one: Figure, other: Figure, at_least: float) -> bool:
    """Tell whether two figures stated of the thing asked measure the same, or have one unit.

    The reader finds no measure of many a figure; the clause that names the thing must do then.
    """
    if one.measure and other.measure:
        return same_measure(one, other, at_least)
    return _plain(one.unit) == _plain(other.unit)


def same_value(one: Figure, other: Figure) -> bool:
    """Tell whether two figures of one measure state the same, bound and unit included."""
    return (one.value, one.unit, one.comparator) == (other.value, other.unit, other.comparator)


def as_said(figure: Figure, text: str) -> str:
    """Give a figure as its document prints it, with the unit that may stand in the head of its column.

    :param text: of the document.
    """
    printed = text[figure.start : figure.end]
    bare = figure.unit.lstrip(_SCALES)
    if bare in printed:
        return printed
    scaled = figure.unit.removesuffix(bare)
    return printed + (bare if printed.endswith(scaled) else figure.unit)


def value_in(figure: Figure, unit: str) -> float | None:
    """Give a figure's value in another unit of its kind (万元, 亿元; 米, 公里).

    None where it is no single number (a range, a share) or the units are of two kinds.
    """
    if _plain(figure.unit) != _plain(unit):
        return None
    try:
        return float(figure.value) * _scale(figure.unit) / _scale(unit)
    except ValueError:
        return None


def _plain(unit: str) -> str:
    """Give the unit without its scale, or the smaller one it is counted in."""
    bare = unit.lstrip(_SCALES)
    return IN_OTHERS.get(bare, (bare, 1))[0]


def _scale(unit: str) -> float:
    """Tell how many plain units one is."""
    bare = unit.lstrip(_SCALES)
    sign = unit[: len(unit) - len(bare)]
    return float(prod(_POWERS[char] for char in sign)) * IN_OTHERS.get(bare, (bare, 1))[1]
