"""A question which documents are in force from, since or before a day on into those whose text says so."""

import re

from assistant.answer import Answer
from assistant.citing.citations import section_passage
from assistant.retrieval.retrieve import Retriever
from assistant.rolls.bounded import AFTER, BEFORE, DAY, Bound, bound_in, days_in
from assistant.rolls.roll import Entry, told
from assistant.shelf import Shelf
from assistant.understanding.narrowing import is_source
from assistant.understanding.question import Question
from ingest.text import normalize, sentences

_DEED = "(?:施行|实施|执行|生效)"
_DAYS = rf"{DAY}(?:[到至—–~-]+{DAY})?(?:{AFTER}|{BEFORE}|之?间|期间|起)?"
_WHICH = "(?:哪些|什么|哪几个?|几|多少)"
_FILES = "(?:文件|文档|法规|规章|条例|办法|规定|制度|政策)"
_ASKED = re.compile(
    rf"{_DAYS}(?:正式|开始)?{_DEED}的?[^?]{{0,8}}有{_WHICH}|{_DAYS}(?:正式|开始)?{_DEED}的{_FILES}[?。]*$"
    rf"|{_WHICH}[^?]{{0,8}}?(?:是)?[自从在]?{_DAYS}(?:正式|开始)?{_DEED}"
)
_SAID = re.compile(rf"[自从于]?(?P<day>{DAY})起?(?:正式)?{_DEED}(?![的了过])")


def list_effective(question: Question, retriever: Retriever, shelf: Shelf) -> Answer | None:
    """List the documents that say they hold from a day on; None where none is asked, or none says so."""
    text = normalize(question.text)
    bound = bound_in(text) if _ASKED.search(text) else None
    if bound is None:
        return None
    docs = {chunk.doc for word in ("施行", "实施", "执行", "生效") for chunk in retriever.holding(word)}
    anyone = [info for info in shelf.documents() if info.doc in docs and is_source(question, info)]
    entries = [entry for info in anyone for entry in _saying(info.doc, bound, shelf)]
    return told(question.text, f"写明{bound.words}施行的文件", entries) if entries else None


def _saying(doc: str, bound: Bound, shelf: Shelf) -> list[Entry]:
    """Find the first sentence of a document that names a day within the time asked."""
    document = shelf.open(doc)
    for index, section in enumerate(document.sections):
        own = document.text[section.start : section.own_end]
        for start, end in sentences(own):
            said = _SAID.search(normalize(own[start:end]))
            if said and bound.admits(days_in(said["day"])[0]):
                passage = section_passage(document, index)
                words = " ".join(own[start:end].split())
                return [Entry(document, words, index, passage.start + start, passage.start + end)]
    return []
