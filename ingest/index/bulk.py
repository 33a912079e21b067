"""Rows into a table in a fraction of the time SQLAlchemy takes, which looks at each row anew."""

from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, insert

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
    values = [{**row, **{name: form(row[name]) for name, form in forms.items()}} for row in rows]
    if statement.positiontup is None:
        connection.exec_driver_sql(str(statement), values)
    else:
        connection.exec_driver_sql(str(statement), list(map(itemgetter(*statement.positiontup), values)))
