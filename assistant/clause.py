"""A sentence into its clauses, a row of a table into its cells: what a figure or a time is said of."""

import re
from collections.abc import Iterator

# A point within a number parts nothing, nor does the colon between a label and its figure (1998年：200).
_BREAK = re.compile(r"(?<!\d),|,(?!\d{3})|[，；;。！？!?\n\t\u3000]|[:：](?!\s*[\d一二三四五六七八九十])")


_BARE = 8


def clauses(text: str) -> Iterator[str]:
    """Cut a text at commas and stops, and between the cells of a row; empty clauses are left out.

    One of a few characters belongs to the next (2015年底前，…).
    """
    start = 0
    for end in (*(found.end() for found in _BREAK.finditer(text)), len(text)):
        said = text[start:end].strip()
        if len(said) > _BARE or (said and end == len(text)):
            yield said
            start = end
