"""What asks nothing of the documents gets a word on what the assistant does, and no passage."""

import pytest

from assistant.assistant import Assistant
from assistant.understanding.small_talk import small_talk


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("你好", "注明出处"),
        ("您好！", "注明出处"),
        ("你能做什么？", "注明出处"),
        ("这个系统怎么用", "注明出处"),
        ("谢谢你啦", "不客气"),
        ("Thanks!", "不客气"),
    ],
)
def test_what_is_no_question_gets_a_word_of_guidance(shelf: Assistant, said: str, reply: str) -> None:
    answer = shelf.ask(said)
    assert reply in answer.text
    assert answer.refused and not answer.citations and not answer.related


@pytest.mark.parametrize(
    "asked",
    [
        "帮助对象有哪些",
        "怎么使用经费",
        "起草方案由谁负责",
        "写一份总结要多少字",
        "GDP",
        "GDP目标",
        "早教谁负责",
        "怎么用？",
    ],
)
def test_what_may_be_in_a_document_is_a_question(asked: str) -> None:
    assert small_talk(asked) == ""


def test_thanks_within_a_conversation_are_no_follow_up(shelf: Assistant) -> None:
    assert "不客气" in shelf.ask("谢谢", ["谁负责意识形态工作？"]).text
