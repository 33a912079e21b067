"""A question when, or from what, offices were set up into the sentences that say so."""

import re
from collections.abc import Iterator, Sequence

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources
from assistant.evidence.refusal import Missing, refuse
from assistant.retrieval.retrieve import Retriever
from assistant.rolls.bounded import bound_in, days_in
from assistant.rolls.roll import Entry, cited, told
from assistant.shelf import Shelf
from assistant.understanding.narrowing import is_source
from assistant.understanding.question import Question
from ingest.facts.dates import DATE
from ingest.facts.names import is_unit
from ingest.records import Document, Hit
from ingest.text import normalize, sentences

_SET_UP = "设立|成立|组建|新设|挂牌"
_RENAMED = "更名|改名|改称"
_DEED = f"{_SET_UP}|{_RENAMED}|撤销"
_WHEN = r"(?:是|在|于)?(?:什么时[候间]|何时|哪一?年|几月|几几年)"
_BY = r"(?:是)?由(?:谁|哪[些几]?个?(?:单位|部门|股室|机构)?)"
_ASKED = re.compile(
    rf"^(?P<office>[\u4e00-\u9fff（）()]{{2,20}}?)(?P<what>{_WHEN}|{_BY})"
    rf"(?:正式|整合|合并|批准|决定|新)*(?P<deed>{_DEED})(?:而成|起来)?的?[?呢。]*$"
)
_ALL = re.compile(
    rf"(?:哪些|哪几个|什么)(?:股室|科室|单位|部门|机构|中心|办公室).{{0,16}}?(?:{_SET_UP}|{_RENAMED}|撤销)"
    rf"|(?:{_SET_UP}|{_RENAMED}|撤销)(?:立|的|了)*(?:股室|科室|单位|部门|机构|中心|办公室)?(?:是|有)?(?:哪些|哪几个|哪个|什么)"
    rf"|年.{{0,12}}(?:{_SET_UP}|{_RENAMED}|撤销)(?:立|了)?的(?:股室|科室|单位|部门|机构|中心|办公室)(?:名单|清单)?[?。]*$"
)
_FORMED = re.compile(
    r"由[^，,。；;]{2,}|整合|合并|经[^，,。；;]{2,16}(?:批准|同意|研究)|在[^，,。；;]{2,16}基础上"
)
_SECTIONS = re.compile("(?:股|科|处)室")
_BRACKET = re.compile(r"[（(].*")
_MOST = 3


def tell_founding(
    question: Question, hits: Sequence[Hit], retriever: Retriever, shelf: Shelf
) -> Answer | None:
    """Quote what says when, or from what, an office was set up, newest document first.

    None where nothing of the kind is asked, or no document says it; a refusal where it is a whole body.

    :param hits: passages found for the question, which a refusal names.
    """
    asked = _ASKED.search(normalize(question.text))
    if asked is None:
        return _list_founded(question, hits, retriever, shelf)
    office = question.concerned or question.unit or asked["office"]
    fact = DATE if re.match(_WHEN, asked["what"]) else _FORMED
    docs = {chunk.doc for chunk in retriever.holding(office)}
    infos = [info for info in shelf.documents() if info.doc in docs and is_source(question, info)]
    infos.sort(key=lambda info: -(info.header.year or 0))
    deed = re.compile(_SET_UP if asked["deed"] in _SET_UP else asked["deed"])
    found = [
        entry
        for info in infos
        for entry in _saying(shelf.open(info.doc), deed, fact)
        if _speaks_of(entry, office, deed)
    ]
    if not found:
        is_body = any(asked["office"].endswith(body.label) for body in question.bodies)
        return refuse(question, hits, Missing.FACT) if is_body else None
    found.sort(key=lambda one: not normalize(one.document.sections[one.section].title).startswith(office))
    sources = Sources()
    lines = [f"《{one.document.header.title}》：{one.text}{cited(one, sources)}" for one in found[:_MOST]]
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _list_founded(
    question: Question, hits: Sequence[Hit], retriever: Retriever, shelf: Shelf
) -> Answer | None:
    """List the offices that documents say were set up in, since or before the time asked.

    Where one office is asked after, it alone; a refusal where it was not.
    """
    text = normalize(question.text)
    bound = bound_in(text) if _ALL.search(text) else None
    if bound is None:
        return None
    deed = re.compile(next(words for words in (_SET_UP, _RENAMED, "撤销") if re.search(words, text)))
    docs = {chunk.doc for word in deed.pattern.split("|") for chunk in retriever.holding(word)}
    entries = [
        entry
        for doc in sorted(docs.intersection(info.doc for info in shelf.documents()))
        for entry in _saying(shelf.open(doc), deed, DATE)
        if _is_office(entry, text, deed) and any(bound.admits(day) for day in _days(entry))
    ]
    if office := question.concerned or question.unit:
        entries = [entry for entry in entries if _speaks_of(entry, office, deed)]
        if not entries:
            return refuse(question, hits, Missing.FACT)
    return (
        told(question.text, f"写明{bound.words}{deed.pattern.split('|')[0]}的机构", entries)
        if entries
        else None
    )


def _days(entry: Entry) -> list[tuple[int, ...]]:
    return days_in(normalize(entry.document.text[entry.start : entry.end]))


def _is_office(entry: Entry, text: str, deed: re.Pattern[str]) -> bool:
    """Tell whether the heading a sentence stands under is an office; a small one where 股室 are asked."""
    title = _BRACKET.sub("", entry.document.sections[entry.section].title)
    is_meant = not _SECTIONS.search(text) or title.endswith(("股", "科", "室", "办", "处"))
    return is_meant and is_unit(title) and deed.search(title) is None


def _saying(document: Document, deed: re.Pattern[str], fact: re.Pattern[str]) -> Iterator[Entry]:
    """Find the sentences of a document that say when, or from what, something was set up."""
    for index, section in enumerate(document.sections):
        own = document.text[section.start : section.own_end]
        if deed.search(own) is None:
            continue
        for start, end in sentences(own):
            said = own[start:end]
            if deed.search(said) and fact.search(said):
                words = said.strip()
                title = section.title if section.title and section.title not in words else ""
                text = f"{title}：{words}" if title else words
                yield Entry(document, text, index, section.start + start, section.start + end)


def _speaks_of(entry: Entry, office: str, deed: re.Pattern[str]) -> bool:
    """Tell whether it is the office that was set up: it heads the sentence, or stands beside the deed."""
    title = normalize(entry.document.sections[entry.section].title)
    said = normalize(entry.document.text[entry.start : entry.end])
    name, verb = re.escape(normalize(office)), deed.pattern
    beside = rf"(?:{verb})(?:了|立)?[^,，。;；]{{0,6}}{name}|{name}[^,。;；]{{0,16}}?(?:{verb})"
    return _BRACKET.sub("", title) == normalize(office) or re.search(beside, said) is not None
