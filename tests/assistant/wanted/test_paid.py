import pytest

from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.typed import as_read
from assistant.wanted.fact import fact_asked


def asked(question: str) -> Question:
    return Question(as_read(question), Intent.FIGURE)


def assert_told(question: str, states: str, does_not: str) -> None:
    kind = fact_asked(asked(question)).kind
    assert kind is not None
    assert kind(states)
    assert not kind(does_not)


@pytest.mark.parametrize(
    ("question", "states", "does_not"),
    [
        ("居民医保一年交多少钱？", "个人缴费标准为每人每年380元", "年度最高支付限额12万元"),
        ("居民医保每人交几百？", "个人缴费380元", "财政补助标准为每人650元"),
        ("校车一学期家长交多少？", "收费：每生每学期不超过300元", "校车运营补贴每车每年1万元"),
        ("校车一个月家长要交多少？", "家庭承担部分每生每月不超过80元", "一律处2万元罚款"),
        ("管护费每户交多少？", "可向住户筹集管护费，标准为每户每年不超过20元", "筹集管护资金30万元"),
        ("农房保险最多赔多少钱？", "每户保险金额2万元，全损的赔付2万元", "保费由每户10元提高至15元"),
        ("养老保险交多少？", "按每年200元缴纳", "缴费满15年"),
    ],
)
def test_what_is_paid_is_told_by_an_amount_beside_a_word_for_paying(
    question: str, states: str, does_not: str
) -> None:
    assert_told(question, states, does_not)


def test_a_heading_may_say_that_it_is_paid() -> None:
    fact = fact_asked(asked("托管班一个月交多少钱？"))
    said = "托管班收费标准每生每月200元"
    assert fact.is_stated("每生每月200元", said, heading="三、收费标准")
    assert not fact.is_stated("每生每月200元", said, heading="三、经费补助")


def test_who_pays_is_not_what_is_paid_for() -> None:
    assert [term.word for term in fact_asked(asked("校车一个月家长交多少？")).things] == ["校车"]
    assert [term.word for term in fact_asked(asked("职工医保一个人交多少钱？")).things] == ["职工医保"]


@pytest.mark.parametrize(
    ("question", "states", "does_not"),
    [
        ("停职期间发多少工资？", "停职期间发放基本工资的60%", "工资按时发放率达到100%"),
        ("逾期交地收多少滞纳费用？", "按成交价款的2%收取滞纳费用", "价款分两期缴清，首期占50%"),
        ("用消费券购车奖励多少？", "给予车辆价格5%的补贴", "奖励资金较上年增长5%"),
        ("旷工一天扣多少？", "扣发月度绩效的百分之十", "旷工人数占3%"),
    ],
)
def test_what_is_given_or_taken_may_be_the_share_of_something(
    question: str, states: str, does_not: str
) -> None:
    assert_told(question, states, does_not)


def test_the_share_of_a_sum_does_not_tell_how_large_the_sum_is() -> None:
    kind = fact_asked(asked("粮食奖励资金投入多少钱？")).kind
    assert kind is not None
    assert not kind("奖励发放总额的20%用于农户")


@pytest.mark.parametrize(
    "question", ["材料交几份？", "社团经费交多少？", "学费交多少钱？", "作业上交多少？", "和农户交多少朋友？"]
)
def test_what_is_handed_over_is_not_paid(question: str) -> None:
    assert "缴费" not in as_read(question)
