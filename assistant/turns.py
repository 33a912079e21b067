"""Questions that come at once into turns to be computed, here or by a helper."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Semaphore
from typing import Protocol

from assistant.answer import Answer
from assistant.understanding.scope import Scope

_COMPUTED_AT_ONCE = 2
"""Python computes on one core: more threads make each question slower and none sooner done."""


class Helper(Protocol):
    """Answers questions in another place, once it is told that here they have to wait."""

    def begin(self) -> None:
        """Get ready; this takes no time here."""

    def answer(self, question: str, previous: Sequence[str], scope: Scope) -> Answer | None:
        """Answer a question without a chat model; None where that cannot be done now."""

    def close(self) -> None:
        """Be done."""


class Turns:
    """Who may compute; those who wait go in the order they came.

    :param helper: there for questions that are answered without a chat model, or None.
    """

    def __init__(self) -> None:
        self.helper: Helper | None = None
        self._free = Semaphore(_COMPUTED_AT_ONCE)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn to compute here."""
        if not self._free.acquire(blocking=False):
            if self.helper is not None:
                self.helper.begin()
            self._free.acquire()
        try:
            yield
        finally:
            self._free.release()

    def helped(self, question: str, previous: Sequence[str], scope: Scope) -> Answer | None:
        """Have a question answered by the helper; None where it is to be answered here."""
        return self.helper.answer(question, previous, scope) if self.helper else None

    def close(self) -> None:
        """Let the helper go."""
        if self.helper is not None:
            self.helper.close()
