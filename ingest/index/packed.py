"""A chunk, with its words in normal form, into the bytes of what its document does not tell, and back."""

from typing import NamedTuple

import orjson

from ingest.index.entry import DocumentInfo
from ingest.index.rows import SPAN, span
from ingest.records import Chunk
from ingest.text import normalize

# All columns of a chunk but its id and its document.
_FIELDS = len(SPAN) - 2


class Passage(NamedTuple):
    """A chunk and what every question looks for its words in.

    :param said: title, headings and text in normal form (`ingest.text.normalize`).
    """

    chunk: Chunk
    said: str

    @classmethod
    def of(cls, chunk: Chunk) -> "Passage":
        """Bring the words of a chunk into normal form, which takes longer than to read both."""
        return cls(chunk, normalize(chunk.context + chunk.text))


def packed(chunk: Chunk) -> bytes:
    """Write a chunk without its id and what its document's header says."""
    said = Passage.of(chunk).said
    return orjson.dumps((chunk.section, chunk.start, chunk.end, chunk.text, chunk.path, chunk.units, said))


def unpacked(id: str, record: bytes, info: DocumentInfo) -> Passage:
    """Read a chunk of a document back; an older index has the words as printed alone."""
    fields = orjson.loads(record)
    said = fields[_FIELDS:]
    chunk = span((id, info.doc, *fields[:_FIELDS]), info)
    return Passage(chunk, said[0]) if said else Passage.of(chunk)
