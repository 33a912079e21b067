"""What is asked to be written is drafted in the conversation, every sentence with what it follows."""

import pytest

from assistant.assistant import Assistant
from assistant.understanding.small_talk import request_to_write


@pytest.mark.parametrize(
    "text",
    [
        "写一段意识形态工作的措施",
        "请帮我起草一份2026年意识形态工作计划",
        "麻烦写一下意识形态工作安排，200字左右",
        "起草意识形态工作措施一段",
        "写一段200字的意识形态工作要点",
    ],
)
def test_a_request_to_write_is_drafted_with_its_sources(shelf: Assistant, text: str) -> None:
    answer = shelf.ask(text)
    assert not answer.refused and answer.citations
    first, *paragraphs = answer.text.split("\n")
    assert "意识形态" in first and first.endswith("安排")
    assert paragraphs and all("[" in paragraph for paragraph in paragraphs)
    assert ("2026年" in first) is ("2026" in text) and "字" not in first


@pytest.mark.parametrize("text", ["写一段", "写一份工作计划", "写一段月球基地的建设措施"])
def test_what_has_no_topic_or_nothing_stored_is_told(shelf: Assistant, text: str) -> None:
    answer = shelf.ask(text)
    assert answer.refused and "起草" in answer.text and not answer.citations


@pytest.mark.parametrize("text", ["起草方案由谁负责", "写一份总结要多少字", "起草一份文件要几天"])
def test_a_question_about_writing_is_a_question(text: str) -> None:
    assert request_to_write(text) is None


REQUEST = "写一段学前教育的工作措施"


def test_what_is_said_of_a_draft_changes_it(shelf: Assistant) -> None:
    whole = shelf.ask(REQUEST)
    less = shelf.ask("太长了，再短一点", [REQUEST])
    assert less.text != whole.text and whole.text.startswith(less.text)
    assert [citation.n for citation in less.citations] == list(range(1, len(less.citations) + 1))
    later = shelf.ask("改成2027年的", [REQUEST, "太长了，再短一点"])
    assert later.text.startswith("2027年学前教育") and len(later.text) < len(whole.text) + len("2027年")


@pytest.mark.parametrize("said", ["换个说法", "再正式一点", "加上时限"])
def test_what_no_draft_from_stored_words_can_do_is_told(shelf: Assistant, said: str) -> None:
    answer = shelf.ask(said, [REQUEST, "再短一点"])
    assert said in answer.text and "再短一点" in answer.text and not answer.citations
    assert shelf.ask("改成2027年的", [REQUEST, said]).text.startswith("2027年学前教育")


def test_a_question_after_a_draft_is_a_question(shelf: Assistant) -> None:
    assert "学前教育股" in shelf.ask("新建公办幼儿园由谁牵头", [REQUEST, "再短一点"]).text
    assert shelf.read("再短一点", ["新建公办幼儿园由谁牵头"]).text.endswith("再短一点")
