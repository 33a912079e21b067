"""Lines broken inside a sentence, a bracket or a list of units into the paragraphs the document had."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.clean.openers import dashed_lines, labelled_lines
from ingest.clean.quoted import in_quoted_name
from ingest.clean.set_title import join_set_title
from ingest.clean.width import full_headings, is_closed, is_stopped, width_of
from ingest.numbering import read_marker
from ingest.records import Line

_CUT_OFF = "（(《“〔第"
_OPEN_ENDS = "，、,"
_CLOSED_STARTS = "，。、；：！？）》”〕,;!?)"
_ASIDE_CHARS = 200
# A bracket that is still open at the end of a line, and one that is closed before another opens.
_DUTY_OPEN = re.compile(
    r"[（(【\[](?=[^（）()【】\[\]]{0,12}(?:责任|牵头|配合|负责|承办|落实|主办|协办))[^（）()【】\[\]]{2,300}$"
)
# Who is responsible stands at the end of a paragraph.
_DUTY_END = re.compile(
    r"[（(【\[][^（()）【】\[\]]{0,300}(?:责任|牵头|配合|负责|承办|落实|主办|协办)[^（()）【】\[\]]{0,300}[）)】\]]$"
)
_UNCLOSED = re.compile(r"[（(][^（()）]{1,200}$")
_UNOPENED = re.compile(r"[^（()）]{0,120}[）)]")
_INSIDE = re.compile(r"[，、。；,;]")
_FIRST_POINT = re.compile(r"一(?:是|要|方面)|首先|其一")
# 1.5小时, （二）项的规定, （二）的要求
_NO_LABEL = re.compile(
    r"\d+[.．]\d+\s?(?:小时|分钟|公里|千米|公顷|平方|立方|个?百分)|[（(][一二三四五六七八九十]{1,3}[）)](?:[项款条的]|、[（(])"
)
_UNIT_END = re.compile(r"(?:[局委办厅股科室处院校站队会]|中心|政府|部门|单位|学校|街道|公司)$")
# 新增就业1200|人，; 发放补贴1.|5亿元; 由公共服|务股负责
_FIGURE_END = re.compile(r"[\u4e00-\u9fff]\d[\d,]*(?:[.．]\d*)?[万亿]?$")
_FIGURE_GOES_ON = re.compile(
    r"\d*[%％‰]|\d+[万亿][元人吨亩]|[万亿]?(?:人次?|名|元|所|户|件|家|场|个|项|次|套|亩|公里|吨|天|平方米)(?=[，,。；;、]|以[上内下]|左右|$)"
)
_AWAITS_NAME = re.compile(r"[，,、；;]由[^，,。；;、由\s]{1,8}$")
_AWAITS_CHARS = 10
_NAME_GOES_ON = re.compile(r"[^，,。；;\s]{1,10}?(?:负责|牵头)")
_BRACKETS = re.compile(r"[（）()【】\[\]]")
_BRACKET_LINES = 6
_WRAP_LEAST = 24
_WRAP_MOST = 240
_WRAP_SLACK = 6
_WRAP_LINES = 3
_WRAP_SHARE = 0.6
_LONGER_SHARE = 0.1
_ENDS_SHARE = 0.25
_INDENT_COLUMNS = 3
_OPENED_LINES, _OPENED_SHARE = 4, 0.8
_SPACED_SHARE = 0.8
_LEAST_INDENTED = 2
_LABEL_CHARS = 4
_BRACKET_CHARS = 320


@dataclass(frozen=True, slots=True)
class _Habit:
    """How a text was wrapped.

    :param full: indices of the lines that were broken because they were full.
    :param margin: the indent in columns of a line that goes on with a paragraph.
    :param indented: paragraphs open with another indent.
    :param ragged: so they do in a text of no one width, whose lines without an indent go on.
    :param labelled: indices of the lines that open with a label, and so a paragraph.
    :param dashed: indices of the lines that open with a dash, as items do where several stand so.
    """

    full: frozenset[int]
    labelled: frozenset[int]
    dashed: frozenset[int] = frozenset()
    margin: int = 0
    indented: bool = False
    ragged: bool = False


def join_wrapped(lines: Sequence[Line]) -> list[Line]:
    """Join lines broken inside a sentence; empty lines part paragraphs and are dropped.

    Only what is certain is joined: a line that ends in an open sign, goes on with a closing one or inside a
    bracket, and in a text wrapped at one width every full line.
    """
    width = _wrap_width(lines)
    lines = _single_spaced(lines) if width else lines
    habit = _habit(lines, width) if width else _ragged_habit(lines)
    paragraphs: list[list[str]] = []
    styles: list[int] = []
    last = -1
    for at, line in enumerate(lines):
        text = line.text.strip()
        tail = "".join(paragraphs[-1][-_BRACKET_LINES:])[-_BRACKET_CHARS:] if text and last >= 0 else ""
        if tail and (
            _continues(lines, last, at, tail, habit)
            or _in_bracket(tail, lines, at)
            or in_quoted_name(tail, lines, at)
        ):
            paragraphs[-1].append(_glue(tail, text, full=last in habit.full) + text)
        elif text:
            paragraphs.append([text])
            styles.append(line.style)
        last = at if text else -1
    return join_set_title(
        [Line("".join(parts), style) for parts, style in zip(paragraphs, styles, strict=True)]
    )


def _wrap_width(lines: Sequence[Line]) -> int:
    """The width a text was wrapped at, 0 when its lines are paragraphs.

    In a wrapped text the lines of running text that end without a stop are nearly all of one width, and
    hardly any line is longer; sentences end within them, or right below.
    """
    long = [text for line in lines if len(text := line.text.rstrip()) >= _WRAP_LEAST // 2]
    if sum(len(text) > _WRAP_MOST // 2 for text in long) > len(long) * _LONGER_SHARE:
        return 0
    broken = [text for text in long if _is_broken(text)]
    if len(broken) < _WRAP_LINES:
        return 0
    columns = sorted(map(width_of, broken))
    width = columns[int(len(columns) * (1 - _LONGER_SHARE))]
    near = sum(abs(each - width) <= _WRAP_SLACK for each in columns)
    longer = sum(width_of(text) > width + _WRAP_SLACK for text in long)
    if (
        width > _WRAP_MOST
        or near < max(_WRAP_LINES, len(broken) * _WRAP_SHARE)
        or longer > len(long) * _LONGER_SHARE
    ):
        return 0
    ends = sum(is_stopped(line.text.rstrip()) for line in lines if line.text.strip())
    within = any("。" in text for text in broken)
    return width if within or (near >= 2 * _WRAP_LINES and ends >= near * _ENDS_SHARE) else 0


def _is_broken(text: str) -> bool:
    """Tell whether a line is running text that ends without a stop, or a bracket that ends a paragraph."""
    text = text.lstrip()
    return _INSIDE.search(text, _LABEL_CHARS) is not None and text[-1] not in "）)】" and not is_stopped(text)


def _single_spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """Drop the empty lines of a text that has one after every line."""
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    gaps = [after - at for at, after in pairwise(filled)]
    if gaps.count(2) < len(gaps) * _SPACED_SHARE:
        return lines
    pairs = pairwise((Line(""), *lines))
    return [line for above, line in pairs if line.text.strip() or not above.text.strip()]


def _habit(lines: Sequence[Line], width: int) -> _Habit:
    full = frozenset(
        at for at, line in enumerate(lines) if width_of(line.text.rstrip()) >= width - _WRAP_SLACK
    )
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    goes_on = [
        _indent(lines[at])
        for above, at in pairwise(filled)
        if above in full and not is_stopped(lines[above].text.rstrip())
    ]
    margin = Counter(goes_on).most_common(1)[0][0] if goes_on else 0
    others = sum(abs(_indent(lines[at]) - margin) >= _INDENT_COLUMNS for at in filled)
    return _Habit(full, labelled_lines(lines), dashed_lines(lines), margin, others >= _LEAST_INDENTED)


def _ragged_habit(lines: Sequence[Line]) -> _Habit:
    """How a text of no one width was broken: its paragraphs may nearly all open with an indent."""
    filled = [line for line in lines if line.text.strip()]
    opened = [
        below
        for above, below in pairwise(filled)
        if (is_stopped(ended := above.text.rstrip()) or ended[-1] in "）)】]")
        and below.text[0] not in "（(【["
    ]
    indented = sum(_indent(line) >= _INDENT_COLUMNS for line in opened)
    ragged = len(opened) >= _OPENED_LINES and indented >= len(opened) * _OPENED_SHARE
    full = _full_in_blocks(lines) | full_headings(lines)
    return _Habit(full, labelled_lines(lines), dashed_lines(lines), ragged=ragged)


def _runs_over(above: Line, line: Line) -> bool:
    """Tell whether a sentence without a stop runs over into a line that lacks the indent of a paragraph."""
    text = above.text.strip()
    if len(text) < _WRAP_LEAST or not _is_broken(text) or _indent(line):
        return False
    return _INSIDE.search(line.text) is not None or is_stopped(line.text.rstrip())


def _full_in_blocks(lines: Sequence[Line]) -> frozenset[int]:
    """The full lines of wrapped blocks in a text that is not wrapped throughout.

    A block is a few lines in a row, all of one width and without a stop at their end; within it a sentence
    ends.
    """
    full: set[int] = set()
    block: list[int] = []
    width = 0
    for at, line in enumerate((*lines, Line(""))):
        text = line.text.rstrip()
        short = _WRAP_LEAST // 2 <= len(text) <= _WRAP_MOST // 2 and not line.style
        columns = width_of(text) if short and not (is_stopped(text) or is_closed(text)) else 0
        if not block or abs(columns - width) > _WRAP_SLACK:
            if len(block) >= _WRAP_LINES and any("。" in lines[i].text for i in block):
                full.update(block)
            block, width = [], columns
        if columns:
            block.append(at)
    return frozenset(full)


def _indent(line: Line) -> int:
    text = line.text
    if not text[:1].isspace():
        return 0
    return width_of(text[: len(text) - len(text.lstrip())].replace("\t", "    "))


def _continues(lines: Sequence[Line], last: int, at: int, tail: str, habit: _Habit) -> bool:
    """Tell whether a line goes on with the paragraph above it, which ends in `tail` on line `last`."""
    above, text = lines[last].text.rstrip(), lines[at].text.strip()
    if lines[last].is_heading or lines[at].style or at in habit.dashed:
        return False
    if above[-1] in _CUT_OFF:
        return True
    goes_on = last in habit.full and abs(_indent(lines[at]) - habit.margin) < _INDENT_COLUMNS
    if _opens_item(text):
        return goes_on and habit.indented and not is_stopped(above)
    if above[-1] in _OPEN_ENDS or text[0] in _CLOSED_STARTS or _is_parted(above, text):
        return True
    if _UNCLOSED.search(above, max(0, len(above) - _ASIDE_CHARS)) and _UNOPENED.match(text):
        return True
    if at not in habit.labelled and habit.ragged and _runs_over(lines[last], lines[at]):
        return True
    if not goes_on or at in habit.labelled:
        return False
    return (
        habit.indented
        or not (is_stopped(above) or is_closed(above) or (above[-1] in "）)】]" and _DUTY_END.search(tail)))
        or (above[-1] in "：:" and _FIRST_POINT.match(text) is not None)
    )


def _is_parted(above: str, text: str) -> bool:
    """Tell whether a figure, or its unit, or the name behind 由 is parted by the end of a line."""
    if _AWAITS_NAME.search(above, max(0, len(above) - _AWAITS_CHARS)) and _NAME_GOES_ON.match(text):
        return True
    return _FIGURE_GOES_ON.match(text) is not None and _FIGURE_END.search(above) is not None


def _opens_item(text: str) -> bool:
    """Tell whether a line opens an item: it starts with a number that is no figure and no reference."""
    return read_marker(text) is not None and _NO_LABEL.match(text) is None


def _in_bracket(tail: str, lines: Sequence[Line], at: int) -> bool:
    """Tell whether a bracket that names who is responsible goes on here and is closed a few lines below."""
    if not tail or _DUTY_OPEN.search(tail) is None:
        return False
    for line in lines[at : at + _BRACKET_LINES]:
        text = line.text.strip()
        if not text or line.style or read_marker(text) is not None:
            return False
        bracket = _BRACKETS.search(text)
        if bracket is not None:
            return bracket[0] in "）)】]"
    return False


def _glue(left: str, right: str, *, full: bool) -> str:
    """What stands between joined lines: a blank between Latin words, and between units listed one a line."""
    if left[-1].isascii() and right[0].isascii() and left[-1].isalpha() and right[0].isalpha():
        return " "
    listed = _DUTY_OPEN.search(left) is not None and not full
    return " " if listed and _UNIT_END.search(left) and right[0] not in "、，,；;）)】]" else ""
