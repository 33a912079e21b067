"""A question for where the last answer is from, or for one line of it, into documents and their words."""

import re
from dataclasses import replace
from itertools import groupby

from assistant.answer import Answer, Citation, Mode
from assistant.citing.citations import marks
from assistant.documents.parts import quote_part
from assistant.shelf import Shelf
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from ingest.records import Header

_LONGEST_HEADING = 40
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def tell_whence(question: Question, shelf: Shelf) -> Answer:
    """Name document, number, date and headings of every source of an answer, in the order of its marks.

    Where more than a complete list is asked for, that it is complete is said again.
    Where what it says is asked (上面第二条说的是什么) its whole paragraph is quoted.
    """
    if question.whole:
        return _nothing_more(question)
    if question.intent is Intent.SUMMARY:
        return _in_full(question.text, question.cited[0], shelf)
    lines = ["上面的回答出自："]
    ordered = sorted(question.cited, key=lambda citation: citation.n)
    for (doc, path), group in groupby(ordered, key=lambda citation: (citation.doc, citation.path)):
        header = shelf.open(doc).header
        known = "，".join(filter(None, (header.number, _dated(header))))
        known = f"（{known}）" if known else ""
        below = "".join(f" › {_short(heading)}" for heading in path)
        lines.append(f"· 《{header.title}》{known}{below}{marks(citation.n for citation in group)}")
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, tuple(ordered))


def _dated(header: Header) -> str:
    """Give the date of a document as it is read, or else its year."""
    if day := _DAY.fullmatch(header.date):
        return "{}年{}月{}日".format(*map(int, day.groups()))
    return f"{header.year}年" if header.year else ""


def _nothing_more(question: Question) -> Answer:
    """Say that a complete list was complete, with the first source of each document it stood on."""
    first = {citation.doc: citation for citation in reversed(question.cited)}
    ordered = sorted(first.values(), key=lambda citation: citation.n)
    cited = tuple(replace(citation, n=n) for n, citation in enumerate(ordered, 1))
    told = f"{question.whole}，没有别的了。{marks(citation.n for citation in cited)}"
    return Answer(question.text, told, Mode.EXTRACT, cited)


def _in_full(question: str, cited: Citation, shelf: Shelf) -> Answer:
    """Quote the section that a source stands in."""
    document = shelf.open(cited.doc)
    holding = [
        index
        for index, section in enumerate(document.sections)
        if section.start <= cited.start < section.own_end
    ]
    return quote_part(question, document, holding[-1] if holding else 0)


def _short(heading: str) -> str:
    heading = re.sub(r"\s+", " ", heading)
    return heading if len(heading) <= _LONGEST_HEADING else f"{heading[:_LONGEST_HEADING]}…"
