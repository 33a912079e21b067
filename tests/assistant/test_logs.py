import json
import logging
from collections.abc import Generator
from pathlib import Path

import pytest

from assistant.answer import Answer, Mode
from assistant.assistant import Assistant
from assistant.logs import logging_to, logs_mode, request_id


def lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "server.log").read_text("utf-8").splitlines()]


def test_each_record_is_one_line_of_json_with_the_id_of_its_request(tmp_path: Path) -> None:
    with logging_to(tmp_path / "logs", lambda: "r1"):
        logging.getLogger("assistant.somewhere").info("两\n行")
        logging.getLogger("library").warning("careful", extra={"request_id": "r2", "unknown": 1})
    first, second = lines(tmp_path / "logs")
    assert (first["event"], first["request_id"], first["level"]) == ("两\n行", "r1", "info")
    assert (second["event"], second["request_id"], second["logger"]) == ("careful", "r2", "library")
    assert "unknown" not in second


def test_an_error_carries_its_traceback(tmp_path: Path) -> None:
    with logging_to(tmp_path, lambda: None):
        try:
            raise ValueError("why")
        except ValueError:
            logging.getLogger("assistant").exception("broken")
    [line] = lines(tmp_path)
    assert "ValueError: why" in str(line["error"])
    assert "request_id" not in line


def test_an_answer_is_logged_by_its_mode_and_never_by_its_question(tmp_path: Path, shelf: Assistant) -> None:
    with logging_to(tmp_path, lambda: "r1"):
        shelf.ask("谁负责意识形态工作？")
        shelf.draft("学前教育")
    told = {line["event"]: line for line in lines(tmp_path)}
    assert {event: line["mode"] for event, line in told.items()} == {"answer": "摘录", "draft": "摘录"}
    assert all(isinstance(line["ms"], int) for line in told.values())
    text = (tmp_path / "server.log").read_text("utf-8")
    assert "意识形态" not in text
    assert "学前教育" not in text


def test_an_answer_that_is_broken_off_ends_what_makes_it(caplog: pytest.LogCaptureFixture) -> None:
    ended = []

    @logs_mode("answer")
    def grow() -> Generator[Answer, None, None]:
        try:
            yield Answer("问", "答", Mode.MODEL)
            yield Answer("问", "答完", Mode.MODEL)
        finally:
            ended.append(True)

    growing = grow()
    next(growing)
    growing.close()
    assert ended
    assert not caplog.records


@pytest.mark.parametrize("given", ["", "空格 不行", "a b", "x" * 65, 'a"b', "a\nb"])
def test_an_id_that_is_none_is_replaced(given: str) -> None:
    assert request_id(given) != given
    assert request_id(given).isalnum()


def test_a_valid_id_is_kept() -> None:
    assert request_id("trace-1.a_B") == "trace-1.a_B"
