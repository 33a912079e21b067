"""Questions as plans would put them, and as people ask over a counter."""

import pytest

from assistant.understanding.formal import is_formal


@pytest.mark.parametrize(
    "question",
    [
        "全科医生岗位津贴标准是多少？",
        "乡镇卫生院全科医生占比不低于多少？",
        "林业站每年组织防火演练多少次",
        "防火演练方案由谁审定？",
    ],
)
def test_what_is_put_in_the_words_of_plans_is_formal(question: str) -> None:
    assert is_formal(question)


@pytest.mark.parametrize(
    "question",
    [
        "我家那块地一亩补多少",
        "娃上幼儿园一个月得交几块钱？",
        "换个灯泡给报多少？",
        "修了这条路花了多少",
        "演练每年搞多少次呢",
        "演练不参加行不行",
        "谁审定演练方案",
    ],
)
def test_what_is_spoken_is_not(question: str) -> None:
    assert not is_formal(question)
