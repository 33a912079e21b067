"""A question for rows of a table by number, unit or class (第9项, 牵头股室是人事股的) into those rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources
from assistant.rolls.roll import Entry, cited, told
from assistant.rolls.rows import cells_of, is_row, numbered_rows
from assistant.shelf import Shelf
from assistant.understanding.named import YEAR
from assistant.understanding.narrowing import admits, is_source
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage, weigh
from ingest.index.entry import DocumentInfo
from ingest.records import Document
from ingest.text import cn_number, normalize

_NUMERAL = r"\d{1,3}|[一二三四五六七八九十]{1,3}"
_ORDINAL = rf"第({_NUMERAL})[项件个条]"
_BY_NUMBER = re.compile(rf"(?P<kind>[\u4e00-\u9fff\d]{{2,30}}?)的?(?:中|里)?(?P<number>{_ORDINAL})")
_UNIT = r"(?:单位|部门|股室|科室|处室|人)"
_BY_UNIT = re.compile(
    rf"(?:(?P<column>牵头|责任|配合|主办|协办){_UNIT}(?:里|中)?(?:是|为|有|包含|包括|含有?)(?P<unit>[\u4e00-\u9fff]{{2,16}}?)"
    rf"|由?(?P<by>[\u4e00-\u9fff]{{2,16}}?)(?P<verb>牵头|主办|配合|负责))(?:负责)?的(?P<kind>[\u4e00-\u9fff]{{2,24}}?)"
    r"(?:(?:一共|总共|分别|都|各)*(?:有|是|包括)|一共)(?:哪|什么|几|多少)"
)
# 民生实事中责任单位是县教体局的有哪些, 民生实事里由人事股牵头的有几项.
_UNIT_BEHIND = re.compile(
    rf"(?P<kind>[\u4e00-\u9fff\d]{{2,30}}?)(?:中|里面?|当中)[，,]?(?:(?P<column>牵头|责任|配合|主办|协办){_UNIT}(?:里|中)?"
    rf"(?:是|为|有|包含|包括|含有?)(?P<unit>[\u4e00-\u9fff]{{2,16}}?)|由(?P<by>[\u4e00-\u9fff]{{2,16}}?)(?P<verb>牵头|主办|配合|负责))"
    r"的(?:任务|项目|事项)?(?:(?:一共|总共|分别|都|各)*(?:有|是|包括)|一共)(?:哪|什么|几|多少)"
)
# 哪些民生实事由县公安局配合.
_WHICH_BY = re.compile(
    r"^(?:哪些|哪几[项件个]|多少[项件个])(?P<kind>[\u4e00-\u9fff]{2,24}?)(?:是|都)?由(?P<by>[\u4e00-\u9fff]{2,16}?)"
    r"(?P<verb>牵头|主办|配合|负责)的?[?。]*$"
)
# 体卫艺股牵头哪几项民生实事.
_LED_WHICH = re.compile(
    r"^(?P<by>[\u4e00-\u9fff]{2,16}?)(?P<verb>牵头|主办|配合|负责|承担)(?:了|的是?|着)?(?:哪些|哪几[项件个]|[几多]少?[项件个])"
    r"(?P<kind>(?!工作|任务|事项)[\u4e00-\u9fff]{2,24}?)[?。]*$"
)
# 民生实事有哪些, 教育民生实事是哪18项.
_ALL_ROWS = re.compile(
    rf"^(?P<kind>[\u4e00-\u9fff\d]{{2,30}}?)(?:项目|事项|清单)?(?:一共|总共|都|主要|分别|具体)*(?:有|是|包括)"
    rf"(?:哪些|哪几[项件个]|哪(?:{_NUMERAL})[项件个])(?:项目|事项)?[?。]*$"
)
# 民生实事由谁牵头: of a list that is all of them.
_EACH_TOLD = re.compile(
    r"^(?P<kind>[\u4e00-\u9fff\d]{2,30}?)(?P<before>)(?P<asked>(?:由|归|是)(?:谁|哪[个些]?(?:单位|部门|股室|科室))来?(?:牵头|负责|主办)?)"
    r"(?:的)?(?:[，,][^，,]{0,10})?[?。]*$"
)
# What every table has, and so names none: 党建办牵头的任务有哪些 asks for all of them anywhere.
_ANY_KIND = re.compile("(?:重点|主要|具体|年度|工作)*(?:工作|任务|事项)")
_OF_UNIT = (_BY_UNIT, _WHICH_BY, _LED_WHICH)
_LISTING = re.compile(
    r"(?:项目|清单|分解表|责任表|任务表|分工表|一览表|目录|台账|实事)(?:[（(][^（()）]*[）)])?$"
)
_EACH = re.compile(
    rf"(?:(?:这|那|全部|所有|各)?(?:{_NUMERAL})?[项件个条大]*)(?P<kind>[\u4e00-\u9fff]{{2,24}}?)的?"
    r"(?P<before>(?:(?:完成)?(?:时限|时间|期限)|(?:牵头|责任|配合)[\u4e00-\u9fff]{0,2}|目标[\u4e00-\u9fff]{0,2}|指标)?)"
    r"(?:分别|各自?|都)(?P<asked>(?:是|由|归|在|到|应)[^?]{1,16})"
)
_BY_CLASS = re.compile(
    r"(?P<class>[\u4e00-\u9fff]{2,12}?)[类方]面?的?(?P<kind>[\u4e00-\u9fff]{2,24}?)(?:一共|总共|分别|都)*(?:有|是|包括)(?:哪|什么|几|多少)"
)
_COLUMNS = (
    (re.compile("时限|时间|期限|什么时候|何时|几月"), re.compile("时限|时间|期限|日期")),
    (re.compile("牵头|主办"), re.compile("牵头|主办")),
    (re.compile("配合|协办"), re.compile("配合|协办")),
    (re.compile("责任|负责|哪个?(?:单位|部门)|谁"), re.compile("责任|负责|牵头|主办")),
    (re.compile("目标|指标|多少"), re.compile("目标|指标|任务量|数量")),
)
_SPLIT = re.compile("[、，,；;]")
_FILTERED = re.compile("时限|期限|牵头|责任|配合|负责|完成|中.|由|涉及|类$|[月日]")
_LEVEL = re.compile("^(?:[省市县区]|国家)(?=..)")
_UNIT_COLUMN = re.compile("牵头|责任|负责|主办")
_KIND_LED = re.compile(r"^(?:20\d\d)?(?:年度?)?[的在]?(?:\d{1,2}[项件个])?")
_NAMED, _FEWEST, _SAME, _SHORT_ENOUGH, _LONGEST = 0.8, 3, 0.6, 480, 60


def list_rows(question: Question, shelf: Shelf) -> Answer | None:
    """List the rows of the newest table whose title is of the kind a question names.

    None where it asks no rows, there is no such table, or none of its rows is meant.
    """
    text = normalize(question.text)
    for pattern in (
        _BY_NUMBER,
        _BY_UNIT,
        _UNIT_BEHIND,
        _WHICH_BY,
        _LED_WHICH,
        _EACH,
        _EACH_TOLD,
        _BY_CLASS,
        _ALL_ROWS,
    ):
        found = pattern.search(text)
        if found and pattern in _OF_UNIT and _ANY_KIND.fullmatch(_KIND_LED.sub("", found["kind"])):
            continue
        for document in _tables(question, found["kind"], shelf) if found else ():
            assert found is not None
            if pattern in (_ALL_ROWS, _EACH_TOLD) and not _is_listed(found["kind"], document):
                continue
            if rows := _meant(found, document, _rows(document)):
                return _told(question, text, found, document, rows)
    return None


def _is_listed(kind: str, document: Document) -> bool:
    """Tell whether a document's title says that it lists the kind itself: 民生实事任务分解表."""
    header = document.header
    title = _LISTING.sub("", YEAR.sub("", normalize(header.title).replace(normalize(header.place), "")))
    named = weigh(title.removesuffix("任务"))
    is_part = _FILTERED.search(kind) is not None
    return not is_part and _LISTING.search(header.title) is not None and coverage(named, kind) >= _SAME


def _tables(question: Question, kind: str, shelf: Shelf) -> Iterator[Document]:
    """Open the documents of a kind, by their titles, that are tables with numbered rows, newest first."""
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
    return (document for document in opened if len(_rows(document)) >= _FEWEST)


def _rows(document: Document) -> list[int]:
    """The sections of a document that are numbered rows of several cells, or the items of a list."""
    is_list = _LISTING.search(document.header.title) is not None
    return numbered_rows(document, range(len(document.sections)), is_list=is_list)


def _meant(found: re.Match[str], document: Document, rows: Sequence[int]) -> list[int]:
    groups = found.re.groupindex
    if "number" in groups:
        number = cn_number(re.findall(_ORDINAL, found.string)[-1])  # that of what goes on from a question
        return [row for row in rows if cn_number(document.sections[row].number) == number]
    if "by" in groups:
        column, unit = _unit_asked(found)
        cells = re.compile(column)
        cells = cells if any(_cell(document, row, cells) for row in rows) else _UNIT_COLUMN
        return [row for row in rows if _names(unit, _cell(document, row, cells))]
    if "class" in groups:
        return [row for row in rows if any(found["class"] == title for title in document.path(row)[:-1])]
    if found.re is _ALL_ROWS:
        return list(rows)
    asked = column_asked(found["before"] + found["asked"])
    return [row for row in rows if asked and _cell(document, row, asked)]


def _unit_asked(found: re.Match[str]) -> tuple[str, str]:
    """Which column a unit is asked in, by its name or the verb, and the unit."""
    named = found.groupdict()
    return named.get("column") or found["verb"], named.get("unit") or found["by"]


def _names(unit: str, cell: str) -> bool:
    """Tell whether a cell names a unit, or one without its level (县教体局, 教体局; no 市教体局)."""
    bare = _LEVEL.sub("", unit)
    return any(name in (unit, bare) or _LEVEL.sub("", name) == unit for name in _SPLIT.split(cell))


def _cell(document: Document, row: int, column: re.Pattern[str]) -> str:
    """Give what stands in the columns of a kind, "" for nothing."""
    cells = cells_of(document, row).items()
    return "、".join(normalize(value) for label, value in cells if column.search(label))


def column_asked(text: str) -> re.Pattern[str] | None:
    """Give the heads of the columns that tell what is asked (由谁牵头, 什么时候), None for no such."""
    return next((column for asked, column in _COLUMNS if asked.search(text)), None)


def _told(
    question: Question, text: str, found: re.Match[str], document: Document, rows: Sequence[int]
) -> Answer:
    is_filtered = "by" in found.re.groupindex or "class" in found.re.groupindex
    column = None if is_filtered else column_asked(text[found.start("kind") :])
    kind = _KIND_LED.sub("", found["kind"].removeprefix(normalize(document.header.place)))
    entries = [_entry(document, row, column) for row in rows]
    if "number" in found.re.groupindex:
        sources = Sources()
        lines = [f"《{document.header.title}》：{one.text}{cited(one, sources)}" for one in entries]
        return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)
    if "by" in found.re.groupindex:
        by = "单位有".join(_unit_asked(found))
        what = f"《{document.header.title}》中{by}的{kind}"
    else:
        scope = f"{found['class']}类" if "class" in found.re.groupindex else ""
        what = f"《{document.header.title}》的{scope}{kind}"
    if found.re is _ALL_ROWS and sum(len(entry.text) for entry in entries) > _SHORT_ENOUGH:
        headings = [document.sections[row].heading for row in rows]
        entries = [replace(entry, text=heading) for entry, heading in zip(entries, headings, strict=True)]
    return told(question.text, what, entries)


def _entry(document: Document, row: int, column: re.Pattern[str] | None) -> Entry:
    """A row by its heading, with the cell that is asked; with all of them where none is."""
    section = document.sections[row]
    cells = {label: value for label, value in cells_of(document, row).items() if value != section.title}
    shown = {label: value for label, value in cells.items() if column and column.search(label)} or cells
    said = "；".join(f"{label}：{value}" for label, value in shown.items())
    own = document.text[section.body : section.own_end]
    if column is None and not is_row(document, row):
        said = " ".join(own.split())
        said = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
    return Entry(
        document,
        f"{section.heading}（{said}）" if said else section.heading,
        row,
        section.start,
        section.own_end,
    )
