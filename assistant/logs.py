"""Log records into lines of JSON in a file of the home folder, each with the id of its request."""

import json
import logging
import re
import time
import uuid
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import wraps
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

FIELDS = ("request_id", "method", "route", "status", "mode", "ms")
"""What a record may say beside its message; a question is never among it."""
_LARGEST, _KEPT = 5_000_000, 5
_log = logging.getLogger(__name__)
_VALID = re.compile(r"[A-Za-z0-9._-]{1,64}")


def request_id(given: str = "") -> str:
    """The id a caller gave its request, if it is one, else a new one."""
    return given if _VALID.fullmatch(given) else uuid.uuid4().hex[:12]


class Told(Protocol):
    """What is told in a mode: an answer or a draft."""

    @property
    def mode(self) -> str:
        """How it came about."""


T = TypeVar("T", bound=Told)
P = ParamSpec("P")
Growing = Callable[P, Generator[T, None, None]]


def logs_mode(event: str) -> Callable[[Growing[P, T]], Growing[P, T]]:
    """Let a function that yields something as it grows log the mode of the last and the time it took."""

    def decorate(make: Growing[P, T]) -> Growing[P, T]:
        @wraps(make)
        def logged(*values: P.args, **named: P.kwargs) -> Generator[T, None, None]:
            start, last = time.perf_counter(), None
            with closing(make(*values, **named)) as growing:
                for last in growing:
                    yield last
            if last is not None:
                spent = round(1000 * (time.perf_counter() - start))
                _log.info(event, extra={"mode": str(last.mode), "ms": spent})

        return logged

    return decorate


class JsonLines(logging.Formatter):
    """One JSON object a line: time, level, logger, event, the fields above, and a traceback of an error."""

    def format(self, record: logging.LogRecord) -> str:
        """Write a record as one line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        line |= {name: value for name in FIELDS if (value := getattr(record, name, None)) is not None}
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


@contextmanager
def logging_to(folder: Path, current_request: Callable[[], str | None]) -> Iterator[None]:
    """Write what this project and its libraries log to `server.log` in a folder, which is made.

    :param current_request: tells the id of the request that is being served, if any.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "server.log", maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
    )

    def identify(record: logging.LogRecord) -> bool:
        record.request_id = getattr(record, "request_id", None) or current_request()
        return True

    handler.addFilter(identify)
    handler.setFormatter(JsonLines())
    root, own, window = logging.getLogger(), logging.getLogger("assistant"), logging.StreamHandler()
    window.setLevel(logging.WARNING)  # what is wrong is told where the program was started, too
    before = own.level
    root.addHandler(handler)
    root.addHandler(window)
    own.setLevel(logging.INFO)
    try:
        yield
    finally:
        own.setLevel(before)
        root.removeHandler(window)
        root.removeHandler(handler)
        handler.close()
