"""The functions as tools of the Model Context Protocol, over streamable HTTP."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from assistant.api.functions import FUNCTIONS, Function
from assistant.api.service import Service
from assistant.http.faults import explain
from ingest.errors import WorkPlanError

if TYPE_CHECKING:
    from mcp.server import Server
    from mcp.types import CallToolResult, Tool
    from starlette.types import Message, Receive, Scope, Send

_GUIDE = (
    "工作计划助手：一个中国政府工作计划资料库。回答、检索、列任务、对比、起草都以库中文件为据，每句话注明出处。"
    "先用 ask；未找到依据时可用 search 换词查找，不要自行补充资料库以外的内容。"
)

_NO_JSON = {
    "jsonrpc": "2.0",
    "id": None,
    "error": {"code": -32700, "message": "请求不是 JSON。请按 JSON-RPC 2.0 发送请求"},
}
"""The answer to what is no JSON, which the MCP library would give in English."""


class Tools:
    """The MCP endpoint as an ASGI application; requests need no session and get plain JSON back."""

    def __init__(self, service: Service) -> None:
        from mcp.server.streamable_http_manager import StreamableHTTPSessionManager  # noqa: PLC0415

        self._manager = StreamableHTTPSessionManager(_server(service), json_response=True, stateless=True)

    @asynccontextmanager
    async def lifespan(self, app: object) -> AsyncIterator[None]:
        """Answer requests as long as the web app runs."""
        async with self._manager.run():
            yield

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""
        from starlette.requests import Request  # noqa: PLC0415
        from starlette.responses import JSONResponse  # noqa: PLC0415

        if scope["method"] != "POST":
            await self._manager.handle_request(scope, receive, send)
            return
        body = await Request(scope, receive).body()
        if not _is_json(body):
            await JSONResponse(_NO_JSON, 400)(scope, receive, send)
            return
        told: Iterator[Message] = iter([{"type": "http.request", "body": body}])

        async def again() -> "Message":
            return next(told, None) or await receive()

        await self._manager.handle_request(scope, again, send)


def _is_json(body: bytes) -> bool:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _server(service: Service) -> "Server[Any, Any]":
    from mcp.server import Server  # noqa: PLC0415
    from mcp.types import CallToolResult, TextContent  # noqa: PLC0415

    server: Server[Any, Any] = Server("workplan", version("workplan-assistant"), _GUIDE)

    @server.list_tools()  # type: ignore[no-untyped-call, untyped-decorator]
    async def list_tools() -> "list[Tool]":
        return [describe_tool(function) for function in FUNCTIONS]

    @server.call_tool(validate_input=False)  # type: ignore[untyped-decorator]
    async def call_tool(name: str, arguments: dict[str, Any]) -> "CallToolResult":
        try:  # checks the arguments as well, and says in Chinese what is wrong with them
            result = await service.call(name, arguments)
        except Exception as error:
            raise WorkPlanError(explain(error)) from error
        text = TextContent(type="text", text=json.dumps(result, ensure_ascii=False))
        return CallToolResult(content=[text], structuredContent=result)

    return server


def describe_tool(function: Function[Any]) -> "Tool":
    """What a model reads of a function before it calls it."""
    from mcp.types import Tool, ToolAnnotations  # noqa: PLC0415

    example = json.dumps(function.example, ensure_ascii=False)
    return Tool(
        name=function.name,
        title=function.title,
        description=f"{function.description}例：{example}",
        inputSchema=function.parameters.model_json_schema(),
        annotations=ToolAnnotations(readOnlyHint=True, destructiveHint=False, openWorldHint=False),
    )
