from datetime import date

import pytest

from assistant.rolls.due import Due, asked_due

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("6月底前要完成哪些工作？", (1, 1), (6, 30)),
        ("9月1日前要完成的有哪些？", (1, 1), (9, 1)),
        ("2024年6月要完成哪些任务？", (6, 1), (6, 30)),
        ("9月上旬要完成哪些任务？", (9, 1), (9, 10)),
        ("三季度的任务有哪些？", (7, 1), (9, 30)),
        ("第2季度末前要完成哪些任务？", (1, 1), (6, 30)),
        ("下半年要完成哪些任务？", (7, 1), (12, 31)),
        ("年底前要完成什么", (1, 1), (12, 31)),
        ("本月有哪些工作要完成？", (11, 1), (11, 30)),
        ("哪些任务的完成时限是9月底前？", (9, 1), (9, 30)),
        ("请列出6月30日前需要完成的全部任务", (1, 1), (6, 30)),
    ],
)
def test_the_time_asked_for_is_read(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    due = asked_due(text, TODAY)
    assert due is not None
    assert (due.first, due.last) == (first, last)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("每季度都要做的工作有哪些？", "P3M"),
        ("哪些工作每半年要做一次？", "P6M"),
        ("每月要做哪些事？", "P1M"),
        ("每学期要开展哪些工作？", "学期"),
    ],
)
def test_how_often_is_read_as_deadlines_state_it(text: str, period: str) -> None:
    due = asked_due(text, TODAY)
    assert due is not None
    assert due.period == period


@pytest.mark.parametrize(
    "text",
    [
        "食堂改造6月底前能完成吗？",
        "2024年6月召开了哪些会议？",
        "上半年完成了哪些工作？",
        "什么时候完成校舍修缮？",
        "2024年的工作任务是什么？",
        "11月底前支出进度要达到多少？",
        "每年新建哪些学校？",
    ],
)
def test_other_questions_that_name_a_time_ask_for_no_list(text: str) -> None:
    assert asked_due(text, TODAY) is None


def test_days_on_either_end_are_within() -> None:
    due = Due((6, 1), (6, 30))
    assert due.admits((6, 1))
    assert due.admits((6, 30))
    assert not due.admits((7, 1))
