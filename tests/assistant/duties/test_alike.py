"""Offices that may be one by a longer and a shorter name."""

import pytest

from assistant.duties import alike_office

UNITS = (
    "督查股",
    "教育督查股",
    "办公室",
    "人事股",
    "政工人事股",
    "干部人事股",
    "县应急办",
    "各乡镇应急办",
    "县教研室",
    "教研室",
)


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("督查股", "教育督查股"),
        ("教育督查股", "督查股"),
        ("人事股", ""),  # of two it is not known which
        ("办公室", ""),
        ("教研室", ""),
        ("县应急办", ""),
        ("县公安局", ""),
    ],
)
def test_one_other_office_of_nearly_the_same_name_is_found(unit: str, other: str) -> None:
    assert alike_office(unit, UNITS) == other
