"""Questions that ask for all of something, and what tells the sentence that lists it."""

import pytest

from assistant.wanted.listed import ListAsked, asked_list


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("需要交哪些材料？", "材料"),
        ("什么情况下可以退费？", "情况"),
        ("开办托管班要满足什么条件", "条件"),
        ("收费方式有哪几种", "方式"),
        ("应急响应分为哪几个等级？", "等级"),
        ("还有哪些难点", "难点"),
        ("申报条件", "条件"),
    ],
)
def test_what_is_listed_is_read(question: str, kind: str) -> None:
    asked = asked_list(question)
    assert asked is not None
    assert asked.kinds[0] == kind


def test_what_something_else_is_asked_of_is_no_kind_of_item() -> None:
    assert asked_list("白石县暑假有什么安排？") == ListAsked(())
    assert asked_list("报名材料有哪些要带？") != ListAsked(())


@pytest.mark.parametrize("question", ["什么时候完成？", "安全工作由谁负责？", "要不要交费？", "投入多少钱？"])
def test_a_question_for_one_fact_asks_no_list(question: str) -> None:
    assert asked_list(question) is None


def test_what_is_asked_as_a_case_may_be_listed_as_deeds() -> None:
    asked = asked_list("什么情况下不予备案？")
    assert asked is not None
    assert asked.is_opened("有下列行为之一的,不予备案:")
    assert not asked.is_opened("应当包括下列内容:")


def test_a_sentence_may_list_by_itself() -> None:
    assert ListAsked(("方式",)).is_given("两家以上采取招标的方式,一家采取谈判的方式,其余采取直接挂网的方式。")
    assert ListAsked(("地方",)).is_given("确定青河市、云溪县和白石县开展试点。")
    assert not ListAsked(("地方",)).is_given("试点地方要加强组织领导。")
