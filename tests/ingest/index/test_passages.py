"""Passages are read by their ids, and those that were read before without asking the catalog again."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import orjson
import pytest
from sqlalchemy import event

from ingest.chunk import chunk_document
from ingest.index import passages as module
from ingest.index.catalog import Catalog, State
from ingest.index.entry import Entry
from ingest.index.packed import packed
from ingest.index.passages import Passages
from ingest.records import Document
from ingest.text import normalize


@pytest.fixture
def plan(make_document: Callable[..., Document]) -> Entry:
    document = make_document("a.txt", (1, "一、德育", "。抓实。", ""), (1, "二、安全", "。排查。", "办公室"))
    chunks = chunk_document(document, 400)
    return Entry.of(document, chunks, signature=b"", key=chunks[0].id[:20], origin="", recipe="")


@pytest.fixture
def catalog(tmp_path: Path, plan: Entry) -> Iterator[Catalog]:
    catalog = Catalog(f"sqlite:///{tmp_path / 'catalog.db'}")
    catalog.publish(State(1, "000001"), [plan])
    yield catalog
    catalog.close()


def test_passages_come_in_the_order_asked_without_those_not_stored(catalog: Catalog, plan: Entry) -> None:
    wanted = list(reversed(plan.chunks))
    passages = Passages(catalog, [plan.info])
    assert passages.read([wanted[0].id, "gone-00000", *(chunk.id for chunk in wanted[1:])]) == wanted
    assert passages.read([]) == Passages(catalog, []).read([wanted[0].id]) == []


def test_the_catalog_is_asked_only_for_what_has_no_record(catalog: Catalog, plan: Entry) -> None:
    asked: list[object] = []
    event.listen(catalog.database.engine, "before_cursor_execute", lambda *call: asked.append(call[3]))
    first, *others = plan.chunks

    def records(ids: Sequence[str]) -> dict[str, bytes]:
        return {chunk.id: packed(chunk) for chunk in others if chunk.id in ids}

    assert Passages(catalog, [plan.info], records).read([c.id for c in others]) == others
    assert asked == []
    assert Passages(catalog, [plan.info], records).read([c.id for c in plan.chunks]) == [first, *others]
    assert [set(map(str, each)) for each in asked] == [{first.id}]
    assert Passages(catalog, [], records).read([c.id for c in plan.chunks]) == []


@pytest.mark.parametrize("fields", [None, -1], ids=["as written now", "of an older index"])
def test_a_record_tells_the_words_of_a_passage_in_normal_form(
    catalog: Catalog, plan: Entry, fields: int | None
) -> None:
    stored = {chunk.id: orjson.dumps(orjson.loads(packed(chunk))[:fields]) for chunk in plan.chunks}
    found = Passages(catalog, [plan.info], lambda ids: stored).look_into(list(stored))
    assert [chunk for chunk, _ in found] == list(plan.chunks)
    assert [said for _, said in found] == [normalize(chunk.context + chunk.text) for chunk in plan.chunks]
    assert Passages(catalog, [plan.info]).look_into(list(stored)) == found


def test_only_what_is_not_remembered_is_read(
    catalog: Catalog, plan: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 2)
    asked: list[object] = []
    event.listen(catalog.database.engine, "before_cursor_execute", lambda *call: asked.append(call[3]))
    ids = [chunk.id for chunk in plan.chunks[:3]]
    passages = Passages(catalog, [plan.info])
    for wanted in (ids[:1], ids[:2], ids[:2], ids, ids):
        assert [chunk.id for chunk in passages.read(wanted)] == wanted
    assert [sorted(set(map(str, each))) for each in asked] == [
        [id] for id in (ids[0], ids[1], ids[2], ids[0])
    ]
