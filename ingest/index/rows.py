"""Between our records and the catalog's rows, both ways."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self

from sqlalchemy import Row

from ingest.chunk import is_searchable
from ingest.records import Chunk, Document, Duty, Header, Role, Scope, Section

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A stored document without its text.

    :param origin: the file it was read from.
    :param ingested_at: when, in UTC.
    :param characters: length of its text; then how many sections, duties and searchable chunks it has.
    :param key: key of this version of the document; its chunks' ids begin with it.
    :param recipe: how it was read and cut.
    """

    doc: str
    header: Header
    format: str
    sha256: str
    origin: str
    ingested_at: datetime
    characters: int
    sections: int
    duties: int
    chunks: int
    key: str
    recipe: str

    @property
    def title(self) -> str:
        """The document's title."""
        return self.header.title

    @property
    def years(self) -> tuple[int, ...]:
        """Years it covers."""
        return self.header.years

    @property
    def kind(self) -> str:
        """Its type, e.g. 工作要点."""
        return self.header.kind

    @property
    def organ(self) -> str:
        """The body that issued it."""
        return self.header.organ

    @property
    def place(self) -> str:
        """The place it is about."""
        return self.header.place


@dataclass(frozen=True, slots=True)
class Entry:
    """A document on its way into the catalog with the chunks it was cut into."""

    document: Document
    chunks: tuple[Chunk, ...]
    info: DocumentInfo

    @classmethod
    def of(cls, document: Document, chunks: Sequence[Chunk], *, key: str, origin: str, recipe: str) -> Self:
        """Describe a document that is stored now; for the arguments see `DocumentInfo`."""
        info = DocumentInfo(
            doc=document.doc,
            header=document.header,
            format=document.format,
            sha256=document.sha256,
            origin=origin,
            ingested_at=datetime.now(UTC),
            characters=len(document.text),
            sections=len(document.sections),
            duties=len(document.duties),
            chunks=sum(is_searchable(chunk) for chunk in chunks),
            key=key,
            recipe=recipe,
        )
        return cls(document, tuple(chunks), info)

    @property
    def searchable(self) -> list[Chunk]:
        """The chunks that belong into the indexes."""
        return [chunk for chunk in self.chunks if is_searchable(chunk)]


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
            "characters": info.characters,
            "section_count": info.sections,
            "duty_count": info.duties,
            "chunk_count": info.chunks,
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


def duty_rows(entry: Entry) -> list[Values]:
    """Rows of the table of duties."""
    return [
        {
            "document": entry.info.key,
            "position": position,
            **{name: getattr(duty, name) for name in Duty.__dataclass_fields__},
        }
        for position, duty in enumerate(entry.document.duties)
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
    values = _named(Header, row)
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
        characters=row.characters,
        sections=row.section_count,
        duties=row.duty_count,
        chunks=row.chunk_count,
        key=row.key,
        recipe=row.recipe,
    )


def document(row: Row[Any], sections: Iterable[Row[Any]], duties: Iterable[Row[Any]]) -> Document:
    """A document from its row and those of its sections and duties, in their order."""
    return Document(
        doc=row.doc,
        sha256=row.sha256,
        format=row.format,
        header=header(row),
        text=row.text,
        sections=tuple(_section(each) for each in sections),
        duties=tuple(_duty(each) for each in duties),
        removed=tuple(row.removed),
    )


def assignment(row: Row[Any]) -> Assignment:
    """A duty with its section, from a row whose columns of theirs begin with `section_` and `duty_`."""
    return Assignment(
        doc=row.doc,
        header=header(row),
        path=tuple(row.section_path),
        section=_section(row, "section_"),
        text=row.own_text,
        duty=_duty(row, "duty_"),
    )


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


def _section(row: Row[Any], prefix: str = "") -> Section:
    return Section(**_named(Section, row, prefix))


def _duty(row: Row[Any], prefix: str = "") -> Duty:
    values = _named(Duty, row, prefix)
    return Duty(**{**values, "role": Role(values["role"]), "scope": Scope(values["scope"])})


def _named(record: type[Header | Section | Duty], row: Row[Any], prefix: str = "") -> Values:
    """The columns that are called as the fields of a record."""
    values = row._mapping
    return {name: values[prefix + name] for name in record.__dataclass_fields__}
