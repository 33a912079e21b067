"""What a link or form of the tab carries, all of it text that anybody may have sent, into typed choices."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from assistant.explore.holdings import Choice

T = TypeVar("T")
NONE = "-"
"""How a link asks for documents that state no type or issuing body."""

_LONGEST = 1000


class Params:
    """The choices of a reader; what is missing or makes no sense is left open."""

    def __init__(self, sent: Mapping[str, object]) -> None:
        self._sent = {
            name: str(value)[:_LONGEST].strip() for name, value in sent.items() if value is not None
        }

    def text(self, name: str) -> str:
        """A choice as it was sent, "" when it is missing."""
        return self._sent.get(name, "")

    def number(self, name: str, default: int = 0) -> int:
        """A whole number of at most nine digits, or the default."""
        text = self.text(name)
        return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else default

    def choice(self) -> Choice:
        """The year, type and issuing body chosen."""
        year = self.text("year")
        return Choice(
            self.number("year") if year.isdigit() else None, self._named("kind"), self._named("organ")
        )

    def _named(self, name: str) -> str | None:
        text = self.text(name)
        return ("" if text == NONE else text) if text else None


def choice_values(choice: Choice) -> dict[str, str]:
    """What a link carries to make the same choice again."""
    year = {} if choice.year is None else {"year": str(choice.year)}
    named = {"kind": choice.kind, "organ": choice.organ}
    return year | {name: value or NONE for name, value in named.items() if value is not None}


def page_of(items: Sequence[T], number: int, size: int) -> tuple[Sequence[T], int, int]:
    """Cut a page out of a list: its items, its number from 0, and how many pages there are."""
    pages = max(1, -(-len(items) // size))
    number = min(number, pages - 1)
    return items[number * size : (number + 1) * size], number, pages
