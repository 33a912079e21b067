"""Terms of the library into a glossary: each with the passages that explain it, or where it stands."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from assistant.answer import Citation
from assistant.citing.citations import Sources
from assistant.explore.survey import Occurrences, Survey, bare
from assistant.understanding.meaning import definition_of
from ingest.records import Chunk
from ingest.text import normalize, sentences

_MOST_QUOTED = 150
_SHOWN = 3
_HEADED_AT_MOST = 12  # characters a heading may have beside the term it is about
_NO_TERM = re.compile(
    r"^\d+$|^[一二三四五六七八九十]+$|年$|^(?:第|关于)|(?:通知|意见|办法|方案|规划|计划|要点)$"
)


class Told(IntEnum):
    """How much the library says of what a term means."""

    DEFINED = 0
    HEADED = 1
    MENTIONED = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A term, how many documents hold it, and passages: definitions, sections headed by it, or mentions."""

    term: str
    told: Told
    documents: int
    passages: tuple[Citation, ...]


def glossary(read: Survey, chunks: Callable[[Sequence[str]], list[Chunk]]) -> list[Entry]:
    """Make the entries, those that are defined first, each group by the number of documents.

    A term in quotation marks counts where two documents hold it, or a passage explains it.
    """
    terms = dict(read.known)
    terms.update((term, found) for term, found in _quoted(read) if term not in terms)
    entries = [_entry(term, found, chunks(found.chunks)) for term, found in terms.items()]
    kept = [
        entry
        for entry in entries
        if entry.told is Told.DEFINED or entry.term in read.known or entry.documents > 1
    ]
    whole = [entry for entry in kept if not _is_part(entry, kept)]
    return sorted(whole, key=lambda entry: (entry.told, -entry.documents, entry.term))


def _is_part(entry: Entry, entries: Sequence[Entry]) -> bool:
    """Tell whether a term only stands within a longer one, in the same passages."""
    return any(
        entry.term in other.term and entry.term != other.term and entry.passages == other.passages
        for other in entries
    )


def _quoted(read: Survey) -> Iterable[tuple[str, Occurrences]]:
    """The terms in quotation marks that most documents hold, and those that something explains."""
    likely = [
        (term, found)
        for term, found in read.quoted.items()
        if (found.explained or len(found.docs) > 1) and not _NO_TERM.search(term)
    ]
    return sorted(likely, key=lambda item: (not item[1].explained, -len(item[1].docs)))[:_MOST_QUOTED]


def _entry(term: str, found: Occurrences, held: Sequence[Chunk]) -> Entry:
    definition = definition_of(term)
    for told, spans in (
        (Told.DEFINED, _defining(definition, held)),
        (Told.HEADED, _headed(normalize(term), held)),
        (Told.MENTIONED, _mentioning(normalize(term), held)),
    ):
        sources = Sources()
        for chunk, start, end in spans:
            sources.cite(chunk, chunk.start + start, chunk.start + end)
            if len(sources.citations) == _SHOWN:
                break
        if sources.citations:
            return Entry(term, told, len(found.docs), sources.citations)
    raise AssertionError(f"{term} stands in none of its passages")


def _defining(definition: re.Pattern[str], held: Sequence[Chunk]) -> Iterator[tuple[Chunk, int, int]]:
    for chunk in held:
        if definition.search(normalize(chunk.text)):
            yield from ((chunk, *span) for span in _sentences(chunk, lambda s: bool(definition.search(s))))


def _headed(term: str, held: Sequence[Chunk]) -> Iterator[tuple[Chunk, int, int]]:
    """Passages right below a heading that is about little else than the term: all they say, up to its end."""
    for chunk in held:
        title = bare(chunk.path[-1]) if chunk.path else ""
        beside = len(normalize(title)) - len(term)
        lead = chunk.text[: chunk.text.find(title)]
        is_row = "：" in lead  # the row of a table names its columns
        if term in normalize(title) and beside <= _HEADED_AT_MOST and not is_row:
            yield chunk, 0, len(chunk.text)


def _mentioning(term: str, held: Sequence[Chunk]) -> Iterator[tuple[Chunk, int, int]]:
    for chunk in held:
        spans = _sentences(chunk, lambda sentence: term in sentence)
        yield from ((chunk, *span) for span in spans or [(0, len(chunk.text))])


def _sentences(chunk: Chunk, admits: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Span of the first sentence of a passage that is admitted in normal form."""
    found = (span for span in sentences(chunk.text) if admits(normalize(chunk.text[slice(*span)])))
    return [span for span in [next(found, None)] if span]
