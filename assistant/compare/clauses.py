"""Statements into claims: the clauses that state the fact asked for, each with the figure it gives."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.compare.asked import compared_thing
from assistant.compare.kinds import is_of_kind
from assistant.compare.pieces import YEARLY, pieces, row_of
from assistant.compare.stated import figure_of, part_of_year
from assistant.evidence.evidence import Statement
from assistant.understanding.dated import years_in
from assistant.understanding.intent import Intent, Time
from assistant.understanding.narrowing import meets, time_of
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, beyond, coverage, weigh
from assistant.wanted.wanted import Fact, wanted_fact
from ingest.parse.table import CELL_GAP
from ingest.records import Chunk, Document, Figure
from ingest.text import normalize

_UNCUT = 0.05
_TIMELY = 0.3
_STATED = 0.3
_OF_YEAR = 0.3
# A figure is of what its clause names; what names less of the thing speaks of another.
_NAMED, _SPELT, _NAMED_IN_SENTENCE, _FEW_SIGNS = 0.7, 0.85, 0.8, 2


@dataclass(frozen=True, slots=True)
class Claim:
    """A clause of a statement offered for a cell; `[start, end)` are its code points in the document.

    :param worth: how well it answers, by itself.
    :param figure: the one figure it states, if the reader found it and what it measures; else None.
    :param single: whether it states no other figure in that unit of what is asked.
    :param span: the part of a year it speaks of (上半年, 1至8月), or "".
    """

    statement: Statement
    start: int
    end: int
    worth: float
    figure: Figure | None = None
    single: bool = False
    span: str = ""

    @property
    def head(self) -> str:
        """The head of the column that a cell of a table stands in; "" for a clause."""
        head, colon, _ = self.text.partition("：")
        return head if colon and row_of(self.statement) else ""

    @property
    def text(self) -> str:
        """The verbatim words."""
        chunk = self.statement.chunk
        return chunk.text[self.start - chunk.start : self.end - chunk.start]


def claims_of(
    question: Question,
    found: Sequence[Statement],
    fact: Fact | None,
    open_document: Callable[[str], Document],
) -> list[Claim]:
    """Find the clauses of statements that state a fact, best first; whole statements where none is asked.

    What is of a part of a year counts only where such a part is asked, or nothing is of a whole one.
    Of a clause that gives several years (`2023年12所、2024年5所`) only the piece of the year asked counts.
    """
    claims = [
        claim
        for statement in found
        for claim in _claims(question, statement, fact, open_document(statement.chunk.doc))
    ]
    whole = [] if part_of_year(question.text) else [claim for claim in claims if not claim.span]
    return sorted(whole or claims, key=lambda claim: -claim.worth)


def best_of(
    question: Question, found: Sequence[Statement], open_document: Callable[[str], Document]
) -> list[Claim]:
    """Find the clauses of statements that state the fact, whatever they name."""
    fact = wanted_fact(question)
    return [
        claim
        for one in found
        for claim in _claims(question, one, fact, open_document(one.chunk.doc), of_any=True)
    ]


def _claims(
    question: Question,
    statement: Statement,
    fact: Fact | None,
    document: Document,
    *,
    of_any: bool = False,
) -> Iterator[Claim]:
    asked = beyond(weigh(question.text), statement.chunk.title)
    thing = compared_thing(question)
    spans = pieces(statement, question.years, question.side, whole=fact is None)
    is_whole_last = question.side and len(spans) > 1 and spans[-1][0] == spans[0][0]
    for start, end in spans[:-1] if is_whole_last else spans:
        words = document.text[start:end]
        if fact is None or (fact(words) and (of_any or _is_of(question, thing, statement, (start, end)))):
            figure, single = figure_of(question.text, document, (start, end), fact, asked)
            part = part_of_year(words) or part_of_year(document.text[statement.start : start])
            part = part or _reported_part(statement.chunk)
            dated = bool(set(years_in(words)).intersection(question.years))
            about = coverage(asked, normalize(statement.text if dated else words))
            worth = statement.score + about + _STATED * (figure is not None)
            worth += 2 * _OF_YEAR if dated else _fitness(question, statement.chunk)
            worth -= _UNCUT * (start == statement.start and end >= statement.end - 1)
            yield Claim(statement, start, end, worth, figure, single, part)


def _reported_part(chunk: Chunk) -> str:
    """Give the part of a year that a report is of (上半年工作总结和下半年打算), or ""."""
    return part_of_year(chunk.title.split("总结")[0]) if time_of(chunk) is Time.DONE else ""


def _is_of(question: Question, thing: tuple[Term, ...], statement: Statement, span: tuple[int, int]) -> bool:
    """Tell whether a clause gives the kind of figure asked, of the thing asked; a time may be of any.

    What is measured must stand in the clause itself, of what it is measured may be said before it.
    """
    if question.intent is not Intent.FIGURE:
        return True
    chunk, base = statement.chunk, statement.chunk.start
    clause = chunk.text[span[0] - base : span[1] - base]
    if YEARLY.match(clause) and naming(thing, normalize(statement.text)) >= _NAMED_IN_SENTENCE:
        return is_of_kind(question, statement.text, chunk)
    before = chunk.text[statement.start - base : span[1] - base]
    if row := row_of(statement):
        cell = before.rpartition(CELL_GAP)[2]
        return _is_cell_of(question, thing, row, cell) and is_of_kind(question, clause, chunk)
    own, led = normalize(clause), normalize(before)
    is_measured = not thing or 0 <= own.find(thing[-1].word) <= _FEW_SIGNS
    if question.side and question.side in statement.text:
        return question.side in clause and naming(thing, led) >= _NAMED_IN_SENTENCE
    is_named = naming(thing, own) >= _NAMED or (is_measured and naming(thing, led) >= _NAMED_IN_SENTENCE)
    return is_named and is_of_kind(question, clause, chunk)


def _is_cell_of(question: Question, thing: tuple[Term, ...], row: str, cell: str) -> bool:
    """Tell whether a cell gives what is asked of the side, by its column head and what its row is called."""
    name = row.partition(CELL_GAP)[0]
    is_own = not question.side or (question.side in name and cell not in name)
    return is_own and naming(thing, normalize(f"{name} {cell}")) >= _NAMED


def naming(thing: tuple[Term, ...], text: str) -> float:
    """Share of a thing that a text names, by its words, or its characters where others stand between."""
    signs = {sign for term in thing for sign in term.word}
    spelt = sum(sign in text for sign in signs) / len(signs) if signs else 1.0
    return max(coverage(thing, text), spelt if spelt >= _SPELT else 0.0)


def _fitness(question: Question, chunk: Chunk) -> float:
    """Judge a passage by its year and its document's, and by whether it plans or reports as is asked."""
    time = time_of(chunk)
    known = Time.ANY not in (question.time, time)
    timely = (1 if question.time is time else -1) if known else 0
    own = len(set(chunk.years).intersection(question.years)) / len(chunk.years) if chunk.years else 0.0
    return _TIMELY * timely + _OF_YEAR * (meets(question, chunk) + own)
