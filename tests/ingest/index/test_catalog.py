"""The catalog gives back what was put in, all or nothing, and says in Chinese when it cannot."""

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from sqlalchemy import create_engine, event

from ingest.chunk import chunk_document, document_key, is_searchable
from ingest.errors import NotInLibrary, StorageError
from ingest.index.catalog import Catalog, Counts, State
from ingest.index.entry import Entry
from ingest.records import Comparator, Deadline, DeadlineKind, Document, Figure, Header, Role, Scope
from ingest.repost import signature

Make = Callable[..., Document]
STATE = State(1, "000001", "", "model")


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    opened = Catalog(f"sqlite:///{tmp_path / 'catalog.db'}")
    yield opened
    opened.close()


@pytest.fixture
def plan(make_document: Make) -> Entry:
    return _entry(
        make_document(
            "a/2024.txt",
            (1, "一、党的建设", "", ""),
            (2, "1.意识形态", "。落实责任制。", "办公室"),
            (2, "2.队伍建设", "。加强培训。", "政工人事股"),
            (1, "二、教育质量", "。抓好教学。", "教研室"),
        )
    )


def test_a_document_comes_back_as_it_went_in(catalog: Catalog, plan: Entry) -> None:
    catalog.publish(STATE, [plan])
    assert catalog.document("a/2024.txt") == plan.document
    assert catalog.documents() == [plan.info]
    assert catalog.state() == STATE


def test_an_outline_is_the_document_without_figures_and_deadlines(catalog: Catalog, plan: Entry) -> None:
    figures = (Figure(1, "新建", "3", "所", Comparator.EXACT, 0, 2),)
    deadlines = (Deadline(1, DeadlineKind.BY, "2024-06", 0, 2),)
    whole = replace(plan.document, figures=figures, deadlines=deadlines)
    catalog.publish(STATE, [_entry(whole)])
    assert catalog.document("a/2024.txt") == whole
    assert catalog.outline("a/2024.txt") == plan.document


def test_masked_header_facts_and_open_duties_survive(catalog: Catalog, plan: Entry) -> None:
    header = Header("202x年要点", organ="X市**局", years=(2024, 2025), date="2024年1月", number="〔2024〕1号")
    duties = tuple(replace(d, role=Role.LEAD, scope=Scope.OPEN) for d in plan.document.duties)
    document = replace(plan.document, header=header, duties=duties)
    catalog.publish(STATE, [_entry(document)])
    assert catalog.document("a/2024.txt") == document


def test_chunks_are_read_but_those_not_stored_or_of_other_documents(catalog: Catalog, plan: Entry) -> None:
    catalog.publish(STATE, [plan])
    ids = ["gone-00000", *(chunk.id for chunk in plan.chunks)]
    found = catalog.chunks(ids, {plan.info.key: plan.info})
    assert sorted(found, key=lambda chunk: chunk.start) == list(plan.chunks)
    assert catalog.chunks([], {plan.info.key: plan.info}) == catalog.chunks(ids, {}) == []


def test_a_page_of_chunks_takes_one_query(catalog: Catalog, plan: Entry) -> None:
    catalog.publish(STATE, [plan])
    statements: list[str] = []
    event.listen(catalog.database.engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    catalog.chunks([chunk.id for chunk in plan.chunks], {plan.info.key: plan.info})
    assert len(statements) == 1


def test_pages_hold_every_searchable_chunk_once(catalog: Catalog, plan: Entry) -> None:
    catalog.publish(STATE, [plan])
    paged = [chunk for page in catalog.pages(2) for chunk in page]
    assert paged == [chunk for chunk in plan.chunks if is_searchable(chunk)]


def test_duties_are_found_by_unit_and_by_document(catalog: Catalog, plan: Entry, make_document: Make) -> None:
    other = _entry(make_document("b.txt", (1, "一、安全", "。排查隐患。", "办公室")))
    catalog.publish(STATE, [plan, other])
    found = catalog.duties(units=["办公室"])
    assert [(each.doc, each.path) for each in found] == [
        ("a/2024.txt", ("一、党的建设", "1.意识形态")),
        ("b.txt", ("一、安全",)),
    ]
    for each, document in zip(found, (plan.document, other.document), strict=True):
        assert each.section == document.sections[each.duty.section]
        assert each.text == document.text[each.section.start : each.section.own_end]
        assert document.text[each.duty.start : each.duty.end] == "办公室"
    of_plan = catalog.duties(docs=["a/2024.txt"])
    assert [each.duty.unit for each in of_plan] == ["办公室", "政工人事股", "教研室"]
    assert catalog.duties(units=["办公室"], docs=["b.txt"]) == found[1:]
    assert catalog.units() == [("办公室", 2), ("政工人事股", 1), ("教研室", 1)]


def test_removing_a_document_removes_all_that_hangs_on_it(catalog: Catalog, plan: Entry) -> None:
    catalog.publish(STATE, [plan])
    assert catalog.counts() == Counts(documents=1, sections=5, duties=3, chunks=plan.info.chunks)
    catalog.publish(replace(STATE, generation=2), removed=[plan.info.key])
    assert catalog.counts() == Counts(0, 0, 0, 0)
    assert (catalog.duties(), catalog.units()) == ([], [])
    assert catalog.chunks([plan.chunks[0].id], {plan.info.key: plan.info}) == []
    with pytest.raises(NotInLibrary, match=r"a/2024\.txt"):
        catalog.document("a/2024.txt")


def test_a_publication_that_fails_leaves_everything_as_it_was(catalog: Catalog, plan: Entry) -> None:
    catalog.publish(STATE, [plan])
    same_name = _entry(replace(plan.document, text=plan.document.text + "。"))
    with pytest.raises(StorageError, match="资料库无法读写"):
        catalog.publish(replace(STATE, generation=2), [same_name])
    assert catalog.state() == STATE
    assert catalog.document("a/2024.txt") == plan.document


def test_another_process_sees_what_was_published(catalog: Catalog, plan: Entry) -> None:
    reader = Catalog(str(catalog.database.engine.url))
    assert reader.state() == State()
    catalog.publish(STATE, [plan])
    assert (reader.state(), reader.documents()) == (STATE, [plan.info])
    reader.close()


def test_what_is_published_is_read_once_until_it_changes(catalog: Catalog, plan: Entry) -> None:
    asked: list[str] = []
    event.listen(catalog.database.engine, "before_cursor_execute", lambda *call: asked.append(call[2]))
    catalog.publish(STATE, [plan])
    asked.clear()
    assert [catalog.state() for _ in range(5)] == [STATE] * 5
    assert len(asked) == 1
    catalog.publish(replace(STATE, generation=2), removed=[plan.info.key])
    assert catalog.state() == replace(STATE, generation=2)


def test_many_threads_read_while_one_writes(catalog: Catalog, plan: Entry, make_document: Make) -> None:
    catalog.publish(STATE, [plan])
    done, documents = threading.Event(), {plan.info.key: plan.info}
    failures: list[Exception] = []

    def read() -> None:
        while not done.is_set():
            try:
                assert catalog.document("a/2024.txt") == plan.document
                assert catalog.chunks([plan.chunks[0].id], documents) == [plan.chunks[0]]
            except Exception as error:
                failures.append(error)
                return

    threads = [threading.Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for number in range(20):
        catalog.publish(replace(STATE, generation=number), [_entry(make_document(f"{number}.txt"))])
    done.set()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "catalog.db").write_text("这不是数据库" * 100, "utf-8")
    with pytest.raises(StorageError, match=r"资料库无法读写.*catalog\.db"):
        Catalog(f"sqlite:///{tmp_path / 'catalog.db'}")


def test_an_address_of_no_known_database_is_named() -> None:
    with pytest.raises(StorageError, match=r"数据库地址无效：oracel://x"):
        Catalog("oracel://x")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql+nosuch://user:s3cret@host/plans", "user:***@host"),
        ("postgresql://user:s3cret@host:port/plans", "看不出是什么数据库"),
        ("s3cret", "看不出是什么数据库"),
    ],
)
def test_a_bad_address_is_explained_without_its_password(address: str, said: str) -> None:
    with pytest.raises(StorageError) as caught:
        Catalog(address)
    assert said in str(caught.value)
    assert "WORKPLAN_DATABASE_URL" in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_a_missing_driver_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(StorageError, match=r'没有安装驱动 psycopg.*pip install "\.\[postgres\]"') as caught:
        Catalog("postgresql+psycopg://user:s3cret@host/plans")
    assert "s3cret" not in str(caught.value)


def test_a_server_that_refuses_is_not_a_matter_of_disk_space(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refused(Exception):
        pass

    def connect(*_: object, **__: object) -> None:
        raise Refused("FATAL: password authentication\nfailed")

    driver = SimpleNamespace(
        Error=Refused, InterfaceError=Refused, connect=connect, __version__="1.31.2", paramstyle="format"
    )
    monkeypatch.setattr("ingest.index.database.create_engine", partial(create_engine, module=driver))
    with pytest.raises(StorageError) as caught:
        Catalog("postgresql+pg8000://user:s3cret@host/plans")
    message = str(caught.value)
    assert "password authentication failed" in message
    assert "用户名、密码" in message
    assert "磁盘" not in message
    assert "s3cret" not in message


def test_a_database_of_another_version_is_refused(catalog: Catalog) -> None:
    catalog.publish(STATE)
    with catalog.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE library_state SET value = '0' WHERE name = 'schema'")
    with pytest.raises(StorageError, match="另一版本"):
        Catalog(str(catalog.database.engine.url))


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
