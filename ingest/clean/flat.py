"""Lines in which numbered items run together into a line for each, by the count of their numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.clean.duty_lists import part_duty_lists
from ingest.clean.flattened import part_flattened
from ingest.clean.items import item_starts, sign_before, unquoted
from ingest.clean.opening import part_opening
from ingest.numbering import Family, Marker, find_markers, read_marker
from ingest.parse.table import is_row
from ingest.records import Line

_RUN_LEAST = 12
_STOCK_LEAST = 16
_HEADING_LONGEST = 80
_STRONG = frozenset(
    (Family.PART, Family.CHAPTER, Family.SECTION, Family.ARTICLE, Family.CHINESE, Family.CHINESE_PAREN)
)
_COUNTED = _STRONG | {Family.ARABIC}
_POINTS = frozenset((Family.ARABIC, Family.ARABIC_CLOSE, Family.ARABIC_PAREN, Family.CIRCLED))
_POINT_CHARS = 40
_ITEMS = frozenset((Family.CHINESE_PAREN, Family.ARABIC, Family.ARABIC_PAREN, Family.ARTICLE, Family.SECTION))
_GAP = 2  # a number may be missing
_NUMERAL = r"[\d一二三四五六七八九十百]"
_AFTER_STOP = re.compile(  # with as much of a label as tells it from a figure
    r"[。！？”’）)】］\]〕：；:;][ \u3000]*"
    rf"(?=[第（(〔]\s?{_NUMERAL}|{_NUMERAL}+[\s.．、，,：:）)]|[①-⒛❶-❿㈠-㈩])"
)
_ITEM = re.compile(
    r"[（(\d第](?:(?<=[（(])[一二三四五六七八九十\d]|(?<=\d)\d?[.．、]"
    r"|(?<=第)[一二三四五六七八九十百]{1,4}[条节][ \u3000])"
)
_WORDS = re.compile("(?![第条款项])[\u4e00-\u9fff”）]")
# What is only pointed at: 对照本方案第三部分（二）的要求.
_PART = re.compile(r"第[一二三四五六七八九十\d]{1,3}(?:部分|[章节条款])$")
_ATTACHMENT = re.compile(r"附\s?件?\s?[:：]\s?$")
_STOPPED = re.compile(r"[。！？；]")
# Headings so usual that their end is known without a stop; what may follow opens a sentence.
_STOCK = re.compile(
    r"((?:总体要求|指导思想|基本原则|总体目标|主要目标|工作目标|目标任务|主要任务|重点任务|工作任务|工作要求|有关要求|"
    r"存在的(?:主要)?问题|存在(?:主要)?问题|主要问题|主要工作情况|工作(?:完成|开展)情况|工作打算|保障措施|工作措施|主要措施|组织保障|组织领导|组织实施|划分内容|配套措施|实施步骤|工作步骤|背景和意义|工作原则|适用范围)(?:和(?:基本原则|目标任务|主要目标))?)"
    r"(?=(?:以|坚持|全面|深入|认真|按照|为[了深贯进]|到20|各地|各级|各单位|充分|进一步|围绕|高举|根据|通过|建立|成立|本方案|力争|紧紧|紧扣|严格|加强|强化|深化|突出|确保|将|要|一是|今年|上半年|我)"
    r"[^，。]{4})"
)
# A heading parted from its text by a blank only.
_SPACED = re.compile(r"[\u4e00-\u9fff“”]{2,20}[ \u3000]+(?=[^\s，。；：,]{4,}[，。；：,])")


class _Row(NamedTuple):
    """A line with its own numbering and those behind a stop in it; `whole` when nothing can run on in it."""

    line: Line
    own: Marker | None
    known: list[Marker]
    whole: bool = False


class _Around(NamedTuple):
    """The counts around a line by family: the last number above it, the next one below it."""

    own: Marker | None
    above: Mapping[Family, int]
    below: Mapping[Family, int]

    def is_next(self, marker: Marker) -> bool:
        """Tell whether a number counts on from the lines above."""
        return marker.value == self.above.get(marker.family, -1) + 1


def part_run_on(lines: Sequence[Line]) -> list[Line]:
    """Split lines in which title, items and signature run together; only what is certain is split.

    A document that lost all its line breaks is broken before labels that count on where that finds more.
    """
    opened = part_opening(lines)
    parts = _part_listed(opened)
    flattened = part_flattened(opened)
    if len(flattened) > len(opened) and _labels(flattened) > _labels(parts):
        return _part_listed(flattened)
    return parts


def _part_listed(lines: Sequence[Line]) -> list[Line]:
    """Split lines in which items run together, also behind a list of units that no stop closes."""
    parts = _part_items(lines)
    listed = part_duty_lists(parts)
    return parts if len(listed) == len(parts) else _part_items(listed)


def _labels(lines: Sequence[Line]) -> int:
    return sum(read_marker(line.text) is not None for line in lines)


def _part_items(lines: Sequence[Line]) -> list[Line]:
    """Split lines in which numbered items run together."""
    rows = [_row(line) for line in lines]
    parts: list[Line] = []
    above: dict[Family, int] = {}
    for row, below in zip(rows, _below(rows), strict=True):
        pieces = _split_numbered(row, _Around(row.own, above, below))
        parts += pieces
        for marker in [row.own] if len(pieces) == 1 else [read_marker(piece.text) for piece in pieces]:
            if marker is not None:
                above[marker.family] = marker.value
    return parts


def _row(line: Line) -> _Row:
    text = line.text
    own = read_marker(text)
    if len(text) < _RUN_LEAST or is_row(text):
        return _Row(line, own, [], whole=True)
    found = [m for m in find_markers(text, _AFTER_STOP) if m.start > 0 and not m.label.isdigit()]
    found = [m for m in found if _ATTACHMENT.search(text, max(0, m.start - 6), m.start) is None]
    return _Row(line, own, _without_points(text, unquoted(text, found), own))


def _below(rows: Sequence[_Row]) -> list[Mapping[Family, int]]:
    """For every line the next number below it, by family; 1. only at the start of a line."""
    following: dict[Family, int] = {}
    found: list[Mapping[Family, int]] = []
    for row in reversed(rows):
        found.append(following)
        counted = [m for m in row.known if m.family in _STRONG]
        if row.own is not None and row.own.family in _COUNTED:
            counted.insert(0, row.own)
        if counted:
            following = {**following, **{m.family: m.value for m in reversed(counted)}}
    return found[::-1]


def _split_numbered(row: _Row, around: _Around) -> list[Line]:
    """Break a line before each numbering that runs on in it."""
    text = row.line.text
    if row.whole:
        return [row.line]
    pieces = _broken(text, [marker.start for marker in _run_in(text, row.known, around)])
    items = [item for piece in pieces for item in _broken(piece, item_starts(piece))]
    parts = [part for item in items for part in _after_stock(item) if part]
    return [row.line] if parts == [text] else [Line(part, row.line.style) for part in parts]


def _broken(text: str, starts: Sequence[int]) -> list[str]:
    """Break a line before each of some places."""
    if not starts:
        return [text.strip(" \u3000")]
    return [text[a:b].strip(" \u3000") for a, b in pairwise([0, *starts, len(text)])]


def _run_in(text: str, known: list[Marker], around: _Around) -> list[Marker]:
    """Numberings inside a line that continue one another, in reading order."""
    own = around.own
    if own is None and not known:
        return []
    known = [*known, *unquoted(text, _after_heading(text, known, around)), *_right_behind(text, known, own)]
    if not known:
        return []
    known.sort(key=lambda marker: marker.start)
    strong = [m for m in known if m.family in _STRONG and sign_before(text, m) not in "；;"]
    if _consecutive(strong, around):
        return _consecutive(known, around)
    if own is not None and own.family < Family.ARABIC_CLOSE and _goes_on(known, own):
        return _consecutive([m for m in known if m.family is own.family], around)
    items = [m for m in known if m.family is Family.ARABIC and sign_before(text, m) not in "；;：:"]
    return _consecutive(items, around)


def _right_behind(text: str, known: Sequence[Marker], own: Marker | None) -> list[Marker]:
    """The first of several items right behind the label of a section: 五、（一）……（二）……."""
    first = read_marker(text, own.end) if own is not None else None
    if own is None or first is None or first.value != 1 or first.family <= own.family:
        return []
    return [first] if any(m.family is first.family and m.value == 2 for m in known) else []


def _without_points(text: str, markers: list[Marker], own: Marker | None) -> list[Marker]:
    """Drop the points of a sentence: short ones counted from one, parted by semicolons (1.修路；2.通水)."""
    if len(markers) < 2:
        return markers
    points: set[int] = set()
    runs: dict[Family, list[Marker]] = {}
    for marker in markers:
        if marker.family not in _POINTS:
            continue
        run = runs.setdefault(marker.family, [])
        listed = sign_before(text, marker) in "；;"
        goes_on = listed and bool(run) and marker.value == run[-1].value + 1
        if not goes_on:
            points |= _points(run)
            run.clear()
        second = listed and marker.value == 2 and (own is None or own.family is not marker.family)
        if goes_on or marker.value == 1 or second:
            run.append(marker)
    for run in runs.values():
        points |= _points(run)
    return [marker for marker in markers if marker.start not in points]


def _points(run: list[Marker]) -> set[int]:
    if not run or run[-1].value < 2 or run[-1].start - run[0].start > _POINT_CHARS * len(run):
        return set()
    return {marker.start for marker in run}


def _goes_on(markers: list[Marker], own: Marker) -> bool:
    return any(m.family is own.family and m.value == own.value + 1 for m in markers)


def _after_heading(text: str, known: Sequence[Marker], around: _Around) -> list[Marker]:
    """An item right behind a heading without a stop: `一、突出重点（一）抓好……`, `第一章　总则第一条　……`."""
    heads = [*known] if around.own is None else [around.own, *known]
    if not heads:
        return []
    places = {marker.start: marker for marker in heads}
    seconds = {m.family: m.start for m in known if m.value == 2}
    ends = [*(head.start for head in heads[1:]), len(text)]
    spans = ((head.end, end) for head, end in zip(heads, ends, strict=True))
    items = {marker.start: marker for span in spans for marker in _behind_words(text, *span)}
    found: list[Marker] = []
    above: Marker | None = None
    last: dict[Family, int] = {}
    for start, marker in sorted((items | places).items()):
        if start not in places:
            # （1） behind words may well be a reference: it must be followed by （2）.
            alone = marker.family is Family.ARABIC_PAREN and seconds.get(marker.family, 0) < start
            if alone or not _is_headed(text, above, marker) or not _counts_on(marker, last, around):
                continue
            found.append(marker)
        above = marker
        last[marker.family] = marker.value
    return found


def _behind_words(text: str, start: int, end: int) -> Iterator[Marker]:
    """The numberings of items within a span, up to the first stop in it, in front of which words stand."""
    stop = _STOPPED.search(text, start, end)
    for found in _ITEM.finditer(text, start, end if stop is None else stop.start()):
        marker = read_marker(text, found.start())
        if marker is None or marker.family not in _ITEMS or _PART.search(text, start, marker.start):
            continue
        if _WORDS.match(sign_before(text, marker)):
            yield marker


def _is_headed(text: str, above: Marker | None, marker: Marker) -> bool:
    """Tell whether nothing but a heading stands between two numberings."""
    if above is None or above.family >= marker.family:
        return False
    between = text[above.end : marker.start]
    return 2 <= len(between) <= _HEADING_LONGEST and not _STOPPED.search(between)


def _counts_on(marker: Marker, last: Mapping[Family, int], around: _Around) -> bool:
    if marker.value == 1 or marker.family not in last:
        return marker.value == 1 or around.is_next(marker)
    return marker.value == last[marker.family] + 1


def _consecutive(markers: Sequence[Marker], around: _Around) -> list[Marker]:
    """Keep the numberings that count on from one another, the line's own or the lines around, by family."""
    own = around.own
    last: dict[Family, int] = {} if own is None else {own.family: own.value}
    following: dict[Family, set[int]] = {family: {value} for family, value in around.below.items()}
    for marker in markers:
        following.setdefault(marker.family, set()).add(marker.value)
    kept: list[Marker] = []
    for marker in markers:
        known = last.get(marker.family)
        starts = marker.value == 1 and (2 in following[marker.family] or bool(kept) or own is not None)
        runs_on = known is None and marker.value > 1 and marker.value + 1 in following[marker.family]
        from_above = known is None and marker.family in _COUNTED and around.is_next(marker)
        if starts or runs_on or from_above or (known is not None and 0 < marker.value - known <= _GAP):
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
