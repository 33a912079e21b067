"""Texts that ask several things one after the other."""

import pytest

from assistant.understanding.several import questions_in, stands_alone

PLACES = ("白石县", "青河市")


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("护校岗由谁负责？什么时候完成？", ("护校岗由谁负责", "什么时候完成")),
        ("管网改造多少公里，粮食产量呢？", ("管网改造多少公里", "粮食产量呢")),
        ("防汛由谁负责，食堂有哪些措施", ("防汛由谁负责", "食堂有哪些措施")),
        ("防汛由谁负责？另外食堂有哪些措施？", ("防汛由谁负责", "食堂有哪些措施")),
        ("服务收费标准，谁免收", ("服务收费标准", "谁免收")),
        ("2024年要点里，新建幼儿园几所？党员多少名？", ("2024年要点里，新建幼儿园几所", "党员多少名")),
    ],
)
def test_each_question_is_found_with_what_leads_to_it(text: str, questions: tuple[str, ...]) -> None:
    assert questions_in(text, PLACES) == questions


@pytest.mark.parametrize(
    "text",
    [
        "没有营业执照的，由谁查处？",
        "学校发现学生想不开，应当怎么办？",
        "白石县的绿地有多少公顷，青河呢？",
        "2023年新建幼儿园多少所，2024年又是多少？",
        "管网改造由谁负责，请说明",
        "演练的次数，今年比去年要求多了吗？分别几次",
        "家访比例，白石中学跟青河小学相比哪家要求高，各是多少？",
        "管网改造由谁负责",
    ],
)
def test_one_question_of_two_clauses_or_of_two_places_or_years_stays_one(text: str) -> None:
    assert questions_in(text, PLACES) == ()


def test_a_question_that_only_goes_on_does_not_stand_alone() -> None:
    assert stands_alone("粮食产量呢")
    assert not stands_alone("县里哪个局配合")
    assert not stands_alone("什么时候完成")


@pytest.mark.parametrize(
    "text",
    [
        "公开课的最低场次，青禾县教育局与苇渡镇中心校各定多少？",
        "护林员的补助标准，青禾县林业局和苇渡镇分别是多少",
    ],
)
def test_two_bodies_alone_are_no_question_of_their_own(text: str) -> None:
    assert questions_in(text, ("青禾县", "苇渡镇")) == ()


def test_another_thing_asked_is_one() -> None:
    assert len(questions_in("公开课谁负责？护林员的补助标准是多少", ("青禾县", "苇渡镇"))) == 2
