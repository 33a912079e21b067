"""Files one by one into what is published: compared with what is stored, read where new, put in batches."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from ingest.ahead import Job, Pending
from ingest.errors import ReadError, UnsupportedFormat, WorkPlanError, reason_of
from ingest.files import FoundFile, digest, is_gone
from ingest.index.entry import DocumentInfo, Entry
from ingest.index.generations import Model
from ingest.index.writer import Writer
from ingest.likeness import may_be_one
from ingest.parse.read import LARGEST
from ingest.records import Diagnostic, DiagnosticKind
from ingest.report import FileReport, Status
from ingest.repost import Reposts

READER_VERSION = 21
"""Raise it when the same file is read otherwise than before: the next ingest then reads all files again."""

MAX_CHARS = 400
"""Longest chunk, unless the caller says otherwise."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
"""How Python writes the bytes of a file's name that are not UTF-8; no database takes them."""

_FIRST_BATCH, _BATCH = 512, 8192
"""Chunks published together: what a crash can cost, against copying the indexes once for each batch. Of
files read ahead the first is small, and each next one twice as large, so that Chroma has work meanwhile."""


_Size = tuple[str, int, int]
"""Title, characters and sections: what documents of the same text have in common."""


@dataclass(frozen=True, slots=True)
class Started:
    """A file whose reading has begun, unless it was known or unreadable already.

    :param sha256: digest of its content; "" when it cannot be opened.
    :param entry: what reads it; None when there is no need, or no way, to read it.
    """

    file: FoundFile
    sha256: str = ""
    entry: Pending | None = None
    error: WorkPlanError | OSError | None = None


def recipe(max_chars: int = MAX_CHARS) -> str:
    """How files are read and cut now; see `DocumentInfo`."""
    return f"{READER_VERSION}/{max_chars}"


class Intake:
    """Takes files one by one, compares each with what is stored, and publishes the new ones in batches.

    :param read: begins to read a file.
    :param max_chars: longest chunk.
    :param largest: size in bytes from which a file is refused.
    :param ahead: other processes read while this one writes.
    """

    def __init__(
        self,
        writer: Writer,
        model: Model,
        read: Callable[[Job], Pending],
        *,
        max_chars: int = MAX_CHARS,
        largest: int = LARGEST,
        ahead: bool = False,
    ) -> None:
        self._writer = writer
        self._model = model
        self._read = read
        self._max_chars = max_chars
        self._largest = largest
        self._recipe = recipe(max_chars)
        self._added: dict[str, Entry] = {}
        self._replaced: list[DocumentInfo] = []
        self._batch = _FIRST_BATCH if ahead else _BATCH
        self._stored: dict[str, DocumentInfo] = {}
        self._by_content: dict[str, str] = {}
        self._by_size: dict[_Size, list[str]] = {}
        self._reposts = Reposts(writer.catalog.signatures())
        for info in writer.catalog.documents():
            self._remember(info)

    def start(self, file: FoundFile) -> Started:
        """Begin to read a file, unless it is stored already; it is taken in by `take`, in order."""
        try:
            sha256 = digest(file.path)
            if self._moved(file, sha256) is None and self._known(file, sha256) is not None:
                return Started(file, sha256)
            return Started(file, sha256, self._read(self._job(file)))
        except (WorkPlanError, OSError) as error:
            return Started(file, error=error)

    def take(self, started: Started) -> FileReport:
        """Store a file, unless it is stored by now or cannot be read."""
        file = started.file
        try:
            if started.error is not None:
                raise started.error
            moved = self._moved(file, started.sha256)
            known = None if moved else self._known(file, started.sha256)
            if known is not None:
                return known
            entry = (started.entry or self._read(self._job(file)))()
        except UnsupportedFormat as error:
            return FileReport(file.doc, Status.FAILED if file.folder is None else Status.SKIPPED, str(error))
        except (WorkPlanError, OSError) as error:
            return FileReport(file.doc, Status.FAILED, _explain(error, file))
        if moved is None and file.doc not in self._stored:
            twin = self._same_text(entry)
            if twin is not None:
                return FileReport(file.doc, Status.DUPLICATE, f"文字与 {twin} 完全相同，没有重复入库")
        entry = entry if moved else self._compared(entry)
        return self._put(entry, moved or self._stored.get(file.doc))

    def flush(self) -> None:
        """Publish what has been read."""
        if self._added:
            self._writer.put(self._model, list(self._added.values()), self._replaced)
            self._batch = min(self._batch * 2, _BATCH)
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
        is_elsewhere = stored.origin != str(file.path) and not file.replaces
        if is_elsewhere and _holds_other_content(Path(stored.origin), sha256):
            raise ReadError(
                f"名称与另一份文件相同：{file.path} 与 {stored.origin} 都叫 {file.doc}。"
                "请一起导入它们共同的上级文件夹（名称里会带上各自的文件夹），"
                f"或先运行 workplan remove {file.doc}"
            )
        is_lost = file.replaces and is_gone(Path(stored.origin))  # the new file takes its place
        if (stored.sha256, stored.recipe) == (sha256, self._recipe) and not is_lost:
            return _report(Status.UNCHANGED, stored)
        return None

    def _job(self, file: FoundFile) -> Job:
        if _SURROGATE.search(str(file.path)):
            raise ReadError(f"文件名或路径中有无法识别的字符：{file.path}。请改名后再导入")
        return Job(file.path, file.doc, self._largest, self._max_chars, self._recipe)

    def _same_text(self, entry: Entry) -> str | None:
        """The document that was read from other bytes as the very same text and sections."""
        for doc in self._by_size.get(_size(entry.info), ()):
            twin = self._stored.get(doc)
            if (
                twin is None
                or _size(twin) != _size(entry.info)
                or _holds_other_content(Path(twin.origin), twin.sha256)
            ):
                continue
            known = self._added[doc].document if doc in self._added else self._writer.catalog.document(doc)
            if (known.text, known.sections) == (entry.document.text, entry.document.sections):
                return doc
        return None

    def _compared(self, entry: Entry) -> Entry:
        """Note on a document that it says the same as another one that may be of its year and place."""
        likely = self._reposts.originals(entry.info.doc, entry.signature)
        found = next(((doc, share) for doc, share in likely if self._may_be_one(entry.info, doc)), None)
        if found is None:
            return entry
        message = f"与 {found[0]} 的文字大致相同（约 {found[1]:.0%}）"
        told = (*entry.info.diagnostics, Diagnostic(DiagnosticKind.REPOST, message))
        return replace(entry, info=replace(entry.info, diagnostics=told))

    def _may_be_one(self, info: DocumentInfo, doc: str) -> bool:
        other = self._stored.get(doc)
        return other is not None and may_be_one(info, other)

    def _put(self, entry: Entry, replaced: DocumentInfo | None) -> FileReport:
        doc = entry.info.doc
        if doc in self._added or (replaced is not None and replaced.doc in self._added):
            self.flush()
        if replaced is not None:
            self._replaced.append(replaced)
            del self._stored[replaced.doc]
        self._added[doc] = entry
        self._remember(entry.info)
        self._reposts.add(doc, entry.signature)
        if sum(each.info.chunks for each in self._added.values()) >= self._batch:
            self.flush()
        if replaced is None:
            return _report(Status.ADDED, entry.info)
        return _report(Status.UPDATED, entry.info, "" if replaced.doc == doc else f"由 {replaced.doc} 移来")

    def _remember(self, info: DocumentInfo) -> None:
        self._stored[info.doc] = info
        self._by_content[info.sha256] = info.doc
        self._by_size.setdefault(_size(info), []).append(info.doc)


def _size(info: DocumentInfo) -> _Size:
    return info.title, info.characters, info.sections


def _report(status: Status, info: DocumentInfo, reason: str = "") -> FileReport:
    return FileReport(info.doc, status, reason, info)


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
