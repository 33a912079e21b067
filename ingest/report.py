"""What became of each file that was to be ingested, and of the library's other documents."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.index.entry import DocumentInfo


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
    """What became of one file.

    :param reason: why, where the status alone does not say.
    :param info: what is stored of it; None when nothing is.
    """

    doc: str
    status: Status
    reason: str = ""
    info: DocumentInfo | None = None


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
