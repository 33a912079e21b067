"""Questions how much more one thing is than another."""

import pytest

from assistant.versus import set_beside

PLACES = ("白石县", "青河市")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("白石县绿地面积比青河市高吗？", "白石县和青河市绿地面积相差多少？"),
        ("白石绿地面积比青河多多少公顷", "白石和青河绿地面积相差多少公顷？"),
        ("2024年比2023年新建幼儿园多多少所？", "2024年和2023年新建幼儿园相差多少所？"),
        ("白石占地的比重比青河低多少", "白石和青河占地的比重相差多少？"),
    ],
)
def test_both_are_asked_for_side_by_side(text: str, expected: str) -> None:
    assert set_beside(text, PLACES) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024年毛入园率比上年提高多少？",
        "学生比老师多多少？",
        "白石县绿地的占比是多少？",
        "白石县比较重视什么？",
    ],
)
def test_what_compares_no_two_places_or_years_stays(text: str) -> None:
    assert set_beside(text, PLACES) == text
