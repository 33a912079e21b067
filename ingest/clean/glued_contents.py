"""Lines in which entries of a table of contents run together, or behind the title, into a line for each."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.records import Line

_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|·{4,}|．{4,})\s*\d{1,4}(?=[^\d\s])")
_HEADED = re.compile(r"(?P<title>\S.{5,79}?)\s*(?P<contents>目\s*录)")
_PAGED = re.compile(r"\d{1,4}[)）]?\s*$")
_LEAST_ENTRIES = 3
_LONGEST = 400


def part_contents(lines: Sequence[Line]) -> list[Line]:
    """Break entries after their page numbers, and a title before 目录 where entries with pages follow."""
    parted: list[Line] = []
    for index, line in enumerate(lines):
        text = line.text.strip()
        headed = _HEADED.fullmatch(text) if text.endswith("录") else None
        if headed and _opens_contents(lines[index + 1 : index + 12]):
            parted += [Line(headed["title"], line.style), Line(headed["contents"])]
        elif _may_have_leaders(text) and (ends := [found.end() for found in _LEADERS.finditer(text)]):
            bounds = [0, *ends, len(text)]
            parted += [Line(text[a:b].strip()) for a, b in pairwise(bounds)]
        else:
            parted.append(line)
    return parted


def _may_have_leaders(text: str) -> bool:
    return len(text) <= _LONGEST and ("…" in text or "...." in text or "····" in text or "．．．．" in text)


def _opens_contents(below: Sequence[Line]) -> bool:
    filled = [line.text for line in below if line.text.strip()][:_LEAST_ENTRIES]
    return len(filled) == _LEAST_ENTRIES and all(map(_PAGED.search, filled))
