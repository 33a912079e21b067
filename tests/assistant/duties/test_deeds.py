"""Who has a task is told as who does a deed only where the duty says that deed."""

import pytest

from assistant.duties import all_charges
from assistant.duties.deeds import doing
from assistant.wanted.acts import asked_act
from tests.assistant.duties.test_duties import document

ITEM = "1.食堂改造。改造食堂2所，竣工后组织验收。"


def doers(question: str, *lines: str) -> list[str]:
    act = asked_act(question)
    assert act is not None
    charges = doing(act, all_charges(document("要点", "一、后勤", *lines)))
    return [duty.unit for charge in charges for duty in charge.duties]


@pytest.mark.parametrize("question", ["食堂改造由谁验收？", "食堂改造的费用由谁承担？", "工程款由谁审核？"])
def test_the_duty_of_a_task_is_none_for_what_others_may_do_of_it(question: str) -> None:
    assert doers(question, ITEM + "（责任单位：后勤中心）") == []


def test_the_duty_of_what_the_heading_names_is_one_for_that() -> None:
    assert doers("食堂由谁验收？", "1.食堂验收。年内完成。（责任单位：后勤中心）") == ["后勤中心"]


def test_who_helps_is_told_by_the_units_that_help() -> None:
    question = "食堂改造由哪个单位配合？"
    assert doers(question, ITEM + "（责任单位：后勤中心）") == []
    assert doers(question, ITEM + "（牵头单位：后勤中心；配合单位：团委）") == ["团委"]
