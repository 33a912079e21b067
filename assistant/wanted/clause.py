"""A sentence into its clauses, a row of a table into its cells: what a figure or a time is said of."""

import re
from collections.abc import Iterator

# A point within a number parts nothing, nor does the colon between a label and its figure (1998年：200).
_BREAK = re.compile(r"(?<!\d),|,(?!\d{3})|[，；;。！？!?\n\t\u3000]|[:：](?!\s*[\d一二三四五六七八九十])")
# When, and no more: 2015年底前，…; but 查处7起 and 改造140间 are amounts.
_WHEN = re.compile(r".{0,10}(?:[前底内后末来年月日]|(?<![\d一二三四五六七八九十百千万余多])[起间])\W*")


def clauses(text: str) -> Iterator[str]:
    """Cut a text at commas and stops, and between the cells of a row; empty clauses are left out.

    One that says no more than when belongs to the next.
    """
    start = 0
    for end in (*(found.end() for found in _BREAK.finditer(text)), len(text)):
        said = text[start:end].strip()
        if said and (end == len(text) or not _WHEN.fullmatch(said)):
            yield said
            start = end
