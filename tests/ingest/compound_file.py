"""Streams into the bytes of a compound (OLE) file, for tests of what is told from it.

Source: [MS-CFB], version 3: sectors of 512 bytes, one sector of allocation table.
"""

from collections.abc import Mapping
from struct import pack

_SECTOR = 512
_SMALL = 4096  # streams below this size would go elsewhere; they are filled up to it
_FREE, _END, _TABLE, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def compound_file(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with the given streams, at most three."""
    sectors = [b"", b""]  # allocation table and directory, written last
    table = [_TABLE, _END]
    entries = [_entry("Root Entry", 5, child=1, start=_END)]
    for number, (name, content) in enumerate(streams.items(), 1):
        content = content.ljust(_SMALL, b"\0")
        content += bytes(-len(content) % _SECTOR)
        start, count = len(sectors), len(content) // _SECTOR
        sectors += [content[at : at + _SECTOR] for at in range(0, len(content), _SECTOR)]
        table += [*range(start + 1, start + count), _END]
        right = number + 1 if number < len(streams) else _NONE
        entries.append(_entry(name, 2, right=right, start=start, size=len(content)))
    sectors[0] = pack(f"<{_SECTOR // 4}L", *table, *[_FREE] * (_SECTOR // 4 - len(table)))
    sectors[1] = b"".join(entries).ljust(_SECTOR, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += pack("<HHHHH6xLLLLLLLLL", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, _SMALL, _END, 0, _END, 0)
    header += pack("<109L", 0, *[_FREE] * 108)
    return header + b"".join(sectors)


def _entry(
    name: str, kind: int, child: int = _NONE, right: int = _NONE, start: int = 0, size: int = 0
) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return written.ljust(64, b"\0") + pack(
        "<HBBLLL36xLLL", len(written), kind, 1, _NONE, right, child, start, size, 0
    )
