"""The number of a database file stays until anybody commits a change, and then is another."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from ingest.index.database import Database
from ingest.index.watch import Watch

_CHANGE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("INSERT INTO t VALUES (1)")
connection.commit()
"""


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'catalog.db'}")
    with opened.writing() as connection:
        connection.execute(text("CREATE TABLE t (a INTEGER)"))
    yield opened
    opened.close()


def test_reading_leaves_the_number_and_writing_changes_it(database: Database) -> None:
    before = database.version()
    with database.reading() as connection:
        connection.execute(text("SELECT * FROM t")).all()
    assert before is not None
    assert database.version() == before
    with database.writing() as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
    assert database.version() != before


def test_a_change_that_is_undone_is_none(database: Database) -> None:
    before = database.version()
    with pytest.raises(ZeroDivisionError), database.writing() as connection:
        connection.execute(text("INSERT INTO t VALUES (1)"))
        _ = 1 / 0
    assert database.version() == before


def test_another_process_changes_it_too(database: Database, tmp_path: Path) -> None:
    before = database.version()
    subprocess.run([sys.executable, "-c", _CHANGE, str(tmp_path / "catalog.db")], check=True)
    assert database.version() != before


def test_only_files_are_watched() -> None:
    assert Watch(create_engine("sqlite://")).version() is None
