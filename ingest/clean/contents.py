"""A table of contents out of the lines of its document."""

import re
from collections.abc import Sequence

from ingest.clean.sheet import Sheet

_CONTENTS = re.compile(r"目\s*录|CONTENTS", re.IGNORECASE)
_PAGED = re.compile(r"(?:[.…·．]{3,})?\s*[(（]?\d{1,4}[)）]?\s*$")
_DOTTED = re.compile(r"^.{2,80}?(?:\.{4,}|…{2,}|·{4,}|．{4,})\s*\d{1,4}$")
_ENTRY_CHARS = 60
_DOTTED_CHARS = 200
_LEAST_ENTRIES = 3
_MOST_ENTRIES = 400


def drop_contents(sheet: Sheet) -> None:
    """Take out contents: entries that return as headings, or that end in leaders and page numbers."""
    filled = sheet.filled()
    start = next((k for k, i in enumerate(filled) if _CONTENTS.fullmatch(sheet.text(i))), None)
    listed = {
        i
        for i in filled
        if sheet.lines[i].text[-1].isdigit()
        and len(sheet.text(i)) <= _DOTTED_CHARS
        and _DOTTED.match(sheet.text(i))
    }
    if start is not None:
        listed |= _listed(sheet, filled[start:])
    for index in sorted(listed):
        sheet.take(index)


def _listed(sheet: Sheet, below: Sequence[int]) -> set[int]:
    """Indices of the contents heading and its entries: short lines, paged or coming again."""
    heading, lines = below[0], below[1:]
    words = [_entry(sheet.text(i)) for i in lines[:_MOST_ENTRIES]]
    first = words[0] if words else ""
    again = (k for k, word in enumerate(words) if k and first and word.startswith(first))
    back = next(again, len(words))
    paged = next((k for k, i in enumerate(lines) if not _PAGED.search(sheet.text(i))), len(lines))
    entries = paged if paged >= _LEAST_ENTRIES else back
    if entries == len(words) or any(len(sheet.text(i)) > _ENTRY_CHARS for i in lines[:entries]):
        entries = 0
    return {heading, *lines[:entries]}


def _entry(text: str) -> str:
    return "".join(_PAGED.sub("", text).split())
