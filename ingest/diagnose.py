"""A text and its sections into what may have been lost on the way: numbers, an ending, headings."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.numbering import Family, Marker, read_marker, relabel
from ingest.parse.table import is_row
from ingest.records import Diagnostic, DiagnosticKind, Section
from ingest.text import cn_number

_ANNOUNCED = re.compile(
    r"(?:以下|如下|下列|下面|抓好|做好|围绕|突出|实施|开展|聚焦|完成)[^，。；：]{0,8}?"
    r"([二三四五六七八九十]{1,3}|\d{1,2})(?:个方面|方面|点|项|条|件|个)[^，。；：\d]{0,12}[：:。]\s*$"
)
_ENDED = re.compile(r"[。！？!?；;：:”’》）)】]\s*$")
_BROKEN_OFF = re.compile(r"(?:…|\.{3,}|。。+)\s*$")
_OPEN_END = re.compile(r"[，、,：:（(《“]\s*$")
_HAN_END = re.compile(r"[\u4e00-\u9fff]\s*$")
_RUNNING = re.compile(r"[，,。；;]")
_RUNNING_CHARS = 30
_LONG_CHARS = 3_000
_LONG_PARAGRAPH = 1_000
_MOST_MISSING = 3
_UNSTOPPED_SHARE = 0.2
_ANNOUNCED_CHARS = 50
_PLACE_CHARS = 16


_Labelled = tuple[Section, Marker]


def diagnose(text: str, sections: Sequence[Section]) -> tuple[Diagnostic, ...]:
    """Tell what a careful reader should compare with the original, certain enough to be worth the look.

    Gaps and repeats among numbers of one family under one heading; a text that ends in mid-sentence, at a
    heading or before all of an announced list is told; a long text without any heading.
    """
    labelled = [(s, marker) for s in sections if s.parent is not None and (marker := _label(text, s))]
    return (
        *_gaps(sections, labelled),
        *_shortfalls(text, sections, labelled),
        *_ending(text, sections),
        *_headless(text, sections),
    )


def headed_characters(sections: Sequence[Section], text: str) -> int:
    """Count the characters of a text, blanks aside, that lie under a heading or are one."""
    top = (s for s in sections if s.parent == 0 and s.heading)
    return sum(len("".join(text[s.start : s.end].split())) for s in top)


def _gaps(sections: Sequence[Section], labelled: Sequence[_Labelled]) -> Iterator[Diagnostic]:
    """Gaps under one heading, and between headings where the count has run on from one to the next before."""
    last: dict[Family, Marker] = {}
    above: dict[tuple[int, Family], Marker] = {}
    values: dict[int, set[int]] = {}
    runs_on: set[Family] = set()
    for section, marker in labelled:
        values.setdefault(section.parent or 0, set()).add(marker.value)
    for section, marker in labelled:
        parent = section.parent or 0
        before = above.get((parent, marker.family))
        running = last.get(marker.family)
        found = _gap(before, running, marker, values[parent])
        if before is None and running is not None and marker.value > 1:
            if marker.value == running.value + 1:
                runs_on.add(marker.family)
            elif marker.family in runs_on and 0 < marker.value - running.value - 1 <= _MOST_MISSING:
                found = _gap(running, None, marker, set())
        if found:
            heading = sections[parent].heading if parent else ""
            where = f"“{_short(heading)}”下" if heading else ""
            yield Diagnostic(DiagnosticKind.NUMBERING, where + found)
        above[parent, marker.family] = last[marker.family] = marker


def _label(text: str, section: Section) -> Marker | None:
    """The numbering of a section, None for unnumbered ones and table rows."""
    if not section.label:
        return None
    line = text[section.start : section.own_end].strip().partition("\n")[0]
    return None if is_row(line) else _marker(section.label)


@lru_cache(maxsize=1_000)
def _marker(label: str) -> Marker | None:
    return read_marker(label + " 题") or read_marker(label.rstrip("。") + ". 题")  # 3。 is typed for 3.


def _gap(before: Marker | None, running: Marker | None, marker: Marker, values: set[int]) -> str:
    """Say what is wrong between a label and the one before it, "" when nothing is.

    :param before: the last label of the family under the same heading.
    :param running: the last label of the family anywhere above, for counts that run on.
    :param values: all numbers under the same heading, of whatever family.
    """
    again = before is not None and before.value == marker.value
    if (marker.value == 1 and not again) or (
        before is None and running is not None and marker.value == running.value + 1
    ):
        return ""
    if before is None:
        missing = [value for value in range(1, marker.value) if value not in values]
        certain = 0 < len(missing) == marker.value - 1 <= _MOST_MISSING
        return f"从“{marker.label}”开始，缺{_labels(marker, missing)}" if certain else ""
    if again:
        return f"“{marker.label}”出现两次"
    if marker.value < before.value:
        return f"“{before.label}”之后是“{marker.label}”"
    missing = [value for value in range(before.value + 1, marker.value) if value not in values]
    return f"“{before.label}”之后是“{marker.label}”，缺{_labels(marker, missing)}" if missing else ""


def _labels(marker: Marker, values: Sequence[int]) -> str:
    names = [f"“{relabel(marker, value)}”" for value in values]
    return names[0] + "至" + names[-1] if len(names) > 2 else "".join(names)


def _shortfalls(
    text: str, sections: Sequence[Section], labelled: Sequence[_Labelled]
) -> Iterator[Diagnostic]:
    """Lists that are announced with a number and have fewer items: 抓好以下五项工作."""
    counts: dict[tuple[int, Family], int] = {}
    for section, marker in labelled:
        parent = section.parent or 0
        counts[parent, marker.family] = counts.get((parent, marker.family), 0) + 1
    most: dict[int, int] = {}
    for (index, _), count in counts.items():
        most[index] = max(count, most.get(index, 0))
    for index, count in most.items():
        section = sections[index]
        announced = _ANNOUNCED.search(text[section.start : section.own_end][-_ANNOUNCED_CHARS:])
        number = cn_number(announced[1]) if announced else None
        if announced and number and count < number:
            said = _short(announced[0].strip().rstrip("：:。"))
            yield Diagnostic(DiagnosticKind.TRUNCATED, f"“{said}”之后只有{count}项")


def _ending(text: str, sections: Sequence[Section]) -> Iterator[Diagnostic]:
    """A text that breaks off: at an open sentence, at dots, or at a heading."""
    last = sections[-1]
    if last.parent is not None and not last.heading:
        return
    lines = text.rstrip().split("\n")
    line = lines[-1].strip()
    if _BROKEN_OFF.search(line):
        yield Diagnostic(DiagnosticKind.TRUNCATED, f"全文以“{line[-_PLACE_CHARS:]}”结束")
    elif _is_bare_heading(text, sections):
        yield Diagnostic(DiagnosticKind.TRUNCATED, f"“{_short(last.heading)}”之后没有正文")
    elif not is_row(line) and _is_open(line, lines):
        yield Diagnostic(DiagnosticKind.TRUNCATED, f"全文在“{line[-_PLACE_CHARS:]}”处中断")


def _is_open(line: str, lines: Sequence[str]) -> bool:
    """Tell whether a line ends in mid-sentence, in a text whose sentences end with a stop otherwise."""
    if _OPEN_END.search(line):
        return True
    running = len(line) >= _RUNNING_CHARS and _RUNNING.search(line)
    if not (running or "。" in line) or not _HAN_END.search(line):
        return False
    others = [one for one in lines[:-1] if len(one) >= _RUNNING_CHARS]
    return sum(not _ENDED.search(one) for one in others) <= _UNSTOPPED_SHARE * len(others)


def _is_bare_heading(text: str, sections: Sequence[Section]) -> bool:
    """Tell whether a text ends at a heading while every other heading on its level has a body below it."""
    last = sections[-1]
    if last.level != 1 or text[last.body : last.end].strip() or _ENDED.search(text[last.start :]):
        return False
    others = [s for s in sections if s.level == 1 and s.heading and s is not last]
    return len(others) >= 2 and all(text[s.body : s.end].strip() for s in others)


def _headless(text: str, sections: Sequence[Section]) -> Iterator[Diagnostic]:
    """A long text without headings; a short one too when it is one paragraph that lost its line breaks."""
    if any(section.heading for section in sections[1:]):
        return
    if max(map(len, text.split("\n"))) >= _LONG_PARAGRAPH:
        yield Diagnostic(DiagnosticKind.DAMAGE, f"全文{len(text):,}字没有标题，分段可能已丢失")
    elif len(text) >= _LONG_CHARS:
        yield Diagnostic(DiagnosticKind.DAMAGE, f"全文{len(text):,}字没有标题")


def _short(heading: str) -> str:
    return heading if len(heading) <= _PLACE_CHARS else heading[:_PLACE_CHARS] + "…"
