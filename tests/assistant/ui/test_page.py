import asyncio
import re

from starlette.types import Message, Receive, Scope, Send

from assistant.ui.page import ChinesePage
from assistant.ui.theme import asset

GRADIO = """<!doctype html>
<html
\tlang="en">
<head><meta charset="utf-8" /><script>window.gradio_config = {};</script></head>
<body><gradio-app eager="true"></gradio-app></body>"""


def get(path: str) -> tuple[dict[bytes, bytes], str]:
    body = GRADIO.encode()

    async def gradio(scope: Scope, receive: Receive, send: Send) -> None:
        assert path != "/" or b"accept-encoding" not in dict(scope["headers"])
        headers = [(b"content-type", b"text/html"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": body[:40], "more_body": True})
        await send({"type": "http.response.body", "body": body[40:]})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    sent: list[Message] = []
    scope = {"type": "http", "method": "GET", "path": path, "headers": [(b"accept-encoding", b"br")]}
    asyncio.run(ChinesePage(gradio)(scope, receive, send))
    return dict(sent[0]["headers"]), b"".join(message["body"] for message in sent[1:]).decode()


def test_the_page_is_chinese_and_light_before_gradio_starts() -> None:
    headers, page = get("/")
    assert 'lang="zh-CN"' in page
    assert 'theme_mode="light"' in page
    assert page.index("navigator, 'language'") < page.index("<gradio-app")
    assert headers[b"content-length"] == str(len(page.encode())).encode()


def test_the_page_allows_no_inline_handler_and_no_other_host() -> None:
    policy = get("/")[0][b"content-security-policy"].decode()
    assert "script-src-attr 'none'" in policy
    assert "http" not in policy
    assert "*" not in policy


def test_only_scripts_with_the_word_of_this_one_page_run() -> None:
    (headers, page), (_, other) = get("/"), get("/")
    policy = headers[b"content-security-policy"].decode()
    [nonce] = re.findall(r"script-src [^;]*'nonce-([\w-]{20,})'", policy)
    assert "'unsafe-inline'" not in policy.partition("script-src ")[2].partition(";")[0]
    assert page.count("<script") == page.count(f'<script nonce="{nonce}"') == 2
    assert nonce not in other


def test_the_script_of_an_area_stands_in_the_page_once_for_all_areas() -> None:
    page = get("/")[1]
    for script in ("component.js", "browse.js"):
        assert page.count(asset(script)) == 1


def test_everything_else_passes_unchanged() -> None:
    headers, page = get("/assets/index.html")
    assert page == GRADIO
    assert b"content-security-policy" not in headers
