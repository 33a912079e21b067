"""What stands above a document's title, and the facts around it, out of its lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.clean.furniture import TEASER
from ingest.clean.particulars import read_cells, read_particulars, stray_facts
from ingest.clean.sheet import BODY_CHARS, Sheet
from ingest.numbering import Family, read_marker
from ingest.parse.table import is_row
from ingest.titles import (
    DATE,
    bare_title,
    find_number,
    is_title,
    joins_titles,
    kind_of,
    numbers_differ,
    piece_of,
    same_title,
)

_SENTENCE_CHARS = 10
_ITEM_CHARS = 6
_OPENING_LINES = 60
_TITLE_LINES = 4
_LONGEST_TITLE = 160
_TEASER_CHARS = 40
_TEASER_LINES = 30
# What stands above a title and belongs to the document.
_LETTERHEAD = re.compile(
    r"文件$|令$|^[〔\[]?(?:密级|特急|加急|签发人)|^签发人|公报$|^附\s*件"
    r"|^[（(]?(?:征求意见|讨论|送审|审议|修订|草案)\S{0,2}[）)]?$"
)
_SITE_NAME = re.compile(
    r"\S{2,24}(?:门户网站|官方网站|(?:信息|教育|政务|公众|政府|公开)网|信息公开(?:平台|专栏|目录)|政务公开|校务公开)"
)


@dataclass(frozen=True, slots=True)
class _Title:
    """The first line that gives the title, and the last, which stays."""

    first: int
    last: int


def drop_head(sheet: Sheet) -> None:
    """Start at the title: of doubled title lines the last stays, what stands before it goes as a rule.

    The facts that stand around the title are kept as values.
    """
    opening = _opening(sheet)
    facts, cells = read_cells([(i, sheet.text(i)) for i in opening])
    sheet.state(facts)
    for index in cells:
        sheet.take(index)
    opening = [i for i in opening if sheet.text(i)]
    title = _find_title(sheet, opening)
    if title is not None:
        for index in (i for i in opening if i < title.last):
            _drop_above(sheet, index, title)
    for index in (i for i in opening if title is None or i > title.last):
        _drop_fact(sheet, index)


def _drop_above(sheet: Sheet, index: int, title: _Title) -> None:
    """Take out a line above the title unless it is part of a letterhead."""
    text = sheet.text(index)
    facts = read_particulars(text)
    if facts is None and index < title.first and (_LETTERHEAD.search(text) or find_number(text)):
        return
    sheet.state(facts if facts is not None else stray_facts(text))
    if (
        title.first <= index
        and len(text) <= _LONGEST_TITLE
        and is_title(bare_title(text))
        and same_title(text, sheet.text(title.last))
    ):
        sheet.state({"页面标题": text})
    sheet.take(index)


def _opening(sheet: Sheet) -> list[int]:
    """Indices of the lines before the first running text, teasers passed over."""
    found: list[int] = []
    for index in range(len(sheet.lines)):
        text = sheet.text(index)
        if not text:
            continue
        sentence = text[-1] in "。：；" and len(text) >= _SENTENCE_CHARS and read_particulars(text) is None
        sentence = sentence or _opens_section(text)
        if (sentence or sheet.is_body(index)) and not _is_teaser(sheet, index):
            break
        found.append(index)
        if len(found) >= _OPENING_LINES:
            break
    return found


def _opens_section(text: str) -> bool:
    """Tell whether a line is a numbered item; a short one where its number is of no use in a page's menu.

    一、任务 opens the document, so that no line below it is a title; 1、首页 may be the page's own.
    """
    marker = read_marker(text)
    if marker is None:
        return False
    return len(text) >= _ITEM_CHARS or (marker.family <= Family.CHINESE_PAREN and marker.end < len(text))


def _is_teaser(sheet: Sheet, index: int) -> bool:
    """A summary box under the page title: announced as such, or the opening of the text given twice."""
    above = next((sheet.text(i) for i in range(index - 1, -1, -1) if sheet.text(i)), "")
    if TEASER.fullmatch(above):
        return True
    text = sheet.text(index)
    below = range(index + 1, min(index + _TEASER_LINES, len(sheet.lines)))
    return len(text) > BODY_CHARS and any(
        text[:_TEASER_CHARS] == sheet.text(i)[:_TEASER_CHARS] for i in below
    )


def _find_title(sheet: Sheet, opening: Sequence[int]) -> _Title | None:
    candidates = [i for i in opening if _may_be_title(sheet, i)]
    if not candidates:
        return None
    twins = {i: _last_twin(sheet, opening, i) for i in candidates}
    first = next((i for i in candidates if twins[i] > i), None)
    if first is None:
        first = _below_banner(sheet, candidates)
    parts = _set_over_lines(sheet, [i for i in opening if i > first], sheet.text(first))
    for index in parts:
        sheet.take(index)
    return _Title(first, first if parts else twins[first])


def _may_be_title(sheet: Sheet, index: int) -> bool:
    line = sheet.lines[index]
    text = bare_title(sheet.text(index)) if len(line.text) <= _LONGEST_TITLE else ""
    if not is_title(text) or _SITE_NAME.fullmatch(text) or is_row(text):
        return False
    return line.style == 1 or read_particulars(line.text) is None


def _below_banner(sheet: Sheet, candidates: Sequence[int]) -> int:
    """The first title, or the first that says its kind when furniture parts a page's banner from it."""
    first = candidates[0]
    text = sheet.text(first)
    named = next((i for i in candidates if sheet.lines[i].style == 1 or kind_of(sheet.text(i))), first)
    known = any(same_title(text, sheet.facts[name]) for name in ("标题", "网页标题") if name in sheet.facts)
    return named if not known and sheet.took(first, named) else first


def _last_twin(sheet: Sheet, opening: Sequence[int], first: int) -> int:
    """The last line of the opening that repeats the title, with nothing of the document in between."""
    title = first
    for index in (i for i in opening if i > first):
        text = sheet.text(index)
        if len(text) <= _LONGEST_TITLE and _is_whole(text, sheet.text(first)) and _may_be_title(sheet, index):
            title = index
        elif (
            find_number(text)
            or DATE.fullmatch(text)
            or (text[-1] in "。：:" and read_particulars(text) is None and not _is_teaser(sheet, index))
        ):
            break
    return title


def _is_whole(text: str, title: str) -> bool:
    """Tell whether a line is the title again.

    It is not where it is one half of a title such as …总结及…计划, a piece of a collection (…计划 篇1), or
    names another year.
    """
    if joins_titles(title) > joins_titles(text) or (piece_of(text) and not piece_of(title)):
        return False
    whole = kind_of(text) != "" or 2 * len(text) >= len(title)
    return whole and same_title(text, title) and not numbers_differ(text, title)


def _set_over_lines(sheet: Sheet, below: Sequence[int], title: str) -> list[int]:
    """Lines in a row that together give the title once more."""
    whole = "".join(title.split())
    for at in range(len(below)):
        text = ""
        for end in range(at, min(at + _TITLE_LINES, len(below))):
            text += "".join(sheet.text(below[end]).split())
            if not whole.startswith(text):
                break
            if text == whole and end > at:
                return list(below[at : end + 1])
    return []


def _drop_fact(sheet: Sheet, index: int) -> None:
    """Take a short line of facts (来源：… 发布日期：…) under the title out of the opening."""
    text = sheet.text(index)
    facts = read_particulars(text)
    if facts is not None or TEASER.fullmatch(text):
        sheet.state(facts or {})
        sheet.take(index)
