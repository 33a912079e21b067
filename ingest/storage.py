"""A library into how much of the disk each of its parts takes."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.index import trash
from ingest.library import Library


@dataclass(frozen=True, slots=True)
class Usage:
    """Bytes on this computer's disk.

    :param catalog: the catalog without what can be restored; 0 where it is on a database server.
    :param index: both indexes.
    :param originals: uploaded files of stored documents.
    :param trash: what can be restored, with its uploaded files.
    :param inbox: uploads not yet accepted.
    """

    catalog: int
    index: int
    originals: int
    trash: int
    inbox: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.catalog + self.index + self.originals + self.trash + self.inbox


def usage(library: Library) -> Usage:
    """Measure the folder of a library; a file with several names counts once in each part."""
    home, catalog = library.home, library.catalog
    kept = trash.size(catalog)
    stored = {library.originals.content_of(info.origin) for info in catalog.documents()}
    removed = {library.originals.content_of(origin) for origin in trash.origins(catalog)} - stored - {None}
    places = [library.originals.folder / content for content in removed if content]
    of_removed, originals = _size(places), _size([library.originals.folder])
    database = sum(file.stat().st_size for file in home.glob("catalog.db*"))
    return Usage(
        catalog=max(database - kept, 0),
        index=_size([home / "index"]),
        originals=originals - of_removed,
        trash=kept + of_removed,
        inbox=_size([library.inbox.folder]),
    )


def _size(folders: Iterable[Path]) -> int:
    """Bytes of the files below folders, which may go while they are counted."""
    sizes: dict[int, int] = {}
    for folder, _, names in (walked for top in folders for walked in os.walk(top)):
        for name in names:
            try:
                found = os.stat(os.path.join(folder, name))
            except FileNotFoundError:
                continue
            sizes[found.st_ino] = found.st_size
    return sum(sizes.values())
