"""The page on which somebody who is logged in changes the password the admin gave."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.accounts import User
from assistant.ui.login import Login
from assistant.ui.outside import form_of, page
from ingest.errors import InvalidEntry, WorkPlanError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route


@dataclass(frozen=True)
class OwnPassword:
    """Changes of one's own password, for which the old one is asked; wrong ones count as wrong logins."""

    login: Login

    def routes(self) -> "list[Route]":
        """Where the app answers for it."""
        from starlette.routing import Route  # noqa: PLC0415

        return [
            Route("/password", self.show, methods=["GET"]),
            Route("/password", self.change, methods=["POST"]),
        ]

    async def show(self, request: "Request") -> "Response":
        """The empty page."""
        return page("password", name=request.state.user.name, error="")

    async def change(self, request: "Request") -> "Response":
        """Take the new password and begin a new session, or say what is wrong."""
        from starlette.concurrency import run_in_threadpool  # noqa: PLC0415

        user: User = request.state.user
        form = await form_of(request)
        try:
            await run_in_threadpool(
                self._change, user, *(form.get(key, "") for key in ("old", "new", "again"))
            )
        except WorkPlanError as error:
            return page("password", 400, name=user.name, error=str(error))
        return await self.login.enter(request, user, "/")

    def _change(self, user: User, old: str, new: str, again: str) -> None:
        if not self.login.by_name.take(user.name):
            raise InvalidEntry("尝试次数太多，请一刻钟后再试")
        if not self.login.accounts.check(user.name, old):
            raise InvalidEntry("现在的密码不对，请重新输入")
        if new != again:
            raise InvalidEntry("两次输入的新密码不一样，请重新输入")
        self.login.accounts.set_password(user.name, new)
