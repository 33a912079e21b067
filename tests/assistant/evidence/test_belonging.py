"""A figure that stands in another thing's bracket, or is a share of another whole, answers nothing."""

import pytest

from assistant.evidence.belonging import (
    is_behind_another,
    is_for_each_of_another,
    is_in_bracket_of_another,
    is_of_all,
    is_share_of_another,
)
from assistant.understanding.terms import weigh


def states(text: str) -> bool:
    return "周" in text


@pytest.mark.parametrize(
    ("question", "is_other"),
    [("少年宫周几闭馆？", True), ("文化馆周几闭馆？", False)],
)
def test_a_bracket_in_a_row_belongs_to_the_thing_before_it(question: str, is_other: bool) -> None:
    text = "直属单位有县文化馆（周一闭馆）、县少年宫、县体育场。"
    assert is_in_bracket_of_another(states, text, weigh(question)) is is_other


def test_a_bracket_outside_a_row_belongs_to_its_sentence() -> None:
    text = "县少年宫全年免费开放（周一闭馆）。"
    assert not is_in_bracket_of_another(states, text, weigh("少年宫周几闭馆？"))
    stated = "县文化馆（48人）、县少年宫周二闭馆。"
    assert not is_in_bracket_of_another(states, stated, weigh("少年宫周几闭馆？"))


@pytest.mark.parametrize(
    ("question", "text", "is_other"),
    [
        ("教育支出占财政收入的比重", "教育支出占一般公共预算支出的比重为21%。", True),
        ("教育支出占财政支出多大比重？", "教育支出占一般公共预算支出的比重为21%。", False),
        ("支农业务占比要到多少？", "支农业务占全部业务的80%。", False),
        ("教育支出占财政收入的比重", "教育支出21亿元。", False),
    ],
)
def test_a_share_is_of_the_whole_that_is_asked(question: str, text: str, is_other: bool) -> None:
    assert is_share_of_another(question, text) is is_other


@pytest.mark.parametrize(
    ("title", "clause", "is_all"),
    [
        ("白石省2024年政府工作报告", "粮食产量达到300亿斤，", False),
        ("白石省2024年政府工作报告", "我国粮食产量达到1.4万亿斤，", True),
        ("白石省2024年政府工作报告", "粮食产量300亿斤居全国第三，", False),
        ("全国粮食工作计划", "粮食产量达到1.4万亿斤，", True),
        ("农业部关于粮食生产的通知", "粮食产量达到1.4万亿斤，", True),
    ],
)
def test_a_place_is_not_the_country(title: str, clause: str, is_all: bool) -> None:
    assert is_of_all(title, [clause]) is is_all


@pytest.mark.parametrize(
    ("text", "told", "is_other"),
    [
        ("东关小学9月招生，5所幼儿园竣工，完成投资9200万元。", "完成投资9200万元。", True),
        ("东关小学9月招生，西关小学主体封顶，投资2亿元。", "投资2亿元。", True),
        ("东关小学9月招生，完成投资9200万元。", "完成投资9200万元。", False),
        ("5所幼儿园竣工，东关小学完成投资9200万元。", "东关小学完成投资9200万元。", False),
    ],
)
def test_what_stands_behind_another_body_is_of_that(text: str, told: str, is_other: bool) -> None:
    assert is_behind_another("东关小学投资多少？", text, [told]) is is_other
    assert not is_behind_another("校园足球投资多少？", text, [told])


@pytest.mark.parametrize(
    ("question", "said", "is_other"),
    [
        ("渡工每人每月补多少？", "渡工每人每月补助600元", False),
        ("渡工每人每天补多少？", "渡工每人每月补助600元", True),
        ("渡工补多少？", "渡工每人每月补助600元", False),
    ],
)
def test_what_is_for_each_of_two_things_is_said_of_both(question: str, said: str, is_other: bool) -> None:
    assert is_for_each_of_another(question, said) is is_other
