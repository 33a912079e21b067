import json
from typing import Any

import anyio
import httpx
import pytest

from assistant.api.functions import FUNCTIONS, NAMES, Function
from assistant.assistant import Assistant


def with_client(address: str, work: Any) -> Any:
    """What a client of the MCP library gets from the server."""
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    async def run() -> Any:
        async with (
            streamable_http_client(f"{address}/mcp") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            return await work(session)

    return anyio.run(run)


def test_a_client_finds_the_functions_with_their_schemas(address: str) -> None:
    async def list_tools(session: Any) -> Any:
        return (await session.list_tools()).tools

    tools = with_client(address, list_tools)
    assert tuple(tool.name for tool in tools) == NAMES
    for tool, function in zip(tools, FUNCTIONS, strict=True):
        assert function.description in tool.description
        assert set(tool.inputSchema["properties"]) == set(function.parameters.model_fields)
        assert all(each["description"] for each in tool.inputSchema["properties"].values())
        assert tool.annotations.readOnlyHint


@pytest.mark.parametrize("function", FUNCTIONS, ids=NAMES)
def test_a_client_calls_every_function(address: str, function: Function, samples: Assistant) -> None:
    async def call(session: Any) -> Any:
        return await session.call_tool(function.name, dict(function.example))

    told = with_client(address, call)
    expected = function.call(samples, function.example)
    assert not told.isError
    assert told.structuredContent == expected
    assert json.loads(told.content[0].text) == expected


def test_a_client_is_told_of_a_mistake_in_one_chinese_line(address: str) -> None:
    async def call(session: Any) -> Any:
        return [
            await session.call_tool("ask", {}),
            await session.call_tool("nothing", {}),
            await session.call_tool("duties", {"unit": "人事股", "years": [2024]}),
        ]

    told = with_client(address, call)
    assert all(each.isError for each in told)
    assert [each.content[0].text for each in told] == [
        "ask 的参数 question 不对：没有填写。请改正后重试",
        "没有名为 nothing 的函数。可用：ask、search、outline、duties、compare、draft",
        "duties 的参数 years 不对：没有这个参数。请改正后重试",
    ]


def test_what_is_no_json_is_told_in_chinese(client: httpx.Client) -> None:
    headers = {"accept": "application/json, text/event-stream", "content-type": "application/json"}
    told = client.post("/mcp", content=b"{", headers=headers)
    assert told.status_code == 400
    assert told.json()["error"] == {"code": -32700, "message": "请求不是 JSON。请按 JSON-RPC 2.0 发送请求"}
