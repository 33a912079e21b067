"""Requests too large to be honest are refused before they are read."""

from typing import TYPE_CHECKING

from assistant.ui.asgi import CHANGES, header, refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

UPLOAD = "/gradio_api/upload"
"""Where Gradio takes files."""

_MEGABYTE = 1024 * 1024
_LARGEST_UPLOAD = 1024 * _MEGABYTE  # of all files of one request; each has a limit of its own
_LARGEST_REQUEST = 4 * _MEGABYTE
_TOO_LARGE = "一次发送的内容太多：不能超过 {} 兆。请分几次发送"
_NO_LENGTH = "请求没有写明长度，已拒绝。请用浏览器打开网页"


class SizeLimit:
    """ASGI middleware that wants to know the size of what is sent, and sets a limit to it."""

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass the request on or refuse it."""
        app = self.app
        if scope["type"] == "http" and scope["method"] in CHANGES:
            length = header(scope, b"content-length")
            largest = _LARGEST_UPLOAD if scope["path"] == UPLOAD else _LARGEST_REQUEST
            if header(scope, b"transfer-encoding"):
                app = refusal(411, _NO_LENGTH)
            elif length and int(length) > largest:  # the server has refused what is no number
                app = refusal(413, _TOO_LARGE.format(largest // _MEGABYTE))
        await app(scope, receive, send)
