"""The page on which people log in, and the way out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.accounts import Accounts, Sessions, User
from assistant.accounts.sessions import LIFETIME
from assistant.accounts.store import folded
from assistant.ui.asgi import header, refusal
from assistant.ui.gate import COOKIE
from assistant.ui.outside import form_of, page
from assistant.ui.throttle import Allowance

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

_WRONG = "用户名或密码不对，或账号已停用"
_TOO_OFTEN = "尝试次数太多，请一刻钟后再试，或请管理员重设密码"
_NO_ACCESS = {401: _WRONG, 429: _TOO_OFTEN}


@dataclass(frozen=True)
class Login:
    """Names and passwords into sessions.

    :param by_name: tries that one account may fail; logging in gives them back.
    :param by_address: failures from one address, behind which there may be a whole office.
    """

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
        return page("login", name="", error="", wanted=_inside(request.query_params.get("next", "")))

    async def log_in(self, request: "Request") -> "Response":
        """Let somebody in, or say that name and password do not fit."""
        from starlette.concurrency import run_in_threadpool  # noqa: PLC0415

        form = await form_of(request)
        name, password, wanted = (form.get(key, "") for key in ("username", "password", "next"))
        address = request.client.host if request.client else ""
        user = None
        may_try = self.by_address.is_left(address) and self.by_name.take(folded(name))
        if may_try:
            user = await run_in_threadpool(self.accounts.check, name, password)
        if user is None:
            self.by_address.take(address)
            status = 401 if may_try else 429
            if not _is_browser(request):
                return refusal(status, _NO_ACCESS[status])
            return page("login", status, name=name, error=_NO_ACCESS[status], wanted=_inside(wanted))
        return await self.enter(request, user, wanted)

    async def enter(self, request: "Request", user: User, wanted: str) -> "Response":
        """Begin a session with an id of its own, which ends the one before."""
        from starlette.concurrency import run_in_threadpool  # noqa: PLC0415

        self.by_name.restore(user.name)
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
