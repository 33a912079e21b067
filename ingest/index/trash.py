"""Documents taken out of the library into rows that keep them whole for a month, and back."""

import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

from pydantic import TypeAdapter
from sqlalchemy import Executable, delete, func, insert, select

from ingest.chunk import chunk_document, document_key
from ingest.errors import NotInTrash
from ingest.index.catalog import Catalog
from ingest.index.entry import DocumentInfo, Entry
from ingest.index.tables import trash
from ingest.records import Document
from ingest.repost import signature

DAYS = 30
"""How long a document that was taken out can be restored."""


@dataclass(frozen=True, slots=True)
class Trashed:
    """A document that was taken out.

    :param removed_at: when, in UTC.
    """

    key: str
    doc: str
    title: str
    origin: str
    removed_at: datetime

    def days_left(self, now: datetime | None = None) -> int:
        """Days until it goes for good, a begun one counted whole; 0 when it is due."""
        left = self.removed_at + timedelta(days=DAYS) - (now or datetime.now(UTC))
        return max(-(-left // timedelta(days=1)), 0)


@dataclass(frozen=True, slots=True)
class Kept:
    """A document as it was stored, ready to be stored again."""

    key: str
    document: Document
    origin: str
    recipe: str
    ingested_at: datetime

    def entry(self) -> Entry:
        """Cut it as it was cut before; its file is not needed."""
        max_chars = int(self.recipe.split("/")[1])
        entry = Entry.of(
            self.document,
            chunk_document(self.document, max_chars),
            signature=signature(self.document.text),
            key=document_key(self.document, max_chars),
            origin=self.origin,
            recipe=self.recipe,
        )
        return replace(entry, info=replace(entry.info, ingested_at=self.ingested_at))


def keep(document: Document, info: DocumentInfo) -> list[Executable]:
    """Changes that keep a document which the same transaction takes out."""
    row = {
        "key": info.key,
        "doc": info.doc,
        "title": info.title,
        "origin": info.origin,
        "recipe": info.recipe,
        "ingested_at": info.ingested_at.replace(tzinfo=None),
        "removed_at": datetime.now(UTC).replace(tzinfo=None),
        "stored": zlib.compress(_json().dump_json(document)),
    }
    return [forget(info.key), insert(trash).values(row)]


def forget(key: str) -> Executable:
    """The change that lets a kept document go."""
    return delete(trash).where(trash.c.key == key)


def listed(catalog: Catalog) -> list[Trashed]:
    """What can be restored, last taken out first."""
    columns = (trash.c[name] for name in Trashed.__dataclass_fields__)
    return [
        Trashed(row.key, row.doc, row.title, row.origin, row.removed_at.replace(tzinfo=UTC))
        for row in catalog.rows(select(*columns).order_by(trash.c.removed_at.desc(), trash.c.doc))
    ]


def newest(catalog: Catalog, doc: str) -> Kept:
    """The document of that name that was taken out last.

    :raises NotInTrash: there is none, or not any more.
    """
    rows = catalog.rows(select(trash).where(trash.c.doc == doc).order_by(trash.c.removed_at.desc()).limit(1))
    if not rows:
        raise NotInTrash(f"回收站中没有这份文件：{doc}。移除超过 {DAYS} 天的已清除，请重新导入原文件")
    [row] = rows
    document = _json().validate_json(zlib.decompress(row.stored))
    return Kept(row.key, document, row.origin, row.recipe, row.ingested_at.replace(tzinfo=UTC))


def origins(catalog: Catalog) -> list[str]:
    """Files of the documents that can be restored."""
    return [row.origin for row in catalog.rows(select(trash.c.origin))]


def purge(catalog: Catalog) -> None:
    """Let go what was taken out longer ago than it is kept."""
    before = datetime.now(UTC).replace(tzinfo=None) - timedelta(days=DAYS)
    overdue = trash.c.removed_at < before
    if catalog.rows(select(trash.c.key).where(overdue).limit(1)):
        catalog.apply([delete(trash).where(overdue)])


def size(catalog: Catalog) -> int:
    """Bytes that kept documents take."""
    [(total,)] = catalog.rows(select(func.coalesce(func.sum(func.length(trash.c.stored)), 0)))
    return int(total)


@cache
def _json() -> TypeAdapter[Document]:
    return TypeAdapter(Document)
