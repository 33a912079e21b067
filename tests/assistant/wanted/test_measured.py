"""An amount answers only where a text puts it as asked: a change as a change, a bound as a bound."""

import pytest

from assistant.wanted.measured import as_asked


def states_any(text: str) -> bool:
    return any(map(str.isdigit, text))


def states_money(text: str) -> bool:
    return "元" in text


@pytest.mark.parametrize(
    ("question", "states", "does_not"),
    [
        ("火情比上年少了几起？", "火情4起，比上年减少2起。", "火情4起，远低于目标。"),
        ("水塘比去年多几处？", "水塘由去年的176处增加到183处。", "水塘183处。"),
        ("收费比去年降了多少？", "收费较上年降低2元。", "收费逐步降至3元以下。"),
        ("蔬菜价格涨了多少？", "蔬菜价格上涨0.3%。", "蔬菜每斤3元。"),
        ("高中学生较2022年增加多少？", "高中学生较2022年增加120人。", "高中学生1820人。"),
        ("押金不超过多少？", "押金不得超过500元。", "押金500元。"),
        ("押金封顶多少？", "押金不超过500元。", "押金500元。"),
        ("举报最高奖多少？", "奖励500元至5万元。", "奖励5万元。"),
        ("农民收入排全市第几？", "农民收入增幅居全市第二位。", "农民收入16985元，增长8.1%。"),
        ("考核名次排第几名？", "考核位列前三。", "第三季度考核94分。"),
        ("补助人均多少钱？", "补助每人1200元。", "补助共563万元。"),
    ],
)
def test_an_amount_is_put_as_it_is_asked_for(question: str, states: str, does_not: str) -> None:
    put = as_asked(question, states_any)
    assert put is not None
    assert put(states)
    assert not put(does_not)


def test_a_change_is_told_in_the_measure_asked() -> None:
    put = as_asked("生产总值比上年多了多少亿元？", states_money)
    assert put is not None
    assert put("生产总值比上年增加8亿元。")
    assert not put("生产总值142亿元，增长5.9%。")


@pytest.mark.parametrize(
    "question",
    [
        "户籍人口比常住人口多多少？",
        "人均预期寿命是多少？",
        "第几批项目投资多少？",
        "每生补多少？",
        "占比是多少？",
    ],
)
def test_other_amounts_are_asked_in_no_special_way(question: str) -> None:
    assert as_asked(question, states_any) is None
