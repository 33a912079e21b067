"""The vector index finds the nearest by cosine, everywhere or within a scope."""

import shutil
import weakref
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, cast

import chromadb
import numpy as np
import pytest

from ingest.chunk import chunk_id, key_of
from ingest.errors import StorageError
from ingest.index import vectors as module
from ingest.index.scope import SearchScope
from ingest.index.vectors import Floats, NoVectors, Vectors, described, drop_collection
from ingest.records import Chunk

if TYPE_CHECKING:
    from chromadb.api.client import Client

DOCS, SIZE = 6, 20
IDS = [chunk_id(f"doc{doc}", ordinal) for doc in range(DOCS) for ordinal in range(SIZE)]


@pytest.fixture(scope="module")
def rows() -> Floats:
    return np.random.default_rng(7).normal(size=(len(IDS), 16)).astype(np.float32)


@pytest.fixture
def index(tmp_path: Path, rows: Floats) -> Iterator[Vectors]:
    index = Vectors.in_folder(tmp_path, fresh=True)
    index.add(_chunks(IDS), rows)
    yield index
    index.close()


def _chunks(ids: Sequence[str]) -> list[Chunk]:
    return [Chunk(id, "plan.txt", 0, 0, 2, "平安", "2024年工作要点") for id in ids]


def _nearest(rows: Floats, vector: Floats, ids: list[str], limit: int) -> list[tuple[str, float]]:
    cosines = rows @ vector / np.linalg.norm(rows, axis=1) / np.linalg.norm(vector)
    best = sorted(zip(IDS, cosines.tolist(), strict=True), key=lambda pair: -pair[1])
    return [pair for pair in best if pair[0] in ids][:limit]


def _agree(found: list[tuple[str, float]], right: list[tuple[str, float]]) -> None:
    assert [id for id, _ in found] == [id for id, _ in right]
    assert [score for _, score in found] == pytest.approx([score for _, score in right], abs=1e-5)


def test_the_nearest_are_found_with_their_cosine(index: Vectors, rows: Floats) -> None:
    for vector in (rows[3], rows[50] * 9, -rows[7]):
        _agree(index.search(vector, 5), _nearest(rows, vector, IDS, 5))


def test_the_fifty_nearest_of_thousands_are_found(tmp_path: Path) -> None:
    crowd = np.random.default_rng(3).normal(size=(4000, 128)).astype(np.float32)
    crowd /= np.linalg.norm(crowd, axis=1, keepdims=True)
    index = Vectors.in_folder(tmp_path, fresh=True)
    index.add(_chunks([chunk_id(str(row), 0) for row in range(len(crowd))]), crowd)
    asked = crowd[:40] + crowd[40:80]
    found = [{int(key_of(id)) for id, _ in index.search(vector, 50)} for vector in asked]
    index.close()
    nearest = np.argsort(-(asked @ crowd.T), axis=1)[:, :50]
    assert (
        sum(len(ids & set(row.tolist())) for ids, row in zip(found, nearest, strict=True)) >= 0.97 * 40 * 50
    )


@pytest.mark.parametrize("cost", [0, 0.01, 1000])
def test_a_scope_is_searched_completely_either_way(
    index: Vectors, rows: Floats, cost: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_COST_OF_COMPARING", cost)
    for docs in (["doc0"], ["doc1", "doc5"], [f"doc{doc}" for doc in range(DOCS)]):
        ids = [id for id in IDS if key_of(id) in docs]
        scope = SearchScope(dict.fromkeys(docs, SIZE))
        assert (scope.ids(), len(scope)) == (ids, len(ids))
        _agree(index.search(rows[0], 25, scope), _nearest(rows, rows[0], ids, 25))


def test_an_empty_scope_finds_nothing(index: Vectors, rows: Floats) -> None:
    assert index.search(rows[0], 5, SearchScope({})) == []


def test_adding_and_deleting_keep_to_the_batch_size(index: Vectors, rows: Floats) -> None:
    index._batch = 7
    index.delete([*IDS[:50], "unknown-00000"])
    assert index.ids() == set(IDS[50:])
    index.add(_chunks(IDS[:50]), rows[:50])
    assert (index.ids(), len(index)) == (set(IDS), len(IDS))
    _agree(index.search(rows[3], 5), _nearest(rows, rows[3], IDS, 5))


def test_other_tools_read_where_a_passage_stands_and_filter_by_it(tmp_path: Path, rows: Floats) -> None:
    index = Vectors.in_folder(tmp_path, fresh=True)
    safety = Chunk("a-0", "甲/计划.txt", 1, 5, 9, "平安校园", "甲县计划", ("一、安全",), (2023, 2024))
    evening = Chunk("b-0", "乙.txt", 0, 0, 4, "课后服务", "乙县要点", years=(2022,), organ="乙县教育局")
    index.add([safety, evening], rows[:2])
    index.close()
    with closing(cast("Client", chromadb.PersistentClient(tmp_path))) as client:
        collection = client.get_collection("passages", embedding_function=None)
        found = collection.get(where={"path": "一、安全"})
        assert found["ids"] == ["a-0"]
        assert found["metadatas"] == [described(safety)]
        assert collection.get(where={"doc": {"$in": ["乙.txt"]}})["ids"] == ["b-0"]


def test_a_chunk_without_any_known_word_is_stored_and_harmless(index: Vectors, rows: Floats) -> None:
    index.add(_chunks(["zero-00000"]), np.zeros((1, 16), np.float32))
    assert index.search(rows[3], 1)[0][0] == IDS[3]
    assert [score for _, score in index.search(np.zeros(16, np.float32), 3)] == [0.0] * 3


def test_a_copied_folder_is_opened_with_all_that_was_added(
    index: Vectors, rows: Floats, tmp_path: Path
) -> None:
    shutil.copytree(tmp_path, copied := tmp_path.with_name("copied"))
    copy = Vectors.in_folder(copied)
    _agree(copy.search(rows[3], 5), _nearest(rows, rows[3], IDS, 5))
    copy.close()


def test_chroma_is_closed_when_nobody_holds_the_index(index: Vectors, tmp_path: Path) -> None:
    held = Vectors.in_folder(tmp_path)
    release = held._release
    assert isinstance(release, weakref.finalize)
    assert release.alive
    del held
    assert not release.alive


def test_a_damaged_or_missing_index_names_the_command_that_rebuilds(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="workplan reindex"):
        Vectors.in_folder(tmp_path / "missing")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "chroma.sqlite3").write_bytes(b"damaged" * 100)
    with pytest.raises(StorageError, match="workplan reindex"):
        Vectors.in_folder(tmp_path / "bad")


def test_no_vectors_find_nothing(rows: Floats) -> None:
    assert (NoVectors().search(rows[0], 5), len(NoVectors())) == ([], 0)


def test_a_server_does_as_a_folder_does(chroma_url: str, rows: Floats) -> None:
    index = Vectors.on_server(chroma_url, "plans", fresh=True)
    index.add(_chunks(IDS), rows)
    _agree(index.search(rows[3], 5), _nearest(rows, rows[3], IDS, 5))
    _agree(index.search(rows[3], 5, SearchScope({"doc1": SIZE})), _nearest(rows, rows[3], IDS[20:40], 5))
    drop_collection(chroma_url, "plans")
    drop_collection(chroma_url, "plans")
    with pytest.raises(StorageError, match=chroma_url):
        Vectors.on_server(chroma_url, "plans")


def test_a_server_that_does_not_answer_is_named() -> None:
    with pytest.raises(StorageError, match=r"127\.0\.0\.1:9.*请检查 WORKPLAN_CHROMA_URL"):
        Vectors.on_server("http://127.0.0.1:9", "plans")


def test_an_index_of_an_older_version_has_no_rows_and_finds_the_same(
    index: Vectors, rows: Floats, tmp_path: Path
) -> None:
    scope = SearchScope({"doc1": SIZE, "doc4": SIZE})
    held = (index.cosines(rows[3], IDS), index.search(rows[3], 9, scope))
    index.close()
    shutil.rmtree(tmp_path / "flat")
    with closing(Vectors.in_folder(tmp_path)) as older:
        assert older.cosines(rows[3], IDS) == pytest.approx(held[0], abs=1e-5)
        _agree(older.search(rows[3], 9, scope), held[1])
