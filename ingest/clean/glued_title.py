"""A first line in which title, source, date, preamble and text run together, into a line for each."""

import re
from collections.abc import Sequence

from ingest.clean.particulars import CLOCK, DAY
from ingest.parse.table import is_row
from ingest.records import Line

_LEAST_CHARS = 60
_BLANK = r"[ \t\u3000\xa0]*"
# The words of a sentence, or of an item, open no title.
_TITLE = (
    r"(?!按照?|根据|为了?|现将|结合|围绕|对照|[（(]?[一二三四五六七八九十\d]{1,3}[.．、）)])"
    r"[^，。；：:！？]{6,60}?(?:要点|计划|总结|方案|打算|安排|报告|意见|思路|办法|规划|通知|清单|分工)"
    r"(?:[（(][^（）()]{2,8}[）)])?"
)
_OPENING = r"(?=(?:19|20)\d\d年|[一1][、.．]|[（(]一[）)]|第一[章条]|为|根据|按照|今年|[各全]|现将)"
_DATED = (
    rf"(?:发布|公开|发表|更新|成文|印发|发文)?(?:日期|时间){_BLANK}[：:]{_BLANK}{DAY}(?:{_BLANK}{CLOCK})?"
)
_SOURCED = (
    rf"(?:(?:信息|文章|稿件)?来源|(?:发布|发文)(?:机构|单位)){_BLANK}[：:]{_BLANK}[^，。；：:！？\d]{{2,24}}?"
)
_FACTS = (  # a source without a date behind it ends where the text opens
    rf"(?:{_SOURCED}{_BLANK}{_DATED}|{_DATED}{_BLANK}{_SOURCED}{_BLANK}{_OPENING}"
    rf"|{_DATED}|{_SOURCED}{_BLANK}{_OPENING})"
)
_OFFICE = r"[\u4e00-\u9fff]{2,24}?(?:政府|办公室|委员会|领导小组|指挥部|[局委厅院部校处办会])"
_STATED = re.compile(rf"({_TITLE}){_BLANK}({_FACTS}){_BLANK}(?=\S)")
_SIGNED = re.compile(
    rf"({_TITLE}){_BLANK}({_OFFICE}){_BLANK}((?:19|20)\d\d年\d{{1,2}}月\d{{1,2}}日){_BLANK}{_OPENING}"
)
_LED_TO = re.compile(
    rf"({_TITLE}){_BLANK}(?=(?:为(?:了|做好|贯彻|深入|全面|进一步|切实)|根据|按照)[^。]{{4,120}}?现[将就])"
)


def part_title(lines: Sequence[Line]) -> list[Line]:
    """Break the first line with words behind the title that a source, a date or a preamble runs on from."""
    first = next((index for index, line in enumerate(lines) if line.text.strip()), None)
    if first is None:
        return list(lines)
    text = lines[first].text.strip()
    found = None
    if not lines[first].style and not is_row(text):
        stated = (_STATED.match(text) or _SIGNED.match(text)) if len(text) >= _LEAST_CHARS else None
        found = stated or _LED_TO.match(text)
    if found is None:
        return list(lines)
    pieces = [*found.groups(), text[found.end() :]]
    return [*lines[:first], *(Line(piece.strip()) for piece in pieces), *lines[first + 1 :]]
