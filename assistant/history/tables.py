"""The tables of conversations, which live in the catalog's database and refer to none of its own."""

from sqlalchemy import (
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
    false,
)

metadata = MetaData()

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("named", Boolean, nullable=False, server_default=false()),
    Column("updated_at", DateTime, nullable=False),
)
Index("conversations_of_owner", conversations.c.owner, conversations.c.updated_at)

# `answer` is JSON with all it cites, so that it outlives the documents; `said` is its text, to search in.
messages = Table(
    "messages",
    metadata,
    Column("conversation", ForeignKey(conversations.c.id, ondelete="CASCADE"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("asked_at", DateTime, nullable=False),
    Column("stopped", Boolean, nullable=False),
    Column("scope", Text, nullable=False, server_default=""),
    Column("up", Boolean),
    Column("reason", Text, nullable=False),
    Column("voted_at", DateTime, index=True),
)
