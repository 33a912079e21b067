"""A question for what an appendix lists (2024年拟撤并教学点有哪些) into the rows below its heading."""

import re
from collections.abc import Iterator, Sequence

from assistant.answer import Answer
from assistant.rolls.roll import Entry, told
from assistant.shelf import Shelf
from assistant.understanding.named import YEAR
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage, weigh
from ingest.parse.table import CELL_GAP
from ingest.records import Chunk, Document, Hit
from ingest.text import normalize

_ASKED = re.compile(
    r"^(?P<kind>[\u4e00-\u9fff\d]{4,30}?)(?:名单|名录|清单|目录)?"
    r"(?:(?:一共|总共|都|分别|具体)*(?:有|是|包括)(?:哪些|哪几[个所家项处条]|什么))?[?。呢]*$"
)
# 撤并多少个教学点 asks for one number, 谁, 怎么 for something else: no name of a list.
_ASKS_ELSE = re.compile("多少|几|谁|哪|什么|怎|如何|为何|是否|何时|[吗么]$")
_HEADED = re.compile(r"^附[件表录]?\d*[:：]?|(?:情况)?(?:一览表|统计表|明细表|名单|名录|清单|目录|情况|表)$")
_LINE = re.compile(r"[^\n]+")
_TOTAL = re.compile(r"(?:^|[：:　\s])(?:合计|总计|小计)(?=$|[：:　\s])")
_NAMED, _FEWEST, _LOOKED_AT = 0.85, 3, 5


def list_appended(question: Question, hits: Sequence[Hit], shelf: Shelf) -> Answer | None:
    """List the rows of an appendix whose heading is what a question names; None where there is none.

    :param hits: passages found for the question, of which one must stand in the appendix.
    """
    asked = _ASKED.search(normalize(question.text))
    asked = None if asked and _ASKS_ELSE.search(asked["kind"]) else asked
    tables = [hit.chunk for hit in hits[:_LOOKED_AT] if CELL_GAP in hit.chunk.text] if asked else []
    for chunk in tables:
        if asked is None or not chunk.path or not _is_named(asked["kind"], chunk):
            continue
        document = shelf.open(chunk.doc)
        entries = list(_rows(document, chunk.section))
        if len(entries) >= _FEWEST:
            heading = document.sections[chunk.section].title
            return told(question.text, f"《{document.header.title}》“{heading}”", entries)
    return None


def _is_named(kind: str, chunk: Chunk) -> bool:
    """Tell whether the heading of a passage and a question name the same things, of the same years."""
    title = _HEADED.sub("", normalize(chunk.path[-1]))
    years, own_years = set(YEAR.findall(kind)), set(YEAR.findall(title)) or set(map(str, chunk.years))
    if years and not years & own_years:
        return False
    place = normalize(chunk.place)
    words = kind.replace(place, " ") if place else kind
    own, said = weigh(title), weigh(words)
    return bool(own and said) and min(coverage(said, title), coverage(own, words)) >= _NAMED


def _rows(document: Document, index: int) -> Iterator[Entry]:
    """Find the lines of several cells below a heading, but for the one that adds them up."""
    section = document.sections[index]
    for line in _LINE.finditer(document.text, section.body, section.own_end):
        if CELL_GAP in line[0] and not _TOTAL.search(line[0]):
            yield Entry(document, "；".join(line[0].split(CELL_GAP)).strip(), index, *line.span())
