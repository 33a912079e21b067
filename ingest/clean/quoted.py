"""A quoted name that is broken over lines into whether a line goes on with it."""

import re
from collections.abc import Sequence

from ingest.numbering import read_marker
from ingest.records import Line

_OPEN = re.compile(r"“[^“”。；]{1,20}$")
_SIGN = re.compile(r"[“”。；]")
_LONGEST = 24
_LINES = 3


def in_quoted_name(tail: str, lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line goes on with a short quoted name that is open and is closed a few lines below.

    :param tail: the end of the paragraph above the line: …“双向 of “双向/揭榜/挂帅”.
    """
    found = _OPEN.search(tail) if "“" in tail else None
    if found is None:
        return False
    length = len(found[0])
    for line in lines[at : at + _LINES]:
        text = line.text.strip()
        if not text or line.style or read_marker(text) is not None:
            return False
        sign = _SIGN.search(text)
        length += len(text) if sign is None else sign.start()
        if sign is not None or length > _LONGEST:
            return sign is not None and sign[0] == "”" and length <= _LONGEST
    return False
