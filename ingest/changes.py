"""Two versions of a document into what is new, gone and worded otherwise in the later one."""

from collections import defaultdict
from dataclasses import dataclass

from ingest.records import Document

_Place = tuple[str, ...]
"""Titles from the outermost section down to one, without numbering, which shifts when a section is put in."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Headings of sections, each with its numbering, in reading order.

    :param altered: sections that stand in both versions with other words.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.altered)


def changes(old: Document, new: Document) -> Changes:
    """Compare two versions section by section, each by its own text without that of its subsections."""
    before, after = _sections(old), _sections(new)
    added: list[str] = []
    altered: list[str] = []
    for place, sections in after.items():
        known = before.get(place, [])
        altered += [
            heading for (heading, body), (_, other) in zip(sections, known, strict=False) if body != other
        ]
        added += [heading for heading, _ in sections[len(known) :]]
    removed = [
        heading for place, sections in before.items() for heading, _ in sections[len(after.get(place, ())) :]
    ]
    return Changes(tuple(added), tuple(removed), tuple(altered))


def _sections(document: Document) -> dict[_Place, list[tuple[str, str]]]:
    """Heading and own words of the sections by their place; several where titles repeat."""
    found: dict[_Place, list[tuple[str, str]]] = defaultdict(list)
    places: list[_Place] = []
    for section in document.sections:
        above = () if section.parent is None else places[section.parent]
        places.append((*above, section.title) if section.parent is not None else ())
        if section.heading and section.parent is not None:
            own = document.text[section.body : section.own_end]
            found[places[-1]].append((section.heading, "".join(own.split())))
    return found
