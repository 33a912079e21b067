"""The catalog's tables, in column types every SQL engine has."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
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

duties = Table(
    "duties",
    metadata,
    _document_key(),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("section", Integer, nullable=False),
    Column("unit", Text, nullable=False, index=True),
    Column("role", String(16), nullable=False),
    Column("scope", String(16), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
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
Index("chunks_of_document", chunks.c.document, chunks.c.start)
