"""A library's home folder into the embedding model adapted to it, in use once its index was built by it."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import StorageError, reason_of
from ingest.library import Library


class AdaptedModels:
    """The models adapted to a library, each in a folder named by its fingerprint.

    Which one is in use is told by the catalog alone, in the same transaction that publishes the index
    built by it: there is no moment at which model and index disagree, for whatever process, and a process
    that is killed leaves at most a folder that nobody uses, which the next change deletes.
    """

    def __init__(self, library: Library) -> None:
        self._catalog = library.catalog
        self._folder = library.home / "models"

    def in_use(self) -> str:
        """Folder of the model that built the index, or "" when it was none of these."""
        if not self._folder.is_dir():
            return ""
        fingerprint = self._catalog.state().fingerprint
        folder = self._place(fingerprint)
        return str(folder) if fingerprint and folder.is_dir() else ""

    @contextmanager
    def change(self) -> Iterator[Path]:
        """An empty folder for a new model; afterwards all models but the one in use are deleted.

        The caller holds the library to change it.

        :raises StorageError: the disk is full or the like.
        """
        try:
            self._folder.mkdir(exist_ok=True)
            yield Path(tempfile.mkdtemp(prefix="new-", dir=self._folder))
        except OSError as error:
            raise StorageError(
                f"模型写入失败：{self._folder}（{reason_of(error)}）。请检查磁盘空间和权限"
            ) from error
        finally:
            self._sweep()

    def put(self, folder: Path, fingerprint: str) -> None:
        """Give a finished model the name by which it is found."""
        if not self._place(fingerprint).exists():
            folder.rename(self._place(fingerprint))

    def _sweep(self) -> None:
        in_use = self.in_use()
        for folder in self._folder.glob("*"):
            if str(folder) != in_use:
                shutil.rmtree(folder, ignore_errors=True)

    def _place(self, fingerprint: str) -> Path:
        return self._folder / fingerprint.replace(":", "-")
