"""A stored document into the file it was read from, as long as that file is still the same."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ingest.errors import ReadError
from ingest.files import digest
from ingest.index.entry import DocumentInfo

_REMEMBERED = 256


@dataclass(frozen=True, slots=True)
class Original:
    """The file a document was read from.

    :param path: where it lies, or None when it cannot be given out.
    :param reason: why there is none, as a reader is told it, or "".
    """

    path: Path | None = None
    reason: str = ""


def original_of(info: DocumentInfo) -> Original:
    """Find the file; nothing but the very bytes that were ingested is ever given out."""
    path = Path(info.origin)
    try:
        stat = path.stat()
        same = path.is_file() and _digest(path, stat.st_mtime_ns, stat.st_size) == info.sha256
    except (OSError, ValueError, ReadError):
        return Original(reason="原文件已不在收入时的位置")
    return Original(path) if same else Original(reason="原文件在收入之后改动过，这里显示的是收入时的文字")


@lru_cache(maxsize=_REMEMBERED)
def _digest(path: Path, _changed: int, _size: int) -> str:
    return digest(path)
