"""How often somebody may try: moving windows of a kept library, counted in this process."""

from functools import cached_property
from typing import TYPE_CHECKING

from assistant.ui.asgi import CHANGES, refusal
from assistant.ui.sizes import UPLOAD

if TYPE_CHECKING:
    from limits import RateLimitItem
    from limits.strategies import MovingWindowRateLimiter
    from starlette.types import ASGIApp, Receive, Scope, Send

_CLICKS, _UPLOADS = "300 per minute", "60 per minute"
_TOO_OFTEN = "操作太频繁，请等一分钟再试"


class Allowance:
    """So many times in so long, for each of those who are named.

    :param limit: as in `10 per 15 minutes`.
    """

    def __init__(self, limit: str) -> None:
        self._limit = limit

    def take(self, who: str) -> bool:
        """Count one more time, or tell that there is none left."""
        return self._window.hit(self._item, who)

    def restore(self, who: str) -> None:
        """Forget how often it was."""
        self._window.clear(self._item, who)

    @cached_property
    def _item(self) -> "RateLimitItem":
        from limits import parse  # noqa: PLC0415

        return parse(self._limit)

    @cached_property
    def _window(self) -> "MovingWindowRateLimiter":
        from limits.storage import MemoryStorage  # noqa: PLC0415
        from limits.strategies import MovingWindowRateLimiter  # noqa: PLC0415

        return MovingWindowRateLimiter(MemoryStorage())


class Throttle:
    """ASGI middleware behind the gate that keeps one user from taking the program from all others."""

    def __init__(self, app: "ASGIApp") -> None:
        self.app = app
        self._clicks, self._uploads = Allowance(_CLICKS), Allowance(_UPLOADS)

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass the request on or refuse it."""
        app = self.app
        if scope["type"] == "http" and scope["method"] in CHANGES:
            user = scope.get("state", {}).get("user")
            allowance = self._uploads if scope["path"] == UPLOAD else self._clicks
            if user and not allowance.take(user.name):
                app = refusal(429, _TOO_OFTEN)
        await app(scope, receive, send)
