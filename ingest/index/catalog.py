"""Documents into SQL tables and back as records: the system of record the two indexes are derived from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import zip_longest
from typing import Any

from sqlalchemy import URL, Executable, Label, Select, Table, bindparam, delete, func, insert, inspect, select

from ingest.collector import collector_paused
from ingest.errors import NotInLibrary, StorageError
from ingest.index import rows, tables
from ingest.index.bulk import fetch_rows, insert_rows
from ingest.index.database import Database
from ingest.index.entry import DocumentInfo, Entry
from ingest.index.rows import Assignment
from ingest.index.schema import READABLE, SCHEMA, prepare
from ingest.records import Alias, Chunk, DeadlineKind, Document, Section


@dataclass(frozen=True, slots=True)
class State:
    """What is published: the catalog changes it in the same transaction as the documents.

    :param generation: grows with every change, so that other processes notice.
    :param index: name of the folder that holds the live indexes; "" before the first document.
    :param collection: name of the live collection, where the vectors are on a Chroma server.
    :param fingerprint: the embedding model that built the vectors.
    """

    generation: int = 0
    index: str = ""
    collection: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the library holds; `chunks` are those that can be found."""

    documents: int
    sections: int
    duties: int
    chunks: int


class Catalog:
    """Documents with their sections, duties and chunks in an SQL database; safe to use from many threads.

    :param url: SQLAlchemy address, e.g. `sqlite:////home/me/.workplan/catalog.db`.
    :raises StorageError: the database cannot be opened, or belongs to another version; every method
        raises it too when the database fails.
    """

    def __init__(self, url: str | URL) -> None:
        self.database = Database(url)
        self._known: tuple[int, State] | None = None
        with self.database.reading() as connection:
            is_known = inspect(connection).has_table(tables.state.name)
        if is_known:
            self.state()
        with self.database.writing() as connection:
            prepare(connection, tables.metadata)

    def close(self) -> None:
        """Close every connection."""
        self.database.close()

    def state(self) -> State:
        """What is published now, by whatever process.

        A question asks ten times, so it is read after changes only.
        """
        version, known = self.database.version(), self._known
        if known is not None and known[0] == version:
            return known[1]
        state = self._read_state()
        self._known = None if version is None else (version, state)
        return state

    def _read_state(self) -> State:
        with self.database.reading() as connection:
            rows = connection.exec_driver_sql("SELECT name, value FROM library_state")
            values = {name: value for name, value in rows}
        if values.pop("schema", SCHEMA) not in READABLE:
            raise StorageError(
                f"资料库由另一版本的程序建立：{self.database.place}。请用原来的版本打开，或换一个文件夹重新导入"
            )
        return State(generation=int(values.pop("generation", 0)), **values)

    def documents(self) -> list[DocumentInfo]:
        """All stored documents in order of `doc`."""
        return [
            rows.document_info(row) for row in self.rows(select(*_LISTED).order_by(tables.documents.c.doc))
        ]

    def info(self, doc: str) -> DocumentInfo:
        """What the list of documents shows of one.

        :raises NotInLibrary: no document of that name is stored.
        """
        found = self.rows(select(*_LISTED).where(tables.documents.c.doc == doc))
        if not found:
            raise _not_stored(doc)
        return rows.document_info(found[0])

    def document(self, doc: str) -> Document:
        """One document, whole.

        :raises NotInLibrary: no document of that name is stored.
        """
        return self._document(doc, tuple(_FACTS))

    def outline(self, doc: str) -> Document:
        """One document with its text, sections and duties, without its other facts, in a third of the time.

        :raises NotInLibrary: no document of that name is stored.
        """
        return self._document(doc, ("duties", "aliases"))

    def _document(self, doc: str, facts: Sequence[str]) -> Document:
        with self.database.reading() as connection:
            row = connection.execute(_DOCUMENT, {"name": doc}).one_or_none()
            if row is None:
                raise _not_stored(doc)
            sections = fetch_rows(connection, _SECTIONS, {"key": row.key})
            found = {name: fetch_rows(connection, _PARTS[name], {"key": row.key}) for name in facts}
        with collector_paused():
            return rows.document(row, sections, found)

    def chunks(self, ids: Sequence[str], documents: Mapping[str, DocumentInfo]) -> list[Chunk]:
        """Chunks in no order; one that is not stored any more is left out.

        :param documents: stored documents by their keys; chunks of others are left out.
        """
        found: list[Sequence[Any]] = []
        with self.database.reading() as connection:
            for start in range(0, len(ids), _AT_ONCE):
                some = ids[start : start + _AT_ONCE]
                query, names = _of_ids(-(-len(some) // _ROUNDED))
                found += fetch_rows(connection, query, dict(zip_longest(names, some, fillvalue=some[0])))
        return [rows.span(row, documents[row[1]]) for row in found if row[1] in documents]

    def pages(self, size: int) -> Iterator[list[Chunk]]:
        """All searchable chunks, `size` at a time, in the order of their ids."""
        last = ""
        query = _chunks().where(tables.chunks.c.searchable).order_by(tables.chunks.c.id).limit(size)
        while page := [rows.chunk(row) for row in self.rows(query.where(tables.chunks.c.id > last))]:
            yield page
            last = page[-1].id

    def duties(self, units: Sequence[str] = (), docs: Sequence[str] = ()) -> list[Assignment]:
        """Duties with their sections in reading order; of the units and documents named, or of all."""
        d, s, u = tables.documents.c, tables.sections.c, tables.duties.c
        own_text = func.substr(d.text, s.start + 1, s.own_end - s.start).label("own_text")
        query = (
            select(
                *_LISTED,
                own_text,
                *_prefixed("section_", tables.sections),
                *_prefixed("duty_", tables.duties),
            )
            .join_from(tables.duties, tables.documents, u.document == d.key)
            .join(tables.sections, (s.document == u.document) & (s.position == u.section))
            .order_by(d.doc, u.position)
        )
        if units:
            query = query.where(u.unit.in_(units))
        if docs:
            query = query.where(d.doc.in_(docs))
        return [rows.assignment(row) for row in self.rows(query)]

    def units(self) -> list[tuple[str, int]]:
        """Names of responsible units with the number of their duties, most frequent first."""
        unit, count = tables.duties.c.unit, func.count()
        query = select(unit, count).group_by(unit).order_by(count.desc(), unit)
        return [(row[0], row[1]) for row in self.rows(query)]

    def deadlines(self) -> list[tuple[str, DeadlineKind, str]]:
        """Document, kind and value of every deadline, each once."""
        t, d = tables.documents.c, tables.deadlines.c
        query = select(t.doc, d.kind, d.value).join_from(tables.deadlines, tables.documents).distinct()
        return [(row[0], DeadlineKind(row[1]), row[2]) for row in self.rows(query)]

    def aliases(self) -> dict[str, list[Alias]]:
        """Names that documents say mean one unit, by issuing body ("" where none is known)."""
        d, a = tables.documents, tables.aliases
        query = (
            select(d.c.organ, *a.c).join_from(a, d, a.c.document == d.c.key).order_by(d.c.doc, a.c.position)
        )
        found: dict[str, list[Alias]] = {}
        for row in self.rows(query):
            found.setdefault(row.organ, []).append(rows.alias(row))
        return found

    def signatures(self) -> dict[str, bytes]:
        """What re-posts of each stored document are recognised by."""
        d = tables.documents.c
        query = select(d.doc, d.signature).where(d.signature.is_not(None))
        return {row.doc: row.signature for row in self.rows(query)}

    def counts(self) -> Counts:
        """How much is stored."""
        d = tables.documents.c
        sums = [func.coalesce(func.sum(c), 0) for c in (d.section_count, d.duty_count, d.chunk_count)]
        row = self.rows(select(func.count(), *sums).select_from(tables.documents))[0]
        return Counts(*(int(value) for value in row))

    def rows(self, query: Select[Any], values: Mapping[str, object] | None = None) -> Sequence[Any]:
        """What a query of the catalog's tables finds, with the values of its parameters."""
        with self.database.reading() as connection:
            return connection.execute(query, values).all()

    def apply(self, changes: Sequence[Executable]) -> None:
        """Make changes beside the documents in one transaction."""
        with self.database.writing() as connection:
            for change in changes:
                connection.execute(change)

    def publish(
        self,
        state: State,
        added: Sequence[Entry] = (),
        removed: Sequence[str] = (),
        also: Sequence[Executable] = (),
    ) -> None:
        """Put documents in, take others out by their keys and make `state` the state, all or nothing.

        :param also: changes of other tables that belong to it.
        """
        values = {
            "schema": SCHEMA,
            **{name: str(getattr(state, name)) for name in State.__dataclass_fields__},
        }
        with collector_paused(), self.database.writing() as connection:
            connection.execute(delete(tables.documents).where(tables.documents.c.key.in_(removed)))
            for table, make in _ROWS:
                if made := [row for entry in added for row in make(entry)]:
                    insert_rows(connection, table, made)
            for change in also:
                connection.execute(change)
            connection.execute(delete(tables.state))
            connection.execute(insert(tables.state), [{"name": n, "value": v} for n, v in values.items()])


_LISTED = [c for c in tables.documents.c if c.name not in {"text", "removed", "signature"}]
_AT_ONCE, _ROUNDED = 512, 32
_FACTS = {name: tables.metadata.tables[name] for name in rows.FACTS}
_ROWS: tuple[tuple[Table, Callable[[Entry], list[rows.Values]]], ...] = (
    (tables.documents, rows.document_rows),
    (tables.sections, rows.section_rows),
    *((table, partial(rows.fact_rows, name)) for name, table in _FACTS.items()),
    (tables.chunks, rows.chunk_rows),
)


def _of_document(table: Table, record: type[Any]) -> Select[Any]:
    """What a table holds of the document `key`: the columns that are fields of a record, in their order."""
    columns = (table.c[name] for name in record.__dataclass_fields__)
    return select(*columns).where(table.c.document == bindparam("key")).order_by(table.c.position)


_DOCUMENT = select(tables.documents).where(tables.documents.c.doc == bindparam("name"))
_SECTIONS = _of_document(tables.sections, Section)
_PARTS = {name: _of_document(table, rows.FACTS[name]) for name, table in _FACTS.items()}


@lru_cache
def _of_ids(count: int) -> tuple[Select[Any], list[str]]:
    """What reads chunks by `count` times `_ROUNDED` ids, and its parameters: so few statements are made."""
    names = [f"id{number}" for number in range(count * _ROUNDED)]
    columns = (tables.chunks.c[name] for name in rows.SPAN)
    return select(*columns).where(tables.chunks.c.id.in_([*map(bindparam, names)])), names


def _not_stored(doc: str) -> NotInLibrary:
    return NotInLibrary(f"资料库中没有这份文件：{doc}。可用 workplan documents 查看已有文件")


def _prefixed(prefix: str, table: Table) -> list[Label[Any]]:
    return [column.label(prefix + column.name) for column in table.c]


def _chunks() -> Select[Any]:
    d = tables.documents.c
    columns = (d.doc, d.title, d.years, d.organ, d.place, d.kind, *tables.chunks.c)
    return select(*columns).join_from(tables.chunks, tables.documents)
