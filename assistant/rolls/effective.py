"""A question which documents hold from a day on (自2021年1月1日起施行) into those whose text says so."""

import re

from assistant.answer import Answer
from assistant.citing.citations import section_passage
from assistant.retrieval.retrieve import Retriever
from assistant.rolls.roll import Entry, told
from assistant.shelf import Shelf
from assistant.understanding.narrowing import is_source
from assistant.understanding.question import Question
from ingest.text import normalize, sentences

_DEED = "(?:施行|实施|执行|生效)"
_DAY = r"(?P<year>20\d\d)年(?:(?P<month>\d{1,2})月)?(?:(?P<day>\d{1,2})[日号])?"
_ASKED = re.compile(
    rf"[自从]?{_DAY}(?:起|开始|以后)?(?:正式)?{_DEED}的?[^?]{{0,8}}有(?:哪些|什么|哪几|几|多少)"
    rf"|(?:哪些|什么|哪几个?)[^?]{{0,8}}?(?:是)?[自从]?{_DAY.replace('P<', 'P<b')}"
    rf"(?:起|开始|以后)?(?:正式)?{_DEED}"
)
_SAID = re.compile(rf"[自从于]?{_DAY}起?(?:正式)?{_DEED}")


def list_effective(question: Question, retriever: Retriever, shelf: Shelf) -> Answer | None:
    """List the documents that say they hold from a day on; None where none is asked, or none says so."""
    asked = _ASKED.search(normalize(question.text))
    if asked is None:
        return None
    wanted = tuple(int(part) for part in (asked["year"] or asked["byear"], *_rest(asked)) if part)
    docs = {chunk.doc for word in ("施行", "实施", "执行", "生效") for chunk in retriever.holding(word)}
    anyone = [info for info in shelf.documents() if info.doc in docs and is_source(question, info)]
    entries = [entry for info in anyone for entry in _saying(info.doc, wanted, shelf)]
    words = (
        "年".join(map(str, wanted[:1]))
        + "年"
        + "".join(f"{n}{u}" for n, u in zip(wanted[1:], "月日", strict=False))
    )
    return told(question.text, f"写明{words}起施行的文件", entries) if entries else None


def _rest(asked: re.Match[str]) -> tuple[str | None, str | None]:
    return asked["month"] or asked["bmonth"], asked["day"] or asked["bday"]


def _saying(doc: str, wanted: tuple[int, ...], shelf: Shelf) -> list[Entry]:
    """Find the first sentence of a document that names the day, as precisely as it is asked."""
    document = shelf.open(doc)
    for index, section in enumerate(document.sections):
        own = document.text[section.start : section.own_end]
        for start, end in sentences(own):
            said = _SAID.search(normalize(own[start:end]))
            if said and tuple(int(part) for part in said.groups() if part)[: len(wanted)] == wanted:
                passage = section_passage(document, index)
                words = " ".join(own[start:end].split())
                return [Entry(document, words, index, passage.start + start, passage.start + end)]
    return []
