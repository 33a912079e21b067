"""Calls from many programs at once into work on a few threads, whichever way they came in."""

from collections.abc import Mapping
from typing import Any

from anyio import CapacityLimiter, to_thread

from assistant.api.functions import function_of
from assistant.assistant import Assistant
from assistant.render import Json

AT_ONCE = 8


class Service:
    """Calls functions for the event loop; all who wait are served in the order they came."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._limiter = CapacityLimiter(AT_ONCE)

    async def call(self, name: str, arguments: Mapping[str, Any]) -> Json:
        """Call a function of `assistant.api.functions` by name.

        :raises WorkPlanError: when there is none, the arguments make no sense, or it fails.
        """
        function = function_of(name)
        return await to_thread.run_sync(function.call, self._assistant, arguments, limiter=self._limiter)
