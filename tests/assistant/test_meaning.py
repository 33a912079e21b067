"""Questions for the meaning of a term, and what is said of one that is only mentioned."""

import pytest

from assistant.assistant import Assistant
from assistant.meaning import asked_term, definition_of
from ingest.text import normalize


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("双线包保怎么定义的", "双线包保"),
        ("双线包保指啥", "双线包保"),
        ("双线包保如何界定？", "双线包保"),
        ("双线包保是什么意思", "双线包保"),
        ("什么是双线包保", "双线包保"),
        ("双线包保怎么落实", ""),
    ],
)
def test_the_term_asked_for_is_read(question: str, term: str) -> None:
    assert asked_term(question) == term


def test_a_term_that_is_only_mentioned_is_shown_where_it_is(shelf: Assistant) -> None:
    answer = shelf.ask("什么是双线包保？")
    assert answer.refused
    assert "提到它的地方" in answer.text
    assert "落实“双线包保”责任，对辍学学生逐一劝返" in answer.text


def test_a_term_nobody_mentions_is_not_said_to_be(shelf: Assistant) -> None:
    answer = shelf.ask("什么是区块链？")
    assert answer.refused
    assert "提到" not in answer.text


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("两廊一角", "加强对“两廊（厅）一角”（走廊、连廊和图书角）的管理。"),
        ("双带动", "落实把骨干教师培养成带头人、把带头人培养成骨干教师的“双带动”机制。"),
        ("双线包保", "“双线包保”是指学校和乡镇各包一线。"),
    ],
)
def test_a_definition_is_known_by_its_form(term: str, text: str) -> None:
    assert definition_of(term).search(normalize(text))


@pytest.mark.parametrize(
    "text", ["落实“双线包保”责任。", "建立健全的“双线包保”（试行）机制。", "由学校落实好“双线包保”机制。"]
)
def test_a_mention_is_no_definition(text: str) -> None:
    assert not definition_of("双线包保").search(normalize(text))
