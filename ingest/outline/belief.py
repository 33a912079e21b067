"""The lines of a document into the numbering labels that count, one or none a line."""

import re
from collections.abc import Hashable, Sequence
from itertools import compress, pairwise

from ingest.numbering import (
    Family,
    Marker,
    find_markers,
    read_loose_article,
    read_loose_decimal,
    read_loose_marker,
    read_marker,
    read_unparted_marker,
    read_year_marker,
    relabel,
)
from ingest.parse.table import is_row
from ingest.parse.table_groups import read_group
from ingest.records import VERBATIM, Line

_AFTER_POINT = re.compile(r"[；;，。]\s*")
_AFTER_COMMA = re.compile(r"[；;，]\s*")
_TITLE = re.compile(
    r"[^，。；：！？,;:!?\n（(]{4,20}"
)  # nothing but a label and a title stands on such a line
_FIGURES = re.compile(r"\d+")
_GAP = 3  # numbers that may be missing in a row
_BEFORE_YEARS = 1899  # the last number that is no year
_MOST_HIDDEN = 5  # labels in a row that may be hidden before a figure
_FIGURE_SIGNS = frozenset("0123456789一二三四五六七八九")
_LEAST_UNPARTED = 3
_DECIMALS = (Family.DECIMAL_2, Family.DECIMAL_3, Family.DECIMAL_4)
_BARE = ((Family.ARABIC, ""), (Family.CHINESE, ""))
# Labels that nothing but a heading or an item starts with: they count also where they jump back.
_CERTAIN = frozenset(
    (Family.PART, Family.CHAPTER, Family.SECTION, Family.ARTICLE, Family.CHINESE, Family.CHINESE_PAREN)
)


def believed_markers(lines: Sequence[Line]) -> list[Marker | None]:
    """Find the label of every line that starts a count or continues one; None for the other lines."""
    markers = [None if line.style == VERBATIM else _label(line.text) for line in lines]
    _drop_groups(lines, markers)
    _add_hidden_figures(lines, markers)
    _add_hidden_decimals(lines, markers)
    _add_hidden_articles(lines, markers)
    _add_unparted(lines, markers)
    _add_like_years(lines, markers)
    _drop_stray_decimals(markers)
    _drop_foreign_decimals(markers)
    _mend_families(markers)
    _drop_uncounted(lines, markers)
    return markers


def _label(text: str) -> Marker | None:
    """Read the label of a line, but for table rows and sentences that count their points: （1）…；（2）…."""
    marker = read_marker(text)
    if marker is None or is_row(text):
        return None
    if marker.family < Family.CHINESE_PAREN or relabel(marker, marker.value + 1) not in text:
        return marker
    inside = find_markers(text, _AFTER_POINT if marker.family >= Family.ARABIC_CLOSE else _AFTER_COMMA)
    runs = any(m.family is marker.family and m.value == marker.value + 1 for m in inside)
    return None if runs else marker


def _drop_groups(lines: Sequence[Line], markers: list[Marker | None]) -> None:
    """Leave `1.类别：产业发展` above the rows of a table to them."""
    for i, below in enumerate(lines[1:]):
        if markers[i] is not None and is_row(below.text) and read_group(lines[i].text) is not None:
            markers[i] = None


def _add_hidden_figures(lines: Sequence[Line], markers: list[Marker | None]) -> None:
    """Read `2.5+2服务` as item 2 where items 1 and 3 stand around it."""
    arabic = [i for i, marker in enumerate(markers) if marker is not None and marker.family is Family.ARABIC]
    for before, after in pairwise(arabic):
        first, last = markers[before], markers[after]
        if first is None or last is None or not 2 <= last.value - first.value <= _MOST_HIDDEN + 1:
            continue
        expected = first.value + 1
        for i in range(before + 1, after):
            hidden = read_loose_marker(lines[i].text) if markers[i] is None else None
            if hidden is not None and hidden.value == expected < last.value:
                markers[i] = hidden
                expected += 1


def _add_hidden_decimals(lines: Sequence[Line], markers: list[Marker | None]) -> None:
    """Read `1.2百万工时…` as item 1.2 where items 1.1 and 1.3 stand around it."""
    second = [
        i for i, marker in enumerate(markers) if marker is not None and marker.family is Family.DECIMAL_2
    ]
    for before, after in pairwise(second):
        first, last = markers[before], markers[after]
        if first is None or last is None or last.value != first.value + 2:
            continue
        for i in range(before + 1, after):
            hidden = read_loose_decimal(lines[i].text) if markers[i] is None else None
            if hidden is not None and _numbers(hidden) == (_numbers(first)[0], first.value + 1):
                markers[i] = hidden
                break


def _add_hidden_articles(lines: Sequence[Line], markers: list[Marker | None]) -> None:
    """Read `第三条为了…` as article 3 where article 2 came before it and no other line is article 3."""
    stated = {marker.value for marker in markers if marker is not None and marker.family is Family.ARTICLE}
    loose = {i: found for i, line in enumerate(lines) if (found := read_loose_article(line.text)) is not None}
    if len(stated) + len(loose) < 2:
        return
    last = 0
    for i, marker in enumerate(markers):
        if marker is not None and marker.family is Family.ARTICLE:
            last = marker.value
        elif i in loose and loose[i].value == last + 1 and loose[i].value not in stated:
            markers[i] = loose[i]
            last += 1


def _add_unparted(lines: Sequence[Line], markers: list[Marker | None]) -> None:
    """Read `1加强党建` as item 1 where item 2 follows likewise, and `一重点工作` in a run of three."""
    known = {marker.family for marker in markers if marker is not None}
    runs: dict[Family, list[tuple[int, Marker]]] = {Family.ARABIC: [], Family.CHINESE: []}
    for i, line in enumerate(lines):
        if markers[i] is not None or line.text[:1] not in _FIGURE_SIGNS or line.style == VERBATIM:
            continue
        found = read_unparted_marker(line.text)
        if found is not None and found.family not in known and not is_row(line.text):
            runs[found.family].append((i, found))
    for family, run in runs.items():
        starts = [k for k, (_, marker) in enumerate(run) if marker.value == 1]
        for start, end in pairwise([*starts, len(run)]):
            part = run[start:end]
            counts = [marker.value for _, marker in part] == list(range(1, len(part) + 1))
            if counts and len(part) >= (_LEAST_UNPARTED if family is Family.CHINESE else 2):
                for i, marker in part:
                    markers[i] = marker


def _add_like_years(lines: Sequence[Line], markers: list[Marker | None]) -> None:
    """Read `1900.…` as item 1900 where item 1899 came before it."""
    last = 0
    for i, marker in enumerate(markers):
        if marker is None and last >= _BEFORE_YEARS:
            counted = read_year_marker(lines[i].text)
            if counted is not None and counted.value == last + 1:
                markers[i] = marker = counted
        if marker is not None and marker.family is Family.ARABIC:
            last = marker.value


def _mend_families(markers: list[Marker | None]) -> None:
    """Take a label written in another habit for what its neighbours are: （一）（2）（三）."""
    places = [i for i, marker in enumerate(markers) if marker is not None]
    for left, at, right in zip(places, places[1:], places[2:], strict=False):
        before, marker, after = markers[left], markers[at], markers[right]
        if before is None or marker is None or after is None or before.family in _DECIMALS:
            continue
        values = (before.value + 1, after.value - 1)
        if before.family is after.family is not marker.family and values == (marker.value, marker.value):
            markers[at] = marker._replace(family=before.family)


def _drop_stray_decimals(markers: list[Marker | None]) -> None:
    """Drop `5.1` where no `5.2` stands: a date or a measure.

    Right below `5` a single `5.1` counts if the document counts so elsewhere, or writes 5 without a stop.
    """
    numbers = {
        i: _numbers(marker) for i, marker in enumerate(markers) if marker and marker.family in _DECIMALS
    }
    stated = set(numbers.values())
    counted = {number for number in stated if {(*number[:-1], 1), (*number[:-1], 2)} <= stated}
    above: tuple[int, ...] = ()
    below_bare = False
    for i, marker in enumerate(markers):
        if marker is None:
            continue
        number = numbers.get(i, (marker.value,))
        alone = i in numbers and number not in counted
        if alone and not (number == (*above, 1) and (counted or below_bare)):
            markers[i] = None
        else:
            above, below_bare = number, alone or _is_bare(marker)


def _drop_foreign_decimals(markers: list[Marker | None]) -> None:
    """Drop `1.1` and what follows on right below `3、` where most such counts carry the number above."""
    groups: list[tuple[bool, list[int]]] = []
    above: Marker | None = None
    for i, marker in enumerate(markers):
        if marker is None:
            continue
        if marker.family is Family.DECIMAL_2 and above is not None:
            if above.family not in _DECIMALS and marker.value == 1:
                groups.append((_numbers(marker)[0] == above.value, [i]))
            elif groups and above.family is Family.DECIMAL_2 and _numbers(marker)[0] == _numbers(above)[0]:
                groups[-1][1].append(i)
        above = marker
    own = sum(carries for carries, _ in groups)
    if 2 * own > len(groups):
        for i in (i for carries, group in groups if not carries for i in group):
            markers[i] = None


def _numbers(marker: Marker) -> tuple[int, ...]:
    return tuple(int(figures) for figures in _FIGURES.findall(marker.label))


def _drop_uncounted(lines: Sequence[Line], markers: list[Marker | None]) -> None:
    """Drop labels that neither start a count nor continue one, of their family or of their habit in it.

    A figure with a blank behind it (`1 总则`) counts only with others like it. `十一、保障措施` alone on its
    line is a heading whatever came before it.
    """
    counts: dict[Hashable, list[int]] = {}
    for i, marker in enumerate(markers):
        if marker is not None:
            counts.setdefault(marker.habit, []).append(i)
            if not _is_bare(marker):
                counts.setdefault(marker.family, []).append(i)
    counted: set[int] = set()
    for key, indices in counts.items():
        values = [marker.value for i in indices if (marker := markers[i]) is not None]
        if key not in _BARE or {1, 2} <= set(values):
            counted.update(compress(indices, _counted(values, key in _CERTAIN)))
        if key in _CERTAIN:
            counted.update(i for i in indices if _TITLE.fullmatch(lines[i].text.strip()))
    for i in range(len(markers)):
        if i not in counted:
            markers[i] = None


def _is_bare(marker: Marker) -> bool:
    return marker.habit in _BARE


def _counted(values: Sequence[int], certain: bool) -> list[bool]:
    """Tell for each number of a family whether it starts a count or continues one.

    :param certain: whether a number that jumps back counts too; else only one that was left out before.
    """
    counted: list[bool] = []
    seen: set[int] = set()
    last = 0
    for k, value in enumerate(values):
        continues = 0 <= value - last <= _GAP or values[k + 1 : k + 2] == [value + 1]
        late = value < last and (certain or value not in seen)
        counted.append(value == 1 or continues or late)
        if value == 1:
            seen.clear()
        if value == 1 or continues:
            last = value
        seen.add(value)
    return counted
