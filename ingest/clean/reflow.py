"""Lines broken inside a sentence, or run together, into the paragraphs the document had."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.numbering import Family, Marker, find_markers, read_marker
from ingest.parse.table import ROW
from ingest.records import Line
from ingest.titles import DATE, NUMBER

_OPEN_END = re.compile(r"[，、,（(《“〔]$")
_CLOSED_START = re.compile(r"[，。、；：！？）》”〕,;!?)]")
_UNCLOSED = re.compile(r"[（(][^（()）]{1,80}$")
_UNOPENED = re.compile(r"[^（()）]{1,80}[）)]")
_STOP_END = re.compile(r"[。！？!?；;：:…][”’）)】]*$")
_INDENT = re.compile(r"(?:\u3000{2}|[ \xa0]{3,}|\t)")
_WRAP_LEAST = 16
_WRAP_SLACK = 3
_WRAP_SHARE = 0.5
_RUN_LEAST = 40
_STOCK_LEAST = 16
_HEADING_LONGEST = 80
_SIGNATURE = 100
_STRONG = frozenset(
    (Family.PART, Family.CHAPTER, Family.SECTION, Family.ARTICLE, Family.CHINESE, Family.CHINESE_PAREN)
)
_AFTER_STOP = re.compile(r"[。！？”’）)：；][ \u3000]*(?=[第（(〔\d一二三四五六七八九十①-⒛❶-❿㈠-㈩])")
_AFTER_WORDS = re.compile(r"[\u4e00-\u9fff”）][ \u3000]*(?=[（(][一二三四五六七八九十]|\d{1,2}[.．、])")
_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|（[^（）]*）")
_STOPPED = re.compile(r"[。！？；]")
# Headings so usual that their end is known without a stop; what may follow opens a sentence.
_STOCK = re.compile(
    r"((?:总体要求|指导思想|基本原则|总体目标|主要目标|工作目标|目标任务|主要任务|重点任务|工作任务|工作要求|有关要求|"
    r"存在的(?:主要)?问题|存在(?:主要)?问题|主要问题|主要工作情况|工作(?:完成|开展)情况|工作打算|保障措施|组织保障|组织领导|组织实施|划分内容|配套措施|实施步骤|工作步骤|背景和意义|工作原则|适用范围)(?:和(?:基本原则|目标任务|主要目标))?)"
    r"(?=(?:以|坚持|全面|深入|认真|按照|为[了深贯进]|到20|各地|各级|各单位|充分|进一步|围绕|高举|根据|通过|建立|成立|本方案|力争|紧紧|严格|将|一是|今年|上半年|我)"
    r"[^，。]{4})"
)
# A heading parted from its text by a blank only.
_SPACED = re.compile(r"[\u4e00-\u9fff“”]{2,20}[ \u3000]+(?=[^\s，。；：,]{4,}[，。；：,])")
_SALUTATION = re.compile(
    r"[^。；！？]{4,80}?(?:政府|机构|单位|部门|总局|街道|学校|幼儿园|中心|局|委|办)：(?=\S{10})"
)
_KIND_END = r"(?:通知|意见|方案|办法|规定|函|批复|决定|通报|报告|请示|公告|复函)"
_TITLE_RUN = re.compile(
    r"([^，。；：！？]{6,60}?(?:要点|计划|总结|方案|打算|安排|报告|意见|思路|办法|规划))(?=(?:今年以来|年初以来|一年来|近年来|上半年，|"
    r"为(?:了|深|进|贯|全|切|推|加|做)|根据|按照|现将|以习近平|20\d{2}年，|一、|各[\u4e00-\u9fff、，]{2,40}：).{40})"
)
_INTERVIEW = re.compile(r"(.{8,90}?答记者问)(?=(?:日前|近日|\d{4}年|\d{1,2}月))")
_SIGNED = re.compile(
    rf"(?<=[。！？；])\s*((?:[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{{1,24}}?)?)\s?({DATE.pattern})"
    r"\s?([（(][^（）()]{2,20}[）)])?$"
)


def reflow(lines: Sequence[Line]) -> list[Line]:
    """Join lines broken inside a sentence and split lines in which numbered items run together.

    Empty lines part paragraphs and are dropped; only what is certain is joined or split.
    """
    return [piece for line in _split_opening(_join(lines)) for piece in _split_numbered(line)]


def _join(lines: Sequence[Line]) -> list[Line]:
    width = _wrap_width(lines)
    indented = _is_indented(lines)
    joined: list[Line] = []
    last: Line | None = None
    for line in lines:
        text = line.text.strip(" \t\u3000\xa0")
        if not text:
            last = None
            continue
        if last is not None and _continues(last, line, text, width, indented):
            joined[-1] = Line(joined[-1].text + _glue(joined[-1].text, text) + text, joined[-1].style)
        else:
            joined.append(Line(text, line.style))
        last = line
    return joined


def _continues(last: Line, line: Line, text: str, width: int, indented: bool) -> bool:
    if last.style or line.style or read_marker(text) is not None:
        return False
    above = last.text.rstrip()
    if _OPEN_END.search(above) or _CLOSED_START.match(text):
        return True
    if _UNCLOSED.search(above) and _UNOPENED.match(text):
        return True
    full = width > 0 and len(above) >= width - _WRAP_SLACK
    if not full or _INDENT.match(line.text):
        return False
    return indented or not _STOP_END.search(above)


def _glue(left: str, right: str) -> str:
    return (
        " " if left[-1].isascii() and right[0].isascii() and left[-1].isalnum() and right[0].isalnum() else ""
    )


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width a text was wrapped at, 0 when its lines are paragraphs.

    A wrapped text has most of its long lines within a few characters of one length and no stop at their end.
    """
    lengths = sorted(len(line.text.rstrip()) for line in lines if len(line.text) >= _WRAP_LEAST)
    if len(lengths) < 6 or lengths[-1] > 120:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    near = [line for line in lines if width - _WRAP_SLACK <= len(line.text.rstrip()) <= width + _WRAP_SLACK]
    open_ends = sum(not _STOP_END.search(line.text.rstrip()) for line in near)
    return width if open_ends >= len(lengths) * _WRAP_SHARE * 0.8 else 0


def _is_indented(lines: Sequence[Line]) -> bool:
    return sum(_INDENT.match(line.text) is not None for line in lines) >= 2


def _split_opening(lines: list[Line]) -> list[Line]:
    """Part title, document number, salutation and signature where they run together."""
    out: list[Line] = []
    for index, line in enumerate(lines):
        text = line.text
        pieces = [text]
        if index < 3 and not line.style:
            pieces = [piece for part in _around_number(text) for piece in _after_salutation(part)]
        for piece in pieces:
            ends_signed = len(piece) > _RUN_LEAST and piece[-1] in "日）)"
            signed = _SIGNED.search(piece, max(0, len(piece) - _SIGNATURE)) if ends_signed else None
            cut = [piece] if signed is None else [piece[: signed.start()], *filter(None, signed.groups())]
            out += [Line(text.strip(), line.style) for text in cut if text.strip()]
    return out


def _around_number(text: str) -> list[str]:
    """Part `…的通知国办发〔2020〕43号各省…：` into title, number and the rest."""
    for run_on in (_INTERVIEW, _TITLE_RUN):
        title = run_on.match(text)
        if title is not None:
            return [title[1], text[title.end() :]]
    found = NUMBER.search(text[:200])
    if found is None or found.end() == len(text) == found.end() - found.start():
        return [text]
    head = re.match(rf"(.{{6,90}}?{_KIND_END})\s?(?=[^的]{{1,8}}[〔\[（(])", text[: found.end()])
    if head is None:
        return [text]
    return [text[: head.end(1)].strip(), text[head.end() : found.end()].strip(), text[found.end() :].strip()]


def _after_salutation(text: str) -> list[str]:
    found = _SALUTATION.match(text)
    return [text] if found is None else [text[: found.end()], text[found.end() :]]


def _split_numbered(line: Line) -> list[Line]:
    """Break a line before each numbering that runs on in it."""
    text = line.text
    if len(text) < _RUN_LEAST or ROW.fullmatch(text):
        return [line]
    own = read_marker(text)
    cuts = [marker.start for marker in _run_in(text, own)]
    bounds = [0, *cuts, len(text)]
    pieces = [text[a:b].strip(" \u3000") for a, b in pairwise(bounds)]
    return [Line(part, line.style) for piece in pieces for part in _after_stock(piece) if part]


def _run_in(text: str, own: Marker | None) -> list[Marker]:
    """Numberings inside a line that continue one another, in reading order."""
    candidates = [m for m in find_markers(text, _AFTER_STOP) if m.start > 0 and not m.label.isdigit()]
    candidates += _after_heading(text, own, candidates)
    if not candidates:
        return []
    quoted = [found.span() for found in _QUOTED.finditer(text)]
    outside = [m for m in candidates if not any(a < m.start < b - 1 for a, b in quoted)]
    outside.sort(key=lambda marker: marker.start)
    strong = _consecutive([m for m in outside if m.family in _STRONG and not _after_semicolon(text, m)], own)
    if strong:
        return _consecutive(outside, own)
    if own is not None and own.family < Family.ARABIC_CLOSE and _goes_on(outside, own):
        return _consecutive([m for m in outside if m.family is own.family], own)
    return _consecutive([m for m in outside if m.family is Family.ARABIC and not _after_list(text, m)], own)


def _goes_on(markers: list[Marker], own: Marker) -> bool:
    return any(m.family is own.family and m.value == own.value + 1 for m in markers)


def _after_heading(text: str, own: Marker | None, known: list[Marker]) -> list[Marker]:
    """An item right behind a heading that has no stop: `一、突出重点任务（一）抓好……`."""
    heads = [own, *known] if own is not None else known
    found = []
    for marker in find_markers(text, _AFTER_WORDS):
        if marker.family not in (Family.CHINESE_PAREN, Family.ARABIC):
            continue
        above = max((m for m in heads if m.end <= marker.start), key=lambda m: m.end, default=None)
        if above is None or above.family >= marker.family or not _counts_on(marker, heads):
            continue
        between = text[above.end : marker.start]
        if 2 <= len(between) <= _HEADING_LONGEST and not _STOPPED.search(between):
            found.append(marker)
    return found


def _counts_on(marker: Marker, known: list[Marker]) -> bool:
    before = [m.value for m in known if m.family is marker.family and m.end <= marker.start]
    return marker.value in (1, before[-1] + 1 if before else 1)


def _after_semicolon(text: str, marker: Marker) -> bool:
    return text[: marker.start].rstrip()[-1:] in "；;"


def _after_list(text: str, marker: Marker) -> bool:
    return text[: marker.start].rstrip()[-1:] in "；;：:"


def _consecutive(markers: list[Marker], own: Marker | None) -> list[Marker]:
    """Keep the numberings that count on from the line's own or from one another, by family."""
    last: dict[Family, int] = {} if own is None else {own.family: own.value}
    following: dict[Family, set[int]] = {}
    for marker in markers:
        following.setdefault(marker.family, set()).add(marker.value)
    kept: list[Marker] = []
    for marker in markers:
        known = last.get(marker.family)
        starts = marker.value == 1 and (2 in following[marker.family] or bool(kept) or own is not None)
        runs_on = known is None and marker.value > 1 and marker.value + 1 in following[marker.family]
        if starts or runs_on or (known is not None and 0 < marker.value - known <= 2):
            kept.append(marker)
            last[marker.family] = marker.value
    return kept


def _after_stock(text: str) -> list[str]:
    """Part a usual heading from the sentence that runs on behind it without a stop."""
    marker = read_marker(text)
    if marker is None or len(text) < _STOCK_LEAST:
        return [text]
    found = _STOCK.match(text, marker.end) or _SPACED.match(text, marker.end)
    return [text] if found is None else [text[: found.end()].strip(), text[found.end() :].strip()]
