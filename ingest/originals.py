"""Uploaded files into a folder of originals, each in a place named by its content."""

import os
import shutil
from collections.abc import Collection
from pathlib import Path

from ingest.durable import settle, settle_names


class Originals:
    """Keeps the files of documents that came by upload, as `<sha256>/<name>` below a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, file: Path, sha256: str) -> Path:
        """Keep a file under its name; its place, which is the same for the same content.

        :raises OSError: the disk is full or the like.
        """
        place = self.folder / sha256 / file.name
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            partial = place.parent / ".part"
            partial.unlink(missing_ok=True)
            _link(file, partial)
            partial.replace(place)
            settle_names(place.parent)
            settle_names(self.folder)
        return place

    def content_of(self, origin: str) -> str | None:
        """The SHA-256 by which a document's file is kept here; None where it is not."""
        path = Path(origin)
        return path.parent.name if path.parent.parent == self.folder else None

    def sweep(self, needed: Collection[str]) -> None:
        """Delete every original but those of some contents."""
        for place in self.folder.iterdir() if self.folder.is_dir() else ():
            if place.name not in needed:
                shutil.rmtree(place, ignore_errors=True)


def _link(source: Path, target: Path) -> None:
    """Give a file a second name, or where the disk cannot, make a copy."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
        settle(target)
