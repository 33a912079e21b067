"""Characters into those that sound like them, as an input method offers them."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_TONES = frozenset("\u0300\u0301\u0304\u030c")
_USUAL = 2  # of many readings of a character the table names the usual ones first
_ROWS, _CELLS = range(0xB0, 0xF8), range(0xA1, 0xFF)  # the characters of GB 2312, which an office types


@cache
def readings(char: str) -> tuple[str, ...]:
    """Give the usual readings of a character without tones, the commonest first; () where it has none."""
    marked = _table().get(str(ord(char)), "").split(",")
    return tuple(dict.fromkeys(filter(None, map(_toneless, marked))))[:_USUAL]


@cache
def sounding_like(char: str) -> tuple[str, ...]:
    """Give the other characters that are read like one, whatever the tone."""
    alike = (other for reading in readings(char) for other in _by_reading().get(reading, ()))
    return tuple(dict.fromkeys(other for other in alike if other != char))


def sound_alike(one: str, other: str) -> bool:
    """Tell whether the commonest readings of two characters are the same."""
    return readings(one)[:1] == readings(other)[:1]


def _toneless(syllable: str) -> str:
    marked = unicodedata.normalize("NFD", syllable)
    return unicodedata.normalize("NFC", "".join(sign for sign in marked if sign not in _TONES))


@cache
def _by_reading() -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    signs = bytes(sign for row in _ROWS for cell in _CELLS for sign in (row, cell))
    for char in signs.decode("gb2312", "ignore"):
        for reading in readings(char):
            found[reading].append(char)
    return found


@cache
def _table() -> Mapping[str, str]:
    """Read pypinyin's table of characters without importing it, which would load its phrases too (57 MB)."""
    spec = find_spec("pypinyin")
    assert spec is not None and spec.origin is not None, "pypinyin is a dependency of this project"
    text = (Path(spec.origin).parent / "pinyin_dict.json").read_text(encoding="utf-8")
    table: dict[str, str] = json.loads(text)
    return table
