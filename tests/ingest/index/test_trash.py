"""What is removed can be restored for a month, as it was, without its file."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from ingest.ahead import read_here
from ingest.embed import TextEmbeddings
from ingest.errors import NameTaken, NotInTrash
from ingest.files import FoundFile
from ingest.index import tables, trash
from ingest.library import Library
from ingest.pipeline import ingest, ingest_read, remove, restore
from ingest.report import Status

Agree = Callable[[Library, TextEmbeddings], None]
WritePlan = Callable[..., None]


def ages(library: Library, days: int) -> None:
    """Make everything in the trash older."""
    before = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=days)
    library.catalog.apply([update(tables.trash).values(removed_at=before)])


def test_a_removed_document_comes_back_as_it_was_without_its_file(
    folder: Path, library: Library, model: TextEmbeddings, assert_stores_agree: Agree
) -> None:
    ingest([folder], library, model)
    stored, infos = library.catalog.document("2023.txt"), library.catalog.documents()
    remove("2023.txt", library)
    (folder / "2023.txt").unlink()
    [kept] = trash.listed(library.catalog)
    assert (kept.doc, kept.title, kept.days_left()) == ("2023.txt", stored.header.title, 30)
    restore("2023.txt", library, model)
    assert library.catalog.document("2023.txt") == stored
    assert library.catalog.documents() == infos
    assert trash.listed(library.catalog) == []
    assert_stores_agree(library, model)


def test_what_was_never_removed_cannot_be_restored(library: Library, model: TextEmbeddings) -> None:
    with pytest.raises(NotInTrash, match=r"没有\.txt"):
        restore("没有.txt", library, model)


def test_a_document_that_took_the_name_is_not_overwritten(
    folder: Path, library: Library, model: TextEmbeddings, write_plan: WritePlan
) -> None:
    ingest([folder], library, model)
    remove("2023.txt", library)
    write_plan(folder / "2023.txt", 2023, "食堂采购")
    ingest([folder], library, model)
    with pytest.raises(NameTaken, match=r"2023\.txt"):
        restore("2023.txt", library, model)
    assert "食堂采购" in library.catalog.document("2023.txt").text


def test_of_two_versions_removed_the_later_one_is_restored(
    folder: Path, library: Library, model: TextEmbeddings, write_plan: WritePlan
) -> None:
    for detail in ("招生", "食堂采购"):
        write_plan(folder / "2023.txt", 2023, detail)
        ingest([folder], library, model)
        remove("2023.txt", library)
    restore("2023.txt", library, model)
    assert "食堂采购" in library.catalog.document("2023.txt").text
    assert len(trash.listed(library.catalog)) == 1


def test_the_same_version_removed_twice_is_kept_once(
    folder: Path, library: Library, model: TextEmbeddings
) -> None:
    for _ in range(2):
        ingest([folder], library, model)
        remove("2023.txt", library)
    assert [kept.doc for kept in trash.listed(library.catalog)] == ["2023.txt"]


def test_after_a_month_the_next_change_of_the_library_lets_it_go(
    folder: Path, library: Library, model: TextEmbeddings
) -> None:
    ingest([folder], library, model)
    remove("2023.txt", library)
    ages(library, trash.DAYS - 1)
    with library.writing():
        assert len(trash.listed(library.catalog)) == 1
    ages(library, trash.DAYS + 1)
    with library.writing():
        assert trash.listed(library.catalog) == []


def test_an_original_stays_while_its_document_can_be_restored(
    folder: Path, library: Library, model: TextEmbeddings
) -> None:
    stray = library.originals.keep(folder / "旧" / "2022.txt", "f" * 64)
    item = library.inbox.receive(folder / "2023.txt", "2023.txt", "local")
    place = library.originals.keep(library.inbox.file(item), item.sha256)
    ingest([place], library, model)
    library.inbox.drop(item.id)
    remove("2023.txt", library)
    with library.writing():
        assert (place.exists(), stray.exists()) == (True, False)
    ages(library, trash.DAYS + 1)
    with library.writing():
        assert not place.exists()


def test_an_original_stays_while_its_upload_waits(library: Library, folder: Path) -> None:
    item = library.inbox.receive(folder / "2023.txt", "2023.txt", "local")
    place = library.originals.keep(library.inbox.file(item), item.sha256)
    with library.writing():
        assert place.exists()


def test_a_file_meant_as_a_new_version_replaces_one_from_elsewhere(
    folder: Path, library: Library, model: TextEmbeddings, write_plan: WritePlan, tmp_path: Path
) -> None:
    ingest([folder / "2023.txt"], library, model)
    newer = tmp_path / "upload" / "2023.txt"
    write_plan(newer, 2023, "食堂采购")
    [plain] = ingest([newer], library, model).files
    [meant] = ingest_read(
        [FoundFile(newer, "2023.txt", None, replaces=True)], read_here, library, model
    ).files
    assert (plain.status, meant.status) == (Status.FAILED, Status.UPDATED)
    assert [info.origin for info in library.catalog.documents()] == [str(newer)]
