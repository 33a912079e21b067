"""What a follow-up asks after, in the place of its like."""

import pytest

from assistant.followups.instead import is_of_another, is_of_other_person, put_in_its_place


@pytest.mark.parametrize(
    ("topic", "base", "expected"),
    [
        ("初中", "延时服务小学收多少钱？", "延时服务初中收多少钱？"),
        ("小微企业", "个人装光伏补多少钱？", "小微企业装光伏补多少钱？"),
        ("监管部门", "河道保洁地方政府承担什么责任？", "河道保洁监管部门承担什么责任？"),
        ("农村的", "城市低保标准是多少？", "农村低保标准是多少？"),
        ("副校长", "校长任职几年？", "副校长任职几年？"),
        ("教师", "副校长任职几年？", "教师任职几年？"),
        ("民办", "公办园收费多少？", "民办园收费多少？"),
        ("副校长", "校长任满几年要轮换？", "副校长任满几年要轮换？"),
        ("校长", "男教师任满几年要轮换？", "校长任满几年要轮换？"),
        ("乡村教师", "城市教师补贴多少钱？", "乡村教师补贴多少钱？"),
    ],
)
def test_a_thing_takes_the_place_of_one_of_its_kind(topic: str, base: str, expected: str) -> None:
    assert put_in_its_place(topic, base) == expected


@pytest.mark.parametrize(
    ("topic", "base"),
    [("毛入园率", "新建幼儿园几所？"), ("初中", "初中和小学各多少？"), ("企业", "绿地多少公顷？")],
)
def test_where_there_is_no_like_nothing_is_put(topic: str, base: str) -> None:
    assert put_in_its_place(topic, base) == ""


def test_a_figure_of_another_of_the_kind_is_known() -> None:
    assert is_of_another("小学教师配备率", "初中、普通高中教师配备率")
    assert not is_of_another("小学教师配备率", "小学教师配备率")
    assert not is_of_another("教师配备率", "初中教师配备率")


def test_another_time_takes_the_place_of_the_one_before() -> None:
    assert put_in_its_place("11月", "6月底前要完成什么") == "11月要完成什么"
    assert put_in_its_place("三季度", "6月底前要完成什么") == "三季度要完成什么"


def test_what_is_said_of_the_deputy_is_not_said_of_the_head() -> None:
    assert is_of_other_person("校长任满几年要轮换？", "副校长任满五年的应当轮换。")
    assert is_of_other_person("教师任满几年要轮换？", "校长任满六年的应当轮换。")
    assert not is_of_other_person("校长任满几年要轮换？", "校长任满六年、副校长任满五年的应当轮换。")
    assert not is_of_other_person("老师交流比例不低于多少？", "校长、教师交流比例不低于8%。")
    assert not is_of_other_person("副校长任满几年要轮换？", "副校长任满五年的应当轮换。")
