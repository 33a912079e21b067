"""How many of a question's words are of everyday life."""

import pytest

from assistant.understanding.terms import weigh
from assistant.understanding.told import everyday_words


@pytest.mark.parametrize(
    "question",
    [
        "课后服务怎么收费？",
        "2025年公办园占比的目标是多少？",
        "驾驶证到期换证需要哪些材料？",
        "枫柳县青鹭镇的网格员有多少？",
    ],
)
def test_a_question_in_the_words_of_plans_has_hardly_any(question: str) -> None:
    assert everyday_words(weigh(question)) <= 2


@pytest.mark.parametrize(
    "question",
    ["我家娃放学没人接，搁学校里多待会儿还得掏钱不", "隔壁那条大黄狗半夜乱叫，吵得睡不着咋整"],
)
def test_a_story_of_everyday_life_is_full_of_them(question: str) -> None:
    assert everyday_words(weigh(question)) >= 5


def test_names_are_of_neither_language() -> None:
    assert everyday_words(weigh("枫鹭湖的网格员")) == everyday_words(weigh("网格员"))
