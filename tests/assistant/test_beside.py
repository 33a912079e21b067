import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest

from assistant.assistant import Assistant
from assistant.beside import Beside
from assistant.understanding.scope import EVERYWHERE, Scope
from ingest.errors import WorkPlanError
from ingest.records import Filter

QUESTION = "学前教育由谁牵头？"


@pytest.fixture(scope="module")
def beside(shelf: Assistant) -> Iterator[Beside]:
    """A process beside this one, which has opened the library."""
    helper = Beside(shelf.settings)
    try:
        assert helper.answer(QUESTION, (), EVERYWHERE) is None, "nobody has begun"
        helper.begin()
        waits_until(lambda: helper.answer(QUESTION, (), EVERYWHERE) is not None)
        yield helper
    finally:
        helper.close()


def waits_until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 300
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_it_answers_what_is_answered_here(shelf: Assistant, beside: Beside) -> None:
    for question, previous, scope in (
        (QUESTION, (), EVERYWHERE),
        ("那2023年呢？", (QUESTION,), EVERYWHERE),
        (QUESTION, (), Scope(Filter(years=(2023,)))),
        ("学生营养餐每人每天补助多少钱？", (), EVERYWHERE),
    ):
        assert beside.answer(question, previous, scope) == shelf.ask(question, previous, scope)


def test_its_errors_are_those_of_answering_here(shelf: Assistant, beside: Beside) -> None:
    settings = shelf.settings.model_copy(update={"database_url": "sqlite:////nirgendwo/catalog.db"})
    elsewhere = Beside(settings)
    elsewhere._pool = beside._pool
    elsewhere._opened = beside._opened
    with pytest.raises(WorkPlanError, match="资料库无法读写"):
        elsewhere.answer(QUESTION, (), EVERYWHERE)


def test_questions_over_which_the_process_dies_are_left_and_another_one_can_begin(
    shelf: Assistant, beside: Beside
) -> None:
    workers = [each for each in psutil.Process().children() if "popen_loky" in str(each.cmdline())]
    assert workers
    with ThreadPoolExecutor(2) as asking:
        for worker in workers:
            worker.suspend()  # so that the questions wait in it
        asked = [asking.submit(beside.answer, QUESTION, (), EVERYWHERE) for _ in range(2)]
        time.sleep(0.5)
        for worker in workers:
            worker.kill()
        assert [each.result(300) for each in asked] == [None, None]
    beside.begin()
    waits_until(lambda: beside.answer(QUESTION, (), EVERYWHERE) == shelf.ask(QUESTION))


def test_it_begins_when_a_question_has_to_wait_and_then_answers_all(shelf: Assistant) -> None:
    with Assistant.open(shelf.settings) as assistant:
        helper = assistant.turns.helper = Beside(shelf.settings)
        assert assistant.ask(QUESTION) == shelf.ask(QUESTION)
        assert helper._pool is None
        with ThreadPoolExecutor(3) as people:
            turns = [assistant.turns.turn() for _ in range(2)]
            for turn in turns:
                turn.__enter__()
            third = people.submit(assistant.ask, QUESTION)
            waits_until(lambda: helper._pool is not None)
            for turn in turns:
                turn.__exit__(None, None, None)
            assert third.result(300) == shelf.ask(QUESTION)
