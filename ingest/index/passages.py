"""Ids of chunks into the chunks as a generation published them; the last ones read are remembered."""

import threading
from collections.abc import Iterable, Sequence

from ingest.index.catalog import Catalog
from ingest.index.entry import DocumentInfo
from ingest.records import Chunk

_REMEMBERED = 8192
"""Questions come in rows, and follow-ups find much the same; so many chunks take about 20 MB."""


class Passages:
    """The chunks of some documents; safe to use from many threads.

    :param documents: what the generation holds.
    """

    def __init__(self, catalog: Catalog, documents: Iterable[DocumentInfo]) -> None:
        self._catalog = catalog
        self._documents = {info.key: info for info in documents}
        self._remembered: dict[str, Chunk] = {}
        self._changing = threading.Lock()

    def read(self, ids: Sequence[str]) -> list[Chunk]:
        """Read chunks, in the order of their ids; one that is not stored any more is left out."""
        with self._changing:
            found = {id: self._remembered[id] for id in ids if id in self._remembered}
        missing = [id for id in ids if id not in found]
        if missing:
            read = {chunk.id: chunk for chunk in self._catalog.chunks(missing, self._documents)}
            found |= read
            self._remember(read)
        return [found[id] for id in ids if id in found]

    def _remember(self, read: dict[str, Chunk]) -> None:
        with self._changing:
            self._remembered |= read
            for id in list(self._remembered)[: max(len(self._remembered) - _REMEMBERED, 0)]:
                del self._remembered[id]
