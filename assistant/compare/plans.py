"""Two plans into a comparison task by task: what goes on, what is new, what is gone, what has changed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.citing.citations import Sources, section_passage
from assistant.compare.align import ONE_MEASURE, Encode, Pair, align, figures_of
from assistant.compare.measures import same_measure, same_value
from assistant.compare.numbers import Span, is_within, reworded
from assistant.compare.records import Cell, Change, Comparison, Row
from assistant.compare.units import same_units
from assistant.documents.summary import cut_sentence
from assistant.duties import Charge, cite, content, say_units
from assistant.understanding.terms import Term, coverage, weigh
from assistant.wanted.asked import speaks_of
from ingest.records import Document, Duty, Figure
from ingest.text import normalize, sentences

_ON_TOPIC = 0.6
_FEW = 2  # words of a heading; of more the first tells how: 强化, 健全
_MENTIONED, _TELLING = 0.65, 0.4  # share of a heading's words; weight of a word, of the heaviest one's
_HEADED = 0.9  # share of them that a heading must hold: it tells nothing but its name
_MOST_FIGURES = 6
_CLAUSE = re.compile(r"[^,，;；。！!？?：:\u3000\n]+")
_ONE_STATEMENT = 40
_STOPS = "。；;，,"
_UNITS_FIRST = re.compile(r"\s*(?:[（(][^（()）]*[）)])+\s*")


def compare_plans(
    columns: tuple[str, str],
    documents: tuple[Document, Document],
    encode: Encode,
    *,
    in_time: bool,
    topic: Sequence[Term] = (),
    wanted: frozenset[Change] = frozenset(Change),
    sources: Sources | None = None,
) -> Comparison | None:
    """Compare two documents task by task; None where no task is left.

    :param documents: the older one first; where they do not follow in time, no change is told.
    :param topic: words that must stand in the headings of a task, of one document at least.
    :param wanted: the changes asked for.
    :param sources: those of what is told before it, which its marks go on from.
    """
    sources = sources or Sources()
    rows = [
        row
        for pair in align(*documents, encode)
        if not topic or _is_told(topic, documents, pair)
        for row in _rows(documents, pair, wanted, sources)
    ]
    if not in_time:
        rows = [Row(row.topic, row.cells) for row in rows]
    return Comparison(columns, tuple(rows), sources.citations) if rows else None


def _sides(documents: tuple[Document, Document], pair: Pair) -> Iterator[tuple[Document, int]]:
    for document, task in zip(documents, (pair.old, pair.new), strict=True):
        if task is not None:
            yield document, task


def _is_told(topic: Sequence[Term], documents: tuple[Document, Document], pair: Pair) -> bool:
    """Tell whether the headings of a task hold the topic, and its pair is sure.

    A task that is headed by the topic itself is neither new nor gone where the other document mentions it.
    """
    sides = list(_sides(documents, pair))
    if len(sides) == 1:
        document, task = sides[0]
        other = documents[0] if document is documents[1] else documents[1]
        if _holds(topic, document.sections[task].title) and _holds(topic, other.text):
            return False
    return any(_holds(topic, " ".join(document.path(task))) for document, task in sides)


def _holds(topic: Sequence[Term], text: str) -> bool:
    return coverage(tuple(topic), normalize(text)) >= _ON_TOPIC


def _rows(
    documents: tuple[Document, Document], pair: Pair, wanted: frozenset[Change], sources: Sources
) -> Iterator[Row]:
    """Make a row of each change of a task; one row says that nothing changed that could be told."""
    old, new = documents
    if pair.old is None or pair.new is None:
        yield from _unpaired(documents, pair, wanted, sources)
        return
    title = new.sections[pair.new].title
    figures = _changed(old, pair.old, new, pair.new)
    charges = (_charge(old, pair.old), _charge(new, pair.new))
    moved = all(charge.duties for charge in charges) and not same_units(*charges)
    if figures and Change.FIGURE in wanted:
        cells = (
            state_figures(old, pair.old, [one for one, _ in figures], sources),
            state_figures(new, pair.new, [other for _, other in figures], sources),
        )
        yield Row(title, cells, Change.FIGURE, _detail(old, new, figures))
    if moved and Change.UNITS in wanted:
        said = tuple(Cell(say_units(charge), (cite(charge, sources),)) for charge in charges)
        yield Row(title, said, Change.UNITS)
    if not figures and not moved and Change.KEPT in wanted:
        leads = (_lead(old, pair.old, sources), _lead(new, pair.new, sources))
        yield Row(title, leads, Change.KEPT)


def _unpaired(
    documents: tuple[Document, Document], pair: Pair, wanted: frozenset[Change], sources: Sources
) -> Iterator[Row]:
    """Make the row of a task without a pair: new or gone, unless the other document speaks of it."""
    change, other = (Change.ADDED, documents[0]) if pair.old is None else (Change.DROPPED, documents[1])
    ((document, task),) = _sides(documents, pair)
    title = document.sections[task].title
    mention = _mention(other, title)
    if change not in wanted or (mention and len(wanted) < len(Change)):
        return
    beside = _quoted(other, *mention, sources) if mention and pair.old is None else Cell()
    cell = _lead(document, task, sources)
    beside = _quoted(other, *mention, sources) if mention else beside
    cells = (beside, cell) if pair.old is None else (cell, beside)
    yield Row(title, cells, Change.ELSEWHERE if mention else change)


def _mention(document: Document, title: str) -> tuple[int, int, int] | None:
    """Find where a document speaks of what heads a task of another: section, and span of the sentence.

    What plans say for everyday words is left out: headings are worded as plans are.
    """
    terms = tuple(replace(term, official=()) for term in weigh(title))
    heavy = max((term.weight for term in terms), default=0.0) * _TELLING
    named = [term for term in terms if len(terms) <= _FEW or not normalize(title).startswith(term.word)]
    telling = [term for term in named if term.weight >= heavy]
    best, place = _MENTIONED, None
    for index, section in enumerate(document.sections[1:], 1):
        own = document.text[section.start : section.own_end]
        if not speaks_of(telling, normalize(own)):
            continue
        for first, last in sentences(own):
            words = normalize(own[first:last])
            least = _HEADED if section.start + last <= section.body else best
            if (held := coverage(terms, words)) > max(best, least) and speaks_of(telling, words):
                start, end = section.start + first, section.start + last
                best, place = held, (index, start, cut_sentence(document.text, start, end))
    return place


def _quoted(document: Document, section: int, start: int, end: int, sources: Sources) -> Cell:
    number = sources.cite(section_passage(document, section), start, end)
    return Cell(document.text[start:end].strip().rstrip(_STOPS), (number,))


def paired_figures(old: Document, before: int, new: Document, after: int) -> list[tuple[Figure, Figure]]:
    """Pair the figures of two tasks that measure the same, in the newer one's order.

    A measure with several figures in one task (小学、初中分别达到75%、90%) says nothing for certain.
    """
    earlier, later = figures_of(old, before), figures_of(new, after)
    pairs = []
    for figure in later:
        others = [one for one in earlier if figure.measure and same_measure(one, figure, ONE_MEASURE)]
        rivals = [one for one in later if one is not figure and same_measure(one, figure, ONE_MEASURE)]
        if len(others) == 1 and not rivals:
            pairs.append((others[0], figure))
    return pairs


def _changed(old: Document, before: int, new: Document, after: int) -> list[tuple[Span, Span]]:
    """Find the numbers of a task that changed, by what they measure or the clause they stand in."""
    measured = paired_figures(old, before, new, after)
    known = [figure for _, figure in measured]
    other = [pair for pair in reworded(old, before, new, after) if not is_within(pair[1], known)]
    changed: list[tuple[Span, Span]] = [*(pair for pair in measured if not same_value(*pair)), *other]
    return sorted(changed, key=lambda pair: pair[1].start)[:_MOST_FIGURES]


def _detail(old: Document, new: Document, figures: Sequence[tuple[Span, Span]]) -> str:
    return "；".join(
        f"{old.text[one.start : one.end]} → {new.text[other.start : other.end]}" for one, other in figures
    )


def state_figures(document: Document, task: int, figures: Sequence[Span], sources: Sources) -> Cell:
    """Quote the clauses of a task that state some figures."""
    section = document.sections[task]
    passage = section_passage(document, task)
    clauses = [match.span() for match in _CLAUSE.finditer(document.text, section.start, section.own_end)]
    spans = [
        span for span in clauses if any(span[0] < figure.end and figure.start < span[1] for figure in figures)
    ]
    texts = [document.text[slice(*span)].strip() for span in spans]
    return Cell("；".join(texts), tuple(sources.cite(passage, *span) for span in spans))


def _lead(document: Document, task: int, sources: Sources) -> Cell:
    """Quote the sentence that opens a task, whoever it is given to; else its heading."""
    section = document.sections[task]
    units = _UNITS_FIRST.match(document.text, section.body, section.own_end)
    start, end = next(content(document, task), (0, 0))
    if not end:
        start, end = section.start + len(section.label), max(section.body, section.start + 1)
    elif units:
        start = max(start, units.end())
    return _quoted(document, task, start, cut_sentence(document.text, start, end), sources)


def _charge(document: Document, task: int) -> Charge:
    """Take the duties of a task that are stated together last: the formal statement closes it."""
    together: list[Duty] = []
    for duty in sorted(document.duties, key=lambda duty: duty.start):
        if duty.section == task:
            apart = together and duty.start - together[-1].end > _ONE_STATEMENT
            together = [duty] if apart else [*together, duty]
    return Charge(document, task, tuple(together), 1.0, 1.0)
