"""Statements into an answer without a model: exact sentences, under their headings, each with its source."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks
from assistant.citing.wording import is_addressed
from assistant.evidence.evidence import Statement
from assistant.evidence.runners_up import may_answer_too
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.wanted.listed import asked_list
from ingest.records import Hit

_MOST = {Intent.FIGURE: 3, Intent.DEADLINE: 3, Intent.MEANING: 3}
_MOST_SENTENCES = 4
_NEWEST_FIRST = (Intent.FIGURE, Intent.DEADLINE)
_MOST_OF_A_PART = 2
_CLOSE, _CLOSE_IN_A_PART = 0.75, 0.95
_LONGEST_ANSWER = 420
_LONGEST_LIST = 480
_LONGEST_HEADING = 40


def extract(
    question: Question,
    found: Sequence[Sequence[Statement]],
    hits: Sequence[Hit],
    sources: Sources | None = None,
    whole_list: Callable[[Statement], Sequence[Statement]] = lambda _: (),
) -> Answer:
    """Write the best statements of each part of a question, grouped by section; of figures the newest first.

    :param found: for each part of the question its statements, best first; parts without any are skipped.
    :param sources: sources of the answer that this one goes on from, if it does.
    :param whole_list: gives the list a statement opens or is an item of, what opens it first; of the items
        as many are written as a reader bears, or those found alone where the question asks for no list.
    """
    limit, close = _MOST.get(question.intent, _MOST_SENTENCES), _CLOSE
    if len(found) > 1 or question.nth:  # others stand beside it
        limit, close = _MOST_OF_A_PART, _CLOSE_IN_A_PART
    asked_all = asked_list(question.text) is not None
    best = [_choose(question, part, limit, close) for part in found]
    chosen = [s for part in best for s in _with_lists(part, whole_list, asked_all)]
    chosen = list({(s.chunk.doc, s.start, s.end): s for s in chosen}.values())
    if len(found) == 1 and question.intent in _NEWEST_FIRST:
        chosen.sort(key=lambda statement: -(statement.chunk.years or (0,))[0])
    answer = quote(question, chosen, hits, sources)
    return replace(answer, notice=_left_out(chosen, whole_list) if asked_all else "")


def quote(
    question: Question, chosen: Sequence[Statement], hits: Sequence[Hit], sources: Sources | None = None
) -> Answer:
    """Write chosen statements as an answer, grouped by section.

    :param sources: sources of the answer that this one goes on from, if it does.
    """
    sources = sources or Sources()
    blocks = [_block(place, chosen, sources) for place in dict.fromkeys(map(_place, chosen))]
    cited = {statement.chunk.id for statement in chosen}
    related = tuple(hit for hit in hits if hit.chunk.id not in cited)
    return Answer(question.text, "\n".join(blocks), Mode.EXTRACT, sources.citations, related)


def _choose(question: Question, ranked: Sequence[Statement], limit: int, close: float) -> list[Statement]:
    """Take the best statement and those nearly as good, within the length a reader bears.

    What sends the reader to an address stands only where nothing else does.

    :param close: share of the best score that others must have.
    """
    chosen: list[Statement] = []
    seen: set[str] = set()
    length = 0
    for statement in [s for s in ranked if not is_addressed(s.text)] or ranked:
        if chosen and (statement.score < close * ranked[0].score or len(chosen) == limit):
            break
        if chosen and not may_answer_too(question, statement, chosen[0]):
            continue
        if any(_overlaps(statement, other) for other in chosen):
            continue
        if statement.text in seen or (chosen and length + len(statement.text) > _LONGEST_ANSWER):
            continue
        chosen.append(statement)
        seen.add(statement.text)
        length += len(statement.text)
    return chosen


def _overlaps(statement: Statement, other: Statement) -> bool:
    is_same = statement.chunk.doc == other.chunk.doc
    return is_same and statement.start < other.end and other.start < statement.end


def _with_lists(
    chosen: Sequence[Statement], whole_list: Callable[[Statement], Sequence[Statement]], asked_all: bool
) -> list[Statement]:
    """Put what opens a list before its items, and where that is found itself, or all is asked, all of them.

    Weaker statements give way to a list that is written whole; what opens one is nothing without items.
    """
    written: list[Statement] = []
    for statement in chosen:
        opening, *items = whole_list(statement) or (statement,)
        if not items:
            written.append(statement)
        elif asked_all or (opening is statement and not written):
            return [*written, opening, *_bearable(items, [*written, opening])]
        elif opening is not statement:
            written += [opening, statement]
    return written


def _left_out(chosen: Sequence[Statement], whole_list: Callable[[Statement], Sequence[Statement]]) -> str:
    """Say so where a list that ends an answer goes on."""
    starts = [statement.start for statement in whole_list(chosen[-1])] if chosen else []
    written = starts.index(chosen[-1].start) if chosen and chosen[-1].start in starts else 0
    if written < 2 or written == len(starts) - 1:
        return ""
    return f"所引的内容共 {len(starts) - 1} 项，这里列出前 {written} 项"


def _bearable(items: Sequence[Statement], before: Sequence[Statement]) -> Iterator[Statement]:
    """Yield as many items as do not make an answer too long."""
    length = sum(len(statement.text) for statement in before)
    for item in items:
        length += len(item.text)
        if length > _LONGEST_LIST:
            return
        yield item


def _block(place: tuple[str, int], chosen: Sequence[Statement], sources: Sources) -> str:
    own = sorted((s for s in chosen if _place(s) == place), key=lambda s: s.start)
    lines = [f"{s.text}{marks([sources.cite(s.chunk, s.start, s.end)])}" for s in own]
    return "\n".join([_title(own[0]), *lines])


def _place(statement: Statement) -> tuple[str, int]:
    return statement.chunk.doc, statement.chunk.section


def _title(statement: Statement) -> str:
    """Name the document and the heading a statement stands under, unless the heading is a whole sentence."""
    heading = statement.chunk.path[-1] if statement.chunk.path else ""
    says_itself = statement.text.startswith(heading)
    said = "" if says_itself or len(heading) > _LONGEST_HEADING else f"“{heading}”"
    return f"《{statement.chunk.title}》{said}："
