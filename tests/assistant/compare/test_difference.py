"""What is computed from the two figures of a comparison."""

import pytest

from assistant.compare.difference import asks_difference, tell_difference
from ingest.records import Comparator, Figure

PLACES = ("白石县", "青河市")


def figure(value: str, unit: str, measure: str = "绿地面积", bound: Comparator = Comparator.EXACT) -> Figure:
    return Figure(0, measure, value, unit, bound, 0, 0)


def told_of(figures: list[Figure]) -> str:
    printed = [f"{one.value}{one.unit}" for one in figures]
    return tell_difference(PLACES[: len(figures)], figures, printed)


@pytest.mark.parametrize(
    "question", ["两地绿地相差多少？", "2024年比2023年多多少", "哪个高？", "哪年更多", "谁更长", "差距有多大"]
)
def test_a_question_for_the_difference_is_known(question: str) -> None:
    assert asks_difference(question)


def test_a_question_for_the_figures_alone_asks_no_difference() -> None:
    assert not asks_difference("两地绿地各是多少？")


def test_the_larger_is_named_with_what_it_is_more() -> None:
    told = told_of([figure("310", "公顷"), figure("295.5", "公顷")])
    assert told == "按所引的两个数字（白石县310公顷、青河市295.5公顷）计算，白石县比青河市多14.5公顷。"


def test_shares_differ_by_points() -> None:
    told = told_of([figure("41", "%"), figure("41.6", "%")])
    assert told == "按所引的两个数字（白石县41%、青河市41.6%）计算，青河市比白石县高0.6个百分点。"


def test_figures_of_another_scale_are_brought_to_one() -> None:
    told = told_of([figure("1.2", "亿元"), figure("9000", "万元")])
    assert "白石县比青河市多" in told and ("0.3亿元" in told or "3000万元" in told)


def test_bounds_are_told() -> None:
    told = told_of([figure("41", "%", bound=Comparator.AT_LEAST), figure("40", "%")])
    assert "“以上”“左右”" in told


def test_the_same_figures_are_told_as_the_same() -> None:
    assert "相同" in told_of([figure("41", "%"), figure("41", "%")])


@pytest.mark.parametrize(
    "figures",
    [
        [figure("41", "%"), figure("310", "公顷")],
        [figure("41", "%"), figure("3-5", "%")],
        [figure("41", "公顷"), figure("30", "公顷", "水田")],
        [figure("41", "%")],
    ],
)
def test_nothing_is_computed_from_figures_that_cannot_be_compared(figures: list[Figure]) -> None:
    assert told_of(figures) == ""
