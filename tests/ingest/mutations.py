"""Sound files of every format into damaged ones; the same seed gives the same damage on every run."""

import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from random import Random

Mutation = Callable[[Random, bytes], bytes]

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"\d+")
_EXTREMES = (b"0", b"-1", b"65536", b"99999999", b"2147483648", b"1e400", b"0" * 4000, b"9" * 4000)
_MOST_BYTES = 1_000_000
_MONOTONOUS = 60_000


def mutate(random: Random, data: bytes, other: bytes) -> bytes:
    """Damage a file in one to three ways, or join its head to the tail of another.

    Rather than its bytes, mostly the parts of a zipped file, the streams of a PDF or the characters of a
    text are damaged: bytes alone leave little that can be read.
    """
    if random.random() < 0.15:
        return data[: random.randrange(len(data))] + other[random.randrange(len(other)) :]
    inside = _INSIDE.get(data[:4], _in_text) if random.random() < 0.7 else None
    for _ in range(random.choice((1, 1, 2, 3))):
        damage = random.choice(_MUTATIONS)
        data = inside(random, data, damage) if inside is not None else damage(random, data)
        if len(data) > _MOST_BYTES or not data:
            break
    return data


def monotonous(random: Random, pieces: Sequence[str]) -> bytes:
    """A text of two or three pieces over and over: what takes more than linear time takes very long on it."""
    phrase = "".join(random.choices(pieces, k=random.randint(1, 3)))
    return (random.choice(pieces) + phrase * (_MONOTONOUS // len(phrase))).encode()


def _span(random: Random, data: bytes) -> tuple[int, int]:
    """A range of a file: mostly a short one, now and then a long one."""
    start = random.randrange(len(data) + 1)
    longest = random.choice((4, 64, 1024, len(data)))
    return start, min(len(data), start + random.randint(1, longest))


def _flip(random: Random, data: bytes) -> bytes:
    flipped = bytearray(data)
    for _ in range(random.choice((1, 4, 40)) if data else 0):
        flipped[random.randrange(len(data))] = random.randrange(256)
    return bytes(flipped)


def _truncate(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _zero(random: Random, data: bytes) -> bytes:
    start, end = _span(random, data)
    return data[:start] + bytes(end - start) + data[end:]


def _remove(random: Random, data: bytes) -> bytes:
    start, end = _span(random, data)
    return data[:start] + data[end:]


def _repeat(random: Random, data: bytes) -> bytes:
    start, end = _span(random, data)
    times = random.choice((1, 1, 30, 3000)) if end - start <= 64 else random.choice((1, 1, 30))
    return data[:end] + data[start:end] * times + data[end:]


def _insert(random: Random, data: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.randbytes(random.choice((1, 16, 2000))) + data[at:]


def _swap(random: Random, data: bytes) -> bytes:
    start, end = _span(random, data)
    middle = (start + end) // 2
    return data[:start] + data[middle:end] + data[start:middle] + data[end:]


def _exaggerate(random: Random, data: bytes) -> bytes:
    """Put an extreme number in the place of one that is there: spans, levels, sizes, lengths."""
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return data
    number = random.choice(numbers)
    return data[: number.start()] + random.choice(_EXTREMES) + data[number.end() :]


def _in_zip(random: Random, data: bytes, damage: Mutation) -> bytes:
    """Damage one part of a zipped file, rather a large one, and pack it again."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    chosen = max(random.choices(sorted(parts), k=3), key=lambda name: len(parts[name]))
    parts[chosen] = damage(random, parts[chosen])
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return buffer.getvalue()


def _in_stream(random: Random, data: bytes, damage: Mutation) -> bytes:
    """Damage one stream of a PDF, unpacked where it is packed."""
    streams = list(_STREAM.finditer(data))
    if not streams:
        return damage(random, data)
    stream = random.choice(streams)
    try:
        inner = zlib.compress(damage(random, zlib.decompress(stream[1])))
    except zlib.error:
        inner = damage(random, stream[1])
    return data[: stream.start(1)] + inner + data[stream.end(1) :]


def _in_text(random: Random, data: bytes, damage: Mutation) -> bytes:
    """Damage the characters of a text in UTF-8 and keep it one; a file in another encoding, its bytes."""
    try:
        data.decode()
    except UnicodeDecodeError:
        return damage(random, data)
    return damage(random, data).decode(errors="ignore").encode()


_MUTATIONS: Sequence[Mutation] = (_flip, _truncate, _zero, _remove, _repeat, _insert, _swap, _exaggerate)
_INSIDE: dict[bytes, Callable[[Random, bytes, Mutation], bytes]] = {
    b"PK\x03\x04": _in_zip,
    b"%PDF": _in_stream,
}
