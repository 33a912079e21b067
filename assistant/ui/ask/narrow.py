"""What a reader ticks into a filter, and back into what it is called."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.records import Filter

FIELDS = {"years": "年份", "kinds": "文种", "organs": "发文单位", "units": "责任单位", "docs": "文件"}
"""What can be chosen: the field of the filter and its name on the page."""


def filter_of(ticked: Iterable[tuple[str, str]]) -> Filter:
    """The filter of ticked boxes, each a field and a value; what is no field or no year is left out."""
    chosen: dict[str, list[str]] = {field: [] for field in FIELDS}
    for field, value in ticked:
        if field in chosen:
            chosen[field].append(value)
    years = tuple(int(year) for year in chosen.pop("years") if year.isdecimal())
    return Filter(years=years, **{field: tuple(values) for field, values in chosen.items()})


def picks(chosen: Filter) -> Iterator[tuple[str, str, str]]:
    """Each value of a filter: its field, the value as the page sends it, and what it is called."""
    for field in FIELDS:
        for value in map(str, getattr(chosen, field)):
            label = value.rsplit("/", 1)[-1] if field == "docs" else value
            yield field, value, f"{label}年" if field == "years" else label


def without(chosen: Filter, field: str, value: str) -> Filter:
    """The filter without one value."""
    if field not in FIELDS:
        return chosen
    kept = tuple(each for each in getattr(chosen, field) if str(each) != value)
    return replace(chosen, **{field: kept})
