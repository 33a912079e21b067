"""A question for what differs between two parts into the documents meant and their comparison."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.compare.align import Encode
from assistant.compare.asked import asks_changes, compared_topic, said_of_plans, wanted_changes
from assistant.compare.columns import choose_alike, columns_of, likeness
from assistant.compare.pairing import with_earlier
from assistant.compare.plans import compare_plans
from assistant.compare.records import Change, Comparison
from assistant.compare.series import same_series
from assistant.shelf import Shelf
from assistant.understanding.bodies import same_body
from assistant.understanding.intent import Intent, Time
from assistant.understanding.narrowing import REPORTS
from assistant.understanding.question import Question
from ingest.records import Document, Hit
from ingest.text import normalize

_TIMELY = 0.5
_SAME_DOCUMENT = -10.0
_SERIES = 4.0
_ON_TOPIC = (Intent.TOPIC, Intent.SUMMARY)


def compare_changes(
    question: Question,
    found: Sequence[tuple[Question, Sequence[Hit]]],
    shelf: Shelf,
    encode: Encode,
) -> Comparison | None:
    """Compare the plans a question means task by task, as a whole or on a topic.

    A question may leave the plan before unnamed (2025年新增了哪些任务, 两年有什么不同).

    None where it does not ask for that: for a fact on a topic, or of more or fewer than two parts, or where
    a part has no document. Changes are told only within one series of plans, to which documents that are not
    named must belong: a task that a notice leaves out is not gone.

    :param found: both parts of the question with their passages, best first; none where nothing fits.
    :param shelf: the documents that may be meant.
    """
    if named := with_earlier(question, shelf.documents()):
        question = named
        found = [(replace(named, documents=(one,), years=one.years), ()) for one in named.documents]
    if len(found) != 2 or not asks_changes(question):
        return None
    columns = columns_of([part for part, _ in found])
    scores: dict[str, float] = {}
    for hit in (hit for _, hits in found for hit in hits):
        scores.setdefault(hit.chunk.doc, hit.score)
    meant = [_meant(*found[at], shelf.open) for at in columns.order]
    if not all(meant):
        return None

    def worth(document: Document) -> float:
        as_asked = (document.header.kind in REPORTS) is (question.time is Time.DONE)
        return scores.get(document.doc, 0.0) + _TIMELY * as_asked

    old, new = choose_alike(meant, worth, _alike)
    if old is None or new is None or old.doc == new.doc:
        return None
    series = same_series(old.header, new.header)
    if not question.documents and not series:
        return None
    topic = compared_topic(question, (old, new))
    if not question.documents and not topic and not _is_named(question, (old, new)):
        return None
    if question.intent not in _ON_TOPIC and (topic or not question.documents):
        return None
    wanted = wanted_changes(question)
    first, last = columns.labels
    return compare_plans(
        (first, last), (old, new), encode, in_time=columns.in_time and series, topic=topic, wanted=wanted
    )


def tell_changes(comparison: Comparison) -> str:
    """Count the changes in one line, "" where none is told."""
    counts = [(change, comparison.count(change)) for change in Change]
    told = [f"{change} {count} 项" for change, count in counts if count]
    return f"{comparison.columns[-1]}与{comparison.columns[0]}相比：{'，'.join(told)}。" if told else ""


def _meant(part: Question, hits: Sequence[Hit], open_document: Callable[[str], Document]) -> list[Document]:
    """Open the documents a part may mean: those it names, else those found, of its year if any is."""
    named = part.documents[0].docs if part.documents else [hit.chunk.doc for hit in hits]
    found = [open_document(doc) for doc in dict.fromkeys(named)]
    of_year = [one for one in found if set(one.header.years[:1]).intersection(part.years)]
    return of_year or found


def _is_named(question: Question, documents: tuple[Document, Document]) -> bool:
    """Tell whether the words of a question name two plans: their bodies, or what both titles say."""
    if any(document.header.organ in question.organs for document in documents):
        return True
    titles = [normalize(document.header.organ + document.header.title) for document in documents]
    return any(all(term.word in title for title in titles) for term in said_of_plans(question))


def _alike(one: Document, other: Document) -> float:
    """Judge how much two documents are of one series: titles alike but for the year, no other body."""
    if one.doc == other.doc:
        return _SAME_DOCUMENT
    others = bool(one.header.organ and other.header.organ) and not same_body(
        one.header.organ, other.header.organ
    )
    return _SERIES * likeness(one.header.title, other.header.title) - others
