"""The tables of users and of their sessions, which live in the catalog's database."""

from sqlalchemy import Boolean, Column, DateTime, ForeignKey, MetaData, String, Table, Text

metadata = MetaData()

users = Table(
    "users",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("created_at", DateTime, nullable=False),
)

# `id` is the hash of what the browser holds, so that who reads the database cannot log in with it.
sessions = Table(
    "sessions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("user", ForeignKey(users.c.name, ondelete="CASCADE"), nullable=False, index=True),
    Column("expires_at", DateTime, nullable=False, index=True),
)
