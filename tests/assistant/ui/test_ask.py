import gc
from collections.abc import Iterator, Sequence
from typing import Any, cast

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.ui.ask import follow, stopped
from assistant.ui.markup import Turn
from ingest.errors import WorkPlanError
from tests.assistant.ui.pages import answer


class Answering:
    """Stands where an Assistant with a chat model would: its answer grows, fails, or is broken off."""

    def __init__(self, *answers: Answer | Exception) -> None:
        self.answers = answers
        self.asked: list[tuple[str, list[str]]] = []
        self.closed = False

    def stream(self, question: str, previous: Sequence[str] = ()) -> Iterator[Answer]:
        self.asked.append((question, list(previous)))
        try:
            for item in self.answers:
                if isinstance(item, Exception):
                    raise item
                yield item
        finally:
            self.closed = True


def ask(answering: Answering, question: str, turns: tuple[Turn, ...] = ()) -> Iterator[tuple[Turn, ...]]:
    return follow(cast(Assistant, answering), question, turns)


def test_an_answer_grows_below_the_earlier_ones() -> None:
    first = Turn("一", answer("甲"))
    shown = list(ask(Answering(answer("乙"), answer("丙")), "二", (first,)))
    assert [turns[0] for turns in shown] == [first] * 4
    assert [turns[1] for turns in shown] == [
        Turn("二", None, writing=True),
        Turn("二", answer("乙"), writing=True),
        Turn("二", answer("丙"), writing=True),
        Turn("二", answer("丙")),
    ]


def test_the_earlier_questions_of_this_conversation_go_with_the_new_one() -> None:
    answering = Answering(answer("答"))
    list(ask(answering, "那2024年呢？", (Turn("一", answer("甲")), Turn("二", error="错"))))
    assert answering.asked == [("那2024年呢？", ["一", "二"])]


@pytest.mark.parametrize("error", [WorkPlanError("模型连不上。请检查地址"), ZeroDivisionError()])
def test_an_error_ends_the_turn_with_one_line(error: Exception) -> None:
    *_, turns = ask(Answering(answer("半"), error), "问")
    assert turns[-1].answer is None
    assert not turns[-1].writing
    assert turns[-1].error
    assert "\n" not in turns[-1].error


def test_breaking_off_stops_the_assistant() -> None:
    answering = Answering(answer("一"), answer("二"))
    growing: Any = ask(answering, "问")
    next(growing), next(growing)
    growing.close()
    gc.collect()
    assert answering.closed


def test_only_an_answer_that_is_growing_can_be_broken_off() -> None:
    done, growing = Turn("一", answer("甲")), Turn("二", answer("乙"), writing=True)
    assert stopped((done, growing)) == (done, Turn("二", answer("乙"), stopped=True))
    assert stopped(()) == ()
