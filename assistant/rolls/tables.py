"""A question for what a table of tasks holds (分工表有哪些任务，每项由谁牵头) into all of its rows."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answer import Answer
from assistant.rolls.roll import Entry, told
from assistant.rolls.rows import cells_of, numbered_rows
from assistant.shelf import Shelf
from assistant.understanding.named import YEAR
from assistant.understanding.narrowing import admits, is_source
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage, weigh
from ingest.records import Document, Hit
from ingest.text import normalize

_WHICH = r"(?:哪些|什么|哪几[项个]|几[项个]|多少[项个]?)"
_KIND = r"(?:主要|重点|具体|工作)*(?:任务|工作|事项|项目)"
_EACH = (
    r"[，,](?:分别|都|每一?[项个条件]|各项?)(?:任务|工作|事项|项目)?(?:分别|都)?(?:由|归|是)?"
    r"(?:谁|哪[个些几]?(?:单位|部门|股室|科室))(?:来)?(?:牵头|负责|主办|承担)?的?"
)
_ASKED = re.compile(
    rf"^(?P<of>.{{2,40}}?)(?:的|里面?|中|上)?(?:一共|总共|都|主要|具体)*(?:有|是|包括|列了?|安排了?){_WHICH}{_KIND}"
    rf"(?P<each>{_EACH})?[?。]*$"
)
_TABLE = re.compile(r"(?:分解|责任|任务|分工|进度|安排)表(?:[（(][^（()）]*[）)])?$")
_UNIT = re.compile("牵头|责任|负责|主办|承办")
_NAMED, _ABOUT, _FEWEST, _LOOKED_AT = 0.8, 0.4, 3, 10


def list_table(question: Question, hits: Sequence[Hit], shelf: Shelf) -> Answer | None:
    """List the rows of the newest table of tasks that a question names, by its title or its heading.

    None where it asks for no tasks or names no such table.

    :param hits: passages found for the question; a table within a document is looked for in theirs.
    """
    asked = _ASKED.search(normalize(question.text))
    if asked is None:
        return None
    for document, table, rows in _tables(question, hits, shelf):
        if not _is_named(asked["of"], document, table):
            continue
        entries = [_entry(document, row, asked["each"] is not None) for row in rows]
        title = document.sections[table].title if table else ""
        name = f"《{document.header.title}》" + (f"“{title}”" if title else "")
        return told(question.text, f"{name}的任务", entries)
    return None


def _is_named(words: str, document: Document, table: int) -> bool:
    """Tell whether words name a table: as one (分工表), or by most of what its title is about."""
    place = normalize(document.header.place)
    terms = weigh(YEAR.sub(" ", words).replace(place, " ") if place else YEAR.sub(" ", words))
    title = document.sections[table].title if table else document.header.title
    said = normalize(f"{document.header.title} {title}")
    if not terms or coverage(terms, said) < _NAMED:
        return False
    own = weigh(_TABLE.sub("", YEAR.sub(" ", normalize(title).replace(place, " "))))
    return words[-1] == "表" or coverage(own, words) >= _ABOUT


def _tables(
    question: Question, hits: Sequence[Hit], shelf: Shelf
) -> Iterator[tuple[Document, int, Sequence[int]]]:
    """Find tables of tasks: documents that are one, newest first, then those with such a heading.

    :return: a document, the section that is headed by the table's name (0 for the document), and its rows.
    """
    anyone = [info for info in shelf.documents() if admits(question, info)]
    whole = [info for info in anyone if _TABLE.search(info.title) and is_source(question, info)]
    for info in sorted(whole, key=lambda info: -(info.header.year or 0)):
        document = shelf.open(info.doc)
        if rows := _rows(document, range(len(document.sections))):
            yield document, 0, rows
    held = {info.doc for info in anyone}
    for doc in dict.fromkeys(hit.chunk.doc for hit in hits[:_LOOKED_AT] if hit.chunk.doc in held):
        document = shelf.open(doc)
        for table, section in enumerate(document.sections):
            below = [i for i, part in enumerate(document.sections) if part.parent == table]
            if table and _TABLE.search(section.title) and (rows := _rows(document, below)):
                yield document, table, rows


def _rows(document: Document, sections: Iterable[int]) -> list[int]:
    """Keep the sections that are numbered rows; [] for too few to be a table."""
    rows = numbered_rows(document, sections)
    return rows if len(rows) >= _FEWEST else []


def _entry(document: Document, row: int, each: bool) -> Entry:
    """A row by its heading, with the cells that name units where those are asked for."""
    section = document.sections[row]
    cells = cells_of(document, row).items() if each else ()
    units = [f"{label}：{value}" for label, value in cells if _UNIT.search(label)]
    missing = "没有写明" if each else ""
    said = "；".join(units) or missing
    text = f"{section.heading}（{said}）" if said else section.heading
    return Entry(document, text, row, section.start, section.own_end)
