"""Lines without numbering into headings: by style, as a question, or standing alone."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.numbering import Family, Marker
from ingest.outline.headings import clear_title, unnumbered_heading
from ingest.outline.marks import Landmark, Mark, is_followed, may_head, runs
from ingest.outline.parts import SIGNED_DATE, is_organ
from ingest.records import Line
from ingest.titles import DATE, is_title, kind_of, repeats_title

# Headings so usual that they are known without numbering and style.
_STOCK = re.compile(
    r"(?:工作|活动|学校|主要|总体|基本|今年|下阶段)?(?:指导思想|总体要求|总体思路|总体目标|工作思路|工作目标|主要目标|目标任务|工作任务|主要任务"
    r"|重点任务|重点工作|主要工作|工作重点|工作内容|主要内容|工作措施|主要措施|具体措施|保障措施|主要做法|工作举措|工作要求|有关要求"
    r"|几点要求|活动要求|组织领导|组织机构|组织保障|组织实施|实施步骤|方法步骤|工作步骤|进度安排|时间安排|工作安排|活动安排|日程安排"
    r"|活动时间|活动主题|活动目的|活动内容|参加对象|基本原则|工作原则|基本情况|工作情况|主要成效|工作成效|原因分析|工作打算|工作建议"
    r"|意见建议|监督管理|考核评价|存在的?(?:主要)?(?:问题|不足|困难)(?:[和与及](?:问题|不足|困难))?|下一?步(?:工作)?(?:打算|计划|安排|思路|措施))"
    r"(?:[和与及、](?:主要|工作|基本|总体)?(?:目标|任务|原则|措施|要求|思路))?[:：]?"
)
_UNIT = re.compile(r"[\u4e00-\u9fff（）()、]{1,20}(?:室|股|科|处|部|站|中心|办|委|组|队|局|所|院|校|园|会)")
_ASKED = re.compile(r"(?:问|记者问?|Q\d{0,2}|问题[一二三四五六七八九十\d]{1,3})\s?[:：]\s*(?=\S)")
_LEAST_CHARS = 4
_UNIT_CHARS = 3
_STOCK_CHARS = 20
_TITLE_LINES = 6


def find_questions(lines: Sequence[Line], free: Sequence[int]) -> dict[int, Landmark]:
    """Find the questions of an interview: two lines at least that start with 问：."""
    asked = [i for i in free if _ASKED.match(lines[i].text)]
    if len(asked) < 2:
        return {}
    return {i: Landmark(Mark.QUESTION, "", clear_title(lines[i].text).rstrip("？?")) for i in asked}


def find_styled(
    lines: Sequence[Line], free: Sequence[int], markers: Sequence[Marker | None], title: str
) -> dict[int, Landmark]:
    """Find headings by style; the title of the one document that a covering letter brings is no section."""
    known = [
        i
        for i in free
        if lines[i].is_heading
        and not repeats_title(lines[i].text, title)
        and not SIGNED_DATE.fullmatch(lines[i].text)
    ]
    outer = [i for i in known if lines[i].style == 1]
    first_number = next((i for i, marker in enumerate(markers) if marker is not None), len(lines))
    if len(outer) == 1 and outer[0] < first_number and kind_of(lines[outer[0]].text):
        known = [i for i in known if i != outer[0]]
    top = min(_TITLE_LINES, _first_running(lines, markers))
    heads = {
        i: unnumbered_heading(lines[i].text).title
        for i in known
        if i >= top or lines[i].style > 1 or is_title(lines[i].text) or _opens_styled(lines, i, outer)
    }
    return {i: Landmark(Mark.STYLED, "", head) for i, head in heads.items() if head}


def _opens_styled(lines: Sequence[Line], i: int, outer: Sequence[int]) -> bool:
    """Tell whether an outermost heading in the title block opens a part, as those below it do."""
    later = [k for k in outer if k > i]
    if not later or lines[i + 1].style == 1 or not may_head(lines[i].text):
        return False
    return _is_plain(lines[i].text) or _are_units(lines[i].text, lines[later[0]].text)


def find_alone(
    lines: Sequence[Line], free: Sequence[int], markers: Sequence[Marker | None], title: str
) -> dict[int, Landmark]:
    """Find short lines without a stop that stand between paragraphs below the title block."""
    body = _first_running(lines, markers)
    alone = [i for i in free if i > body and _stands_alone(lines, markers, i)]
    if body < len(lines) and body - 1 in free and _opens_first(lines, markers, body - 1, alone):
        alone = [body - 1, *alone]
    alone = [i for i in alone if not repeats_title(lines[i].text, title)]
    marks = _ranked(lines, markers, alone)
    heads = (unnumbered_heading(lines[i].text).title for i in alone)
    return {i: Landmark(mark, "", head) for i, mark, head in zip(alone, marks, heads, strict=True)}


def _first_running(lines: Sequence[Line], markers: Sequence[Marker | None]) -> int:
    """Index of the first line below the title block: a numbered one, or running text."""
    running = (i for i in range(1, len(lines)) if markers[i] is not None or runs(lines[i].text))
    return next(running, len(lines))


def is_stock(text: str) -> bool:
    """Tell whether a line is a heading so usual that it is known without numbering and style."""
    return len(text) <= _STOCK_CHARS and _STOCK.fullmatch(text.strip()) is not None


def _is_unit(text: str) -> bool:
    return len(text) <= _STOCK_CHARS and _UNIT.fullmatch(text.strip()) is not None


def _may_open(text: str) -> bool:
    least = _UNIT_CHARS if _is_unit(text) else _LEAST_CHARS
    bare = text[: unnumbered_heading(text).body] if text[-1:] in "）)" else text
    return is_stock(text) or (len(bare.strip()) >= least and may_head(bare))


def _stands_alone(lines: Sequence[Line], markers: Sequence[Marker | None], i: int) -> bool:
    text, before = lines[i].text, lines[i - 1].text
    if not _may_open(text):
        return False
    if "，" in text and is_stock(before[above.end :] if (above := markers[i - 1]) else before):
        return False  # 一、总体要求 / 坚持人民至上，做好各项工作
    ended = runs(before) or before[-1:] in "。！？；：）)" or markers[i - 1] is not None or is_stock(before)
    leads_on = is_stock(text) and i + 1 < len(lines) and may_head(lines[i + 1].text)
    return ended and (is_followed(lines, markers, i) or (leads_on and is_followed(lines, markers, i + 1)))


def _opens_first(
    lines: Sequence[Line], markers: Sequence[Marker | None], i: int, others: Sequence[int]
) -> bool:
    """Tell whether the line right above the first running text is a heading as the others below are."""
    text = lines[i].text.strip()
    if not _may_open(text) or (markers[i + 1] is not None and not _restart(markers, [i, *others])):
        return False
    if others and _are_units(text, lines[others[0]].text):
        return True
    return (is_stock(text) and markers[i + 1] is None) or (len(others) >= 2 and _is_plain(text))


def _restart(markers: Sequence[Marker | None], heads: Sequence[int]) -> bool:
    """Tell whether the first items below all headings count from one, in the same family."""
    below = [markers[i + 1] for i in heads]
    firsts = {marker.family for marker in below if marker is not None and marker.value == 1}
    return len(firsts) == 1 and all(marker is not None and marker.value == 1 for marker in below)


def _are_units(one: str, other: str) -> bool:
    return _is_unit(one) and _is_unit(other)


def _is_plain(text: str) -> bool:
    """Tell whether a short line is neither a title nor an organ nor a date, as those of a title block are."""
    return not (kind_of(text) or is_organ(text.strip()) or DATE.search(text))


def _ranked(lines: Sequence[Line], markers: Sequence[Marker | None], alone: Sequence[int]) -> list[Mark]:
    """Tell parts above the outermost numbering from headings inside a numbered section."""
    top = min((marker.family for marker in markers if marker is not None), default=None)
    if top is None:
        usual = [is_stock(lines[i].text) for i in alone]
        inner = sum(usual) >= 2 and usual[0]
        return [Mark.INNER if inner and not stock else Mark.PART for stock in usual]
    places = [i for i, marker in enumerate(markers) if marker is not None and marker.family is top]
    marks: list[Mark] = []
    for i in alone:
        at = bisect_left(places, i)
        following = markers[places[at]] if at < len(places) else None
        below = markers[i + 1]
        if following is not None:
            is_part = at == 0 or following.value == 1
        else:
            restarts = below is not None and below.family is Family.ARABIC and below.value == 1
            is_part = Mark.PART in marks or restarts
        marks.append(Mark.PART if is_part else Mark.INNER)
    return marks
