"""A question for rows of a table by number, unit or class (第9项, 牵头股室是人事股的) into those rows."""

import re
from collections.abc import Sequence

from assistant.answer import Answer, Mode
from assistant.citations import Sources
from assistant.narrowing import admits, is_source
from assistant.question import Question
from assistant.rolls.roll import Entry, cited, told
from assistant.shelf import Shelf
from assistant.terms import coverage, weigh
from ingest.index.entry import DocumentInfo
from ingest.parse.table import CELL_GAP
from ingest.records import Document
from ingest.text import cn_number, normalize

_NUMERAL = r"\d{1,3}|[一二三四五六七八九十]{1,3}"
_ORDINAL = rf"第({_NUMERAL})[项件个条]"
_BY_NUMBER = re.compile(rf"(?P<kind>[\u4e00-\u9fff\d]{{2,30}}?)的?(?:中|里)?(?P<number>{_ORDINAL})")
_UNIT = r"(?:单位|部门|股室|科室|处室|人)"
_BY_UNIT = re.compile(
    rf"(?:(?P<column>牵头|责任|配合|主办|协办){_UNIT}(?:里|中)?(?:是|为|有|包含|包括|含有?)(?P<unit>[\u4e00-\u9fff]{{2,16}}?)"
    rf"|由?(?P<by>[\u4e00-\u9fff]{{2,16}}?)(?P<verb>牵头|主办|配合))(?:负责)?的(?P<kind>[\u4e00-\u9fff]{{2,24}}?)"
    r"(?:一共|总共|分别|都|各)*(?:有|是|包括)(?:哪|什么|几|多少)"
)
_EACH = re.compile(
    rf"(?:(?:这|那|全部|所有|各)?(?:{_NUMERAL})?[项件个条大]*)(?P<kind>[\u4e00-\u9fff]{{2,24}}?)的?"
    r"(?P<before>(?:(?:完成)?(?:时限|时间|期限)|(?:牵头|责任|配合)[\u4e00-\u9fff]{0,2}|目标[\u4e00-\u9fff]{0,2}|指标)?)"
    r"(?:分别|各自?)(?P<asked>(?:是|由|归|在|到|应)[^?]{1,16})"
)
_BY_CLASS = re.compile(
    r"(?P<class>[\u4e00-\u9fff]{2,12}?)[类方]面?的?(?P<kind>[\u4e00-\u9fff]{2,24}?)(?:一共|总共|分别|都)*(?:有|是|包括)(?:哪|什么|几|多少)"
)
_COLUMNS = (
    (re.compile("时限|时间|期限|什么时候|何时|几月"), re.compile("时限|时间|期限|日期")),
    (re.compile("牵头|主办"), re.compile("牵头|主办")),
    (re.compile("配合|协办"), re.compile("配合|协办")),
    (re.compile("责任|负责"), re.compile("责任|负责")),
    (re.compile("目标|指标|多少"), re.compile("目标|指标|任务量|数量")),
)
_CELL = re.compile(r"(?P<label>[^：:\s]{2,10})[：:](?P<value>.*)", re.DOTALL)
_SPLIT = re.compile("[、，,；;]")
_NAMED, _FEWEST = 0.8, 3


def list_rows(question: Question, shelf: Shelf) -> Answer | None:
    """List the rows of the newest table whose title is of the kind a question names.

    None where it asks no rows, there is no such table, or none of its rows is meant.
    """
    text = normalize(question.text)
    for pattern in (_BY_NUMBER, _BY_UNIT, _EACH, _BY_CLASS):
        found = pattern.search(text)
        document = _table(question, found["kind"], shelf) if found else None
        if found and document:
            rows = _meant(found, document, _rows(document))
            return _told(question, text, found, document, rows) if rows else None
    return None


def _table(question: Question, kind: str, shelf: Shelf) -> Document | None:
    """Open the newest document of a kind, by its title, that is a table with numbered rows."""
    terms = weigh(kind)
    named: list[DocumentInfo] = [
        info
        for info in shelf.documents()
        if terms
        and admits(question, info)
        and is_source(question, info)
        and coverage(terms, normalize(info.title)) >= _NAMED
    ]
    named.sort(key=lambda info: -(info.header.year or 0))
    opened = (shelf.open(info.doc) for info in named)
    return next((document for document in opened if len(_rows(document)) >= _FEWEST), None)


def _rows(document: Document) -> list[int]:
    """The sections of a document that are numbered rows of several cells."""
    return [
        index
        for index, section in enumerate(document.sections)
        if index and section.number and CELL_GAP in document.text[section.start : section.own_end]
    ]


def _meant(found: re.Match[str], document: Document, rows: Sequence[int]) -> list[int]:
    groups = found.re.groupindex
    if "number" in groups:
        number = cn_number(re.findall(_ORDINAL, found.string)[-1])  # that of what goes on from a question
        return [row for row in rows if cn_number(document.sections[row].number) == number]
    if "unit" in groups:
        column, unit = found["column"] or found["verb"], found["unit"] or found["by"]
        return [row for row in rows if unit in _SPLIT.split(_cell(document, row, re.compile(column)))]
    if "class" in groups:
        return [row for row in rows if any(found["class"] == title for title in document.path(row)[:-1])]
    asked = _column(found["before"] + found["asked"])
    return [row for row in rows if asked and _cell(document, row, asked)]


def _cells(document: Document, row: int) -> dict[str, str]:
    section = document.sections[row]
    cells = map(_CELL.match, document.text[section.start : section.own_end].split(CELL_GAP))
    return {cell["label"]: cell["value"].strip() for cell in cells if cell}


def _cell(document: Document, row: int, column: re.Pattern[str]) -> str:
    cells = _cells(document, row).items()
    return next((normalize(value) for label, value in cells if column.search(label)), "")


def _column(text: str) -> re.Pattern[str] | None:
    return next((column for asked, column in _COLUMNS if asked.search(text)), None)


def _told(
    question: Question, text: str, found: re.Match[str], document: Document, rows: Sequence[int]
) -> Answer:
    is_filtered = "unit" in found.re.groupindex or "class" in found.re.groupindex
    column = None if is_filtered else _column(text[found.start("kind") :])
    entries = [_entry(document, row, column) for row in rows]
    if "number" in found.re.groupindex:
        sources = Sources()
        lines = [f"《{document.header.title}》：{one.text}{cited(one, sources)}" for one in entries]
        return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)
    if "unit" in found.re.groupindex:
        by = f"{found['column'] or found['verb']}单位有{found['unit'] or found['by']}"
        what = f"《{document.header.title}》中{by}的{found['kind']}"
    else:
        scope = f"{found['class']}类" if "class" in found.re.groupindex else ""
        what = f"《{document.header.title}》的{scope}{found['kind']}"
    return told(question.text, what, entries)


def _entry(document: Document, row: int, column: re.Pattern[str] | None) -> Entry:
    """A row by its heading, with the cell that is asked; with all of them where none is."""
    section = document.sections[row]
    cells = {label: value for label, value in _cells(document, row).items() if value != section.title}
    shown = {label: value for label, value in cells.items() if column and column.search(label)} or cells
    said = "；".join(f"{label}：{value}" for label, value in shown.items())
    return Entry(document, f"{section.heading}（{said}）", row, section.start, section.own_end)
