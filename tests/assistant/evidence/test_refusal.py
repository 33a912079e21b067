"""A refusal says what is missing: the topic, the fact, or the year, place or part that was asked."""

from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.evidence.refusal import left_out
from assistant.understanding.intent import Intent


def nearest(answer: Answer) -> list[str]:
    return [line for line in answer.text.split("\n") if line.startswith("· 《")]


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("火星移民的飞船票价是多少？", "没有找到能回答这个问题的内容"),
        ("教育局有多少飞船？", "都没有提到“飞船”"),
        ("意识形态工作花了多少钱？", "有相关内容，但没有写明所问的数字"),
        ("集团化办学怎么申请？", "有相关内容，但没有写明所问的办理方法"),
        ("新建公办幼儿园建在哪里？", "有相关内容，但没有写明所问的地点"),
        ("意识形态工作不落实怎么处罚？", "有相关内容，但没有写明所问的处理办法"),
        ("2019年新建公办幼儿园多少所？", "没有2019年的相关内容，找到的是2024年、2023年的"),
        ("江苏新建公办幼儿园多少所？", "没有江苏的相关内容，找到的是白石县的"),
        (
            "2019年江苏新建公办幼儿园多少所？",
            "没有江苏、2019年的相关内容，找到的是白石县2024年、白石县2023年的",
        ),
        ("2023年组建教育集团多少个？", "2024年的"),
    ],
)
def test_a_refusal_is_graded_and_points_to_the_nearest(shelf: Assistant, question: str, reason: str) -> None:
    answer = shelf.ask(question)
    assert answer.refused
    assert reason in answer.text
    assert nearest(answer)
    assert answer.related


@pytest.mark.parametrize(
    ("question", "stated", "notice"),
    [
        ("组建教育集团由谁牵头，什么时候完成？", "基础教育股", ""),
        ("集团化办学的责任单位和完成时限分别是什么？", "6月30日", ""),
        ("意识形态工作责任制由谁负责，投入多少钱？", "办公室", "没有写明所问的数字"),
        ("提升基层党建水平由谁负责，什么时候完成？", "政工股", "没有写明完成的时间"),
        ("2019年和2024年新建公办幼儿园分别多少所？", "12所", "没有找到2019年的所问内容"),
        ("江苏和白石新建公办幼儿园分别多少所？", "12所", "没有找到江苏的所问内容"),
    ],
)
def test_what_is_stated_is_answered_and_what_is_not_is_named(
    shelf: Assistant, question: str, stated: str, notice: str
) -> None:
    answer = shelf.ask(question)
    assert not answer.refused
    assert stated in answer.text
    assert notice in answer.notice
    assert bool(notice) == bool(answer.notice)


def test_marks_of_an_answer_to_two_facts_stand_for_its_citations(shelf: Assistant) -> None:
    answer = shelf.ask("集团化办学的责任单位和完成时限分别是什么？")
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert all(f"[{citation.n}]" in answer.text for citation in answer.citations)
    for citation in answer.citations:
        assert shelf.document(citation.doc).text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize(
    "question", ["今年新建公办幼儿园多少所？", "今年谁负责意识形态工作？", "明年有哪些重点工作？"]
)
def test_a_year_counted_from_today_beyond_the_library_is_named(shelf: Assistant, question: str) -> None:
    assert "资料库中最近的是2024年的文件" in shelf.ask(question).notice


@pytest.mark.parametrize("question", ["2024年新建公办幼儿园多少所？", "今年（2024）新建公办幼儿园多少所？"])
def test_a_year_the_library_holds_needs_no_notice(shelf: Assistant, question: str) -> None:
    assert shelf.ask(question).notice == ""


def test_a_topic_found_less_well_is_answered_and_the_reader_told(shelf: Assistant) -> None:
    (part,) = shelf._engine.responder.evidence(shelf.read("集团化办学怎么推进？"))
    assert part.on_topic
    assert not part.is_far
    nearest = replace(part, statements=tuple(replace(s, passage=0.95) for s in part.statements))
    assert nearest.on_topic
    assert nearest.is_far
    assert "请核对" in shelf._engine.responder.answer(part.question, [nearest]).notice
    figure = replace(nearest, question=replace(part.question, intent=Intent.FIGURE))
    assert not figure.on_topic


def test_a_part_of_a_year_that_holds_nothing_is_named(shelf: Assistant) -> None:
    answer = shelf.ask("2019年第二季度新建公办幼儿园多少所？")
    assert "没有2019年第二季度的相关内容" in answer.text


def test_a_question_in_another_language_is_told_to_ask_in_chinese(shelf: Assistant) -> None:
    answer = shelf.ask("Who is responsible for preschool education?")
    assert answer.refused
    assert answer.text == "资料库里是中文文件，请用中文提问。"


def test_a_year_that_several_parts_are_told_in_place_of_is_said_once() -> None:
    assert left_out(earlier=[(2026, 2025), (2026, 2025)]) == "资料库中没有2026年的相关内容，以下是2025年的"
