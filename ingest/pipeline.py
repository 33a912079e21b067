"""Files and folders into the library, and out of it; every file is reported, a bad one stops no other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ingest.chunk import chunk_document, document_key
from ingest.errors import NotInLibrary, ReadError, UnsupportedFormat, WorkPlanError, reason_of
from ingest.files import FoundFile, absolute, digest, find_files, is_gone
from ingest.index.generations import Model
from ingest.index.rows import DocumentInfo, Entry
from ingest.index.writer import Tick, Writer
from ingest.library import Library
from ingest.reader import read_document

READER_VERSION = 2
"""Raise it when the same file is read otherwise than before: the next ingest then reads all files again."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""How Python writes the bytes of a file's name that are not UTF-8; no database takes them."""

_BATCH = 4096
"""Chunks published together: what a crash can cost, against copying the indexes once for each batch."""


class Status(StrEnum):
    """What became of a file."""

    ADDED = "新增"
    UPDATED = "更新"
    UNCHANGED = "未变"
    DUPLICATE = "重复"
    SKIPPED = "跳过"
    FAILED = "失败"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file and, when it was stored, how much is in it."""

    doc: str
    status: Status
    reason: str = ""
    characters: int = 0
    sections: int = 0
    duties: int = 0
    chunks: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every file, in the order they were found.

    :param gone: documents that stay in the library although their files, once below the folders that
        were ingested, are no more.
    """

    files: tuple[FileReport, ...]
    gone: tuple[str, ...] = ()

    def count(self, status: Status) -> int:
        """How many files ended that way."""
        return sum(file.status is status for file in self.files)

    @property
    def failed(self) -> tuple[FileReport, ...]:
        """The files that could not be stored."""
        return tuple(file for file in self.files if file.status is Status.FAILED)


def ingest(
    paths: Sequence[Path],
    library: Library,
    model: Model,
    *,
    max_chars: int = 400,
    progress: Tick | None = None,
) -> Report:
    """Read files into the library; a folder stands for all files below it.

    A document's key is its path below the folder given, or the name of a file given. Files that are
    stored already are left alone; a changed one replaces its old version at once for all readers.

    :param max_chars: longest chunk.
    :raises LibraryBusy: another process is changing the library.
    :raises IndexMismatch: the library was built with another model.
    """
    with library.writing() as writer:
        writer.require(model)
        intake = _Intake(writer, model, max_chars)
        files = [file for path in paths for file in find_files(path)]
        reports = []
        for done, file in enumerate(files):
            if progress is not None:
                progress(done, len(files), file.doc)
            reports.append(intake.take(file))
        intake.flush()
        if progress is not None:
            progress(len(files), len(files), "")
        folders = [folder for path in paths if (folder := absolute(path)).is_dir()]
    return Report(tuple(reports), intake.gone(folders))


def remove(doc: str, library: Library) -> None:
    """Take one document out of all stores.

    :raises NotInLibrary: no document of that name is stored.
    :raises LibraryBusy: another process is changing the library.
    """
    with library.writing() as writer:
        found = [info for info in writer.catalog.documents() if info.doc == doc]
        if not found:
            raise NotInLibrary(f"资料库中没有这份文件：{doc}。可用 workplan documents 查看已有文件")
        writer.remove(found)


def reindex(library: Library, model: Model, progress: Tick | None = None) -> int:
    """Build both indexes anew from the catalog; until it is done the old ones stay in use.

    :return: number of chunks indexed.
    :raises LibraryBusy: another process is changing the library.
    """
    with library.writing() as writer:
        return writer.rebuild(model, progress)


class _Intake:
    """Takes files one by one, compares each with what is stored, and publishes the new ones in batches."""

    def __init__(self, writer: Writer, model: Model, max_chars: int) -> None:
        self._writer = writer
        self._model = model
        self._max_chars = max_chars
        self._recipe = f"{READER_VERSION}/{max_chars}"
        self._added: dict[str, Entry] = {}
        self._replaced: list[DocumentInfo] = []
        self._stored: dict[str, DocumentInfo] = {}
        self._by_content: dict[str, str] = {}
        for info in writer.catalog.documents():
            self._remember(info)

    def take(self, file: FoundFile) -> FileReport:
        """Store a file, unless it is stored already or cannot be read."""
        try:
            sha256 = digest(file.path)
            moved = self._moved(file, sha256)
            known = None if moved else self._known(file, sha256)
            if known is not None:
                return known
            entry = self._read(file)
        except UnsupportedFormat as error:
            return FileReport(file.doc, Status.FAILED if file.folder is None else Status.SKIPPED, str(error))
        except (WorkPlanError, OSError) as error:
            return FileReport(file.doc, Status.FAILED, _explain(error, file))
        return self._put(entry, moved or self._stored.get(file.doc))

    def flush(self) -> None:
        """Publish what has been read."""
        if self._added:
            self._writer.put(self._model, list(self._added.values()), self._replaced)
        self._added, self._replaced = {}, []

    def gone(self, folders: Iterable[Path]) -> tuple[str, ...]:
        """Stored documents whose files, once below one of the folders, are no more."""
        return tuple(
            sorted({info.doc for folder in folders for info in self._stored.values() if _left(info, folder)})
        )

    def _moved(self, file: FoundFile, sha256: str) -> DocumentInfo | None:
        """What a file was stored as before it was moved or renamed below the folder that is ingested."""
        twin = self._stored.get(self._by_content.get(sha256, ""))
        if twin is None or file.folder is None or file.doc in self._stored:
            return None
        return twin if _left(twin, file.folder) else None

    def _known(self, file: FoundFile, sha256: str) -> FileReport | None:
        """What to report of a file that must not be read: it is stored, or another stands in its place."""
        stored = self._stored.get(file.doc)
        if stored is None:
            twin = self._stored.get(self._by_content.get(sha256, ""))
            if twin is not None and not _holds_other_content(Path(twin.origin), sha256):
                return FileReport(file.doc, Status.DUPLICATE, f"内容与 {twin.doc} 完全相同，没有重复入库")
            return None
        if stored.origin != str(file.path) and _holds_other_content(Path(stored.origin), sha256):
            raise ReadError(
                f"名称与另一份文件相同：{file.path} 与 {stored.origin} 都叫 {file.doc}。"
                "请一起导入它们共同的上级文件夹（名称里会带上各自的文件夹），"
                f"或先运行 workplan remove {file.doc}"
            )
        if (stored.sha256, stored.recipe) == (sha256, self._recipe):
            return _report(Status.UNCHANGED, stored)
        return None

    def _read(self, file: FoundFile) -> Entry:
        if _SURROGATE.search(str(file.path)):
            raise ReadError(f"文件名或路径中有无法识别的字符：{file.path}。请改名后再导入")
        document = read_document(file.path, file.doc)
        return Entry.of(
            document,
            chunk_document(document, self._max_chars),
            key=document_key(document, self._max_chars),
            origin=str(file.path),
            recipe=self._recipe,
        )

    def _put(self, entry: Entry, replaced: DocumentInfo | None) -> FileReport:
        doc = entry.info.doc
        if doc in self._added or (replaced is not None and replaced.doc in self._added):
            self.flush()
        if replaced is not None:
            self._replaced.append(replaced)
            del self._stored[replaced.doc]
        self._added[doc] = entry
        self._remember(entry.info)
        if sum(each.info.chunks for each in self._added.values()) >= _BATCH:
            self.flush()
        if replaced is None:
            return _report(Status.ADDED, entry.info)
        return _report(Status.UPDATED, entry.info, "" if replaced.doc == doc else f"由 {replaced.doc} 移来")

    def _remember(self, info: DocumentInfo) -> None:
        self._stored[info.doc] = info
        self._by_content[info.sha256] = info.doc


def _report(status: Status, info: DocumentInfo, reason: str = "") -> FileReport:
    return FileReport(info.doc, status, reason, info.characters, info.sections, info.duties, info.chunks)


def _left(info: DocumentInfo, folder: Path) -> bool:
    """Whether a document's file was below a folder and is no more."""
    origin = Path(info.origin)
    return origin.is_relative_to(folder) and is_gone(origin)


def _holds_other_content(path: Path, sha256: str) -> bool:
    return path.is_file() and digest(path) != sha256


def _explain(error: WorkPlanError | OSError, file: FoundFile) -> str:
    if isinstance(error, WorkPlanError):
        return str(error)
    return f"文件打不开（{reason_of(error)}）：{file.path}。请检查路径和权限"
