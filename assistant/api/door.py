"""HTTP requests that name a function into its result: the form of Gradio's API without its sessions."""

import asyncio
import json
import re
import uuid
from collections import OrderedDict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assistant.api.functions import Function, function_of
from assistant.api.service import Service
from assistant.http.faults import explain
from assistant.render import Json
from ingest.errors import InvalidRequest, NoSuchFunction, NotInLibrary

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

_NAMED = re.compile(r"/gradio_api/(?P<way>run|api|call/v2|call)/(?P<name>[^/]+)(?:/(?P<event>[^/]+))?/?")
_PAGE = "predict"  # what the page itself calls, by number
_FORMS = '请发送 {"参数名": 值, …} 或 {"data": [值, …]}'
_LARGEST = 256 * 1024
_MOST_WAITING = 1_000


class Door:
    """ASGI middleware that answers calls of our functions; of anything else by name there is nothing.

    Gradio would let anybody call the page's private events by their names, answer mistakes with an error that
    says nothing, and build and keep a session for every single call (40 ms and 180 KB each).
    """

    def __init__(self, app: "ASGIApp", service: Service) -> None:
        self._app = app
        self._service = service
        self._called: OrderedDict[str, asyncio.Task[Json]] = OrderedDict()

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer what names a function, pass on all else."""
        from starlette.requests import Request  # noqa: PLC0415

        named = _NAMED.fullmatch(scope["path"]) if scope["type"] == "http" else None
        if named is None or named["name"] == _PAGE:
            await self._app(scope, receive, send)
            return
        response = await self._answer(Request(scope, receive), **named.groupdict())
        await response(scope, receive, send)

    async def _answer(self, request: "Request", way: str, name: str, event: str | None) -> "Response":
        from starlette.responses import JSONResponse  # noqa: PLC0415

        try:
            function = function_of(name)
            if request.method == "GET" and event:
                return await self._tell(event)
            arguments = _arguments(function, await _read(request))
            function.check(arguments)
            if way.startswith("call"):
                return JSONResponse({"event_id": self._start(function, arguments)})
            return JSONResponse({"data": [await self._service.call(name, arguments)]})
        except Exception as error:
            return JSONResponse({"error": explain(error)}, _status(error))

    def _start(self, function: Function[Any], arguments: Mapping[str, Any]) -> str:
        """Begin a call whose result is asked for later; of too many that nobody asks for, the oldest goes."""
        event = uuid.uuid4().hex
        self._called[event] = asyncio.create_task(self._service.call(function.name, arguments))
        if len(self._called) > _MOST_WAITING:
            self._called.popitem(last=False)[1].cancel()
        return event

    async def _tell(self, event: str) -> "Response":
        """The result of a call, once, as the one event of a stream."""
        from starlette.responses import Response  # noqa: PLC0415

        if event not in self._called:
            raise InvalidRequest(f"没有编号为 {event} 的调用，或结果已经取走。请重新调用")
        try:
            kind, data = "complete", json.dumps([await self._called.pop(event)])
        except Exception as error:
            kind, data = "error", json.dumps({"error": explain(error)})
        return Response(f"event: {kind}\ndata: {data}\n\n", media_type="text/event-stream")


async def _read(request: "Request") -> bytes:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            raise InvalidRequest(f"请求太长：最多 {_LARGEST // 1024} KB。请缩短后重试")
    return bytes(body)


def _arguments(function: Function[Any], body: bytes) -> Mapping[str, Any]:
    """Read arguments by name, or as Gradio's list `{"data": [...]}` in the order of the parameters."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InvalidRequest(f"请求不是 JSON。{_FORMS}") from error
    if not isinstance(sent, dict):
        raise InvalidRequest(f"请求的格式不对。{_FORMS}")
    values = sent.get("data")
    if not isinstance(values, list):
        return sent
    names = list(function.parameters.model_fields)
    if len(values) > len(names):
        raise InvalidRequest(f"{function.name} 的参数太多：只有 {'、'.join(names)}。请改正后重试")
    return dict(zip(names, values, strict=False))


def _status(error: Exception) -> int:
    """The HTTP status of an error: there is no such thing, the caller's mistake, or ours."""
    if isinstance(error, NoSuchFunction | NotInLibrary):
        return 404
    return 422 if isinstance(error, InvalidRequest) else 500
