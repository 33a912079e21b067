"""Where people log in, nothing but the login itself is answered to those who have not."""

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from assistant.accounts import Role, Sessions, User
from assistant.accounts.roles import covers
from assistant.ui.asgi import header, refusal
from assistant.ui.sizes import UPLOAD

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection
    from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "workplan_session"
"""Where the browser keeps the id of its session."""

_OPEN = frozenset({"/login", "/logout", "/health", "/favicon.ico", "/manifest.json"})
_UNKNOWN = "尚未登录，或登录已经过期。请刷新网页，重新登录"
_NO_UPLOAD = "读者不能上传文件，需要编辑或管理员。请联系管理员"


class Gate:
    """ASGI middleware that passes requests with an open session; who it is stands in the request's state."""

    def __init__(self, app: "ASGIApp", sessions: Sessions) -> None:
        self.app = app
        self.sessions = sessions

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass the request on, lead a page to the login, or refuse."""
        app = self.app
        if scope["type"] == "http" and scope["path"] not in _OPEN:
            user = await self._user(scope)
            scope.setdefault("state", {})["user"] = user
            if user is None:
                app = _to_login(scope) if _is_page(scope) else refusal(401, _UNKNOWN)
            elif scope["path"] == UPLOAD and not covers(user.role, Role.EDITOR):
                app = refusal(403, _NO_UPLOAD)
        await app(scope, receive, send)

    async def _user(self, scope: "Scope") -> User | None:
        from starlette.concurrency import run_in_threadpool  # noqa: PLC0415
        from starlette.requests import cookie_parser  # noqa: PLC0415

        token = cookie_parser(header(scope, b"cookie")).get(COOKIE, "")
        return await run_in_threadpool(self.sessions.user, token) if token else None


def logged_in(request: "HTTPConnection") -> str | None:
    """The name of who makes a request, for Gradio."""
    user: User | None = getattr(request.state, "user", None)
    return user.name if user else None


def _is_page(scope: "Scope") -> bool:
    return scope["method"] == "GET" and "text/html" in header(scope, b"accept")


def _to_login(scope: "Scope") -> Any:  # noqa: ANN401
    from starlette.responses import RedirectResponse  # noqa: PLC0415

    query = scope["query_string"].decode("latin-1")
    wanted = scope["path"] + (f"?{query}" if query else "")
    headers = {"cache-control": "no-store"}
    return RedirectResponse(f"/login?next={quote(wanted, safe='')}", 303, headers)
