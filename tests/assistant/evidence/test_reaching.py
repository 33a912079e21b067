"""What is given from some number on, and what is asked of less than that."""

import pytest

from assistant.evidence.reaching import falls_outside

TIERS = "蜂箱100箱以上的合作社奖6万元，50箱以上不足100箱的奖2万元。"


@pytest.mark.parametrize("asked", ["养三十箱蜂的能奖多少?", "合作社有49箱蜜蜂，奖多少钱?"])
def test_what_reaches_no_bound_is_given_nothing(asked: str) -> None:
    assert falls_outside(asked, TIERS)


@pytest.mark.parametrize(
    "asked", ["养六十箱蜂的能奖多少?", "100箱蜂的合作社奖多少?", "养蜂的奖多少?", "蜂箱2亩地奖多少?"]
)
def test_what_reaches_one_is_told(asked: str) -> None:
    assert not falls_outside(asked, TIERS)


def test_a_number_that_is_no_bound_leaves_nobody_out() -> None:
    assert not falls_outside("流转30亩地补多少?", "全年流转500亩地，每亩补200元。")


@pytest.mark.parametrize("asked", ["蜂箱一箱补多少?", "一箱能奖多少钱?"])
def test_how_much_it_is_for_each_is_no_case(asked: str) -> None:
    assert not falls_outside(asked, TIERS)


def test_one_alone_may_be_the_case() -> None:
    assert falls_outside("家里只养一箱蜂的合作社奖多少?", TIERS)


def test_times_are_no_case() -> None:
    assert not falls_outside("干了2年的补多少?", "在岗3年以上的每月补100元。")
