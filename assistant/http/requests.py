"""Every HTTP request into a line of the log and an id, which the response and what it logs carry too."""

import logging
import time
from contextvars import ContextVar
from typing import TYPE_CHECKING

from assistant.logs import request_id

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HEADER = b"x-request-id"
_log = logging.getLogger(__name__)
_current: ContextVar[str | None] = ContextVar("request_id", default=None)


def current_request() -> str | None:
    """The id of the request being served, or of the one an event of the page was queued by."""
    from gradio.context import LocalContext  # noqa: PLC0415

    queued = LocalContext.request.get(None)  # events run in tasks that began before the request
    given = queued.headers.get(_HEADER.decode()) if queued is not None else None
    return given or _current.get()


class Requests:
    """ASGI middleware that gives every request its id and logs method, route, status and duration."""

    def __init__(self, app: "ASGIApp") -> None:
        self._app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass a request on with an id, and log it when it is over."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(_HEADER, b"").decode("latin-1")
        identifier, status, start = request_id(given), 500, time.perf_counter()
        headers = [(name, value) for name, value in scope["headers"] if name != _HEADER]
        scope = {**scope, "headers": [*headers, (_HEADER, identifier.encode())]}

        async def answer(message: "Message") -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message = {**message, "headers": [*message["headers"], (_HEADER, identifier.encode())]}
            await send(message)

        token = _current.set(identifier)
        try:
            await self._app(scope, receive, answer)
        finally:
            fields = {"method": scope["method"], "route": scope["path"], "status": status}
            spent = round(1000 * (time.perf_counter() - start))
            _log.info("request", extra={**fields, "ms": spent, "request_id": identifier})
            _current.reset(token)
