"""The kind of figure that is asked, and that a clause states."""

from dataclasses import replace

import pytest

from assistant.compare.kinds import is_of_kind
from assistant.understanding.question import Facets
from assistant.understanding.standalone import read_standalone
from tests.assistant.passages import passage


@pytest.mark.parametrize(
    ("question", "states", "does_not"),
    [
        ("白石和青河人均公园面积各多少？", "人均公园面积12平方米", "公园面积300公顷"),
        ("白石和青河公园面积各多少？", "公园面积300公顷", "人均公园面积12平方米"),
        ("白石和青河绿地占城区的比重各多少？", "绿地占城区面积的41%", "绿地310公顷"),
        ("白石和青河绿地各多少？", "绿地310公顷", "绿地占城区面积的41%"),
        ("白石和青河游客增速各多少？", "接待游客增长8%", "接待游客90万人次"),
        ("白石和青河接待游客各多少？", "接待游客90万人次", "接待游客增长8%"),
        ("白石和青河护林员每月补助各多少？", "护林员每人每月补助900元", "护林员户均收入4000元"),
        ("2023年和2024年游客增速各多少？", "接待游客增长8%", "五年来游客年均增长8%"),
    ],
)
def test_a_figure_is_of_the_kind_that_is_asked(question: str, states: str, does_not: str) -> None:
    read, chunk = read_standalone(question, Facets()), passage("公园")
    assert is_of_kind(read, states, chunk)
    assert not is_of_kind(read, does_not, chunk)


def test_a_target_may_be_stated_as_a_growth() -> None:
    read = read_standalone("白石和青河旅游收入目标各多少？", Facets())
    assert is_of_kind(read, "旅游收入增长6%左右", passage("旅游"))


def test_a_result_is_no_target_and_a_plan_no_result() -> None:
    plan = replace(passage("公园"), kind="工作要点")
    report = replace(passage("公园"), kind="总结")
    target = read_standalone("2023年和2024年新建公园的目标各多少？", Facets())
    result = read_standalone("2023年和2024年实际新建公园各多少？", Facets())
    assert is_of_kind(target, "新建公园3个", plan) and not is_of_kind(target, "新建公园3个", report)
    assert is_of_kind(result, "新建公园3个", report) and not is_of_kind(result, "新建公园3个", plan)


def test_each_year_is_asked_for_a_result_or_a_plan_by_its_own_clause() -> None:
    report = replace(passage("公园"), kind="总结")
    read = read_standalone("公园2022年有多少个，2024年目标是多少？", Facets())
    assert is_of_kind(replace(read, years=(2022,)), "公园12个", report)
    assert not is_of_kind(replace(read, years=(2024,)), "公园12个", report)
