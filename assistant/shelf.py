"""The library into what answers open: documents, remembered as they are now, and the names of units."""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import lru_cache

from assistant.citing.told import told
from assistant.understanding.named import at_any_level
from ingest.facts.aliases import names_of
from ingest.index.entry import DocumentInfo
from ingest.library import Library
from ingest.records import Alias, DeadlineKind, DiagnosticKind, Document, Filter

_REMEMBERED = 256
_ALIKE = re.compile("与 (.+?) 的文字大致相同")


class Shelf:
    """The stored documents; the last ones opened are remembered, for questions come in rows.

    :param generation: tells the number of the library's present state.
    """

    def __init__(self, library: Library, generation: Callable[[], int]) -> None:
        self._catalog = library.catalog
        self._generation = generation
        self._chosen = Filter()
        self._remembered = lru_cache(maxsize=_REMEMBERED)(lambda doc, _: told(self._catalog.document(doc)))
        self._outlined = lru_cache(maxsize=_REMEMBERED)(lambda doc, _: told(self._catalog.outline(doc)))
        self._listed = lru_cache(maxsize=1)(lambda _: tuple(self._catalog.documents()))
        self._copied = lru_cache(maxsize=1)(lambda _: _copies(self._catalog.documents()))
        self._called = lru_cache(maxsize=1)(lambda _: self._catalog.aliases())
        self._due = lru_cache(maxsize=1)(lambda _: tuple(self._catalog.deadlines()))
        self._charged = lru_cache(maxsize=1)(lambda _: tuple(name for name, _ in self._catalog.units()))

    def within(self, chosen: Filter) -> "Shelf":
        """Give the part of the shelf that a filter admits."""
        part = copy(self)
        part._chosen = chosen
        return part

    def documents(self) -> Sequence[DocumentInfo]:
        """List what is stored."""
        stored = self._listed(self._generation())
        return [info for info in stored if self._chosen.admits(info)] if self._chosen else stored

    def open(self, doc: str) -> Document:
        """Open a document, without what gives orders to a program that reads it.

        :raises NotInLibrary: when there is none of that name.
        """
        return self._remembered(doc, self._generation())

    def outline(self, doc: str) -> Document:
        """Open a document with its text, sections and duties alone, in a third of the time.

        :raises NotInLibrary: when there is none of that name.
        """
        return self._outlined(doc, self._generation())

    def with_unit(self, unit: str) -> list[Document]:
        """Open every document that may give a unit duties, under any name it goes by."""
        names = at_any_level(unit).union(*(names_of(unit, aliases) for aliases in self.aliases().values()))
        docs = self.with_duties(sorted(names))
        if self._chosen:
            docs &= {info.doc for info in self.documents()}
        return [self.open(doc) for doc in sorted(docs)]

    def with_duties(self, units: Sequence[str]) -> set[str]:
        """Name the documents that give duties to units of these names."""
        return {assignment.doc for assignment in self._catalog.duties(units=units)}

    def copies(self) -> Mapping[str, str]:
        """Name, for each page that likely copies a stored document of an issuing body, that document."""
        return self._copied(self._generation())

    def aliases(self) -> Mapping[str, Sequence[Alias]]:
        """Names of one unit, by issuing body."""
        return self._called(self._generation())

    def units(self) -> Sequence[str]:
        """Names of all units that have duties."""
        return self._charged(self._generation())

    def deadlines(self) -> Sequence[tuple[str, DeadlineKind, str]]:
        """Document, kind and value of every stored deadline."""
        return self._due(self._generation())


def _copies(stored: Sequence[DocumentInfo]) -> Mapping[str, str]:
    """Tell of two documents that say the same which states whose it is, and which does not."""
    issued = {info.doc: bool(info.organ) for info in stored}
    alike = [
        (info.doc, found[1])
        for info in stored
        for told in info.diagnostics
        if told.kind is DiagnosticKind.REPOST and (found := _ALIKE.match(told.message))
    ]
    pairs = [(one, other) for pair in alike for one, other in (pair, pair[::-1])]
    return {copy: own for copy, own in pairs if not issued.get(copy, True) and issued.get(own)}
