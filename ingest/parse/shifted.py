"""Bytes of GB18030, one of which is missing so that the pairs are shifted, into whole pairs."""

import re
from itertools import accumulate

from ingest.parse.common import COMMON

_RUN = re.compile(rb"[\x80-\xff]{7,}")
_LOST = "\ufffd".encode("gb18030")
_LEAST_GAINED, _LEAST_SHARE = 4, 0.4  # in weight, and to the characters that are read otherwise


def realigned(data: bytes) -> bytes:
    """Put the sign of a lost character where a byte is missing and the characters behind it are shifted.

    Up to the next letter or line break such a run of bytes is odd and reads as rare characters; it is
    cut where most characters of running text come out.
    """
    return _RUN.sub(lambda run: _cut(run[0]) if len(run[0]) % 2 else run[0], data)


def _cut(run: bytes) -> bytes:
    """Cut a run of an odd number of bytes at the single byte that makes the others pairs."""
    before = [0, *accumulate(map(_weight, _pairs(run, 0)))]
    after = [0, *accumulate(map(_weight, _pairs(run, 1)))]
    gained = [upto + after[-1] - after[at] for at, upto in enumerate(before)]
    best = max(range(len(gained)), key=lambda at: gained[at])
    if gained[best] - before[-1] < max(_LEAST_GAINED, _LEAST_SHARE * (len(before) - 1 - best)):
        return run
    return run[: 2 * best] + _LOST + run[2 * best + 1 :]


def _pairs(run: bytes, start: int) -> list[bytes]:
    return [run[at : at + 2] for at in range(start, len(run) - 1, 2)]


def _weight(pair: bytes) -> int:
    """How well a pair fits into running text: as a common character, as a sign or a character of level 1."""
    if pair.decode("gb18030", errors="replace") in COMMON:
        return 2
    return int(pair[1] >= 0xA1 and (0xB0 <= pair[0] <= 0xD7 or 0xA1 <= pair[0] <= 0xA3))
