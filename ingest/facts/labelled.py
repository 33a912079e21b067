"""Labelled lists such as `牵头单位：A；责任单位：B、C` into units with their roles."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ingest.facts.clauses import TOPIC, stated
from ingest.facts.names import is_office, is_unit, may_be_unit
from ingest.facts.roles import BODY, WORDS, role_of
from ingest.facts.units import SIGNS, Group, Named, Span, share_joint, split_units

LABEL_WORDS = (  # 责任单位, 责任科室及责任人, 责任处（科）室
    rf"(?:第[一二三]|主要|具体|直接|共同|业务)?(?:{BODY})\d?"
    rf"(?:(?:[及和与、/]|以及)[\u4e00-\u9fff]{{1,6}}"
    rf"|[（(][\u4e00-\u9fff]{{1,5}}[）)][\u4e00-\u9fff]{{0,2}}|[（(][\u4e00-\u9fff]{{2,6}}[{re.escape(SIGNS)}][）)])?"
)
# A label that may touch the name before it: ……县财政局完成时限：6月底
_WHEN_OR_WHO = (
    r"(?<=[局办委部科股室处站会府厂队司校院心所镇乡园馆])"
    r"(?:(?:完成|办结|整改|落实)(?:时限|时间|期限)|责任(?:领导|人))"
)
# 责任单位： names units; 责任人： or 完成时限： ends the list before it.
_LABEL = re.compile(
    rf"(?P<head>{LABEL_WORDS})"
    r"(?:\s*[】\]〕］]?\s*[:：]+|[】\]〕］]"
    r"|(?P<loose>(?:分别)?[为是]|\s?[|｜丨]|[ \u3000]+(?=[\u4e00-\u9fff])))"
    rf"|(?<=[（(【\[〔［；;，,。：: \u3000\n])(?P<bare>(?:具体|主要|共同)?(?:{WORDS}))\s*[:：]"
    r"|(?P<other>(?:责任|牵头|分管|包保|联系|主管|完成|时间|办结|整改|进度)?"
    r"(?:责任人|领导|人员|时限|期限|时间|要求|节点|进度|目标|措施|任务|内容|备注)\s*[:：】〕\]|｜丨]"
    rf"|(?<![\u4e00-\u9fff])(?![\u4e00-\u9fff]{{0,6}}?(?:{LABEL_WORDS}|{_WHEN_OR_WHO})\s*[:：])"
    r"[\u4e00-\u9fff]{2,8}[:：])"
)
_LABEL_HINT = re.compile(
    rf"(?:{WORDS}|组织|支持|监管|成员)(?:\s*[:：]|(?:单位|部门|[股科处部站]室|站所|机构|主体|学校|方|[科股处室）)])"
    rf"[^，。：:\n]{{0,10}}?[:：】\]〕］|｜丨为是 \u3000])"
)
_PEOPLE = re.compile(r"人|领导")
_BEFORE_LABEL = "（(【[〔［。；;、，,！？：:】\u3000 \t\n》）—|｜丨"
_TOPIC_BEFORE = re.compile(rf"(?:^|[。；;，,：:\u3000])(?:{TOPIC.pattern})\Z", re.MULTILINE)
_LIST_END = re.compile(r"[。\u3000]")
_LINE_END = re.compile(r"[。\u3000\n]")
_OPEN_LIST = re.compile(r"[、,，;；/和及与]\s*$")
_SAME, _DASHES = ("同上", "同前", "〃"), ("—", "－", "-", "–")  # what dashes open is an item of a list
_IMPRINT = re.compile(r"版权所有|ICP|备案号|网安备|网站标识码|技术支持[:：]")
_WRAPPED_LINES, _LONGEST_PREFIX = 3, 12
_LONGEST_TOPIC = 40
_LONGEST = 400


def labelled_lines(text: str, bracketed: Sequence[Span]) -> Iterator[Group]:
    """Labels such as 责任单位： outside brackets: a line, the end of a paragraph, the cells of a row.

    :param bracketed: the brackets whose units are known, in order.
    """
    done = 0
    for hint in _LABEL_HINT.finditer(text):
        if hint.start() < done or _is_inside(bracketed, hint.start()):
            continue
        start = max(text.rfind("\n", 0, hint.start()) + 1, hint.start() - _LONGEST_PREFIX)
        done = _line_end(text, hint.end())
        listed = start  # where the list before ends: the next label of a cell may touch it
        for found in _LABEL.finditer(text, start, done) if not _IMPRINT.search(text, start, done) else ():
            at = found.start()
            if found["other"] is None and (at == listed or _opens(text, start, at)):
                following = _LABEL.search(text, found.end(), done)
                stop = _reach(text, done) if following is None else following.start()
                units = _value(text, found, _list_end(text, found.end(), stop, _LINE_END))
                listed = max([end for (_, end), _ in units], default=found.end())
                yield Group(at, listed, tuple(units), labelled=True)


def _is_inside(spans: Sequence[Span], at: int) -> bool:
    before = bisect_right(spans, (at, at)) - 1
    return before >= 0 and at < spans[before][1]


def _opens(text: str, start: int, at: int) -> bool:
    """Tell whether a label opens its clause; 此项工作 may stand before it."""
    before = text[max(0, at - 1) : at]
    return (
        not before
        or before in _BEFORE_LABEL
        or before in SIGNS
        or _TOPIC_BEFORE.search(text, max(start, at - _LONGEST_TOPIC), at) is not None
    )


def labelled_units(text: str, start: int, end: int) -> list[Named]:
    """Read `牵头单位:A;责任单位:B、C`; what stands under another head (责任人, 时限) is no unit."""
    labels = list(_LABEL.finditer(text, start, end)) if _LABEL_HINT.search(text, start, end) else []
    units: list[Named] = []
    for label, following in zip_longest(labels, labels[1:]):
        if label["other"] is None:
            stop = following.start() if following is not None else end
            units += _value(text, label, _list_end(text, label.end(), stop, _LIST_END))
    return units


def first_label(text: str, start: int, end: int) -> int:
    """Find where the first label of a list stands, -1 where none does."""
    found = _LABEL.search(text, start, end)
    return -1 if found is None else found.start()


def _reach(text: str, line_end: int) -> int:
    """Find how far the lines go that a list may be wrapped over; another label ends it."""
    end = line_end
    for _ in range(_WRAPPED_LINES):
        end = _line_end(text, end + 1)
    following = _LABEL.search(text, line_end, end) if _LABEL_HINT.search(text, line_end, end) else None
    return end if following is None else following.start()


def _value(text: str, label: re.Match[str], end: int) -> list[Named]:
    """Read the units behind a label; one that names people too, or has no colon, takes sure names only."""
    clauses = stated(text, label.end(), end) if end - label.end() <= _LONGEST else []
    if clauses:
        return clauses
    head = label["head"] or label["bare"]
    sure = label["loose"] is not None or _PEOPLE.search(head) is not None
    spans = _names(text, split_units(text, label.end(), end), sure)
    whole = label["loose"] is None or all(is_unit(text[slice(*span)]) for span in spans)
    return share_joint(text, spans, role_of(head)) if whole else []


def _names(text: str, spans: list[Span], sure: bool) -> list[Span]:
    """Keep what names units; behind a comma other words than a unit's end the list."""
    kept: list[Span] = []
    for at, span in enumerate(spans):
        name = text[slice(*span)]
        joint = text[spans[at - 1][1] : span[0]] if at else ""
        if is_unit(name) or (may_be_unit(name) and not sure and not set(joint) & set("，,；;")):
            kept.append(span)
        elif set(joint) & set("，,"):
            break
    return kept


def _list_end(text: str, start: int, stop: int, signs: re.Pattern[str]) -> int:
    """Find where a list ends: at a full stop, a cell or a line, unless the list goes on behind it."""
    ends = [found.start() for found in signs.finditer(text, start, stop)]
    for end, following in zip_longest(ends, ends[1:], fillvalue=stop):
        before = text[max(start, end - _LONGEST) : end]
        if before.strip() and (
            text[end] == "。" or not _goes_on(before, text[end], text[end + 1 : following])
        ):
            return end
    return stop


def _goes_on(before: str, sign: str, after: str) -> bool:
    """Tell whether a list goes on behind a break: after a comma, in the midst of a name, in the next cell."""
    tail = re.split(r"[、,，;；/\s]", before.strip())[-1]
    head = re.split(r"[、,，;；/。（()）\s]", after.strip())[0]
    if tail in _SAME or head.startswith(_DASHES):
        return False
    if _OPEN_LIST.search(before) or (sign != "\n" and is_unit(tail)):
        return is_unit(head)
    return head != "" and not is_office(tail) and is_unit(tail + head)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
