"""A database into one that has the tables asked for: made where they lack, extended where they are older."""

from sqlalchemy import Connection, MetaData, inspect, text
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable

SCHEMA = "2"
"""Version of the tables; a change that is more than a new table or a new column with a default raises it."""

READABLE = frozenset(("1", SCHEMA))
"""Versions whose tables become this one's by what `prepare` adds."""


def prepare(connection: Connection, metadata: MetaData) -> None:
    """Create what is missing; rows of an older version get each new column's default."""
    for table in metadata.sorted_tables:
        connection.execute(CreateTable(table, if_not_exists=True))
        for index in table.indexes:
            connection.execute(CreateIndex(index, if_not_exists=True))
    present = inspect(connection)
    for table in metadata.sorted_tables:
        known = {column["name"] for column in present.get_columns(table.name)}
        for column in table.columns:
            if column.name not in known:
                definition = CreateColumn(column).compile(dialect=connection.dialect)
                connection.execute(text(f"ALTER TABLE {table.name} ADD COLUMN {definition}"))
