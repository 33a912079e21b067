"""A text into the schools and hospitals of a kind it tells apart by number: 二中, 第三人民医院."""

import re
from collections.abc import Iterator

from assistant.understanding.numbered import numbered_in
from assistant.wanted.ranks import Named

OF_NUMBERED = "第几"
"""What the name of a kind of such bodies begins with."""
# 市人民医院 has no number where others have one, or is the first of them.
_UNNUMBERED = re.compile("(?<!全)[省市县区州旗](人民医院)")
_NONE_OR_FIRST = frozenset("01")


def bodies_in(text: str) -> Iterator[Named]:
    """Find the schools and hospitals told by their numbers in a text in normal form."""
    for body in numbered_in(text):
        yield Named(f"{OF_NUMBERED}{body.kind}", frozenset({str(body.number)}), text[body.start : body.end])
    for found in _UNNUMBERED.finditer(text):
        yield Named(f"{OF_NUMBERED}院", _NONE_OR_FIRST, found[0])
