"""Questions that go on from an answer, asked of our own samples."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.understanding.intent import Intent, intent_of


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=tmp_path_factory.mktemp("further"))) as assistant:
        assistant.keeper.ingest_samples()
        yield assistant


QUESTIONS = [
    "2024年谁负责意识形态工作？",
    "2024年怎么扩大城区学位供给？",
    "2023年控辍保学有哪些措施？",
    "2022年教师交流轮岗有什么要求？",
    "基础教育股负责哪些工作？",
    "2024年普惠性幼儿园覆盖率要达到多少？",
    "校园安全有哪些措施？",
    "2021年课后服务怎么开展？",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_offered_is_another_question_that_the_library_answers(
    assistant: Assistant, question: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.refused
    offered = assistant.further(answer)
    assert offered
    for further in offered:
        assert further != question
        assert not assistant.ask(further).refused, further


def test_who_is_responsible_is_not_offered_to_somebody_who_asked_just_that(assistant: Assistant) -> None:
    offered = assistant.further(assistant.ask("2024年谁负责意识形态工作？"))
    assert Intent.DUTY not in map(intent_of, offered)


def test_a_unit_is_not_asked_about_as_if_it_were_a_task(assistant: Assistant) -> None:
    offered = assistant.further(assistant.ask("学前教育股的主要职责是什么？"))
    assert not [question for question in offered if "“学前教育股”" in question]


def test_a_refusal_offers_what_the_nearest_documents_are_about(assistant: Assistant) -> None:
    refused = assistant.ask("学生营养餐每人每天补助多少钱？")
    offered = assistant.further(refused)
    assert [question[-7:] for question in offered] == ["主要讲了什么？"] * 2
    assert not assistant.ask(offered[0]).refused


def test_an_answer_about_documents_that_are_gone_offers_nothing(assistant: Assistant) -> None:
    answer = assistant.ask(QUESTIONS[0])
    gone = replace(answer, citations=tuple(replace(c, doc="没有.txt") for c in answer.citations))
    assert assistant.further(gone) == ()


def test_what_can_be_chosen_is_what_the_library_holds(assistant: Assistant) -> None:
    choices = assistant.choices()
    assert choices.years == tuple(sorted(choices.years, reverse=True))
    assert {2021, 2022, 2023, 2024} <= set(choices.years)
    assert "工作要点" in choices.kinds
    assert "云溪县教育局" in choices.organs
    assert "基础教育股" in choices.units
    assert len(choices.docs) == len(assistant.documents())
