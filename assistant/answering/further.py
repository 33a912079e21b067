"""An answer into questions that go on from it: the other facts of what it cites, and the year before."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answer import Answer, Citation
from assistant.citing.citations import pairs_of
from assistant.shelf import Shelf
from assistant.understanding.intent import Intent, intent_of
from ingest.facts.names import is_office
from ingest.index.entry import DocumentInfo
from ingest.records import Deadline, DeadlineKind, Document, Duty, Figure, Section

_MOST = 3
_TOPIC = re.compile(r"[\u4e00-\u9fff、“”]{4,18}")
# Headings that say which part of any plan they head, not what it is about.
_OF_ANY_PLAN = re.compile(
    r"(?:总体|主要|具体|重点|基本|工作|年度|发展)*(?:目标|任务|要求|原则|思路|措施|安排|情况)|(?:组织|保障)(?:领导|措施|保障)|指导思想"
)
_MEASURE = re.compile(r"[\u4e00-\u9fff]{4,14}")
_SAME_TASK = 0.5  # of the pairs of letters of the shorter of two headings


def further_questions(answer: Answer, shelf: Shelf) -> tuple[str, ...]:
    """Offer what the stored facts of the cited sections answer and was not asked yet.

    A refusal leads to what the nearest documents are about; so does an answer whose sections state no more.
    """
    if answer.refused:
        return _summaries(hit.chunk.title for hit in answer.related)
    asked = intent_of(answer.question)
    documents = shelf.documents()
    stored = {info.doc for info in documents}
    found: dict[str, None] = {}
    cited = [citation for citation in answer.citations if citation.doc in stored]
    for citation in cited[:_MOST]:
        found.update(dict.fromkeys(_about(citation, shelf, documents, asked)))
        if len(found) >= _MOST:
            break
    offered = tuple(question for question in found if question != answer.question)[:_MOST]
    return offered or _summaries(citation.title for citation in cited if asked is not Intent.SUMMARY)


def _summaries(titles: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"《{title}》主要讲了什么？" for title in list(dict.fromkeys(titles))[: _MOST - 1])


def _about(
    citation: Citation, shelf: Shelf, documents: Sequence[DocumentInfo], asked: Intent
) -> Iterator[str]:
    document = shelf.open(citation.doc)
    index = _section_of(document, citation)
    section = document.sections[index]
    duties = [duty for duty in document.duties if duty.section == index]
    if _is_topic(section.title):
        topic = f"“{section.title.replace('“', '').replace('”', '')}”"
        year = f"{document.header.year}年" if document.header.year else ""
        yield from _facts(f"{year}{topic}", asked, duties, _within(document, section))
        if before := _year_before(document, section.title, shelf, documents):
            yield f"{before}年{topic}有哪些安排？"
    if duties and asked is not Intent.TASKS:
        yield f"{duties[0].unit}负责哪些工作？"


def _is_topic(heading: str) -> bool:
    """Tell whether a heading names a task: a unit is none of anybody's."""
    of_any = is_office(heading) or _OF_ANY_PLAN.fullmatch(heading)
    return not of_any and _TOPIC.fullmatch(heading) is not None


def _facts(
    topic: str, asked: Intent, duties: Sequence[Duty], stated: tuple[list[Figure], list[Deadline]]
) -> Iterator[str]:
    figures, deadlines = stated
    if duties and asked not in (Intent.DUTY, Intent.TASKS):
        yield f"{topic}由谁负责？"
    if asked is not Intent.DEADLINE and any(d.kind is DeadlineKind.BY for d in deadlines):
        yield f"{topic}什么时候完成？"
    measured = [figure.measure for figure in figures if _MEASURE.fullmatch(figure.measure)]
    if asked is not Intent.FIGURE and measured:
        yield f"{topic}中，{measured[0]}要达到多少？"
    if asked not in (Intent.TOPIC, Intent.SUMMARY):
        yield f"{topic}有哪些措施？"


def _section_of(document: Document, citation: Citation) -> int:
    """Index of the innermost section with a heading that holds the quote; 0 where the text has changed."""
    if document.text[citation.start : citation.end] != citation.quote:
        return 0
    held = [
        index
        for index, section in enumerate(document.sections)
        if section.heading and section.start <= citation.start < section.end
    ]
    return max(held, key=lambda index: document.sections[index].level, default=0)


def _within(document: Document, section: Section) -> tuple[list[Figure], list[Deadline]]:
    """The figures and deadlines a section states."""
    return (
        [figure for figure in document.figures if section.start <= figure.start < section.end],
        [deadline for deadline in document.deadlines if section.start <= deadline.start < section.end],
    )


def _year_before(
    document: Document, title: str, shelf: Shelf, documents: Sequence[DocumentInfo]
) -> int | None:
    """The last year, where a document of the same body and type has a section of nearly the same heading."""
    year = (document.header.year or 0) - 1
    own = (document.header.organ, document.header.kind)
    if not all(own) or "总结" in document.header.kind:
        return None
    for info in documents:
        if (info.organ, info.kind) == own and year in info.years:
            headings = [section.title for section in shelf.open(info.doc).sections[1:]]
            if any(_alike(title, heading) for heading in headings):
                return year
    return None


def _alike(heading: str, other: str) -> bool:
    pairs, others = pairs_of(heading), pairs_of(other)
    return bool(pairs & others) and len(pairs & others) >= _SAME_TASK * min(len(pairs), len(others))
