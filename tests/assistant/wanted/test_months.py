import pytest

from assistant.wanted.months import labelled, month_asked, months_in


@pytest.mark.parametrize(
    ("question", "month"),
    [
        ("三月份学校安排什么？", 3),
        ("3月份有哪些活动", 3),
        ("二月份工作安排", 2),
        ("十二月份开展什么活动", 12),
        ("正月开展什么活动", 1),
        ("6月底前要完成哪些工作", 0),
        ("3月5日开展什么活动", 0),
        ("1至3月份开展了哪些工作", 0),
        ("二月份和三月份各有什么活动", 0),
        ("三月份的补助是多少", 0),
        ("每月开展什么活动", 0),
    ],
)
def test_the_one_month_whose_work_is_asked_is_read_in_either_numerals(question: str, month: int) -> None:
    assert month_asked(question) == month


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("十二月份：歌咏比赛", {12}),
        ("二月份：开学检查", {2}),
        ("十月、十一月：家访", {10, 11}),
        ("3—5月开展排查，9月15日前报送", {3, 4, 5, 9}),
        ("三月、六月：集中检查", {3, 6}),
        ("11月至次年", {11}),
        ("3个月内办结，每月一次", set()),
    ],
)
def test_a_month_is_no_part_of_another_s_name(text: str, months: set[int]) -> None:
    assert months_in(text) == months


def test_a_month_that_labels_what_follows_is_told_from_one_in_passing() -> None:
    assert labelled("二月份：开学检查（2月28日）。\n三月：植树。") == [{2}, {3}]
    assert labelled("4月10日前上报计划。") == []
