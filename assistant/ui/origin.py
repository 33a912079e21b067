"""Requests that another site makes in a visitor's name are refused, before anything looks at them."""

from collections.abc import Collection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.ui.asgi import CHANGES, header, refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

_FOREIGN = "请求来自另一个网站，已拒绝。请直接打开工作计划助手的网页"
_UNKNOWN_HOST = "这个网址不是本程序的地址。请用启动时显示的地址打开，或开启登录（WORKPLAN_AUTH=on）"


class SameOrigin:
    """ASGI middleware that passes what our own pages and programs ask, and a link that somebody followed.

    :param hosts: names under which the app may be asked for, or none for any; where nobody logs in, they
        keep a foreign name that points to this computer from reaching it through a browser.
    """

    def __init__(self, app: "ASGIApp", hosts: Collection[str] = ()) -> None:
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass the request on or refuse it."""
        app = self.app
        if scope["type"] == "http":
            if self.hosts and _hostname(f"//{header(scope, b'host')}") not in self.hosts:
                app = refusal(421, _UNKNOWN_HOST)
            elif _is_foreign(scope):
                app = refusal(403, _FOREIGN)
        await app(scope, receive, send)


def _is_foreign(scope: "Scope") -> bool:
    site, origin = header(scope, b"sec-fetch-site"), header(scope, b"origin")
    if site in ("same-origin", "none"):  # the browser's own word, which no page can change
        return False
    if site and scope["method"] in CHANGES:
        return True
    return bool(origin) and origin.partition("://")[2] != header(scope, b"host")


def _hostname(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
