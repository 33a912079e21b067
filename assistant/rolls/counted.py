"""A question for the things a text announces by number into all of them, where a document names them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from assistant.rolls.about import topic_of
from assistant.rolls.announced import Announced, asked_things
from assistant.rolls.headed import numbered_parts, parts_alike, parts_below, parts_called, parts_headed
from assistant.rolls.roll import WHOLE
from assistant.rolls.things import (
    Span,
    is_defined,
    sentence_at,
    things_beside,
    things_numbered,
    things_parted,
)
from assistant.shelf import Shelf
from assistant.understanding.narrowing import admits, is_source
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage, weigh
from ingest.records import Document, Hit
from ingest.text import normalize

_LEADS_ON = re.compile(r"[以如]下|下列|[:：]\s*\Z")
_LOOKED_AT = 12
_LONGEST = 60
_NAMED = 0.5
_SAID, _SAID_OF_ANY_NUMBER = 0.4, 0.55


@dataclass(frozen=True, slots=True)
class Found:
    """Where a document announces things, and which they are: words of that sentence, or sections.

    :param words: the announcing words, as printed.
    :param defines: whether the sentence defines them.
    :param listing: the document whose sections they are.
    """

    document: Document
    sentence: Span
    words: str
    count: int
    defines: bool = False
    beside: Sequence[Span] = ()
    listing: Document | None = None
    parts: Sequence[int] = ()

    @property
    def section(self) -> int:
        """Index of the section that announces them."""
        return max(i for i, part in enumerate(self.document.sections) if part.start <= self.sentence[0])

    @property
    def is_whole(self) -> bool:
        """Whether as many are named as announced."""
        return len(self.beside or self.parts) == self.count


def list_announced(question: Question, hits: Sequence[Hit], shelf: Shelf) -> Answer | None:
    """List the things a question asks by their number or name; None where no document names all of them.

    :param hits: passages found for the question, best first.
    """
    announced = asked_things(question.text)
    if announced is None:
        return None
    infos = {info.doc: info for info in shelf.documents()}
    docs = [doc for doc in dict.fromkeys(hit.chunk.doc for hit in hits) if doc in infos]
    meant = [doc for doc in docs if admits(question, infos[doc]) and is_source(question, infos[doc])]
    documents = [shelf.open(doc) for doc in meant[:_LOOKED_AT]]
    best = _best(question, announced, documents)
    said = best is None and any(announced.pattern().search(document.text) for document in documents)
    if best is None and announced.kind and announced.count and not said:  # of another number than is asked
        best = _only(question, replace(announced, count=0), documents)
    if best is None or (announced.count not in (0, best.count) and not best.words):
        return None
    answer = _beside(question, best) if best.beside else _below(question, best)
    differs = announced.count and announced.count != best.count
    notice = f"文件写明的是 {best.count} 项，不是所问的 {announced.count} 项" if differs else ""
    return replace(answer, notice=notice)


def _best(question: Question, announced: Announced, documents: Sequence[Document]) -> Found | None:
    """Find the document that names all, in the sentence that says most of what is asked."""
    titled = _titled(question, announced, documents)
    found = [one for document in documents for one in _in_document(announced, document, titled)]
    found = found or list(_without_announcement(announced, documents, titled))
    least = _SAID if announced.count else _SAID_OF_ANY_NUMBER
    best = max(found, key=lambda one: (one.is_whole, one.defines, _said(question, one)), default=None)
    if best is None or _said(question, best) < least or not (best.is_whole or announced.count):
        return None
    return best


def _only(question: Question, announced: Announced, documents: Sequence[Document]) -> Found | None:
    """Find what one document alone announces of a kind; of several nobody knows which is meant."""
    found = [best for document in documents if (best := _best(question, announced, [document]))]
    return found[0] if len(found) == 1 else None


def _said(question: Question, found: Found) -> float:
    """How much of a question the announcing sentence and its headings hold."""
    document, said = found.document, found.document.text[slice(*found.sentence)]
    headings = (document.header.title, *document.path(found.section))
    return coverage(weigh(question.text), normalize("".join((*headings, said))))


def _in_document(announced: Announced, document: Document, titled: Sequence[Document]) -> Iterator[Found]:
    """Find where a document announces the things and names them, there or by its parts.

    :param titled: documents of that title, which may list by number what it announces.
    """
    parts = parts_alike(document, announced.kind)
    if parts and announced.count in (0, len(parts)):
        yield _listed(document, parts)
        return
    for match in announced.pattern().finditer(document.text):
        count = announced.read(match)
        if count < 2:
            continue
        sentence = sentence_at(document.text, match.start())
        defines = is_defined(document.text, match.start())
        found = Found(document, sentence, match[0].strip('“”"'), count, defines)
        apart = [way(document.text, count, match.end()) for way in (things_numbered, things_parted)]
        if things := next(filter(None, apart), None) or things_beside(document.text, count, *match.span()):
            yield replace(found, beside=things)
        elif parts := _parts_below(announced, found) or parts_headed(document, announced.kind):
            yield replace(found, listing=document, parts=parts)
        else:
            listed = ((other, numbered_parts(other, count)) for other in titled)
            yield from (replace(found, listing=other, parts=parts) for other, parts in listed if parts)


def _parts_below(announced: Announced, found: Found) -> Sequence[int]:
    """Find the things among the parts below the section that announces them.

    The chapters of a document are what its opening announces only where it says so, or counts kinds.
    """
    leads_on = _LEADS_ON.search(found.document.text, *found.sentence)
    if found.section == 0 and not leads_on and not announced.counts_kinds:
        return ()
    return parts_below(found.document, found.count, found.section)


def _titled(question: Question, announced: Announced, documents: Sequence[Document]) -> list[Document]:
    """Keep the documents whose titles name the kind, or most of what a question asks many things about."""
    if not announced.kind:
        return []
    topic = topic_of(question)
    titles = ((document, normalize(document.header.title)) for document in documents)
    return [
        document
        for document, title in titles
        if announced.kind in title or (topic and coverage(topic, title) >= _NAMED)
    ]


def _without_announcement(
    announced: Announced, documents: Sequence[Document], titled: Sequence[Document]
) -> Iterator[Found]:
    """Find documents that list the things by their headings, though they do not say how many there are."""
    for document in documents:
        parts = parts_called(document, announced.kind)
        if not parts and announced.count and document in titled:
            parts = numbered_parts(document, announced.count)
        if parts and len(parts) == (announced.count or len(parts)):
            yield _listed(document, parts)


def _listed(document: Document, parts: Sequence[int]) -> Found:
    """Give sections of a document as what it lists without an announcement."""
    title = document.header.title
    start = max(document.text.find(title), 0)
    return Found(document, (start, start + len(title)), "", len(parts), listing=document, parts=parts)


def _beside(question: Question, found: Found) -> Answer:
    """Tell what a sentence names."""
    sources, text = Sources(), found.document.text
    mark = _announcing(found, sources)
    opening = f"《{found.document.header.title}》的“{found.words}”共 {found.count} 项，{WHOLE}："
    if any(end > found.sentence[1] or text[start:end][1:2] == "是" for start, end in found.beside):
        return _behind(question, found, f"{opening}{mark}", sources)
    names = "；".join(f"{number}. {text[slice(*span)]}" for number, span in enumerate(found.beside, 1))
    run = text[found.beside[0][0] : found.beside[-1][1]]
    is_split = "、".join(text[slice(*span)] for span in found.beside) != run  # 甲、乙和丙 is one phrase
    verbatim = f"（原文：{run}）" if is_split and len(run) <= _LONGEST and "\n" not in run else ""
    told = f"{opening}{names}。{mark}{verbatim}"
    return Answer(question.text, told, Mode.EXTRACT, sources.citations)


def _behind(question: Question, found: Found, opening: str, sources: Sources) -> Answer:
    """List what follows the sentence that announces it, each with its own quote."""
    document, lines = found.document, [opening]
    for start, end in found.beside:
        section = max(i for i, part in enumerate(document.sections) if part.start <= start)
        number = sources.cite(section_passage(document, section, end), start, end)
        lines.append(f"· {document.text[start:end]}{marks([number])}")
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _below(question: Question, found: Found) -> Answer:
    """List the sections that are what a sentence announces."""
    assert found.listing is not None
    sources = Sources()
    mark = _announcing(found, sources) if found.words else ""
    whole = f"共 {found.count} 项，{WHOLE}"
    extent = whole if found.is_whole else f"，与文件中能逐一找到的 {len(found.parts)} 项不同，以下是找到的"
    where = "" if found.listing is found.document else f"，《{found.listing.header.title}》逐项列出"
    opening = (
        f"《{found.document.header.title}》写明“{found.words}”{where}"
        if found.words
        else f"《{found.document.header.title}》列出的"
    )
    lines = [f"{opening}{extent}：{mark}"]
    lines += [_line(found.listing, part, sources) for part in found.parts]
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _announcing(found: Found, sources: Sources) -> str:
    """Cite the sentence that announces the things."""
    passage = section_passage(found.document, found.section, found.sentence[1])
    return marks([sources.cite(passage, *found.sentence)])


def _line(document: Document, index: int, sources: Sources) -> str:
    section = document.sections[index]
    end = max(section.body, section.start + 1)
    number = sources.cite(section_passage(document, index, end), section.start, end)
    title = section.heading if len(section.heading) <= _LONGEST else f"{section.heading[:_LONGEST]}…"
    return f"· {title}{marks([number])}"
