"""Uploaded files into a folder where they wait, with what is known of each, until they are accepted.

Each upload is a folder of its own that appears and disappears by one renaming: its file, `item.json`, and
once it has been read `document.json`. Whatever kills the program, every upload is there whole.
"""

import re
import secrets
import shutil
import threading
import time
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ingest.changes import Changes
from ingest.durable import settle, settle_names, write_whole
from ingest.errors import NotInInbox
from ingest.files import digest
from ingest.records import Diagnostic, Document, Header

_ID = re.compile(r"[0-9a-f]{16}-[0-9a-f]{8}")
_ITEM, _DOCUMENT = "item.json", "document.json"
_SECONDS_TO_MOVE_IN = 3600


class Stage(StrEnum):
    """How far an upload has come."""

    WAITING = "等待"
    READING = "读取"
    READ = "已读"
    WRITING = "写入"
    DONE = "完成"
    FAILED = "失败"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from an upload, for the user to accept or not.

    :param recipe: how it was read; see `DocumentInfo`.
    :param likenesses: a clause for each document it may be a copy of.
    :param changes: against the stored document it will replace; None where it replaces none.
    """

    recipe: str
    header: Header
    characters: int
    sections: int
    duties: int
    figures: int
    deadlines: int
    diagnostics: tuple[Diagnostic, ...] = ()
    likenesses: tuple[str, ...] = ()
    changes: Changes | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """An upload. `READING` is never kept: who reads or writes is known only while the program runs.

    :param name: of its file.
    :param doc: what it will be called in the library.
    :param user: who uploaded it.
    :param size: in bytes.
    :param uploaded_at: when, in UTC.
    :param reason: why it failed, or what became of it.
    """

    id: str
    name: str
    doc: str
    user: str
    size: int
    sha256: str
    uploaded_at: datetime
    stage: Stage = Stage.WAITING
    reason: str = ""
    reading: Reading | None = None


class Inbox:
    """Uploads in a folder; safe to use from many threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._changing = threading.Lock()

    def receive(self, file: Path, name: str, user: str) -> Item:
        """Move a file in; it is kept from the moment this returns.

        :param name: one that a file can have.
        :raises ReadError: it cannot be read.
        :raises OSError: the disk is full or the like.
        """
        id = f"{time.time_ns():016x}-{secrets.token_hex(4)}"
        sha256, size = digest(file), file.stat().st_size
        item = Item(id, name, name, user, size, sha256, datetime.now(UTC))
        hidden = self.folder / f".{id}"
        (hidden / "file").mkdir(parents=True)
        moved = Path(shutil.move(file, hidden / "file" / name))
        settle(moved)
        write_whole(hidden / _ITEM, _items().dump_json(item))
        hidden.rename(self.folder / id)
        settle_names(self.folder)
        return item

    def items(self) -> list[Item]:
        """All uploads in the order they came."""
        folders = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        return [
            item for folder in folders if _ID.fullmatch(folder.name) and (item := _read(folder)) is not None
        ]

    def item(self, id: str) -> Item:
        """One upload.

        :raises NotInInbox: there is none of that id, or not any more.
        """
        item = _read(self.folder / id) if _ID.fullmatch(id) else None
        if item is None:
            raise NotInInbox("这份上传的文件已不在待处理之列，可能已被收入或放弃。请刷新页面")
        return item

    def file(self, item: Item) -> Path:
        """Where an upload's file is."""
        return self.folder / item.id / "file" / item.name

    def document(self, item: Item) -> Document:
        """What was read from an upload.

        :raises NotInInbox: it has not been read, or is gone.
        """
        try:
            return _documents().validate_json((self.folder / item.id / _DOCUMENT).read_bytes())
        except (OSError, ValidationError) as error:
            raise NotInInbox(f"这份上传的文件还没有读好：{item.name}。请稍后再试") from error

    def keep_document(self, item: Item, document: Document) -> None:
        """Keep what was read from an upload, so that it need not be read again.

        :raises OSError: the upload is gone, or the disk full.
        """
        write_whole(self.folder / item.id / _DOCUMENT, _documents().dump_json(document))

    def change(self, id: str, at: Collection[Stage], **values: Any) -> Item | None:  # noqa: ANN401
        """Change what is known of an upload that is at one of some stages.

        :return: it as it is now; None when it is at none of them, or gone.
        """
        with self._changing:
            item = _read(self.folder / id) if _ID.fullmatch(id) else None
            if item is None or item.stage not in at:
                return None
            changed = replace(item, **values)
            write_whole(self.folder / id / _ITEM, _items().dump_json(changed))
            return changed

    def drop(self, id: str) -> None:
        """Delete an upload with its file, if it is there."""
        with self._changing:
            if _ID.fullmatch(id) and (self.folder / id).is_dir():
                gone = (self.folder / id).rename(self.folder / f".gone-{id}")
                settle_names(self.folder)
                shutil.rmtree(gone, ignore_errors=True)

    def sweep(self) -> None:
        """Delete what was never wholly moved in, or never wholly deleted."""
        overdue = time.time() - _SECONDS_TO_MOVE_IN
        for folder in self.folder.glob(".*") if self.folder.is_dir() else ():
            if folder.name.startswith(".gone-") or folder.stat().st_mtime < overdue:
                shutil.rmtree(folder, ignore_errors=True)


def _read(folder: Path) -> Item | None:
    try:
        return _items().validate_json((folder / _ITEM).read_bytes())
    except OSError:
        return None


@cache
def _items() -> TypeAdapter[Item]:
    return TypeAdapter(Item)


@cache
def _documents() -> TypeAdapter[Document]:
    return TypeAdapter(Document)
