"""Readers of a library see one published generation whole, whoever published it."""

from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from numpy.typing import NDArray

from ingest.chunk import chunk_document, document_key
from ingest.embed import TextEmbeddings
from ingest.errors import IndexMismatch, LibraryBusy, StorageError
from ingest.index.entry import Entry
from ingest.index.packed import Passage, unpacked
from ingest.index.words import Boosts
from ingest.library import Library, Snapshot
from ingest.records import Chunk, Document, Filter, Header
from ingest.repost import signature
from ingest.text import words

Make = Callable[..., Document]
Agree = Callable[[Library, TextEmbeddings], None]


@pytest.fixture
def other_model() -> TextEmbeddings:
    def encode(texts: list[str]) -> NDArray[np.float32]:
        return np.ones((len(texts), 8), np.float32)

    return TextEmbeddings(encode, encode, name="other", dimension=8, fingerprint="other:8")


@pytest.fixture
def plan(make_document: Make) -> Entry:
    return _entry(make_document("2024.txt", (1, "一、安全", "。排查校园隐患。", "办公室")))


def test_a_library_without_documents_finds_nothing(library: Library, model: TextEmbeddings) -> None:
    assert _found(library, model, "校园隐患") == ([], [])
    assert library.current(model).documents == ()


def test_what_is_put_in_is_found_by_words_and_by_meaning(
    library: Library, model: TextEmbeddings, plan: Entry
) -> None:
    _put(library, model, plan)
    lexical, dense = _found(library, model, "排查校园隐患")
    assert lexical[0] == dense[0] == plan.searchable[-1]
    assert library.current(model).documents == (plan.info,)


def test_every_generation_gives_its_passages_without_the_catalog(
    library: Library, model: TextEmbeddings, plan: Entry, make_document: Make
) -> None:
    other = _entry(make_document("b.txt", (1, "一、安全", "。整改校园隐患。", "办公室")))
    _put(library, model, plan)
    _put(library, model, other)
    with library.writing() as writer:
        writer.remove([plan.info])
    _put(library, model, plan)
    for entry in (plan, other):
        records = library.current(model).vectors.records([chunk.id for chunk in entry.searchable])
        read = [unpacked(id, record, entry.info) for id, record in records.items()]
        assert read == [Passage.of(chunk) for chunk in entry.searchable]


def test_what_is_removed_is_found_no_more(
    library: Library, model: TextEmbeddings, plan: Entry, make_document: Make, assert_stores_agree: Agree
) -> None:
    other = _entry(make_document("b.txt", (1, "一、安全", "。排查校园隐患。", "办公室")))
    _put(library, model, plan, other)
    with library.writing() as writer:
        writer.remove([plan.info])
    for found in _found(library, model, "排查校园隐患"):
        assert {chunk.doc for chunk in found} == {"b.txt"}
    assert_stores_agree(library, model)


def test_another_library_object_follows_at_its_next_question(
    library: Library, model: TextEmbeddings, plan: Entry
) -> None:
    with Library.open(library.home) as reader:
        before = reader.current(model)
        assert reader.current(model) is before
        _put(library, model, plan)
        assert _found(reader, model, "校园隐患")[0] == [plan.searchable[-1]]
        assert before.documents == ()


def test_a_snapshot_in_use_outlives_the_next_generation(
    library: Library, model: TextEmbeddings, plan: Entry, make_document: Make
) -> None:
    _put(library, model, plan)
    snapshot = library.current(model)
    _put(library, model, _entry(make_document("b.txt", (1, "一、安全", "。排查校园隐患。", ""))))
    library.current(model)
    assert len(snapshot.words) == len(snapshot.vectors) == plan.info.chunks
    assert snapshot.vectors.search(model.query_vector("校园隐患"), 1)[0][0] == plan.searchable[-1].id


def test_a_published_generation_never_changes(
    library: Library, model: TextEmbeddings, plan: Entry, make_document: Make
) -> None:
    _put(library, model, plan)
    folder = library.home / "index" / "000001"
    before = _contents(folder)
    with library.writing() as writer:
        writer.put(model, [_entry(make_document("b.txt", (1, "一、安全", "。排查隐患。", "")))], [plan.info])
    assert _contents(folder) == before


def test_only_the_live_generation_and_the_one_before_are_kept(
    library: Library, model: TextEmbeddings, make_document: Make
) -> None:
    (library.home / "index" / "000077").mkdir()
    for number in range(4):
        _put(library, model, _entry(make_document(f"{number}.txt", (1, "一、", "。甲。", ""))))
    assert sorted(path.name for path in (library.home / "index").iterdir()) == ["000003", "000004"]


def test_a_change_that_fails_leaves_no_trace(
    library: Library,
    model: TextEmbeddings,
    plan: Entry,
    monkeypatch: pytest.MonkeyPatch,
    assert_stores_agree: Agree,
) -> None:
    _put(library, model, plan)

    def fail(texts: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(model, "passage_vectors", fail)
    with pytest.raises(KeyboardInterrupt):
        _put(library, model, plan)
    monkeypatch.undo()
    assert [path.name for path in (library.home / "index").iterdir()] == ["000001"]
    assert_stores_agree(library, model)


def test_a_filter_admits_documents(library: Library, model: TextEmbeddings, make_document: Make) -> None:
    headers = [
        Header("甲县2023年要点", organ="甲县教育局", place="甲县", years=(2023,), kind="工作要点"),
        Header("乙县2023-2024年规划", organ="乙县政府", place="乙县", years=(2023, 2024), kind="规划"),
    ]
    entries = [
        _entry(make_document(f"{header.place}.txt", (1, "一、安全", "。排查隐患。", ""), header=header))
        for header in headers
    ]
    _put(library, model, *entries)
    snapshot = library.current(model)
    for filter, docs in (
        (Filter(years=(2024,)), {"乙县.txt"}),
        (Filter(years=(2023,)), {"甲县.txt", "乙县.txt"}),
        (Filter(years=(2023,), kinds=("工作要点",)), {"甲县.txt"}),
        (Filter(organs=("乙县政府", "丙县政府")), {"乙县.txt"}),
        (Filter(places=("丙县",)), set()),
        (Filter(docs=("甲县.txt",)), {"甲县.txt"}),
    ):
        scope = snapshot.scope(filter)
        assert scope is not None
        for found in _search(snapshot, model, "排查隐患", filter):
            assert {chunk.doc for chunk in snapshot.passages.read(found)} == docs
            assert all(id in scope for id in found)
    assert snapshot.scope(Filter()) is None


def test_another_model_is_refused_with_the_command_that_rebuilds(
    library: Library, model: TextEmbeddings, other_model: TextEmbeddings, plan: Entry
) -> None:
    _put(library, model, plan)
    for act in (lambda: library.current(other_model), lambda: _put(library, other_model, plan)):
        with pytest.raises(IndexMismatch, match=r"other:8.*workplan reindex") as refusal:
            act()
        assert model.fingerprint in str(refusal.value)


def test_an_emptied_library_takes_another_model(
    library: Library,
    model: TextEmbeddings,
    other_model: TextEmbeddings,
    plan: Entry,
    assert_stores_agree: Agree,
) -> None:
    _put(library, model, plan)
    with library.writing() as writer:
        writer.remove([plan.info])
    _put(library, other_model, plan)
    assert_stores_agree(library, other_model)


def test_a_second_writer_is_told_to_wait(
    library: Library, model: TextEmbeddings, plan: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.library._SECONDS_TO_WAIT_FOR_A_WRITER", 0.0)
    _put(library, model, plan)
    with FileLock(library.home / "write.lock"):
        with pytest.raises(LibraryBusy, match="正被另一个程序写入"):
            _put(library, model, plan)
        assert _found(library, model, "校园隐患")[0]


def test_a_missing_index_is_rebuilt_from_the_catalog(
    library: Library, model: TextEmbeddings, plan: Entry, assert_stores_agree: Agree
) -> None:
    _put(library, model, plan)
    (library.home / "index" / "000001").rename(library.home / "elsewhere")
    with pytest.raises(StorageError, match="workplan reindex"):
        library.current(model)
    with library.writing() as writer:
        assert writer.rebuild(model) == plan.info.chunks
    assert _found(library, model, "校园隐患")[0] == [plan.searchable[-1]]
    assert_stores_agree(library, model)


def test_a_library_may_keep_its_vectors_on_a_server(
    tmp_path: Path,
    chroma_url: str,
    model: TextEmbeddings,
    plan: Entry,
    make_document: Make,
    assert_stores_agree: Agree,
) -> None:
    newer = _entry(make_document("2024.txt", (1, "一、安全", "。排查校园消防隐患。", "办公室")))
    with Library.open(tmp_path / "home", chroma_url=chroma_url) as library:
        _put(library, model, plan)
        assert_stores_agree(library, model)
        with library.writing() as writer:
            writer.put(model, [newer], [plan.info])
        assert _found(library, model, "校园隐患") == (newer.searchable, newer.searchable)
        assert_stores_agree(library, model)
        with library.writing() as writer:
            writer.rebuild(model)
        assert_stores_agree(library, model)
        with library.writing() as writer:
            writer.remove([newer.info])
        assert_stores_agree(library, model)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(
        StorageError, match=r"文件夹无法使用：.*file/home（路径中有一段不是文件夹）.*WORKPLAN_HOME"
    ):
        Library.open(tmp_path / "file" / "home")


def test_a_folder_that_cannot_be_written_is_named(library: Library) -> None:
    (library.home / "write.lock").mkdir()
    with pytest.raises(StorageError, match="文件夹无法使用"), library.writing():
        pass


def _entry(document: Document) -> Entry:
    chunks = chunk_document(document, 100)
    return Entry.of(
        document,
        chunks,
        signature=signature(document.text),
        key=document_key(document, 100),
        origin="/plans/a.txt",
        recipe="1",
    )


def _put(library: Library, model: TextEmbeddings, *entries: Entry) -> None:
    with library.writing() as writer:
        writer.put(model, entries)


def _search(
    snapshot: Snapshot, model: TextEmbeddings, text: str, filter: Filter
) -> tuple[list[str], list[str]]:
    scope = snapshot.scope(filter)
    lexical = list(snapshot.words.search(Counter(words(text)), {}, Boosts(), 10, scope))
    dense = snapshot.vectors.search(model.query_vector(text), 10, scope)
    return [id for id, _ in lexical], [id for id, _ in dense]


def _found(library: Library, model: TextEmbeddings, text: str) -> tuple[list[Chunk], list[Chunk]]:
    snapshot = library.current(model)
    lexical, dense = _search(snapshot, model, text, Filter())
    return snapshot.passages.read(lexical), snapshot.passages.read(dense)


def _contents(folder: Path) -> dict[str, str]:
    """Digests of the files; Chroma writes a little into its database whenever it is opened."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".sqlite3"
    }
