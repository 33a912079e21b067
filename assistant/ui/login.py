"""The page on which people log in, and the way out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from markupsafe import Markup

from assistant.accounts import Accounts, Sessions, User
from assistant.accounts.sessions import LIFETIME
from assistant.accounts.store import folded
from assistant.ui.asgi import header
from assistant.ui.gate import COOKIE
from assistant.ui.markup import render
from assistant.ui.theme import asset
from assistant.ui.throttle import Allowance

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

_LARGEST_FORM = 8 * 1024
_WRONG = "用户名或密码不对，或账号已停用"
_TOO_OFTEN = "尝试次数太多，请一刻钟后再试，或请管理员重设密码"
_NO_ACCESS = {401: _WRONG, 429: _TOO_OFTEN}
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


@dataclass(frozen=True)
class Login:
    """Names and passwords into sessions; tries are counted by name and by address."""

    accounts: Accounts
    sessions: Sessions
    by_name: Allowance = field(default_factory=lambda: Allowance("10 per 15 minutes"))
    by_address: Allowance = field(default_factory=lambda: Allowance("100 per 15 minutes"))

    def routes(self) -> "list[Route]":
        """Where the app answers for it."""
        from starlette.routing import Route  # noqa: PLC0415

        return [
            Route("/login", self.show, methods=["GET"]),
            Route("/login", self.log_in, methods=["POST"]),
            Route("/logout", self.log_out, methods=["POST"]),
        ]

    async def show(self, request: "Request") -> "Response":
        """The empty page."""
        return _page(200, request.query_params.get("next", ""))

    async def log_in(self, request: "Request") -> "Response":
        """Begin a session with an id of its own, or say that name and password do not fit."""
        from starlette.concurrency import run_in_threadpool  # noqa: PLC0415

        form = await _form(request)
        name, password, wanted = (form.get(key, "") for key in ("username", "password", "next"))
        address = request.client.host if request.client else ""
        user = None
        status = 401 if self.by_address.take(address) and self.by_name.take(folded(name)) else 429
        if status != 429:
            user = await run_in_threadpool(self.accounts.check, name, password)
        if user is None:
            return _page(status, wanted, name) if _is_browser(request) else _told(status)
        self.by_name.restore(folded(name))
        token = await run_in_threadpool(self._begin, user, request.cookies.get(COOKIE, ""))
        return _entered(request, user, token, wanted)

    async def log_out(self, request: "Request") -> "Response":
        """End the session, here and in the browser."""
        from starlette.concurrency import run_in_threadpool  # noqa: PLC0415
        from starlette.responses import RedirectResponse  # noqa: PLC0415

        await run_in_threadpool(self.sessions.end, request.cookies.get(COOKIE, ""))
        response = RedirectResponse("/login", 303, {"cache-control": "no-store"})
        response.delete_cookie(COOKIE, httponly=True, samesite="lax")
        return response

    def _begin(self, user: User, before: str) -> str:
        self.sessions.end(before)
        return self.sessions.begin(user)


async def _form(request: "Request") -> dict[str, str]:
    """The fields of a form; of one that is too large the beginning."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _LARGEST_FORM:
            break
    fields = parse_qs(body[:_LARGEST_FORM].decode("utf-8", errors="ignore"), max_num_fields=None)
    return {name: values[0] for name, values in fields.items()}


def _page(status: int, wanted: str, name: str = "") -> "Response":
    from starlette.responses import HTMLResponse  # noqa: PLC0415

    styles = Markup(asset("page.css") + asset("login.css"))
    page = render("login", styles=styles, error=_NO_ACCESS.get(status, ""), name=name, wanted=_inside(wanted))
    return HTMLResponse(page, status, _HEADERS)


def _told(status: int) -> "Response":
    from starlette.responses import JSONResponse  # noqa: PLC0415

    return JSONResponse({"detail": _NO_ACCESS[status]}, status, {"cache-control": "no-store"})


def _entered(request: "Request", user: User, token: str, wanted: str) -> "Response":
    """Lead a browser to where it wanted to go; a program is told who it is."""
    from starlette.responses import JSONResponse, RedirectResponse, Response  # noqa: PLC0415

    response: Response = JSONResponse({"user": user.name, "role": user.role.value})
    if _is_browser(request):
        response = RedirectResponse(_inside(wanted), 303)
    response.headers["cache-control"] = "no-store"
    is_secure = request.url.scheme == "https"
    lifetime = int(LIFETIME.total_seconds())
    response.set_cookie(COOKIE, token, lifetime, httponly=True, samesite="lax", secure=is_secure)
    return response


def _is_browser(request: "Request") -> bool:
    return "text/html" in header(request.scope, b"accept")


def _inside(wanted: str) -> str:
    """A place in this app; anything else is the start page."""
    is_path = wanted.startswith("/") and not wanted.startswith(("//", "/login", "/logout"))
    return wanted if is_path and wanted.isprintable() and "\\" not in wanted else "/"
