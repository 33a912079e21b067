from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.accounts import Accounts, Sessions
from ingest.index.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'catalog.db'}")
    yield opened
    opened.close()


@pytest.fixture
def accounts(database: Database) -> Accounts:
    return Accounts(database)


@pytest.fixture
def sessions(database: Database) -> Sessions:
    return Sessions(database)
