"""The width and the end of a line into whether it was broken because it was full."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.numbering import read_marker
from ingest.records import Line

_STOP_END = re.compile(r"[。！？!?；;：:…][”’）)】]*$")
_STOP_CHARS = 4
# A bracket of its own behind a full stop ends a paragraph: ……万人次。（教务处、总务处）
_OWN_BRACKET = re.compile(r"[。；][（(【\[][^（()）【】\[\]]{2,60}[）)】\]]$")
_OWN_BRACKET_CHARS = 64
_OWN = re.compile(r"^[（(【\[]|[:：]")  # a bracket or a label is a line of its own
_LEAST, _MOST = 40, 120  # columns of a heading that fills its line
_SLACK = 2
_LEAST_FULL = 2


def is_stopped(text: str) -> bool:
    """Tell whether a line ends with the stop of a sentence, closing signs aside."""
    return _STOP_END.search(text, max(0, len(text) - _STOP_CHARS)) is not None


def is_closed(text: str) -> bool:
    """Tell whether a bracket of its own behind a full stop ends a line."""
    last = max(0, len(text) - _OWN_BRACKET_CHARS)
    return text[-1:] in "）)】]" and _OWN_BRACKET.search(text, last) is not None


def width_of(text: str) -> int:
    """The width of a line as it was printed: two columns a Chinese sign, one for the others."""
    return len(text.encode("gbk", "replace"))


def full_headings(lines: Sequence[Line]) -> frozenset[int]:
    """The numbered headings, two at least, that were broken because they filled the widest line of a text.

    What is left of each stands right below it, shorter, without a number and without a stop.
    """
    longest = max((len(line.text) for line in lines), default=0)
    if not _LEAST // 2 <= longest <= _MOST:
        return frozenset()
    width = max(width_of(line.text.rstrip()) for line in lines)
    if not _LEAST <= width <= _MOST:
        return frozenset()
    full = [
        at
        for at, (line, below) in enumerate(pairwise(lines))
        if len(line.text) * 2 >= width - _SLACK and _is_full(line, below, width)
    ]
    return frozenset(full) if len(full) >= _LEAST_FULL else frozenset()


def _is_full(line: Line, below: Line, width: int) -> bool:
    text, rest = line.text.rstrip(), below.text.strip()
    if not rest or line.style or below.style or width_of(text) < width - _SLACK or len(rest) >= len(text):
        return False
    if is_stopped(text) or is_stopped(rest) or "。" in text or text[-1] in "）)】" or _OWN.search(rest):
        return False
    return read_marker(text) is not None and read_marker(rest) is None
