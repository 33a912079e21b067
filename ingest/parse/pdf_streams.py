"""The compressed streams of a PDF into how large they unpack, before pdfium holds them in memory.

Source: ISO 32000-1, 7.3.8 (streams) and 7.4.4 (FlateDecode).
"""

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"stream\r?\n")
_END = b"endstream"
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_DICTIONARY = 1024  # bytes before a stream in which its filters are named
_SMALLEST = 16 * 1024  # a smaller stream unpacks to 16 MB at most, a thousand times its size
_STEP = 1024 * 1024
_PICTURE = re.compile(rb"/(?:Image|Length1|DeviceRGB|DeviceGray|ICCBased)\b")  # or a font
_MOST, _MOST_PICTURE = 16 * _STEP, 256 * _STEP


def unpacks_too_large(data: bytes) -> bool:
    """Tell whether a stream unpacks to more than a page of text or a picture can be."""
    for start, end, dictionary in _flate_streams(data):
        most = _MOST_PICTURE if _PICTURE.search(dictionary) else _MOST
        if len(_FLATE.findall(dictionary)) > 1 or (
            end - start > _SMALLEST and _exceeds(data, start, end, most)
        ):
            return True
    return False


def _flate_streams(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Start and end of every compressed stream, with the dictionary before it."""
    for found in _STREAM.finditer(data):
        dictionary = data[max(0, found.start() - _DICTIONARY) : found.start()]
        dictionary = dictionary[dictionary.rfind(b" obj") + 1 :]
        if _FLATE.search(dictionary):
            end = data.find(_END, found.end())
            yield found.end(), end if end > 0 else len(data), dictionary


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
