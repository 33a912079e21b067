"""A work plan together with the truth about it: its sections, levels, labels, titles and units."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from ingest.records import Line, Role
from tests.ingest import phrases

Unit = tuple[str, Role]


class Node(NamedTuple):
    """A section as a careful reader marks it."""

    level: int
    number: str
    title: str
    units: tuple[Unit, ...] = ()


@dataclass(frozen=True)
class Item:
    """A section: heading, what ends it (nothing, a stop, a colon), paragraphs behind or below it.

    :param duty: the words that name the units, with their brackets.
    """

    level: int
    label: str
    title: str
    ending: str = ""
    runs_in: bool = False
    paragraphs: tuple[str, ...] = ()
    duty: str = ""
    units: tuple[Unit, ...] = ()

    @property
    def node(self) -> Node:
        return Node(self.level, self.label.rstrip("、.．：: \u3000"), self.title, self.units)

    @property
    def texts(self) -> list[str]:
        """The lines of the item as printed."""
        heading, *below = self._parts
        if self.runs_in and below:
            return [heading + below[0], *below[1:]]
        return [heading, *below]

    @property
    def lines(self) -> list[Line]:
        """The lines of the item with its heading apart and in a style."""
        heading, *below = self._parts
        return [Line(heading, self.level + 1), *map(Line, below)]

    @property
    def _parts(self) -> list[str]:
        parts = [self.label + self.title + self.ending, *self.paragraphs]
        if self.duty.startswith("责任"):
            return [*parts, self.duty]
        if self.paragraphs:
            return [*parts[:-1], parts[-1] + self.duty]
        return [self.label + self.title + self.duty + self.ending]


@dataclass(frozen=True)
class Plan:
    """A plan with the website around it.

    :param items: the sections of the body, in reading order.
    :param glossary: a part of its own behind the signature.
    """

    title: str
    opening: tuple[str, ...]
    items: tuple[Item, ...]
    closing: tuple[str, ...] = ()
    glossary: tuple[Item, ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    @property
    def outline(self) -> list[Node]:
        return [item.node for item in (*self.items, *self.glossary)]

    @property
    def unnumbered(self) -> "Plan":
        """The plan with its headings told by their styles alone."""
        items = [replace(item, label="", ending="", runs_in=False) for item in self.items]
        return replace(self, opening=phrases.OPENINGS[1], items=tuple(items), glossary=())

    @property
    def texts(self) -> list[str]:
        """The lines of the plan as printed, without the website."""
        body = [text for item in self.items for text in item.texts]
        back = [text for item in self.glossary for text in item.texts]
        return [self.title, *self.opening, *body, *self.closing, *back]

    @property
    def page(self) -> list[str]:
        """The lines of the plan with the website around them."""
        return [*self.above, *self.texts, *self.below]

    @property
    def plain(self) -> list[Line]:
        """The lines of the plan as printed, only the title in a style."""
        title, *texts = self.texts
        return [Line(title, 1), *map(Line, texts)]

    @property
    def lines(self) -> list[Line]:
        """The lines of the plan with headings apart and in styles, the title in the first."""
        body = [line for item in self.items for line in item.lines]
        back = [line for item in self.glossary for line in item.lines]
        return [Line(self.title, 1), *map(Line, self.opening), *body, *map(Line, self.closing), *back]
