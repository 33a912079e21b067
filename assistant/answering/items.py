"""A sentence that opens a list (下列条件：, 以下特点：一是…), or an item of one, into the whole list."""

import re
from dataclasses import replace
from itertools import takewhile

from assistant.citing.citations import section_passage
from assistant.evidence.evidence import Statement
from ingest.lists import List, list_at
from ingest.records import Document

_COUNT = "一二三四五六七八九十"
_NUMERALS = (*_COUNT, *(f"十{one}" for one in _COUNT[:-1]), "二十", *(f"二十{one}" for one in _COUNT[:-1]))
_NUMBERED = re.compile(r"(?<!\w)(?:([一二三四五六七八九十])是|第([一二三四五六七八九十])[，,、])")
_LEADS = re.compile(
    r"(?:下列|以下|如下)[^。；;]{0,40}[：:]\s*$|(?:包括|分别是|主要有|条件|情形|行为|职责)[：:]\s*$"
)
_GOES_ON = re.compile(
    r"\s*((?:主要(?:是|有|包括|表现)|具体(?:是|为|包括|表现)|分别是|一是|第一[，,、]|包括[:：])[^。]*)"
)
_ONES = re.compile(r"[“\"]([二三四五六七八九十])个一[”\"]")
_ONE = re.compile(r"[“\"]一[^一”\"]{1,10}[”\"]")
_STOP = re.compile(r"。|(?=\n)")
_ENDS = re.compile(r"[。；;！\n]")
_LONGEST_ITEM = 120
_LONGEST_SENTENCE = 300
_SHORTENED = 60
_REACH = 3000

Span = tuple[int, int]


def whole_list(statement: Statement, document: Document) -> list[Statement]:
    """Give the list a statement opens or is an item of: what opens it, then its items; [] where none is.

    The items are the parts below a sentence, or what follows 二是, 三是, … in the text; each of these is
    quoted up to the end of its first clause that could stand alone.
    """
    found = list_at(document, statement.start)
    ways = (_running, _going_on, _of_ones, _below)
    spans = _written(found, document) if found else []
    if not _holds(spans, statement):
        spans = next((spans for way in ways if _holds(spans := way(statement, document), statement)), [])
    if len(spans) < 2:
        return []
    section = found.section if found else statement.chunk.section
    passage = section_passage(document, section, spans[-1][1])
    return [
        statement
        if start == statement.start and end >= statement.end
        else replace(statement, chunk=passage, start=start, end=end)
        for start, end in spans
    ]


def _holds(spans: list[Span], statement: Statement) -> bool:
    return any(start < statement.end and statement.start < end for start, end in spans)


def _written(found: List, document: Document) -> list[Span]:
    """The sentence that opens a list of parts, and of each what it says up to its first full stop."""
    items = [document.sections[item] for item in found.items]
    stops = (_STOP.search(document.text, item.start, item.end) for item in items)
    ends = (stop.end() if stop else item.end for item, stop in zip(items, stops, strict=True))
    return [(found.start, found.end), *((item.start, end) for item, end in zip(items, ends, strict=True))]


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
    for count in _NUMERALS[1:]:
        start = document.text.find(form.format(count), spans[-1][1], limit)
        if start < 0:
            break
        spans.append((start, _end(document, start)))
    return spans


def _going_on(statement: Statement, document: Document) -> list[Span]:
    """A sentence that the next one goes on from (主要是：…, 一是…), and what that says."""
    section = document.sections[statement.chunk.section]
    goes_on = _GOES_ON.match(document.text, statement.end, section.end)
    if goes_on is None:
        return []
    start = goes_on.start(1)
    stop = _STOP.search(document.text, start, section.end)
    end = stop.end() if stop else section.end
    first = replace(statement, start=start, end=end)
    following = [(start, end)] if end - start <= _LONGEST_SENTENCE else []
    return [(statement.start, statement.end), *(_running(first, document) or following)]


def _of_ones(statement: Statement, document: Document) -> list[Span]:
    """A sentence that names a number of things (“五个一”), and those that name each (“一支队伍”)."""
    named = _ONES.search(statement.text)
    section = document.sections[statement.chunk.section]
    if named is None:
        return []
    said = {match[0]: match for match in _ONE.finditer(document.text, statement.end, section.own_end)}
    if len(said) < _COUNT.index(named[1]) + 1:
        return []
    ones = list(said.values())[: _COUNT.index(named[1]) + 1]
    spans = [(_start(document, one.start(), section.start), _end(document, one.start())) for one in ones]
    return [
        (statement.start, statement.end),
        *((start, min(end, start + _SHORTENED)) for start, end in spans),
    ]


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
