"""Between our records and the catalog's rows, both ways."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from operator import attrgetter
from typing import Any, TypeVar

import orjson
from sqlalchemy import Row

from ingest.chunk import is_searchable
from ingest.index.entry import DocumentInfo, Entry
from ingest.records import (
    Alias,
    Chunk,
    Comparator,
    Deadline,
    DeadlineKind,
    Diagnostic,
    DiagnosticKind,
    Document,
    Duty,
    Figure,
    Header,
    Role,
    Scope,
    Section,
)

Values = dict[str, Any]
Fact = TypeVar("Fact")

FACTS: dict[str, type[Any]] = {"duties": Duty, "figures": Figure, "deadlines": Deadline, "aliases": Alias}
"""Fields of a document that are tables of their own, and the record of each of their rows."""

_ENUMS: dict[type[Any], dict[str, type[StrEnum]]] = {
    Duty: {"role": Role, "scope": Scope},
    Figure: {"comparator": Comparator},
    Deadline: {"kind": DeadlineKind},
}
_COUNTED = {  # what a document's info counts -> its column
    "characters": "characters",
    "headed": "headed_characters",
    "removed": "removed_characters",
    "sections": "section_count",
    "duties": "duty_count",
    "figures": "figure_count",
    "deadlines": "deadline_count",
    "chunks": "chunk_count",
}


@dataclass(frozen=True, slots=True)
class Assignment:
    """A duty with the section it applies to.

    :param path: headings down to the section.
    :param text: the section's own text, which begins at `section.start` of the document.
    """

    doc: str
    header: Header
    path: tuple[str, ...]
    section: Section
    text: str
    duty: Duty


def document_rows(entry: Entry) -> list[Values]:
    """The row of the table of documents."""
    info = entry.info
    return [
        {
            "key": info.key,
            "doc": info.doc,
            "origin": info.origin,
            "sha256": info.sha256,
            "recipe": info.recipe,
            "format": info.format,
            "ingested_at": info.ingested_at.replace(tzinfo=None),
            **{name: getattr(info.header, name) for name in Header.__dataclass_fields__},
            "text": entry.document.text,
            "removed": entry.document.removed,
            "signature": entry.signature,
            **{column: getattr(info, name) for name, column in _COUNTED.items()},
            "diagnostics": [[each.kind.value, each.message] for each in info.diagnostics],
        }
    ]


def section_rows(entry: Entry) -> list[Values]:
    """Rows of the table of sections."""
    return [
        {
            "document": entry.info.key,
            "position": position,
            "path": entry.document.path(position),
            **{name: getattr(section, name) for name in Section.__dataclass_fields__},
        }
        for position, section in enumerate(entry.document.sections)
    ]


def fact_rows(name: str, entry: Entry) -> list[Values]:
    """Rows of a table of facts: duties, figures, deadlines or aliases."""
    facts = getattr(entry.document, name)
    return [
        {"document": entry.info.key, "position": position, **_values(fact)}
        for position, fact in enumerate(facts)
    ]


def chunk_rows(entry: Entry) -> list[Values]:
    """Rows of the table of chunks."""
    return [
        {
            "id": chunk.id,
            "document": entry.info.key,
            "searchable": is_searchable(chunk),
            "section": chunk.section,
            "path": chunk.path,
            "units": chunk.units,
            "start": chunk.start,
            "end": chunk.end,
            "text": chunk.text,
        }
        for chunk in entry.chunks
    ]


def header(row: Row[Any]) -> Header:
    """Header from a row of documents."""
    values = {name: row._mapping[name] for name in Header.__dataclass_fields__}
    return Header(**{**values, "years": tuple(values["years"])})


def document_info(row: Row[Any]) -> DocumentInfo:
    """What the list of documents shows, from a row of documents."""
    return DocumentInfo(
        doc=row.doc,
        header=header(row),
        format=row.format,
        sha256=row.sha256,
        origin=row.origin,
        ingested_at=row.ingested_at.replace(tzinfo=UTC),
        **{name: row._mapping[column] for name, column in _COUNTED.items()},
        diagnostics=_diagnostics(row),
        key=row.key,
        recipe=row.recipe,
    )


def document(
    row: Row[Any], sections: Iterable[Sequence[Any]], facts: Mapping[str, Iterable[Sequence[Any]]]
) -> Document:
    """A document from its row and those of its sections and facts, in their order.

    :param sections: rows of the columns that are fields of a section, in their order; `facts` likewise.
    :param facts: rows by the name of their table, which is that of the document's field.
    """
    return Document(
        doc=row.doc,
        sha256=row.sha256,
        format=row.format,
        header=header(row),
        text=row.text,
        sections=tuple(map(_section, sections)),
        **{name: tuple(map(_READERS[name], rows)) for name, rows in facts.items()},
        removed=tuple(row.removed),
        diagnostics=_diagnostics(row),
    )


def assignment(row: Row[Any]) -> Assignment:
    """A duty with its section, from a row whose columns of theirs begin with `section_` and `duty_`."""
    return Assignment(
        doc=row.doc,
        header=header(row),
        path=tuple(row.section_path),
        section=_assigned_section(row),
        text=row.own_text,
        duty=_assigned_duty(row),
    )


def alias(row: Row[Any]) -> Alias:
    """Alias from its row."""
    return _alias(row)


def chunk(row: Row[Any]) -> Chunk:
    """Chunk from a row of chunks joined with its document's."""
    return Chunk(
        id=row.id,
        doc=row.doc,
        section=row.section,
        start=row.start,
        end=row.end,
        text=row.text,
        title=row.title,
        path=tuple(row.path),
        years=tuple(row.years),
        organ=row.organ,
        place=row.place,
        kind=row.kind,
        units=tuple(row.units),
    )


SPAN = ("id", "document", "section", "start", "end", "text", "path", "units")
"""Columns of a chunk, in the order `span` takes them."""


def span(row: Sequence[Any], info: DocumentInfo) -> Chunk:
    """Chunk from the columns `SPAN` and what is known of its document."""
    id, _, section, start, end, text, path, units = row
    header = info.header
    return Chunk(
        id,
        info.doc,
        section,
        start,
        end,
        text,
        header.title,
        _texts(path),
        header.years,
        header.organ,
        header.place,
        header.kind,
        _texts(units),
    )


def _texts(value: str | list[str]) -> tuple[str, ...]:
    """A list of texts as the driver gives it."""
    return tuple(orjson.loads(value) if isinstance(value, str) else value)


def _diagnostics(row: Row[Any]) -> tuple[Diagnostic, ...]:
    return tuple(Diagnostic(DiagnosticKind(kind), message) for kind, message in row.diagnostics)


def _reader_of(
    record: type[Fact], values_of: Callable[[Any], Iterable[Any]] = tuple
) -> Callable[[Sequence[Any]], Fact]:
    """Give what makes a record of a row; columns of an enumeration hold its values.

    :param values_of: gives the values of a row in the order of the record's fields, if it has others too.
    """
    names = list(record.__dataclass_fields__)  # type: ignore[attr-defined]
    enums = [
        (names.index(name), {each.value: each for each in enum})
        for name, enum in _ENUMS.get(record, {}).items()
    ]

    if not enums:
        return lambda row: record(*values_of(row))

    def read(row: Sequence[Any]) -> Fact:
        values = list(values_of(row))
        for at, members in enums:
            values[at] = members[values[at]]
        return record(*values)

    return read


def _named(record: type[Any], prefix: str = "") -> Callable[[Any], Iterable[Any]]:
    """Give what takes a record's values out of a row by the names of its columns, a prefix before each."""
    return attrgetter(*(prefix + name for name in record.__dataclass_fields__))


_READERS = {name: _reader_of(record) for name, record in FACTS.items()}
_section, _alias = _reader_of(Section), _reader_of(Alias, _named(Alias))
_assigned_section = _reader_of(Section, _named(Section, "section_"))
_assigned_duty = _reader_of(Duty, _named(Duty, "duty_"))


def _values(record: Duty | Figure | Deadline | Alias) -> Values:
    fields = type(record).__dataclass_fields__
    return dict(zip(fields, attrgetter(*fields)(record), strict=True))
