"""A document's sections into chunks: spans that partition its text, each of one section or one list."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise

from ingest.lists import List, lists_in
from ingest.records import Chunk, Document, Section
from ingest.text import sentences

_HEADING_MARK = "h"
_CLAUSE_END = re.compile(r"[,，、:：\t ]+")
_BRACKETED = re.compile(r"[（(](?:[^（()）]|[（(][^（()）]{0,80}[）)]){0,400}[）)]")
# What belongs to the sentence before it: a bracket that is no numbering, or a line of duties.
_BELONGS_BEFORE = re.compile(
    r"\s*(?:[（(【\[](?!\s*[\d一二三四五六七八九十]{1,3}\s*[）)】\]])"
    r"|(?:责任|牵头|主办|协办|配合|承办|参加|落实|完成)(?:单位|部门|股室|科室|处室|部室|站所|领导|人|时限|时间)\s*[:：])"
)


def chunk_document(document: Document, max_chars: int) -> list[Chunk]:
    """Cut a document into chunks of at most `max_chars` characters that join back to its text.

    A chunk lies in one section's own text, the heading together with the first of the body; the items of
    a list (see `ingest.lists`) go with the sentence that opens it. Over-long text is cut at the sentence
    end nearest to equal pieces, failing that after a clause, failing that anywhere; never between a
    sentence and the duties in brackets that close it.

    A heading whose whole text is in its subsections is a chunk that `is_searchable` denies: it says
    nothing its subsections' paths do not say, and short as it is would outrank them.
    """
    key = document_key(document, max_chars)
    units = _units_by_section(document)
    chunks: list[Chunk] = []
    counts = {"": 0, _HEADING_MARK: 0}
    lists = lists_in(document)
    items = {item for each in lists.values() for item in each.items}
    for index, section in enumerate(document.sections):
        if index in items:
            continue
        has_body = index in lists or bool(document.text[section.body : section.own_end].strip())
        heading_only = section.own_end < section.end and not has_body
        for start, end in _pieces(document, section, lists.get(index), max_chars):
            text = document.text[start:end]
            mark = _HEADING_MARK if heading_only or not text.strip() else ""
            header = document.header
            chunks.append(
                Chunk(
                    id=chunk_id(key, counts[mark], mark),
                    doc=document.doc,
                    section=index,
                    start=start,
                    end=end,
                    text=text,
                    title=header.title,
                    path=document.path(index),
                    years=header.years,
                    organ=header.organ,
                    place=header.place,
                    kind=header.kind,
                    units=units[index],
                )
            )
            counts[mark] += 1
    return chunks


def document_key(document: Document, max_chars: int) -> str:
    """Digest that names one stored version of a document: the same on every run, another for other text."""
    version = f"{document.doc}\0{document.sha256}\0{max_chars}\0{document.sections}\0{document.text}"
    return blake2b(version.encode(), digest_size=10).hexdigest()


def chunk_id(key: str, ordinal: int, mark: str = "") -> str:
    """Id of a chunk: searchable ones are numbered without gaps, `mark` sets the others apart."""
    return f"{key}-{mark}{ordinal:05d}"


def key_of(chunk_id: str) -> str:
    """Key of the document version a chunk belongs to."""
    return chunk_id.partition("-")[0]


def is_searchable(chunk: Chunk) -> bool:
    """Tell whether a chunk has words of its own, and so belongs into the indexes."""
    return not chunk.id.partition("-")[2].startswith(_HEADING_MARK)


def embedding_text(chunk: Chunk) -> str:
    """What is embedded for a chunk: its title and heading path as a line, then its own words."""
    return f"{chunk.context}\n{chunk.text}"


def _units_by_section(document: Document) -> list[tuple[str, ...]]:
    """Units of each section, its own before those of the sections above it, none twice."""
    own: dict[int, list[str]] = {}
    for duty in document.duties:
        own.setdefault(duty.section, []).append(duty.unit)
    units: list[tuple[str, ...]] = []
    for index, section in enumerate(document.sections):
        above = () if section.parent is None else units[section.parent]
        units.append(tuple(dict.fromkeys((*own.get(index, ()), *above))))
    return units


def _pieces(
    document: Document, section: Section, opened: List | None, max_chars: int
) -> Iterator[tuple[int, int]]:
    """Cut a section's own text; with the list it opens, if any, whole or behind what stands before it."""
    end = section.end if opened else section.own_end
    if opened and end - section.start > max_chars:
        yield from _spans(document.text, section.start, section.body, opened.start, max_chars)
        yield from _spans(document.text, opened.start, section.body, end, max_chars)
    else:
        yield from _spans(document.text, section.start, section.body, end, max_chars)


def _spans(text: str, start: int, body: int, end: int, max_chars: int) -> Iterator[tuple[int, int]]:
    """Partition `[start, end)` into spans of at most `max_chars`, as equal as the sentence ends allow."""
    if end - start <= max_chars:
        if start < end:
            yield start, end
        return
    own = text[start:end]
    brackets = [(start + match.start(), start + match.end()) for match in _BRACKETED.finditer(own)]
    tiers = (
        _outside(brackets, (point for point in _sentence_ends(own, start) if point > body)),
        _outside(brackets, (start + m.end() for m in _CLAUSE_END.finditer(own) if start + m.end() > body)),
    )
    while end - start > max_chars:
        cut = _cut(start, end, max_chars, tiers)
        yield start, cut
        start = cut
    yield start, end


def _sentence_ends(own: str, offset: int) -> Iterator[int]:
    """Offsets after sentences, blank lines and closing duties counted to the sentence before them."""
    spans = sentences(own)
    for (_, end), (next_start, next_end) in pairwise(spans):
        following = own[next_start:next_end]
        if following.strip() and not _BELONGS_BEFORE.match(following):
            yield offset + end


def _outside(brackets: Sequence[tuple[int, int]], points: Iterable[int]) -> list[int]:
    """Points that do not lie within a bracket."""
    starts = [start for start, _ in brackets]

    def is_free(point: int) -> bool:
        before = bisect_left(starts, point) - 1
        return before < 0 or brackets[before][1] <= point

    return [point for point in points if is_free(point)]


def _cut(start: int, end: int, max_chars: int, tiers: Sequence[Sequence[int]]) -> int:
    """The best cut: of the strongest tier with one that leaves no scrap, nearest to equal pieces."""
    pieces = -(-(end - start) // max_chars)
    ideal = start + (end - start) // pieces
    least = max(1, max_chars // 8)
    for points in tiers:
        within = points[bisect_left(points, start + least) : bisect_right(points, start + max_chars)]
        if within:
            return min(within, key=lambda point: abs(point - ideal))
    return ideal
