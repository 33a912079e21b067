"""A chunk into the bytes of what its document does not tell of it, and back."""

import orjson

from ingest.index.entry import DocumentInfo
from ingest.records import Chunk


def packed(chunk: Chunk) -> bytes:
    """Write a chunk without its id and what its document's header says."""
    return orjson.dumps((chunk.section, chunk.start, chunk.end, chunk.text, chunk.path, chunk.units))


def unpacked(id: str, record: bytes, info: DocumentInfo) -> Chunk:
    """Read a chunk of a document back."""
    section, start, end, text, path, units = orjson.loads(record)
    header = info.header
    return Chunk(
        id,
        info.doc,
        section,
        start,
        end,
        text,
        header.title,
        tuple(path),
        header.years,
        header.organ,
        header.place,
        header.kind,
        tuple(units),
    )
