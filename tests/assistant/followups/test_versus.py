"""Questions how much more one thing is than another."""

import pytest

from assistant.followups.versus import (
    asks_apart,
    set_apart_from,
    set_beside,
    set_things_apart,
    things_apart,
)

PLACES = ("白石县", "青河市")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("白石县绿地面积比青河市高吗？", "白石县和青河市绿地面积相差多少？"),
        ("白石绿地面积比青河多多少公顷", "白石和青河绿地面积相差多少公顷？"),
        ("2024年比2023年新建幼儿园多多少所？", "2024年和2023年新建幼儿园相差多少所？"),
        ("白石占地的比重比青河低多少", "白石和青河占地的比重相差多少？"),
        ("白石和青河哪个绿地增长目标高？", "白石和青河绿地增长目标哪个高？"),
        ("白石和青河的经济增长目标哪个高？", "白石和青河的GDP增长目标哪个高？"),
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


@pytest.mark.parametrize(
    ("text", "previous", "expected"),
    [
        ("比青河少多少", ["白石县2024年绿地面积是多少"], "白石县和青河2024年绿地面积相差多少？"),
        ("哪个更高", ["白石绿地目标是多少", "青河绿地目标是多少"], "白石和青河绿地目标相差多少？"),
        ("少了多少？", ["2023年和2024年新建公园各多少座"], "2023年和2024年新建公园相差多少座？"),
        ("差几座", ["2023年新建公园多少座", "2024年新建公园多少座"], "2023年和2024年新建公园相差多少座？"),
    ],
)
def test_a_follow_up_sets_off_what_was_asked_of(text: str, previous: list[str], expected: str) -> None:
    assert asks_apart(text)
    assert set_apart_from(text, previous, PLACES) == expected


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("增长多少", ["白石绿地是多少", "青河绿地是多少"]),
        ("差多少", ["白石绿地是多少"]),
        ("新建公园多少座", ["2023年和2024年新建水厂各多少座"]),
    ],
)
def test_a_follow_up_without_two_sides_sets_nothing_off(text: str, previous: list[str]) -> None:
    assert set_apart_from(text, previous, PLACES) == ""


HIGH, LOW = "2024年小学绿化率是多少", "2024年初中绿化率是多少？"


@pytest.mark.parametrize("text", ["两个哪个高？", "差多少", "哪个更高一点", "谁高"])
def test_things_asked_of_one_after_the_other_are_set_apart(text: str) -> None:
    sides = things_apart(text, [HIGH, LOW])
    assert [side for side, _ in sides] == ["小学", "初中"]
    assert set_things_apart(sides) == "2024年小学和初中绿化率相差多少？"
    assert things_apart(text, [HIGH, LOW, set_things_apart(sides)]) == sides


@pytest.mark.parametrize("previous", [[LOW], [HIGH, "公园几点开门"], [HIGH, "新建水厂几座"]])
def test_questions_of_other_matters_are_not_set_apart(previous: list[str]) -> None:
    assert things_apart("哪个高", previous) == ()
