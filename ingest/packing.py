"""An entry into bytes and back, for a process that has no time to spare while it reads them."""

import pickle
from collections.abc import Callable
from functools import partial
from io import BytesIO
from operator import attrgetter
from typing import Any

from ingest.collector import collector_paused
from ingest.index.entry import DocumentInfo, Entry
from ingest.index.words import Cut
from ingest.records import Alias, Chunk, Deadline, Diagnostic, Document, Duty, Figure, Header, Section

_RECORDS: tuple[type[Any], ...] = (
    *(Entry, DocumentInfo, Cut, Chunk),
    *(Document, Header, Section, Duty, Figure, Deadline, Alias, Diagnostic),
)

Parts = tuple[type[Any], tuple[Any, ...]]


def packed(entry: Entry) -> bytes:
    """Write an entry.

    Every record is written as its class and its values; what dataclasses write of themselves takes longer
    to write and to read.
    """
    file = BytesIO()
    pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _PARTS
    pickler.dump(entry)
    return file.getvalue()


def unpacked(data: bytes) -> Entry:
    """Read what `packed` wrote."""
    with collector_paused():
        entry: Entry = pickle.loads(data)
    return entry


def _parts(kind: type[Any], values: Callable[[Any], tuple[Any, ...]], record: object) -> Parts:
    return kind, values(record)


_PARTS: dict[type, Callable[[Any], Parts]] = {
    kind: partial(_parts, kind, attrgetter(*kind.__dataclass_fields__)) for kind in _RECORDS
}
