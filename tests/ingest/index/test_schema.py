"""A library of the first version opens with the tables of this one and keeps what it holds."""

import sqlite3
from pathlib import Path

import pytest

from ingest.embed import TextEmbeddings
from ingest.errors import StorageError
from ingest.index.catalog import Catalog
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.report import Status

NEW_COLUMNS = (
    "figure_count",
    "deadline_count",
    "removed_characters",
    "headed_characters",
    "diagnostics",
    "signature",
)


def make_older(path: Path, version: str = "1") -> None:
    """Take out of a catalog what the first version did not have."""
    with sqlite3.connect(path) as database:
        for column in NEW_COLUMNS:
            database.execute(f"ALTER TABLE documents DROP COLUMN {column}")
        for table in ("figures", "deadlines", "aliases"):
            database.execute(f"DROP TABLE {table}")
        database.execute("UPDATE documents SET recipe = '2/400'")
        database.execute("UPDATE library_state SET value = ? WHERE name = 'schema'", [version])
    database.close()


def test_an_older_library_is_opened_and_read_anew_by_the_next_ingest(
    tmp_path: Path, folder: Path, model: TextEmbeddings
) -> None:
    home = tmp_path / "home"
    with Library.open(home) as library:
        ingest([folder], library, model)
        new = library.catalog.document("2023.txt")
    make_older(home / "catalog.db")
    with Library.open(home) as library:
        old = library.catalog.document("2023.txt")
        assert (old.text, old.duties, old.figures) == (new.text, new.duties, ())
        report = ingest([folder], library, model)
        assert {file.status for file in report.files} == {Status.UPDATED}
        assert library.catalog.document("2023.txt") == new


def test_a_library_of_a_later_version_is_left_alone(
    tmp_path: Path, folder: Path, model: TextEmbeddings
) -> None:
    home = tmp_path / "home"
    with Library.open(home) as library:
        ingest([folder], library, model)
    make_older(home / "catalog.db", "9")
    before = (home / "catalog.db").read_bytes()
    with pytest.raises(StorageError, match="另一版本"):
        Catalog(f"sqlite:///{home / 'catalog.db'}")
    assert (home / "catalog.db").read_bytes() == before
