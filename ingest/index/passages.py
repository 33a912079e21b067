"""Ids of chunks into the chunks as a generation published them; the last ones read are remembered."""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice

from ingest.chunk import key_of
from ingest.index.catalog import Catalog
from ingest.index.entry import DocumentInfo
from ingest.index.packed import Passage, unpacked
from ingest.records import Chunk

_REMEMBERED = 8192
"""Questions come in rows, and follow-ups find much the same; so many passages take about 30 MB."""


class Passages:
    """The chunks of some documents; safe to use from many threads.

    :param documents: what the generation holds.
    :param records: gives chunks as `packed` wrote them, those that are at hand; the catalog has all.
    """

    def __init__(
        self,
        catalog: Catalog,
        documents: Iterable[DocumentInfo],
        records: Callable[[Sequence[str]], Mapping[str, bytes]] = lambda ids: {},
    ) -> None:
        self._catalog = catalog
        self._records = records
        self._documents = {info.key: info for info in documents}
        self._remembered: dict[str, Passage] = {}
        self._changing = threading.Lock()

    def read(self, ids: Sequence[str]) -> list[Chunk]:
        """Read chunks, in the order of their ids; one that is not stored any more is left out."""
        return [passage.chunk for passage in self.look_into(ids)]

    def look_into(self, ids: Sequence[str]) -> list[Passage]:
        """Read chunks with their words in normal form, as `read` does."""
        with self._changing:
            found = {id: self._remembered[id] for id in ids if id in self._remembered}
        missing = [id for id in ids if id not in found]
        if missing:
            read = self._read(missing)
            found |= read
            self._remember(read)
        return [found[id] for id in ids if id in found]

    def _read(self, ids: Sequence[str]) -> dict[str, Passage]:
        read = {
            id: unpacked(id, record, info)
            for id, record in self._records(ids).items()
            if (info := self._documents.get(key_of(id)))
        }
        others = [id for id in ids if id not in read]
        if others:
            chunks = self._catalog.chunks(others, self._documents)
            read |= {chunk.id: Passage.of(chunk) for chunk in chunks}
        return read

    def _remember(self, read: dict[str, Passage]) -> None:
        with self._changing:
            self._remembered |= read
            for id in list(islice(self._remembered, max(len(self._remembered) - _REMEMBERED, 0))):
                del self._remembered[id]
