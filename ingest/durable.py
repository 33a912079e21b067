"""Bytes into files that a kill or a power cut leaves whole or not there at all."""

import os
import sys
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, in the place of an older one, and wait until it is on the disk."""
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
    settle_names(path.parent)


def settle(path: Path) -> None:
    """Wait until a file's content is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def settle_names(folder: Path) -> None:
    """Wait until the names in a folder are on the disk."""
    if sys.platform == "win32":  # there folders cannot be opened, and names are written with the files
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
