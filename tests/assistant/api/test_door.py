import json
from typing import cast

import anyio
import httpx
import pytest

from assistant.api.door import Door
from assistant.api.functions import FUNCTIONS, NAMES, Function
from assistant.api.service import Service
from assistant.assistant import Assistant
from assistant.http.requests import Requests

RUN, CALL = "/gradio_api/run", "/gradio_api/call/v2"


@pytest.mark.parametrize("function", FUNCTIONS, ids=NAMES)
def test_every_function_answers_its_example(
    function: Function, client: httpx.Client, samples: Assistant
) -> None:
    told = client.post(f"{RUN}/{function.name}", json=dict(function.example))
    assert told.status_code == 200
    assert told.json() == {"data": [function.call(samples, function.example)]}


def test_a_call_in_two_steps_gives_the_same_once(client: httpx.Client) -> None:
    asked = {"question": "谁负责意识形态工作？"}
    event = client.post(f"{CALL}/ask", json=asked).json()["event_id"]
    told = client.get(f"{CALL}/ask/{event}")
    kind, data = told.text.strip().split("\n")
    assert kind == "event: complete"
    assert json.loads(data.removeprefix("data: ")) == client.post(f"{RUN}/ask", json=asked).json()["data"]
    assert client.get(f"{CALL}/ask/{event}").status_code == 422


def test_arguments_may_be_a_list_in_the_order_of_the_parameters(client: httpx.Client) -> None:
    listed = client.post(f"{RUN}/duties", json={"data": ["人事股", 2024]}).json()["data"][0]
    assert listed["tasks"]
    assert listed == client.post(f"{RUN}/duties", json={"unit": "人事股", "year": 2024}).json()["data"][0]


@pytest.mark.parametrize(
    ("name", "sent", "status", "says"),
    [
        ("ask", {}, 422, "ask 的参数 question 不对：没有填写。请改正后重试"),
        ("ask", {"question": " "}, 422, "ask 的参数 question 不对：不能为空。请改正后重试"),
        ("ask", {"question": "问" * 501}, 422, "ask 的参数 question 不对：最多 500 个字。请改正后重试"),
        ("ask", {"question": "谁", "k": 3}, 422, "ask 的参数 k 不对：没有这个参数。请改正后重试"),
        ("ask", {"data": ["谁", [], 3]}, 422, "ask 的参数太多：只有 question、previous。请改正后重试"),
        ("ask", ["谁"], 422, '请求的格式不对。请发送 {"参数名": 值, …} 或 {"data": [值, …]}'),
        ("search", {"question": "谁", "k": 0}, 422, "search 的参数 k 不对：应不小于 1。请改正后重试"),
        ("search", {"question": "谁", "k": True}, 422, "search 的参数 k 不对：应为整数。请改正后重试"),
        ("search", {"question": 3}, 422, "search 的参数 question 不对：应为文字。请改正后重试"),
        ("duties", {"unit": "人事股", "year": "x"}, 422, "duties 的参数 year 不对：应为整数。请改正后重试"),
        (
            "compare",
            {"topic": "安全", "years": [2023, 2023]},
            422,
            "compare 的参数不对：请写两个或更多不同的年份（years），或两个或更多不同的文件名（docs）。"
            "请改正后重试",
        ),
        (
            "outline",
            {"doc": "/etc/passwd"},
            404,
            "资料库中没有这份文件：/etc/passwd。可用 workplan documents 查看已有文件",
        ),
        (
            "outline",
            {"doc": "../../README.md"},
            404,
            "资料库中没有这份文件：../../README.md。可用 workplan documents 查看已有文件",
        ),
        (
            "nothing",
            {},
            404,
            "没有名为 nothing 的函数。可用：ask、search、outline、duties、compare、draft",
        ),
    ],
)
def test_a_mistake_is_answered_with_one_chinese_line(
    client: httpx.Client, name: str, sent: object, status: int, says: str
) -> None:
    told = client.post(f"{RUN}/{name}", json=sent)
    assert (told.status_code, told.json()) == (status, {"error": says})


def test_an_unknown_unit_is_told_with_names_that_come_near(client: httpx.Client) -> None:
    told = client.post(f"{RUN}/duties", json={"unit": "人事"})
    assert told.status_code == 404
    assert "相近的有：人事股" in told.json()["error"]


def test_what_is_no_json_or_too_long_is_refused(client: httpx.Client) -> None:
    assert "不是 JSON" in client.post(f"{RUN}/ask", content=b"\xff").json()["error"]
    assert "请求太长：最多 256 KB" in client.post(f"{RUN}/ask", content=b" " * 300_000).json()["error"]


def test_a_failed_call_in_two_steps_tells_why(client: httpx.Client) -> None:
    event = client.post(f"{CALL}/outline", json={"doc": "没有.txt"}).json()["event_id"]
    kind, data = client.get(f"{CALL}/outline/{event}").text.strip().split("\n")
    assert kind == "event: error"
    assert "资料库中没有这份文件：没有.txt" in json.loads(data.removeprefix("data: "))["error"]


@pytest.mark.parametrize("way", ["run", "api", "call", "call/v2"])
def test_events_of_the_page_cannot_be_called_by_name(client: httpx.Client, way: str) -> None:
    names = {event["api_name"] for event in client.get("/config").json()["dependencies"]}
    private = sorted(names.difference(NAMES))
    assert private
    for name in private:
        assert client.post(f"/gradio_api/{way}/{name}", json={"data": []}).status_code == 404


def test_only_our_functions_are_documented(client: httpx.Client) -> None:
    info = client.get("/gradio_api/info").json()
    assert {name.removeprefix("/") for name in info["named_endpoints"]} == set(NAMES)
    assert not info["unnamed_endpoints"]
    for function in FUNCTIONS:
        told = info["named_endpoints"][f"/{function.name}"]
        assert function.description in told["description"]
        assert [each["parameter_name"] for each in told["parameters"]] == list(
            function.parameters.model_fields
        )


def test_a_fault_of_ours_is_told_by_its_number_alone(caplog: pytest.LogCaptureFixture) -> None:
    class Broken:
        def search(self, *_: object) -> None:
            raise RuntimeError("/home/secret")

    async def page(*_: object) -> None:
        raise AssertionError

    async def call() -> httpx.Response:
        app = Requests(Door(page, Service(cast(Assistant, Broken()))))
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://it") as client:
            headers = {"X-Request-ID": "from-caller.1"}
            return await client.post(f"{RUN}/search", json={"question": "课后服务"}, headers=headers)

    told = anyio.run(call)
    assert told.status_code == 500
    assert "编号 from-caller.1" in told.json()["error"]
    assert "secret" not in told.text
    assert "/home/secret" in caplog.text
