"""The parts a question needs, each tried, into what `/health` says of them."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.assistant import Assistant

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import JSONResponse

_OK, _FAULT = "ok", "fault"
_log = logging.getLogger(__name__)


def health(assistant: Assistant) -> dict[str, str]:
    """Say of library, index and embedding model whether they work, and whether a chat model is configured.

    The chat model is not tried: without it answers are extractive, and a probe must not cost tokens.
    """
    found = {name: _state(part) for name, part in assistant.parts.items()}
    status = _OK if set(found.values()) == {_OK} else _FAULT
    return {"status": status, **found, "chat_model": "on" if assistant.has_chat_model else "off"}


def health_route(assistant: Assistant) -> "Callable[[Request], JSONResponse]":
    """Answer probes: 200 where questions can be answered, else 503."""
    from starlette.responses import JSONResponse  # noqa: PLC0415

    def answer(request: "Request") -> JSONResponse:
        state = health(assistant)
        return JSONResponse(state, 200 if state["status"] == _OK else 503)

    return answer


def _state(part: Callable[[], object]) -> str:
    """Whether a part works; what is wrong with it may name paths and addresses, and is for the log alone."""
    try:
        part()
    except Exception as error:
        _log.error("a part of the program does not work", exc_info=error)
        return _FAULT
    return _OK
