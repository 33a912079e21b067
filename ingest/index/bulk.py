"""Rows into a table, and out of one, in a fraction of the time SQLAlchemy takes to look at each."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Table, insert
from sqlalchemy.sql.compiler import SQLCompiler

Values = dict[str, Any]


def insert_rows(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows, which all give the same columns, as many as there are.

    The statement and the form of each value are the dialect's own, settled once for all rows.
    """
    dialect, names = connection.dialect, list(rows[0])
    statement = insert(table).compile(dialect=dialect, column_keys=names)
    forms = {
        name: form
        for name in names
        if (form := table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) is not None
    }
    if forms:
        rows = [{**row, **{name: form(row[name]) for name, form in forms.items()}} for row in rows]
    if statement.positiontup is None:
        connection.exec_driver_sql(str(statement), list(rows))
    else:
        connection.exec_driver_sql(str(statement), list(map(itemgetter(*statement.positiontup), rows)))


def fetch_rows(
    connection: Connection, query: Select[Any], values: Mapping[str, Any]
) -> Sequence[Sequence[Any]]:
    """Read rows as the driver gives them: numbers and texts; lists as JSON where it knows none.

    :param query: one of a few, made once.
    :param values: of all the query's parameters.
    """
    compiled = _compiled(query, connection.dialect)
    names = compiled.positiontup
    return connection.exec_driver_sql(
        str(compiled), dict(values) if names is None else tuple(map(values.__getitem__, names))
    ).all()


@lru_cache(maxsize=64)
def _compiled(query: Select[Any], dialect: Dialect) -> SQLCompiler:
    compiled = query.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler), "a query is compiled to SQL"
    return compiled
