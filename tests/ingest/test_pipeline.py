"""Files become documents once, changes replace them whole, and neither a bad file nor a crash does harm."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.embed import TextEmbeddings
from ingest.errors import IndexMismatch, LibraryBusy, NotInLibrary
from ingest.library import Library
from ingest.pipeline import ingest, reindex, remove
from ingest.report import Status

Agree = Callable[[Library, TextEmbeddings], None]
Take = Callable[..., dict[str, Status]]
WritePlan = Callable[..., None]


@pytest.fixture
def take(library: Library, model: TextEmbeddings, assert_stores_agree: Agree) -> Take:
    """Ingest paths and tell what became of each file; check that the three stores agree."""

    def act(*paths: Path, **options: int) -> dict[str, Status]:
        report = ingest(paths, library, model, **options)
        assert_stores_agree(library, model)
        return {file.doc: file.status for file in report.files}

    return act


def test_a_file_is_known_by_its_path_below_the_folder(take: Take, folder: Path, library: Library) -> None:
    assert take(folder) == {"2023.txt": Status.ADDED, "旧/2022.txt": Status.ADDED}
    info = library.catalog.documents()[0]
    assert (info.doc, info.origin) == ("2023.txt", str(folder / "2023.txt"))


def test_the_report_counts_what_is_in_a_file(library: Library, model: TextEmbeddings, folder: Path) -> None:
    first, again = (ingest([folder], library, model) for _ in range(2))
    document = library.catalog.document("2023.txt")
    stored = [file.info for file in first.files if file.info is not None]
    assert (stored[0].characters, stored[0].sections) == (len(document.text), len(document.sections))
    assert stored[0].duties == len(document.duties) > 0
    assert 0 < stored[0].headed < stored[0].characters
    assert sum(info.chunks for info in stored) == library.catalog.counts().chunks
    assert [again.count(status) for status in (Status.UNCHANGED, Status.ADDED)] == [2, 0]
    assert [file.info for file in again.files] == stored


def test_a_file_that_is_named_is_known_by_its_name(take: Take, folder: Path) -> None:
    assert take(folder / "旧" / "2022.txt") == {"2022.txt": Status.ADDED}


def test_ingesting_again_changes_nothing(take: Take, folder: Path, library: Library) -> None:
    take(folder)
    state, counts = library.catalog.state(), library.catalog.counts()
    assert set(take(folder).values()) == {Status.UNCHANGED}
    assert (library.catalog.state(), library.catalog.counts()) == (state, counts)


def test_a_changed_file_replaces_its_old_version(
    take: Take, folder: Path, library: Library, write_plan: WritePlan
) -> None:
    take(folder)
    write_plan(folder / "2023.txt", 2023, "食堂采购")
    assert take(folder) == {"2023.txt": Status.UPDATED, "旧/2022.txt": Status.UNCHANGED}
    assert "食堂采购" in library.catalog.document("2023.txt").text
    assert library.catalog.counts().documents == 2


def test_other_chunk_sizes_make_other_chunks_of_the_same_files(take: Take, folder: Path) -> None:
    take(folder)
    assert set(take(folder, max_chars=30).values()) == {Status.UPDATED}
    assert set(take(folder, max_chars=30).values()) == {Status.UNCHANGED}


def test_a_bad_file_stops_no_other(library: Library, model: TextEmbeddings, folder: Path) -> None:
    (folder / "0空.txt").touch()
    (folder / "1坏.docx").write_bytes(b"PK\x03\x04 damaged")
    report = ingest([folder, folder / "没有.txt"], library, model)
    assert [file.doc for file in report.failed] == ["0空.txt", "1坏.docx", "没有.txt"]
    assert all(file.reason for file in report.failed)
    assert "没有.txt" in report.failed[-1].reason
    assert "不存在" in report.failed[-1].reason
    assert report.count(Status.ADDED) == library.catalog.counts().documents == 2


def test_an_unsupported_file_is_skipped_in_a_folder_but_fails_when_named(take: Take, folder: Path) -> None:
    (folder / "附件.rar").write_bytes(b"Rar!\x1a\x07\x01" + bytes(600))
    assert take(folder)["附件.rar"] is Status.SKIPPED
    assert take(folder / "附件.rar")["附件.rar"] is Status.FAILED


def test_hidden_files_and_lock_files_are_passed_over(take: Take, folder: Path, write_plan: WritePlan) -> None:
    for name in (".隐藏.txt", "~$2023.docx", ".git/config.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        write_plan(folder / name, 2020)
    assert set(take(folder)) == {"2023.txt", "旧/2022.txt"}


def test_a_copy_is_not_stored_twice(library: Library, model: TextEmbeddings, folder: Path) -> None:
    (folder / "2024副本.txt").write_bytes((folder / "2023.txt").read_bytes())
    report = ingest([folder], library, model)
    copy = next(file for file in report.files if file.doc == "2024副本.txt")
    assert (copy.status, copy.reason) == (Status.DUPLICATE, "内容与 2023.txt 完全相同，没有重复入库")
    assert library.catalog.counts().documents == 2


def test_files_that_swap_their_contents_are_both_kept(
    take: Take, folder: Path, library: Library, write_plan: WritePlan
) -> None:
    take(folder)
    write_plan(folder / "2023.txt", 2022)
    write_plan(folder / "旧" / "2022.txt", 2023)
    assert set(take(folder).values()) == {Status.UPDATED}
    assert "2022年" in library.catalog.document("2023.txt").text
    assert "2023年" in library.catalog.document("旧/2022.txt").text


def test_a_new_file_with_the_old_content_of_a_changed_one_is_stored(
    take: Take, folder: Path, write_plan: WritePlan
) -> None:
    take(folder)
    (folder / "0新.txt").write_bytes((folder / "2023.txt").read_bytes())
    write_plan(folder / "2023.txt", 2025)
    assert take(folder) == {
        "0新.txt": Status.ADDED,
        "2023.txt": Status.UPDATED,
        "旧/2022.txt": Status.UNCHANGED,
    }


def test_the_same_name_from_elsewhere_is_a_failure_that_names_both(
    library: Library, model: TextEmbeddings, folder: Path, tmp_path: Path, write_plan: WritePlan
) -> None:
    write_plan(other := tmp_path / "别处" / "2023.txt", 2025)
    for paths in ([folder, other.parent], [other.parent]):
        [failure] = ingest(paths, library, model).failed
        assert str(folder / "2023.txt") in failure.reason
        assert str(other) in failure.reason
        assert "workplan remove 2023.txt" in failure.reason
    assert "2025年" not in library.catalog.document("2023.txt").text


def test_a_file_that_has_moved_may_change(
    take: Take, folder: Path, tmp_path: Path, library: Library, write_plan: WritePlan
) -> None:
    take(folder)
    folder.rename(moved := tmp_path / "moved")
    write_plan(moved / "2023.txt", 2025)
    assert take(moved) == {"2023.txt": Status.UPDATED, "旧/2022.txt": Status.UNCHANGED}
    assert "2025年" in library.catalog.document("2023.txt").text


def test_a_file_that_was_moved_below_its_folder_is_renamed(
    library: Library, model: TextEmbeddings, folder: Path, assert_stores_agree: Agree
) -> None:
    ingest([folder], library, model)
    (folder / "2023.txt").rename(folder / "旧" / "2023年.txt")
    report = ingest([folder], library, model)
    assert_stores_agree(library, model)
    assert [(f.doc, f.status, f.reason) for f in report.files] == [
        ("旧/2022.txt", Status.UNCHANGED, ""),
        ("旧/2023年.txt", Status.UPDATED, "由 2023.txt 移来"),
    ]
    assert report.gone == ()
    assert [info.doc for info in library.catalog.documents()] == ["旧/2022.txt", "旧/2023年.txt"]
    assert ingest([folder], library, model).count(Status.UNCHANGED) == 2


def test_files_that_trade_places_with_new_ones_are_renamed_too(
    take: Take, folder: Path, library: Library, write_plan: WritePlan
) -> None:
    take(folder)
    (folder / "2023.txt").rename(folder / "0.txt")
    (folder / "旧" / "2022.txt").rename(folder / "1.txt")
    write_plan(folder / "2023.txt", 2024)
    # 2023.txt is there again, with other content: its document is its own new version, and 0.txt is new.
    assert take(folder) == {"0.txt": Status.ADDED, "1.txt": Status.UPDATED, "2023.txt": Status.UPDATED}
    assert [info.doc for info in library.catalog.documents()] == ["0.txt", "1.txt", "2023.txt"]


def test_a_document_whose_file_is_gone_stays_and_is_reported(
    library: Library, model: TextEmbeddings, folder: Path, tmp_path: Path, write_plan: WritePlan
) -> None:
    write_plan(elsewhere := tmp_path / "别处" / "2021.txt", 2021)
    ingest([folder, elsewhere], library, model)
    elsewhere.unlink()
    (folder / "2023.txt").rename(folder / "2023改.txt")
    write_plan(folder / "2023改.txt", 2023, "食堂采购")
    report = ingest([folder], library, model)
    assert report.gone == ("2023.txt",)
    assert report.count(Status.ADDED) == 1
    assert library.catalog.counts().documents == 4


def test_two_folders_with_a_file_of_the_same_name_go_in_through_the_folder_above(
    library: Library, model: TextEmbeddings, folder: Path, tmp_path: Path, write_plan: WritePlan
) -> None:
    write_plan(tmp_path / "plans2" / "2023.txt", 2025)
    ingest([folder], library, model)
    [failure] = ingest([tmp_path / "plans2"], library, model).failed
    assert "上级文件夹" in failure.reason
    report = ingest([tmp_path], library, model)
    assert "plans2/2023.txt" in {file.doc for file in report.files if file.status is Status.ADDED}


def test_a_file_name_that_is_not_unicode_fails_alone(
    library: Library, model: TextEmbeddings, folder: Path
) -> None:
    odd = folder / os.fsdecode(b"\xb9\xa4.txt")
    try:
        odd.write_bytes((folder / "2023.txt").read_bytes() + "附则。".encode())
    except OSError:
        pytest.skip("file names are Unicode on this file system")
    report = ingest([folder], library, model)
    assert [file.doc for file in report.failed] == [odd.name]
    assert "改名" in report.failed[0].reason
    assert report.count(Status.ADDED) == 2


def test_documents_are_published_in_batches(
    take: Take, folder: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.intake._BATCH", 1)
    take(folder, folder)
    assert library.catalog.state().generation == 2


def test_progress_names_each_file_and_ends_complete(
    library: Library, model: TextEmbeddings, folder: Path
) -> None:
    ticks: list[tuple[int, int, str]] = []
    ingest([folder], library, model, progress=lambda *tick: ticks.append(tick))
    assert ticks == [(0, 2, "2023.txt"), (1, 2, "旧/2022.txt"), (2, 2, "")]


def test_a_removed_document_is_gone_from_every_store(
    take: Take, folder: Path, library: Library, model: TextEmbeddings, assert_stores_agree: Agree
) -> None:
    take(folder)
    remove("2023.txt", library)
    assert_stores_agree(library, model)
    assert [info.doc for info in library.catalog.documents()] == ["旧/2022.txt"]
    with pytest.raises(NotInLibrary, match=r"2023\.txt"):
        remove("2023.txt", library)
    assert take(folder)["2023.txt"] is Status.ADDED


def test_reindexing_builds_the_same_indexes_again(
    take: Take, folder: Path, library: Library, model: TextEmbeddings, assert_stores_agree: Agree
) -> None:
    take(folder)
    before = library.current(model).vectors.search(model.query_vector("意识形态"), 5)
    assert reindex(library, model) == library.catalog.counts().chunks
    assert library.current(model).vectors.search(model.query_vector("意识形态"), 5) == before
    assert_stores_agree(library, model)


def test_reindexing_changes_the_model(
    take: Take, folder: Path, library: Library, model: TextEmbeddings, assert_stores_agree: Agree
) -> None:
    take(folder)
    other = TextEmbeddings(
        lambda texts: model.passage_vectors(texts)[:, :64],
        lambda texts: model.passage_vectors(texts)[:, :64],
        name="half",
        dimension=64,
        fingerprint="half",
    )
    with pytest.raises(IndexMismatch):
        ingest([folder], library, other)
    reindex(library, other)
    assert_stores_agree(library, other)
    with pytest.raises(IndexMismatch):
        library.current(model)


def test_readers_go_on_while_files_are_read(
    folder: Path,
    library: Library,
    model: TextEmbeddings,
    monkeypatch: pytest.MonkeyPatch,
    write_plan: WritePlan,
) -> None:
    monkeypatch.setattr("ingest.intake._BATCH", 1)
    for year in range(2001, 2004):
        write_plan(folder / f"{year}.txt", year)
    failures: list[Exception] = []
    seen: set[int] = set()
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            try:
                snapshot = library.current(model)
                found = snapshot.vectors.search(model.query_vector("意识形态"), 500)
                assert len(found) == len(snapshot.words) == sum(info.chunks for info in snapshot.documents)
                seen.add(snapshot.state.generation)
                time.sleep(0.01)
            except Exception as error:
                failures.append(error)
                return

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    report = ingest([folder], library, model)
    done.set()
    for reader in readers:
        reader.join()
    assert failures == []
    assert len(seen) > 2
    assert report.count(Status.ADDED) == 5


def test_two_cannot_ingest_at_once(
    folder: Path, library: Library, model: TextEmbeddings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.library._SECONDS_TO_WAIT_FOR_A_WRITER", 0.0)
    with library.writing(), pytest.raises(LibraryBusy):
        ingest([folder], library, model)
