"""A sentence that opens a list (下列条件：, 以下特点：一是…), or an item of one, into the whole list."""

import re
from dataclasses import replace
from itertools import takewhile

from assistant.citations import section_passage
from assistant.evidence import Statement
from ingest.lists import List, list_at
from ingest.records import Document

_COUNT = "一二三四五六七八九十"
_NUMBERED = re.compile(r"(?<!\w)(?:([一二三四五六七八九十])是|第([一二三四五六七八九十])[，,、])")
_LEADS = re.compile(
    r"(?:下列|以下|如下)[^。；;]{0,40}[：:]\s*$|(?:包括|分别是|主要有|条件|情形|行为|职责)[：:]\s*$"
)
_ENDS = re.compile(r"[。；;！\n]")
_LONGEST_ITEM = 120
_REACH = 3000

Span = tuple[int, int]


def whole_list(statement: Statement, document: Document) -> list[Statement]:
    """Give the list a statement opens or is an item of: what opens it, then its items; [] where none is.

    The items are the parts below a sentence, or what follows 二是, 三是, … in the text; each of these is
    quoted up to the end of its first clause that could stand alone.
    """
    found = list_at(document, statement.start)
    spans = _written(found, document) if found else _running(statement, document)
    if not any(start < statement.end and statement.start < end for start, end in spans):
        spans = _below(statement, document)
    if len(spans) < 2:
        return []
    section = found.section if found else statement.chunk.section
    passage = section_passage(document, section, spans[-1][1])
    return [
        statement if start == statement.start else replace(statement, chunk=passage, start=start, end=end)
        for start, end in spans
    ]


def _written(found: List, document: Document) -> list[Span]:
    """The sentence that opens a list of parts, and the line of each."""
    items = [document.sections[item] for item in found.items]
    ends = (document.text.find("\n", item.start, item.end) for item in items)
    return [
        (found.start, found.end),
        *((item.start, end if end > 0 else item.end) for item, end in zip(items, ends, strict=True)),
    ]


def _running(statement: Statement, document: Document) -> list[Span]:
    """The sentence in which 一是 stands, up to its end, and what follows 二是, 三是, … after it."""
    section = document.sections[statement.chunk.section]
    own = _NUMBERED.search(statement.text)
    if own is None:
        return []
    value = own[1] or own[2]
    form = own[0].replace(value, "{}")
    first = document.text.rfind(
        form.format("一"), max(section.start, statement.start - _REACH), statement.end
    )
    if first < 0:
        return []
    spans = [(_start(document, first, section.start), _end(document, first))]
    limit = min(section.end, first + _REACH)
    for count in _COUNT[1:]:
        start = document.text.find(form.format(count), spans[-1][1], limit)
        if start < 0:
            break
        spans.append((start, _end(document, start)))
    return spans


def _below(statement: Statement, document: Document) -> list[Span]:
    """A sentence that leads to the parts below it, and the first clause of each."""
    section = document.sections[statement.chunk.section]
    if not _LEADS.search(statement.text) or document.text[statement.end : section.own_end].strip():
        return []
    below = document.sections[statement.chunk.section + 1 :]
    parts = (part for part in below if part.parent == statement.chunk.section)
    near = takewhile(lambda part: part.start < statement.start + _REACH, parts)
    clauses = (
        (part.start, min(_end(document, part.start + len(part.label)), part.start + _LONGEST_ITEM))
        for part in near
    )
    return [(statement.start, statement.end), *clauses]


def _start(document: Document, at: int, least: int) -> int:
    """Where the sentence that holds some place begins."""
    ends = [end.end() for end in _ENDS.finditer(document.text, least, at)]
    return ends[-1] if ends else least


def _end(document: Document, at: int) -> int:
    """Where the clause that begins at some place ends."""
    end = _ENDS.search(document.text, at)
    return end.end() if end else len(document.text)
