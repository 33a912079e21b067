"""What kind of fact the words of a question ask for."""

import pytest

from assistant.understanding.intent import Intent, Time, intent_of, time_of_question


@pytest.mark.parametrize(
    "question",
    [
        "清廉学校创建的主责股室和协助单位分别是",
        "家属开放日等活动的组织部门。",
        "三个镇通公交由集团哪个分公司挑头？",
        "这条河的清淤由哪个镇负责？",
        "夜间门诊谁来扩大？",
        "审批环节由谁减少？",
    ],
)
def test_who_has_a_task_may_be_asked_in_other_words(question: str) -> None:
    assert intent_of(question) is Intent.DUTY


@pytest.mark.parametrize(
    "question", ["党委组织部门的工作要求是什么？", "由哪个镇的群众参加演练？", "各组织单位要提交哪些材料？"]
)
def test_whose_name_alone_is_said_is_not_asked_for(question: str) -> None:
    assert intent_of(question) is not Intent.DUTY


@pytest.mark.parametrize(
    "question", ["好几天没人来管，怎么反映？", "十几户人家用水怎么保障？", "网上点几下能不能办完？"]
)
def test_a_few_that_are_only_said_are_not_asked_for(question: str) -> None:
    assert intent_of(question) is Intent.TOPIC


@pytest.mark.parametrize(
    "question",
    ["两县的护林员谁规模更大——白石还是青禾？", "水库谁更大，白石还是青禾？", "学费哪家最高，各收多少？"],
)
def test_which_of_two_is_more_asks_for_figures_wherever_it_is_said(question: str) -> None:
    assert intent_of(question) is Intent.FIGURE


@pytest.mark.parametrize(
    ("question", "time"),
    [
        ("白石县2024年要修几公里路？", Time.PLANNED),
        ("2024年水库清淤需要多少天？", Time.ANY),
        ("2024年的要求是几公里？", Time.ANY),
    ],
)
def test_what_is_to_be_done_in_a_year_is_planned(question: str, time: Time) -> None:
    assert time_of_question(question) is time


def test_a_number_of_bodies_is_asked_for_their_names() -> None:
    assert intent_of("养老补贴由哪三家负责？") is Intent.DUTY
    assert intent_of("两支救援队的队长分别是谁？") is Intent.PERSON
