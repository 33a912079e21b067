"""Files and folders into the library, and out of it; every file is reported, a bad one stops no other."""

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path

from ingest.ahead import Job, Pending, Workers, read_here
from ingest.errors import NameTaken, NotInLibrary
from ingest.files import FoundFile, absolute, bytes_of, find_files
from ingest.index import trash
from ingest.index.generations import Model
from ingest.index.vectors import load_chroma
from ingest.index.writer import Tick
from ingest.intake import MAX_CHARS, Intake
from ingest.library import Library
from ingest.parse.kind import is_plain
from ingest.parse.read import LARGEST
from ingest.report import FileReport, Report

_FEW, _SHORT = 16, 2_000_000
"""Up to so many files, or bytes of plain text, are read before a worker process would have started."""

_AHEAD = 256
"""Files that workers may have read before they are wanted."""


def ingest(
    paths: Sequence[Path],
    library: Library,
    model: Model,
    *,
    max_chars: int = MAX_CHARS,
    largest: int = LARGEST,
    progress: Tick | None = None,
) -> Report:
    """Read files into the library; a folder stands for all files below it.

    A document's key is its path below the folder given, or the name of a file given. Files that are
    stored already are left alone; a changed one replaces its old version at once for all readers.

    :param max_chars: longest chunk.
    :param largest: size in bytes from which a file is refused.
    :raises LibraryBusy: another process is changing the library.
    :raises IndexMismatch: the library was built with another model.
    """
    with library.writing() as writer, Workers(library.home / "reading") as workers:
        writer.require(model)
        files = [file for path in paths for file in find_files(path)]
        ahead, read = (0, read_here) if _are_soon_read(files) else (_AHEAD, workers.start)
        intake = Intake(writer, model, read, max_chars=max_chars, largest=largest, ahead=ahead > 0)
        reports = _take_all(files, intake, ahead, progress)
        folders = [folder for path in paths if (folder := absolute(path)).is_dir()]
    return Report(reports, intake.gone(folders))


def ingest_read(
    files: Sequence[FoundFile],
    read: Callable[[Job], Pending],
    library: Library,
    model: Model,
    progress: Tick | None = None,
) -> Report:
    """Put files into the library that were read before.

    :param read: gives what was read from a file.
    :raises LibraryBusy: another process is changing the library.
    :raises IndexMismatch: the library was built with another model.
    """
    with library.writing() as writer:
        writer.require(model)
        return Report(_take_all(files, Intake(writer, model, read), 0, progress))


def _are_soon_read(files: Sequence[FoundFile]) -> bool:
    """Whether to read files in this process: few, or plain texts, which crash no parser, and short ones."""
    if len(files) <= _FEW:
        return True
    return sum(map(bytes_of, files)) <= _SHORT and all(is_plain(file.path) for file in files)


def _take_all(
    files: Sequence[FoundFile], intake: Intake, ahead: int, progress: Tick | None
) -> tuple[FileReport, ...]:
    """Take files in, in their order.

    :param ahead: how many are begun before they are wanted.
    """
    started = deque(intake.start(file) for file in files[:ahead])
    if any(each.entry for each in started):
        load_chroma()  # while the first files are being read
    reports = []
    for done, file in enumerate(files):
        if progress is not None:
            progress(done, len(files), file.doc)
        started.extend(intake.start(file) for file in files[done + ahead : done + ahead + 1])
        reports.append(intake.take(started.popleft()))
    intake.flush()
    if progress is not None:
        progress(len(files), len(files), "")
    return tuple(reports)


def remove(doc: str, library: Library) -> None:
    """Take one document out of all stores; for a while it can be restored.

    :raises NotInLibrary: no document of that name is stored.
    :raises LibraryBusy: another process is changing the library.
    """
    with library.writing() as writer:
        found = [info for info in writer.catalog.documents() if info.doc == doc]
        if not found:
            raise NotInLibrary(f"资料库中没有这份文件：{doc}。可用 workplan documents 查看已有文件")
        writer.remove(found, trash.keep(writer.catalog.document(doc), found[0]))


def restore(doc: str, library: Library, model: Model) -> None:
    """Put a document back that was removed, as it was read then.

    :raises NotInTrash: no document of that name was removed lately.
    :raises NameTaken: a document of that name has been stored since.
    :raises LibraryBusy: another process is changing the library.
    :raises IndexMismatch: the library was built with another model.
    """
    with library.writing() as writer:
        kept = trash.newest(writer.catalog, doc)
        if any(info.doc == doc for info in writer.catalog.documents()):
            raise NameTaken(f"资料库中已有同名文件：{doc}。请先移除现有的一份，再恢复原来的")
        writer.put(model, [kept.entry()], also=[trash.forget(kept.key)])


def reindex(library: Library, model: Model, progress: Tick | None = None) -> int:
    """Build both indexes anew from the catalog; until it is done the old ones stay in use.

    :return: number of chunks indexed.
    :raises LibraryBusy: another process is changing the library.
    """
    with library.writing() as writer:
        return writer.rebuild(model, progress)
