"""What other sites, strangers and floods get; and with which settings the app does not begin."""

import asyncio
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send

from assistant.accounts import Role
from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.ui.guard import check_access
from assistant.ui.origin import SameOrigin
from assistant.ui.sizes import SizeLimit
from assistant.ui.throttle import Allowance, Throttle
from ingest.errors import SettingsError
from tests.assistant.ui.people import PASSWORD


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def status(
    middleware: object, method: str = "POST", path: str = "/", user: object = None, **headers: str
) -> int:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    state = {"user": user}
    scope = {"type": "http", "method": method, "path": path, "headers": named, "state": state}
    asyncio.run(middleware(scope, receive, send))  # type: ignore[operator]
    return int(sent[0]["status"])


@pytest.mark.parametrize(
    ("method", "headers", "passes"),
    [
        ("POST", {}, True),  # a program, which no site can make do anything
        ("POST", {"origin": "http://plan.example:7860"}, True),
        ("POST", {"origin": "https://plan.example:7860"}, True),  # https ends before us
        ("POST", {"sec_fetch_site": "same-origin", "origin": "null"}, True),
        ("POST", {"origin": "http://evil.example"}, False),
        ("POST", {"origin": "http://plan.example"}, False),
        ("POST", {"origin": "http://evil.example/plan.example:7860"}, False),
        ("POST", {"origin": "null"}, False),
        ("POST", {"sec_fetch_site": "cross-site"}, False),
        ("DELETE", {"sec_fetch_site": "same-site"}, False),
        ("GET", {"sec_fetch_site": "cross-site"}, True),  # a link somebody followed
        ("GET", {"sec_fetch_site": "cross-site", "origin": "http://evil.example"}, False),
        ("GET", {"origin": "http://evil.example"}, False),
    ],
)
def test_what_another_site_asks_is_refused(method: str, headers: dict[str, str], passes: bool) -> None:
    got = status(SameOrigin(app), method, host="plan.example:7860", **headers)
    assert got == (200 if passes else 403)


@pytest.mark.parametrize("host", ["127.0.0.1:7860", "localhost:7860", "[::1]:7860", "localhost"])
def test_where_nobody_logs_in_the_app_answers_to_this_computer(host: str) -> None:
    assert status(SameOrigin(app, {"127.0.0.1", "localhost", "::1"}), "GET", host=host) == 200


@pytest.mark.parametrize("host", ["evil.example", "evil.example:7860", "127.0.0.1.evil.example", "", "[::1"])
def test_where_nobody_logs_in_a_foreign_name_of_this_computer_is_refused(host: str) -> None:
    assert status(SameOrigin(app, {"127.0.0.1", "localhost", "::1"}), "GET", host=host) == 421


@pytest.mark.parametrize(
    ("path", "headers", "expected"),
    [
        ("/gradio_api/queue/join", {"content_length": "1000"}, 200),
        ("/gradio_api/queue/join", {"content_length": str(5 * 2**20)}, 413),
        ("/gradio_api/upload", {"content_length": str(5 * 2**20)}, 200),
        ("/gradio_api/upload", {"content_length": str(2 * 2**30)}, 413),
        ("/gradio_api/upload", {"transfer_encoding": "chunked"}, 411),
        ("/logout", {}, 200),
    ],
)
def test_what_is_too_large_is_refused_unread(path: str, headers: dict[str, str], expected: int) -> None:
    assert status(SizeLimit(app), path=path, **headers) == expected


def test_one_user_who_clicks_without_end_is_stopped_and_the_others_go_on(tmp_path: Path) -> None:
    with Assistant.open(Settings(home=tmp_path)) as assistant:
        first, second = (assistant.accounts.add(n, Role.READER, PASSWORD) for n in ("甲", "乙"))
    throttled = Throttle(app)
    for _ in range(300):
        assert throttled._clicks.take(first.name)
    assert status(throttled, user=first) == 429
    assert status(throttled, user=second) == 200
    assert status(throttled, "GET", user=first) == 200
    assert status(throttled, path="/gradio_api/upload", user=first) == 200


def test_an_allowance_can_be_given_back() -> None:
    allowance = Allowance("2 per hour")
    assert [allowance.take("甲") for _ in range(3)] == [True, True, False]
    allowance.restore("甲")
    assert allowance.take("甲")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.2"])
def test_without_a_login_the_app_begins_for_this_computer(host: str, tmp_path: Path) -> None:
    with Assistant.open(Settings(home=tmp_path, host=host)) as assistant:
        check_access(assistant)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "plan.example"])
def test_without_a_login_no_other_computer_may_open_the_app(host: str, tmp_path: Path) -> None:
    with (
        Assistant.open(Settings(home=tmp_path, host=host)) as assistant,
        pytest.raises(SettingsError, match=r"WORKPLAN_AUTH=on.*WORKPLAN_HOST"),
    ):
        check_access(assistant)


def test_with_a_login_there_must_be_an_admin(tmp_path: Path) -> None:
    with Assistant.open(Settings(home=tmp_path, host="0.0.0.0", auth="on")) as assistant:
        assistant.accounts.add("读", Role.READER, PASSWORD)
        with pytest.raises(SettingsError, match="workplan user add 名字 --role admin"):
            check_access(assistant)
        assistant.accounts.add("管", Role.ADMIN, PASSWORD)
        check_access(assistant)
