"""What a question is about: not where, and not who is asked for."""

import pytest

from assistant.understanding.intent import Intent, intent_of
from assistant.understanding.question import Body, Named, Question
from assistant.understanding.topical import terms_of


def _words(question: Question) -> str:
    return " ".join(sorted(term.word for term in terms_of(question)))


@pytest.mark.parametrize(
    "asked",
    [
        "渡口安全巡查归谁挂帅?",
        "渡口安全巡查这摊子事是局里哪两个股室管的?",
        "渡口安全巡查以哪个处为主?",
        "渡口安全巡查除了牵头单位还有哪几家一起配合?",
        "渡口安全巡查牵头是谁?",
        "渡口安全巡查谁在抓?是一个部室还是两个?",
        "渡口安全巡查是哪些部门的活?",
    ],
)
def test_how_it_is_asked_who_answers_for_a_task_is_no_word_of_the_task(asked: str) -> None:
    assert intent_of(asked) is Intent.DUTY
    assert _words(Question(asked, Intent.DUTY)) == _words(Question("渡口安全巡查", Intent.DUTY))


def test_what_somebody_answers_for_stays() -> None:
    assert "食堂" in _words(Question("谁负责食堂?", Intent.DUTY))


def test_the_place_and_the_body_whose_documents_are_looked_into_are_left_out() -> None:
    body = Body("岭北县水务局", ("岭北县水务局",), "岭北水务局")
    asked = Question("岭北水务局今年清淤多少公里", Intent.FIGURE, places=("岭北县",), bodies=(body,))
    assert _words(asked) == _words(Question("今年清淤多少公里", Intent.FIGURE))


def test_a_body_without_documents_stays() -> None:
    body = Body("岭北中学", (), "岭北中学")
    assert "岭北" in _words(Question("岭北中学招多少人", Intent.FIGURE, bodies=(body,)))


def test_a_question_of_nothing_but_names_keeps_them() -> None:
    assert terms_of(Question("岭北县", Intent.TOPIC, places=("岭北县",)))


def test_the_document_that_is_looked_into_is_left_out() -> None:
    asked = Question("2023年渔港总结里签了多少家企业", Intent.FIGURE, titled=Named("渔港总结", ("1",)))
    assert _words(asked) == _words(Question("签了多少家企业", Intent.FIGURE))
