"""Questions for the meaning of a term, and what is said of one that is only mentioned."""

import pytest

from assistant.assistant import Assistant
from assistant.meaning import asked_term


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
