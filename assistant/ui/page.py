"""Gradio's page into ours: Chinese, light, with scripts and requests from elsewhere ruled out."""

from secrets import token_urlsafe
from typing import TYPE_CHECKING

from assistant.ui.theme import asset

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Gradio takes its language from the browser and has no setting for it; the document's own strings follow.
_CHINESE = """
Object.defineProperty(navigator, 'language', { get: () => 'zh-CN' });
Object.defineProperty(navigator, 'languages', { get: () => ['zh-CN'] });
"""
_SCRIPTS = ("address.js", "page.js", "lost.js")
# What connects an area is told once, not with each of twenty areas.
_AREA = "\nconst %s = (element, trigger, props, watch, passed) => {\n%s};\n"
_AREAS = {"wpArea": "component.js", "wpBrowse": "browse.js"}
_POLICY = "; ".join(
    (
        "default-src 'self' data: blob:",
        "script-src 'self' 'nonce-%s' 'unsafe-eval' blob:",  # Gradio makes functions of our areas' scripts
        "script-src-attr 'none'",  # no onerror= or onclick= of a document ever runs
        "style-src 'self' 'unsafe-inline'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",  # with none at all, forms would not say where they come from
    b"cache-control": b"no-store",
}


def chinese(page: str) -> str:
    """Rewrite the start page: language, colour scheme, and our script before Gradio's."""
    areas = "".join(_AREA % (name, asset(file)) for name, file in _AREAS.items())
    script = f"<script>{_CHINESE}{''.join(map(asset, _SCRIPTS))}{areas}</script>"
    return (
        page.replace('lang="en"', 'lang="zh-CN"', 1)
        .replace("<head>", f'<head><meta name="color-scheme" content="light">{script}', 1)
        .replace("<gradio-app", '<gradio-app theme_mode="light"', 1)
    )


def nonced(page: str, nonce: str) -> str:
    """Give each script of a page the word without which none runs; in Gradio's JSON there is no bare `<`."""
    return page.replace("<script", f'<script nonce="{nonce}"')


class ChinesePage:
    """ASGI middleware around Gradio that rewrites the start page and adds security headers to it."""

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass everything through but the start page."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        page = _Page(send)
        await self.app({**scope, "headers": headers}, receive, page.send)


class _Page:
    def __init__(self, send: "Send") -> None:
        self.client = send
        self.start: Message = {}
        self.body = b""

    async def send(self, message: "Message") -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        nonce = token_urlsafe(16)
        body = nonced(chinese(self.body.decode()), nonce).encode()
        policy = {b"content-security-policy": (_POLICY % nonce).encode()}
        replaced = {b"content-length": str(len(body)).encode(), **_HEADERS, **policy}
        kept = [(name, value) for name, value in self.start["headers"] if name.lower() not in replaced]
        await self.client({**self.start, "headers": [*kept, *replaced.items()]})
        await self.client({"type": "http.response.body", "body": body})
