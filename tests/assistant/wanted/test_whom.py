"""Who pays an amount, or gets it, is left out of what it is asked of."""

import pytest

from assistant.wanted.whom import without_each, without_given, without_payer


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("获国赛奖的奖指导老师多少钱", "获国赛奖的"),
        ("每月给村医多少元", "每月"),
        ("失业补助多少元", "失业补助"),
    ],
)
def test_money_is_asked_of_nobody_who_gets_it(text: str, rest: str) -> None:
    assert without_given(text, text.index("多少")) == rest


def test_other_amounts_keep_whom_they_are_of() -> None:
    text = "今年补充教师多少名"
    assert without_given(text, text.index("多少")) == "今年补充教师"


def test_who_pays_and_each_who_gets_are_left_out() -> None:
    assert without_payer("校车家长要缴费") == "校车"
    assert without_each("经费每个学生") == "经费"
