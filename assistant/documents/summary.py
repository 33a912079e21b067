"""A document or section that is to be summed up into its headings, each with the sentence it opens with."""

import re
from collections.abc import Sequence

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from assistant.duties import content
from assistant.shelf import Shelf
from assistant.understanding.intent import without_asking
from assistant.understanding.narrowing import admits, is_source
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage, folded, weigh
from ingest.index.entry import DocumentInfo
from ingest.records import Document, Hit
from ingest.text import normalize, sentences

_COMMAND = re.compile(
    r"请|帮我|帮忙|麻烦|(?:总结|概括|归纳|梳理|介绍)(?:一下|下)?|(?:[这那该本此]|上述|上面的?)?(?:[个份篇])?(?:文件|文档|材料|内容)|主要|[讲说写谈]"
)
_QUOTED = re.compile(r"《(.+)》")
# A part of a document by its heading: 市容秩序这一章讲了什么.
_PART_CALLED = re.compile(
    r"(?:[里中的]的?|^)“?([\u4e00-\u9fff]{2,14}?)”?[这那]一?(?:个|块)?(?:章节?|节|部分|块)"
)
_PASSED_ON = re.compile(r"(.{2})(?:[（(][^（()）]*[）)])?》的通知$")  # 关于印发《…管理办法（试行）》的通知
_NAMED = 0.75
_ABOUT = 0.5
_MOST_PARTS = 12
_LONGEST_LEAD = 90
_WHOLE_SENTENCE = 24  # characters of a heading that is the sentence itself: 第三条　…
_STOP = re.compile(r"[，,；;：:]")


def named_document(question: Question, shelf: Shelf) -> Document | None:
    """Find the document a question names, the newest of several; None when it names none.

    It names its number, the words of a title, or a type of document with its body or a topic that the title
    holds.
    """
    if meant := documents_meant(question, shelf):
        return shelf.open(meant[0].doc)
    if question.bound:
        return None
    for likeness in (_likeness, _aboutness):
        named = [(likeness(question, info), info.header.year or 0, info.doc) for info in shelf.documents()]
        best = max((entry for entry in named if entry[0] >= _NAMED), default=None)
        if best:
            return shelf.open(best[2])
    return None


def documents_meant(question: Question, shelf: Shelf) -> list[DocumentInfo]:
    """Find the newest documents of the name, year and place a question gives, each title once."""
    docs = question.titled.docs if question.titled else ()
    meant = [info for info in shelf.documents() if info.doc in docs and admits(question, info)]
    newest = max((info.header.year or 0 for info in meant), default=0)
    by_title = {normalize(info.title): info for info in meant if (info.header.year or 0) == newest}
    return list(by_title.values())


def summarize(question: Question, document: Document, section: int = 0) -> Answer | None:
    """Sum a section up by its parts in order, or by its own sentences if it has none.

    Of a whole document it is the part that the question calls by its heading, if it calls one. None when
    there is nothing to sum up.
    """
    sources, section = Sources(), section or _called(question.text, document)
    parts = [index for index, part in enumerate(document.sections) if part.parent == section and part.heading]
    lines = [_part(document, index, sources) for index in parts[:_MOST_PARTS]] or _sentences(
        document, section, sources
    )
    if not lines:
        return None
    heading = document.sections[section].heading if section else ""
    title = f"《{document.header.title}》{f'“{heading}”' if heading else ''}"
    count = f"共 {len(parts)} 个部分{f'，以下是前 {_MOST_PARTS} 个' if len(parts) > _MOST_PARTS else ''}"
    opening = f"{title}{count}：" if parts else f"{title}："
    return Answer(question.text, "\n".join([opening, *lines]), Mode.EXTRACT, sources.citations)


def summarize_best(question: Question, hits: Sequence[Hit], shelf: Shelf) -> Answer | None:
    """Sum up the section that was found best of those that hold the topic; None where none does."""
    topic = weigh(_COMMAND.sub("", question.text))
    about = (
        hit.chunk for hit in hits if coverage(topic, folded(hit.chunk.context, hit.chunk.text)) >= _ABOUT
    )
    found = list(about) if topic else []
    documents = {chunk.doc: shelf.open(chunk.doc) for chunk in found} if part_called(question.text) else {}
    held = [document for document in documents.values() if _called(question.text, document)]
    if held:
        return summarize(question, max(held, key=lambda document: document.header.year or 0))
    return summarize(question, shelf.open(found[0].doc), found[0].section) if found else None


def part_called(question: str) -> str:
    """Give the heading by which a question calls a part of a document (市容秩序这一章), or ""."""
    called = _PART_CALLED.search(question)
    return called[1] if called else ""


def _called(question: str, document: Document) -> int:
    """Find the outermost part of a document that bears the name a question calls; 0 where none does."""
    name = normalize(part_called(question))
    alike = (
        index for index, part in enumerate(document.sections) if name and name in normalize(part.heading)
    )
    return next((index for index in alike if index), 0)


def _likeness(question: Question, info: DocumentInfo) -> float:
    """Share of the words of a document's title that the question names; in 《》 they must be all it names."""
    if not admits(question, info):
        return 0.0
    quoted = _QUOTED.search(question.text)
    if quoted:
        title = normalize(quoted[1])
        return 1.0 if title in normalize(info.title) or normalize(info.title) in title else 0.0
    terms = tuple(term for term in weigh(info.title) if term.word not in normalize(info.place))
    return coverage(terms, normalize(question.text)) if info.kind in question.text else 0.0


def _aboutness(question: Question, info: DocumentInfo) -> float:
    """Share of the topic a question gives to a document of some type (防溺水的通知) that the title holds."""
    asked = normalize(without_asking(question.text))
    kinds = {info.kind[-2:], *_PASSED_ON.findall(info.title)} - {""}
    if not any(kind in asked for kind in kinds) or not (admits(question, info) and is_source(question, info)):
        return 0.0
    aside = (*map(normalize, (*question.organs, *question.places)), "工作", info.kind, *kinds)
    terms = tuple(term for term in weigh(asked) if not any(term.word in words for words in aside))
    return coverage(terms, normalize(info.title)) if terms else float(bool(question.organs))


def _part(document: Document, index: int, sources: Sources) -> str:
    """Write a heading with the sentence that opens its part."""
    heading = document.sections[index].heading
    lead = lead_of(document, index)
    if lead is None:
        section = document.sections[index]
        stop = cut_sentence(document.text, section.start, max(section.body, section.start + 1))
        number = sources.cite(section_passage(document, index), section.start, stop)
        return f"· {' '.join(document.text[section.start : stop].split())}{marks([number])}"
    within, start, end = lead
    number = sources.cite(section_passage(document, within), start, end)
    return f"· {heading}：{document.text[start:end].strip()}{marks([number])}"


def lead_of(document: Document, index: int) -> tuple[int, int, int] | None:
    """Find the first sentence below a heading: the section it stands in, and its span; None where none is.

    Who a task is given to is no such sentence; of a task below that says no more its heading is.
    """
    end, sections = document.sections[index].end, document.sections
    for within in range(index, len(sections)):
        section = sections[within]
        if section.start >= end:
            return None
        is_task = within + 1 == len(sections) or sections[within + 1].parent != within
        first, last = next(content(document, within), (0, 0))
        if len(section.title) >= _WHOLE_SENTENCE or (is_task and section.title and not last):
            said = section.start, cut_sentence(document.text, section.start, section.body)
            return (within, *said) if within != index else None
        if last:
            start = first + len(document.text[first:last]) - len(document.text[first:last].lstrip())
            return within, start, cut_sentence(document.text, start, last)
    return None


def cut_sentence(text: str, start: int, end: int) -> int:
    """End a sentence that is too long at a clause."""
    if end - start <= _LONGEST_LEAD:
        return end
    stops = [found.start() for found in _STOP.finditer(text, start, start + _LONGEST_LEAD)]
    return stops[-1] if stops else start + _LONGEST_LEAD


def _sentences(document: Document, index: int, sources: Sources) -> list[str]:
    passage = section_passage(document, index)
    below = document.sections[index].body - passage.start
    spans = [(start, end) for start, end in sentences(passage.text) if start >= below]
    lines = []
    for start, end in [span for span in spans if passage.text[slice(*span)].strip()][:_MOST_PARTS]:
        number = sources.cite(passage, passage.start + start, passage.start + end)
        lines.append(f"· {passage.text[start:end].strip()}{marks([number])}")
    return lines
