"""A sentence that opens a list (以下特点：一是…) into the items of that list, wherever they stand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from assistant.citations import section_passage
from assistant.evidence import Statement
from ingest.records import Document

_COUNT = "一二三四五六七八九十"
_FIRST = re.compile(r"(?<!\w)(?:一是|第一[，,、])")
_LEADS = re.compile(
    r"(?:下列|以下|如下)[^。；;]{0,40}[：:]\s*$|(?:包括|分别是|主要有|条件|情形|行为|职责)[：:]\s*$"
)
_ENDS = re.compile(r"[。；;！\n]")
_LONGEST_ITEM = 120
_REACH = 3000


def items_of(statement: Statement, document: Document) -> list[Statement]:
    """Find the items of the list a sentence opens, but those it holds itself, as statements of its section.

    They are what follows 二是, 三是, … in the text, or the parts below the sentence; each is quoted up to
    the end of its first clause that could stand alone.
    """
    spans = [*_running(statement, document)] or [*_below(statement, document)]
    if not spans:
        return []
    passage = section_passage(document, statement.chunk.section, spans[-1][1])
    return [replace(statement, chunk=passage, start=start, end=end) for start, end in spans]


def _running(statement: Statement, document: Document) -> Iterator[tuple[int, int]]:
    first = _FIRST.search(statement.text)
    if first is None:
        return
    at = statement.start + first.end()
    limit = min(document.sections[statement.chunk.section].end, at + _REACH)
    for count in _COUNT[1:]:
        start = document.text.find(first[0].replace("一", count), at, limit)
        if start < 0:
            return
        at = _end(document, start)
        if start >= statement.end:
            yield start, at


def _below(statement: Statement, document: Document) -> Iterator[tuple[int, int]]:
    section = document.sections[statement.chunk.section]
    if not _LEADS.search(statement.text) or document.text[statement.end : section.own_end].strip():
        return
    parts = (
        s for s in document.sections[statement.chunk.section + 1 :] if s.parent == statement.chunk.section
    )
    for part in takewhile(lambda part: part.start < statement.start + _REACH, parts):
        yield part.start, min(_end(document, part.start + len(part.label)), part.start + _LONGEST_ITEM)


def _end(document: Document, at: int) -> int:
    """Where the clause that begins at some place ends."""
    end = _ENDS.search(document.text, at)
    return end.end() if end else len(document.text)
