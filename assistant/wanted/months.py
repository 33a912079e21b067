"""The month whose work a question asks for (三月份学校安排什么) into what tells whether a text names it."""

import re

from ingest.text import cn_number

_NUMERAL = r"十[一二]?|[一二三四五六七八九正]|1[0-2]|0?[1-9]"
_MONTH = re.compile(
    rf"(?<![\d〇一二三四五六七八九十.])(?:(?P<first>{_NUMERAL})月?\s?(?P<to>[-—–~～至到、])\s?)?(?P<last>{_NUMERAL})月"
)
_ASKED = re.compile(
    rf"(?<![\d〇一二三四五六七八九十.至到—–~、-])(?P<month>{_NUMERAL})月(?:份|(?=[\u4e00-\u9fff])(?![底末初上中下以之前后至到\d]|.?日))"
    r"(?=.*(?:安排|活动|工作|任务|重点|事项|做|干|开展|举行|举办))"
)
_LABEL = re.compile(rf"(?:^|[\n。；;])\W*(?:{_NUMERAL})月份?\s?[：:、，\t\u3000 ]")


def month_asked(question: str) -> int:
    """Give the one month whose work a question asks for, 1 to 12, or 0."""
    asked = {_number(found["month"]) for found in _ASKED.finditer(question)}
    return asked.pop() if len(asked) == 1 else 0


def months_in(text: str) -> frozenset[int]:
    """Find the months a text names, in either numerals; of a span (3至5月) all."""
    found: set[int] = set()
    for match in _MONTH.finditer(text):
        last = _number(match["last"])
        first = _number(match["first"]) if match["first"] else last
        if match["to"] == "、":
            found.update((first, last))
            continue
        found.update(range(first, last + 1) if first <= last else (*range(first, 13), *range(1, last + 1)))
    return frozenset(found)


def labelled(text: str) -> list[frozenset[int]]:
    """Find the months that stand as labels of what follows (三月份：), in the order of the text."""
    return [months_in(found[0]) for found in _LABEL.finditer(text)]


def _number(said: str) -> int:
    return cn_number(said) or 1  # 正月
