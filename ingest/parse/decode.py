"""Bytes of a text file into clean Unicode, or an error; never mojibake."""

import codecs
import re
from collections import deque
from functools import cache

from ingest.errors import UnreadableText
from ingest.parse.common import COMMON
from ingest.parse.shifted import realigned
from ingest.records import Diagnostic, DiagnosticKind

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TRIED = ("utf-8", "gb18030", "big5hkscs")
_WIDE = ("utf-16-le", "utf-16-be")
LOST = "\ufffd"
"""Stands for a byte that could not be read."""
_LOST_TWICE = "锟斤拷"  # U+FFFD in utf-8, read as GBK
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_LOST_RUN = re.compile(f"{LOST}+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
# Control characters, the letters of Latin-1, private use.
_DAMAGE = rf"\x00-\x08\x0b\x0e-\x1f\x7f-\x9fÀ-ÖØ-öø-ÿ\ue000-\uf8ff{LOST}"
_HAN = re.compile(r"[\u3400-\u9fff]")
# What a text in a national encoding is not made of: Hangul, Cyrillic, rare scripts mean a wrong guess.
_FOREIGN = re.compile(
    r"[^\t\n\f\r -~\u00a0-\u00bf\u00d7\u00f7\u2000-\u206f\u2100-\u27bf"
    r"\u3000-\u30ff\u3200-\u33ff\u3400-\u9fff\uff00-\uffef\ufffd]"
)
_MOST_FOREIGN = 0.05
_MOST_LOST, _MOST_LOST_SHARE = 3, 0.003
_LEAST_COMMON = 0.12
_ENOUGH_HAN = 20
_SAMPLE = 4_000
_SAMPLE_BYTES = 16_000
_RUN, _RUN_WITHIN = 8, 24
"""So many suspects within so many characters are mojibake; correct text of 400,000 characters has none."""


def decode(data: bytes, name: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Decode a text file whose encoding nobody states: a byte order mark, utf-8, GB18030, UTF-16, Big5.

    Where it must be guessed, the common characters of running text make up at least an eighth of the text.
    Nowhere may eight rare, private-use or Latin-1 characters stand together. A few damaged places
    (three, or 0.3% of the characters) become U+FFFD each, and a diagnostic counts them.

    :param name: the file's name, for the message.
    :raises UnreadableText: no encoding gives readable text.
    """
    text = _certain(data)
    if text is None:
        text = _likeliest(data)
    if text is None:
        raise _unreadable(name)
    lost = 0
    if _suspect().search(text) is not None:
        text = _CONTROL.sub(LOST, text.replace(_LOST_TWICE, LOST))
        if is_mojibake(text):
            raise _unreadable(name)
        text, lost = _LOST_RUN.subn(LOST, text) if LOST in text else (text, 0)
    if lost > max(_MOST_LOST, len(text) * _MOST_LOST_SHARE):
        raise _unreadable(name)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not lost:
        return text, ()
    return text, (Diagnostic(DiagnosticKind.ENCODING, f"有 {lost} 处字节无法识别，已用 {LOST} 标出"),)


def _unreadable(name: str) -> UnreadableText:
    return UnreadableText(f"文字编码无法识别，内容会成乱码：{name}。请用记事本或 WPS 另存为 UTF-8 后再导入")


def is_mojibake(text: str) -> bool:
    """Tell whether rare, private-use, Latin-1 or lost characters stand together anywhere in a text."""
    places: deque[int] = deque(maxlen=_RUN)
    for found in _suspect().finditer(text):
        places.append(found.start())
        if len(places) == _RUN and places[-1] - places[0] < _RUN_WITHIN:
            return True
    return False


def _certain(data: bytes) -> str | None:
    """The reading that a byte order mark or strict utf-8 leaves no doubt about."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if b"\x00" in data[:_SAMPLE_BYTES]:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _likeliest(data: bytes) -> str | None:
    """The reading of the bytes that looks most like a Chinese text, None if none does."""
    wide = b"\x00" in data[:_SAMPLE_BYTES]
    first = _NOT_ASCII.search(data)
    start = 0 if wide or first is None else first.start()
    sample = data[start : start + _SAMPLE_BYTES]
    encodings = (*_WIDE, *_TRIED) if wide else _TRIED
    readings = {encoding: sample.decode(encoding, errors="replace") for encoding in encodings}
    best = max(readings, key=lambda encoding: _likeness(readings[encoding]))
    if _likeness(readings[best]) < _LEAST_COMMON:
        return None
    foreign = len(_FOREIGN.findall(readings[best]))
    if best != "utf-8" and foreign > len(readings[best]) * _MOST_FOREIGN:
        return None
    return (realigned(data) if best == "gb18030" else data).decode(best, errors="replace")


def _likeness(text: str) -> float:
    """How much a text looks like running Chinese: its share of common characters, less its suspects."""
    first = _HAN.search(text)
    sample = text[first.start() if first else 0 :][:_SAMPLE]
    suspects = len(_suspect().findall(sample))
    han = _HAN.findall(sample)
    if len(han) < _ENOUGH_HAN:
        return 0.0 if suspects > max(2, len(sample) * _MOST_LOST_SHARE) else 1.0
    return sum(char in COMMON for char in han) / len(han) * (1 - suspects / len(sample))


@cache
def _suspect() -> re.Pattern[str]:
    """What correct text hardly holds: damage, and Han characters outside level 1 of GB 2312 and of Big5."""
    ordinary = _characters("gb2312", range(0xB0, 0xD8)) | _characters("big5", range(0xA4, 0xC7))
    rare = "".join(char for char in map(chr, range(0x3400, 0xA000)) if char not in ordinary)
    return re.compile(f"[{rare}{_DAMAGE}]")


def _characters(encoding: str, rows: range) -> frozenset[str]:
    pairs = bytes(byte for row in rows for cell in range(0x40, 0xFF) for byte in (row, cell, 10))
    return frozenset(pairs.decode(encoding, errors="ignore"))
