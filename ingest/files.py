"""Paths a user names into the files below them, each with the key its document will have."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import ReadError, reason_of

_HIDDEN = (".", "~$")
"""How the names of hidden files and of the lock files of office programs begin."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read.

    :param doc: its path below the folder that was named, with forward slashes, or its name.
    :param folder: the folder that was named; None: the file itself was.
    :param replaces: it is meant to take the place of a stored document of that name, wherever that came from.
    """

    path: Path
    doc: str
    folder: Path | None
    replaces: bool = False


def find_files(path: Path) -> Iterator[FoundFile]:
    """A file itself, or every file below a folder in the order of names, but hidden and lock files."""
    path = absolute(path)
    if not path.is_dir():
        yield FoundFile(path, path.name, folder=None)
        return
    closed: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith(_HIDDEN))
        for name in sorted(names):
            if not name.startswith(_HIDDEN):
                yield _below(path, Path(folder, name))
    # Reading such a folder as a file fails with the reason, which is then reported like any other.
    yield from (_below(path, Path(error.filename)) for error in closed)


def _below(folder: Path, path: Path) -> FoundFile:
    return FoundFile(path, path.relative_to(folder).as_posix(), folder)


def absolute(path: Path) -> Path:
    """The path from the root, `~` replaced by the user's home."""
    return Path(os.path.abspath(os.path.expanduser(path)))


def is_gone(path: Path) -> bool:
    """Whether there is nothing at a path any more; what cannot be looked at is not gone."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def bytes_of(file: FoundFile) -> int:
    """Its size; 0 where it cannot be looked at, which its reading tells."""
    try:
        return file.path.stat().st_size
    except OSError:
        return 0


def digest(path: Path) -> str:
    """SHA-256 of a file's bytes as hex digits.

    :raises ReadError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ReadError(f"文件打不开（{reason_of(error)}）：{path}。请检查路径和权限") from error
