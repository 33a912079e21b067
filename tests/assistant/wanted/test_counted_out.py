"""Which bodies a question counts is told by their names, not by their number."""

import pytest

from assistant.wanted.counted_out import counted_out

QUESTION = "3所示范幼儿园是哪几所？"


@pytest.mark.parametrize(
    "text",
    [
        "东关、西关、南关等3所幼儿园建成示范园。",
        "示范园包括东关幼儿园、西关幼儿园和南关幼儿园。",
        "建成示范幼儿园（东关园、西关园、南关园）。",
        "东关、西关、南关3所幼儿园建成示范园。",
        "建成以下示范幼儿园：",
    ],
)
def test_names_answer(text: str) -> None:
    named = counted_out(QUESTION)
    assert named is not None
    assert named.search(text)


@pytest.mark.parametrize(
    "text",
    ["新建示范幼儿园3所，改造食堂。", "东关、西关等10所学校建设智慧校园。", "开展消防、食品检查，完成3所。"],
)
def test_their_number_does_not(text: str) -> None:
    named = counted_out(QUESTION)
    assert named is not None
    assert not named.search(text)


@pytest.mark.parametrize(
    "question", ["“五个一”是哪五个一？", "3所幼儿园什么时候建成？", "示范幼儿园是哪几所？"]
)
def test_other_questions_count_no_bodies(question: str) -> None:
    assert counted_out(question) is None
