"""The compressed streams of a PDF into how large they unpack, before pdfium holds them in memory.

Source: ISO 32000-1, 7.3.8 (streams) and 7.4.4 (FlateDecode).
"""

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"stream\r?\n")
_END = b"endstream"
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_TWICE = re.compile(rb"/(?:FlateDecode|Fl)\s*/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/(?:Image|Length1|DeviceRGB|DeviceGray|ICCBased)\b")  # or a font
_DICTIONARY = 1024  # bytes before a stream in which its filters are named
_STEP = 1024 * 1024
_MOST, _MOST_PICTURE = 16 * _STEP, 256 * _STEP
_SMALLEST = _MOST // 1024  # a smaller stream cannot unpack to too much: to a thousand times its size at most


def unpacks_too_large(data: bytes) -> bool:
    """Tell whether a stream unpacks to more than a page of text or a picture can be, or is packed twice."""
    if _TWICE.search(data):
        return True
    return any(
        _exceeds(data, start, end, _MOST_PICTURE if _PICTURE.search(dictionary) else _MOST)
        for start, end, dictionary in _large_streams(data)
        if _FLATE.search(dictionary)
    )


def _large_streams(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Start and end of every stream that is not small, with the dictionary before it."""
    found = _STREAM.search(data)
    while found is not None:
        start, end = found.end(), data.find(_END, found.end())
        end = end if end >= 0 else len(data)
        if end - start > _SMALLEST:
            dictionary = data[max(0, found.start() - _DICTIONARY) : found.start()]
            yield start, end, dictionary[dictionary.rfind(b" obj") + 1 :]
        found = _STREAM.search(data, end + len(_END))


def _exceeds(data: bytes, start: int, end: int, most: int) -> bool:
    """Unpack a stream piece by piece until it ends or is too large."""
    unpacker = zlib.decompressobj()
    packed = memoryview(data)[start:end]
    unpacked = at = 0
    try:
        while not unpacker.eof and unpacked <= most:
            piece = unpacker.unconsumed_tail or bytes(packed[at : at + _STEP])
            at += 0 if unpacker.unconsumed_tail else _STEP
            if not piece:
                break
            unpacked += len(unpacker.decompress(piece, _STEP))
    except zlib.error:
        return False
    return unpacked > most
