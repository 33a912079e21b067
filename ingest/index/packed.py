"""A chunk into the bytes of what its document does not tell of it, and back."""

import orjson

from ingest.index.entry import DocumentInfo
from ingest.index.rows import span
from ingest.records import Chunk


def packed(chunk: Chunk) -> bytes:
    """Write a chunk without its id and what its document's header says."""
    return orjson.dumps((chunk.section, chunk.start, chunk.end, chunk.text, chunk.path, chunk.units))


def unpacked(id: str, record: bytes, info: DocumentInfo) -> Chunk:
    """Read a chunk of a document back."""
    return span((id, info.doc, *orjson.loads(record)), info)
