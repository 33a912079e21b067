"""Rows of chunks give exact cosines and the chunks' records, within a scope too, as documents come and go."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from ingest.chunk import chunk_id
from ingest.index.flat import Flat, Floats
from ingest.index.scope import SearchScope

SIZES = {"a": 3, "b": 5, "c": 2}
IDS = [chunk_id(key, ordinal) for key, size in SIZES.items() for ordinal in range(size)]


def records(ids: Sequence[str]) -> list[bytes]:
    return [f"{id} 记录".encode() for id in ids]


@pytest.fixture(scope="module")
def rows() -> Floats:
    return np.random.default_rng(5).normal(size=(len(IDS), 8)).astype(np.float32)


@pytest.fixture
def flat(tmp_path: Path, rows: Floats) -> Flat:
    flat = Flat(tmp_path)
    flat.add(IDS[:4], rows[:4], records(IDS[:4]))
    flat.add(IDS[4:], rows[4:], records(IDS[4:]))
    flat.save()
    return flat


def _cosine(row: Floats, vector: Floats) -> float:
    return float(row @ vector / np.linalg.norm(row) / np.linalg.norm(vector))


def test_cosines_are_exact_and_unknown_chunks_left_out(flat: Flat, tmp_path: Path, rows: Floats) -> None:
    for opened in (flat, Flat(tmp_path)):
        found = opened.cosines(rows[0] * 3, [*IDS, "a-00003", "d-00000"])
        assert found == pytest.approx(
            {id: _cosine(row, rows[0]) for id, row in zip(IDS, rows, strict=True)}, abs=1e-6
        )


def test_records_are_read_in_any_order_and_unknown_ones_left_out(flat: Flat, tmp_path: Path) -> None:
    wanted = [IDS[9], "d-00000", IDS[0], IDS[4], "a-00003"]
    for opened in (flat, Flat(tmp_path)):
        assert opened.records(wanted) == dict(
            zip([IDS[9], IDS[0], IDS[4]], records([IDS[9], IDS[0], IDS[4]]), strict=True)
        )
        assert opened.records([]) == {}


def test_an_index_without_records_gives_none_and_takes_none(flat: Flat, tmp_path: Path, rows: Floats) -> None:
    for file in tmp_path.glob("records.*"):
        file.unlink()
    older = Flat(tmp_path)
    older.add(["d-00000"], rows[:1], [b"d"])
    assert older.records([*IDS, "d-00000"]) == {}
    assert older.cosines(rows[0], ["d-00000"]) == {"d-00000": pytest.approx(1.0)}


def test_the_nearest_of_a_scope_are_found_best_first(flat: Flat, rows: Floats) -> None:
    scope = SearchScope({"c": 2, "empty": 0, "a": 3})
    within = {id: _cosine(row, rows[4]) for id, row in zip(IDS, rows, strict=True) if id[0] in "ac"}
    assert flat.holds(scope)
    found = flat.nearest(rows[4], 4, scope)
    assert [id for id, _ in found] == sorted(within, key=lambda id: -within[id])[:4]
    assert dict(found) == pytest.approx({id: within[id] for id, _ in found})
    assert flat.nearest(rows[4], 4, SearchScope({})) == []


def test_removed_documents_are_forgotten_and_most_rows_unused_make_a_smaller_file(
    flat: Flat, tmp_path: Path, rows: Floats
) -> None:
    flat.remove(IDS[:1])
    flat.save()
    assert not flat.holds(SearchScope({"a": 3}))
    assert (tmp_path / "rows.f32").stat().st_size == rows.nbytes
    flat.remove(IDS[3:8])
    flat.save()
    assert (tmp_path / "rows.f32").stat().st_size == rows[8:].nbytes
    for opened in (flat, Flat(tmp_path)):
        assert opened.records(IDS) == dict(zip(IDS[8:], records(IDS[8:]), strict=True))
        assert opened.cosines(rows[0], IDS) == pytest.approx(
            {id: _cosine(row, rows[0]) for id, row in zip(IDS[8:], rows[8:], strict=True)}, abs=1e-6
        )


def test_a_document_put_in_again_is_read_where_it_stands_now(flat: Flat, rows: Floats) -> None:
    flat.remove(IDS[:3])
    flat.add(IDS[:2], rows[8:], records(IDS[:2]))
    assert flat.cosines(rows[9], IDS[:3]) == pytest.approx(
        {IDS[0]: _cosine(rows[8], rows[9]), IDS[1]: 1.0}, abs=1e-6
    )


def test_a_chunk_apart_from_those_before_it_is_left_to_the_index(flat: Flat, rows: Floats) -> None:
    flat.add(["b-00005"], rows[:1], [b"b"])
    assert flat.cosines(rows[0], ["b-00005"]) == {}
