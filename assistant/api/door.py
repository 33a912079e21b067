"""Requests to named endpoints into checked ones, so that a mistake is answered with one Chinese line."""

import json
import re
from typing import TYPE_CHECKING, Any

from assistant.api.functions import Function, function_of
from ingest.errors import InvalidRequest

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_NAMED = re.compile(r"/gradio_api/(?P<way>run|api|call|call/v2)/(?P<name>[^/]+)/?")
_PAGE = "predict"  # what the page itself calls, by number
_LARGEST = 256 * 1024


class Door:
    """ASGI middleware that lets through only calls of our functions, their arguments checked and complete.

    Gradio would let anybody call the page's private events by their names, and answers an argument that is
    missing, or a name it does not know, with an error that says nothing.
    """

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass everything on but calls of what there is not, or with what makes no sense."""
        from starlette.responses import JSONResponse  # noqa: PLC0415

        named = _NAMED.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if named is None or scope["method"] != "POST" or named["name"] == _PAGE:
            await self.app(scope, receive, send)
            return
        try:
            function = function_of(named["name"])
        except InvalidRequest as error:
            await JSONResponse({"error": str(error)}, 404)(scope, receive, send)
            return
        try:
            body = _checked(function, await _read(receive), by_name=named["way"] == "call/v2")
        except InvalidRequest as error:
            await JSONResponse({"error": str(error)}, 422)(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name != b"content-length"]
        headers.append((b"content-length", str(len(body)).encode()))
        await self.app({**scope, "headers": headers}, _Once(body, receive), send)


class _Once:
    """The body as one message, then whatever the client does."""

    def __init__(self, body: bytes, receive: "Receive") -> None:
        self._messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]
        self._receive = receive

    async def __call__(self) -> "Message":
        return self._messages.pop() if self._messages else await self._receive()


async def _read(receive: "Receive") -> bytes:
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > _LARGEST:
            raise InvalidRequest(f"请求太长：最多 {_LARGEST // 1024} KB。请缩短后重试")
        if not message.get("more_body"):
            return bytes(body)


def _checked(function: Function[Any], body: bytes, by_name: bool) -> bytes:
    """Check what was sent, and fill in what was left out."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InvalidRequest('请求不是 JSON。请发送 {"参数名": 值} 或 {"data": [值, …]}') from error
    values = sent if by_name else sent.get("data") if isinstance(sent, dict) else None
    if not isinstance(values, dict if by_name else list):
        raise InvalidRequest('请求的格式不对。请发送 {"参数名": 值}（call/v2）或 {"data": [值, …]}')
    names = list(function.parameters.model_fields)
    if len(values) > len(names):
        raise InvalidRequest(f"{function.name} 的参数太多：只有 {'、'.join(names)}。请改正后重试")
    given = values if isinstance(values, dict) else dict(zip(names, values, strict=False))
    arguments = function.check(given).model_dump()
    return json.dumps(arguments if by_name else {**sent, "data": list(arguments.values())}).encode()
