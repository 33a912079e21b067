"""Accepted uploads into the library, their files into the originals, and what became of each into words."""

from collections.abc import Sequence
from pathlib import Path

from ingest.ahead import Job, Pending, entry_of
from ingest.changes import Changes
from ingest.errors import NotInInbox
from ingest.files import FoundFile
from ingest.inbox import Item, Stage
from ingest.index.generations import Model
from ingest.index.writer import Tick
from ingest.library import Library
from ingest.pipeline import ingest_read
from ingest.reader import read_document
from ingest.records import Document
from ingest.report import FileReport, Status

_NAMED = 6
"""Headings named in a sentence before the rest is counted."""


def take_accepted(library: Library, model: Model, tick: Tick) -> None:
    """Put every accepted upload into the library.

    :raises LibraryBusy: another process is changing the library.
    :raises IndexMismatch: the library was built with another model.
    """
    items = [item for item in library.inbox.items() if item.stage is Stage.WRITING]
    if not items:
        return
    places = [library.originals.keep(library.inbox.file(item), item.sha256) for item in items]
    read_as = dict(zip(places, items, strict=True))

    def read(job: Job) -> Pending:
        return lambda: entry_of(job, _document(read_as[job.path], job, library))

    files = [
        FoundFile(place, item.doc, None, replaces=True) for place, item in zip(places, items, strict=True)
    ]
    report = ingest_read(files, read, library, model, tick)
    for item, file in zip(items, report.files, strict=True):
        stage = Stage.FAILED if file.status is Status.FAILED else Stage.DONE
        library.inbox.change(item.id, {Stage.WRITING}, stage=stage, reason=told(file, item))


def give_back(library: Library, reason: str) -> None:
    """Let accepted uploads be accepted again, for none of them could be stored."""
    for item in library.inbox.items():
        library.inbox.change(item.id, {Stage.WRITING}, stage=Stage.READ, reason=reason)


def _document(item: Item, job: Job, library: Library) -> Document:
    """What was read from an upload; read again where that is lost or another program's version read it."""
    if item.reading is not None and item.reading.recipe == job.recipe:
        try:
            return library.inbox.document(item)
        except NotInInbox:
            pass
    return read_document(Path(job.path), job.doc, largest=job.largest)


def told(file: FileReport, item: Item) -> str:
    """What became of an upload, in a sentence."""
    match file:
        case FileReport(status=Status.ADDED | Status.UPDATED, info=info) if info is not None:
            counted = (
                f"{info.characters:,} 字，{info.sections} 节，{info.duties} 项责任，"
                f"{info.figures} 个指标，{info.deadlines} 个时限"
            )
            if file.status is Status.ADDED:
                return f"已收入：{counted}"
            known = item.reading.changes if item.reading is not None else None
            return f"已更新：{counted}。{changes_told(known)}".rstrip("。")
        case FileReport(status=Status.UNCHANGED):
            return "内容与资料库中的一致，没有变化"
        case _:
            return file.reason


def changes_told(changes: Changes | None) -> str:
    """What is new, gone and worded otherwise in a new version, in a sentence; empty where it is not known."""
    if changes is None:
        return ""
    parts = (("新增", changes.added), ("删去", changes.removed), ("改写", changes.altered))
    return (
        "；".join(f"{word} {len(those)} 节（{_listed(those)}）" for word, those in parts if those)
        or "各节没有变化"
    )


def _listed(headings: Sequence[str]) -> str:
    named = "、".join(headings[:_NAMED])
    return f"{named} 等" if len(headings) > _NAMED else named
