"""The catalog's tables, in column types every SQL engine has."""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

# One row a fact: what generation is published, and what built its indexes.
state = Table(
    "library_state",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", Text, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("doc", Text, nullable=False, unique=True),
    Column("origin", Text, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("recipe", String(64), nullable=False),
    Column("format", String(16), nullable=False),
    Column("ingested_at", DateTime, nullable=False),
    Column("title", Text, nullable=False),
    Column("organ", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("years", JSON, nullable=False),
    Column("date", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("removed", JSON, nullable=False),
    Column("characters", Integer, nullable=False),
    Column("section_count", Integer, nullable=False),
    Column("duty_count", Integer, nullable=False),
    Column("chunk_count", Integer, nullable=False),
    # Columns of schema 2: with defaults, so that a library of schema 1 can be given them.
    Column("figure_count", Integer, nullable=False, server_default="0"),
    Column("deadline_count", Integer, nullable=False, server_default="0"),
    Column("removed_characters", Integer, nullable=False, server_default="0"),
    Column("headed_characters", Integer, nullable=False, server_default="0"),
    Column("diagnostics", JSON, nullable=False, server_default="[]"),
    Column("index_number", Text, nullable=False, server_default=""),
    Column("source", Text, nullable=False, server_default=""),
    Column("signature", LargeBinary),
)


def _document_key(*, primary_key: bool = True) -> Column[str]:
    owner = ForeignKey("documents.key", ondelete="CASCADE")
    return Column("document", owner, primary_key=primary_key, nullable=False)


sections = Table(
    "sections",
    metadata,
    _document_key(),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("parent", Integer),
    Column("level", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("path", JSON, nullable=False),
    Column("start", Integer, nullable=False),
    Column("body", Integer, nullable=False),
    Column("own_end", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)


def _facts(name: str, *columns: Column[Any]) -> Table:
    """A table of facts in the order of the text, each with the span of its words."""
    return Table(
        name,
        metadata,
        _document_key(),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *columns,
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
    )


duties = _facts(
    "duties",
    Column("section", Integer, nullable=False),
    Column("unit", Text, nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("scope", String(16), nullable=False),
)

figures = _facts(
    "figures",
    Column("section", Integer, nullable=False),
    Column("measure", Text, nullable=False, index=True),
    Column("value", String(64), nullable=False),
    Column("unit", String(32), nullable=False),
    Column("comparator", String(2), nullable=False),
)

deadlines = _facts(
    "deadlines",
    Column("section", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("value", String(64), nullable=False, index=True),
)

aliases = _facts(
    "aliases",
    Column("short", Text, nullable=False),
    Column("full", Text, nullable=False),
)

chunks = Table(
    "chunks",
    metadata,
    Column("id", String(48), primary_key=True),
    _document_key(primary_key=False),
    Column("searchable", Boolean, nullable=False),
    Column("section", Integer, nullable=False),
    Column("path", JSON, nullable=False),
    Column("units", JSON, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
)
# Documents taken out lately, whole, so that they can be put back without their files.
trash = Table(
    "trash",
    metadata,
    Column("key", String(32), primary_key=True),
    Column("doc", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("recipe", String(64), nullable=False),
    Column("ingested_at", DateTime, nullable=False),
    Column("removed_at", DateTime, nullable=False, index=True),
    Column("stored", LargeBinary, nullable=False),
)

Index("chunks_of_document", chunks.c.document, chunks.c.start)
