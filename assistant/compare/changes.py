"""A question for what differs between two parts into the documents meant and their comparison."""

from collections.abc import Callable, Sequence

from assistant.compare.align import Encode
from assistant.compare.asked import asks_changes, compared_topic, wanted_changes
from assistant.compare.columns import choose_alike, columns_of, likeness
from assistant.compare.plans import compare_plans
from assistant.compare.records import Change, Comparison
from assistant.compare.series import same_series
from assistant.understanding.intent import Intent, Time
from assistant.understanding.narrowing import REPORTS
from assistant.understanding.question import Question
from ingest.records import Document, Hit

_TIMELY = 0.5
_SAME_DOCUMENT = -10.0
_SERIES = 4.0
_ON_TOPIC = (Intent.TOPIC, Intent.SUMMARY)


def compare_changes(
    question: Question,
    found: Sequence[tuple[Question, Sequence[Hit]]],
    open_document: Callable[[str], Document],
    encode: Encode,
) -> Comparison | None:
    """Compare the plans a question means task by task, as a whole or on a topic.

    None where it does not ask for that: for a fact on a topic, or of more or fewer than two parts, or where
    a part has no document. Changes are told only within one series of plans, to which documents that are not
    named must belong: a task that a notice leaves out is not gone.

    :param found: both parts of the question with their passages, best first; none where nothing fits.
    """
    if len(found) != 2 or not asks_changes(question):
        return None
    columns = columns_of([part for part, _ in found])
    scores: dict[str, float] = {}
    for hit in (hit for _, hits in found for hit in hits):
        scores.setdefault(hit.chunk.doc, hit.score)
    meant = [_meant(*found[at], open_document) for at in columns.order]
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
    if question.intent not in _ON_TOPIC if topic else not question.documents:
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
    named = part.documents[0].docs if part.documents else [hit.chunk.doc for hit in hits]
    return [open_document(doc) for doc in dict.fromkeys(named)]


def _alike(one: Document, other: Document) -> float:
    """Judge how much two documents are of one series: titles alike but for the year, no other body."""
    if one.doc == other.doc:
        return _SAME_DOCUMENT
    others = bool(one.header.organ and other.header.organ) and one.header.organ != other.header.organ
    return _SERIES * likeness(one.header.title, other.header.title) - others
