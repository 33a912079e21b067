"""Lines that open with a counted word or a letter (第一阶段：, 任务一：, A.) into headings."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.numbering import Family, Marker
from ingest.outline.headings import clear_title, run_in_heading
from ingest.outline.marks import Landmark, Mark
from ingest.records import Line
from ingest.text import cn_number

_NUMBER = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_STEPS = "阶段|步骤|步|环节|板块|模块"
_WORDS = (
    "(?:重点|主要)?任务|项目|事项|实事|步骤|阶段|环节|行动|举措|措施|工程|专题|板块|模块|主题|活动|目标|亮点"
)
# A time in brackets behind the label belongs to neither label nor title.
_COUNTED = re.compile(
    rf"(?P<label>第(?P<first>{_NUMBER})(?P<step>{_STEPS})|(?P<word>{_WORDS})(?P<last>{_NUMBER}))"
    r"(?:[（(][^（）()]{1,30}[）)](?=[:：]))?(?:\s*[:：]\s*|\s+|\s*[.．、](?!\d)|(?=[（(]|$)|(?<=[一二三四五六七八九十])(?=[\u4e00-\u9fff“”]{4,24}$))"
)
_COUNTS = re.compile(rf"第(?:{_NUMBER})|任|步|阶|环|行|举|措|工|专|板|模|主|活|目|亮|重|项|事|实")
# Habits that count only in a document that has no other.
_FIRST = re.compile(rf"(?P<label>第(?P<number>{_NUMBER}))[、，,](?=\S)")
# 一是围绕……抓扩面。 where nothing else is counted
_POINT = re.compile(r"(?P<label>(?P<number>[一二三四五六七八九十]{1,2})是)(?=\S)")
_LETTER = re.compile(r"(?P<label>[A-Z])\s?[.．、](?=\s?[\u4e00-\u9fff“])")
_BOXED = re.compile(r"【(?!附)([^【】。；]{2,30})】\s*")
_LEAST = 2
_Run = list[tuple[int, int, re.Match[str]]]  # line, number and label of the words of one kind


def find_counted(lines: Sequence[Line], free: Sequence[int]) -> dict[int, Landmark]:
    """Find words counted from one, two at least: `第一阶段：宣传发动（3月）`, `任务一：加强党建`."""
    named = [
        (i, found)
        for i in free
        if _COUNTS.match(text := lines[i].text.strip()) and (found := _COUNTED.match(text)) is not None
    ]
    runs: dict[str, _Run] = {}
    for i, found in named:
        run = runs.setdefault(found["step"] or found["word"], [])
        run.append((i, cn_number(found["first"] or found["last"]) or 0, found))
    counted = [run for run in runs.values() if len(run) >= _LEAST and _counts_on([each[1] for each in run])]
    marks: dict[int, Landmark] = {}
    for run in counted:
        mark = Mark.STEP if any(_lies_in(run, other) for other in counted) else Mark.INNER
        marks |= {i: _heading(lines[i].text, found, mark) for i, _, found in run}
    return marks


def _lies_in(run: _Run, outer: _Run) -> bool:
    """Tell whether words count from one again below each of others: the stages of several tasks."""
    starts = [i for i, _, _ in outer]
    below: dict[int, list[int]] = {}
    for i, value, _ in run:
        below.setdefault(bisect_left(starts, i), []).append(value)
    return 0 not in below and all(values == list(range(1, len(values) + 1)) for values in below.values())


def find_only_count(
    lines: Sequence[Line], free: Sequence[int], markers: Sequence[Marker | None]
) -> dict[int, Landmark]:
    """Find `第一、…`, `一是…`, `A.…` or `【党建】…` where a document has no other numbering."""
    if any(marker is not None for marker in markers):
        return {}
    for pattern in (_FIRST, _POINT, _LETTER):
        named = [(i, found) for i in free if (found := pattern.match(lines[i].text.strip())) is not None]
        if len(named) >= _LEAST and _counts_on([_value(found) for _, found in named]):
            return {i: _heading(lines[i].text, found, Mark.PART) for i, found in named}
    boxed = [(i, found) for i in free if (found := _BOXED.match(lines[i].text.strip())) is not None]
    if len(boxed) < _LEAST:
        return {}
    return {
        i: Landmark(Mark.PART, "", clear_title(found[1]), body=_body(lines[i].text, found.end()))
        for i, found in boxed
    }


def _value(found: re.Match[str]) -> int:
    if found.re is _LETTER:
        return ord(found["label"]) - ord("A") + 1
    return cn_number(found["number"]) or 0


def _counts_on(values: Sequence[int]) -> bool:
    """Tell whether numbers count from one without a gap, maybe several times."""
    above = [0, *values]
    return all(value in (1, last + 1) for last, value in zip(above, values, strict=False)) and 2 in values


def _heading(text: str, found: re.Match[str], mark: Mark) -> Landmark:
    """The heading that a counted word opens; alone on its line it is the title itself."""
    indent = len(text) - len(text.lstrip())
    label = found["label"]
    heading = run_in_heading(text, Marker(Family.PART, 1, label, indent, indent + found.end()))
    if not heading.title:
        return Landmark(mark, "", clear_title(text))
    return Landmark(mark, label, heading.title, body=_body(text, heading.body))


def _body(text: str, at: int) -> int:
    return at if at < len(text.rstrip()) else 0
