"""Records of any length into one file, and a row's number into its record, without reading the others."""

import mmap
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_BYTES, _ENDS = "records.bin", "records.u64"


class RecordFile:
    """Records in a folder, one behind the other, and where each ends; what is read is mapped, not loaded."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._map()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def append(self, records: Sequence[bytes]) -> None:
        """Put records behind the others."""
        ends = np.cumsum([len(record) for record in records], dtype=np.uint64) + self._ends[-1]
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / _BYTES).open("ab") as file:
            file.writelines(records)
        with (self._folder / _ENDS).open("ab") as file:
            file.write(ends.tobytes())
        self._map()

    def read(self, rows: Sequence[int]) -> list[bytes]:
        """Read the records of some rows."""
        wanted = np.asarray(rows, np.int64)
        spans = zip(self._ends[wanted].tolist(), self._ends[wanted + 1].tolist(), strict=True)
        return [self._bytes[start:end] for start, end in spans]

    def keep(self, rows: Iterable[int]) -> None:
        """Leave out all records but those of some rows, which from now on stand in this order."""
        kept = self.read(list(rows))
        for name in (_BYTES, _ENDS):  # a file that is mapped must not be written over
            (self._folder / name).unlink()
        self._map()
        self.append(kept)

    def _map(self) -> None:
        """Look at what the files hold now."""
        self._bytes: mmap.mmap | bytes = b""
        self._ends: NDArray[np.uint64] = np.zeros(1, np.uint64)
        if (self._folder / _ENDS).exists():
            self._ends = np.concatenate([self._ends, np.fromfile(self._folder / _ENDS, np.uint64)])
        if self._ends[-1]:
            with (self._folder / _BYTES).open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
