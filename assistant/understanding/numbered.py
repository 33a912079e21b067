"""A text into the schools and hospitals it tells apart by number: 第二中学, 二中, 市一院."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import rjieba

from ingest.text import cn_number

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_BETWEEN = "(?:人民|中医|中西医结合|附属|实验|高级|初级|完全|职业|民族|中心|城关)*"
_IN_FULL = re.compile(
    rf"第(?P<one>{_NUMERAL}|\d{{1,2}}){_BETWEEN}(?:(?P<院>医院)|(?P<中>中学)|(?P<小>小学)|(?P<幼>幼儿园))"
)
_IN_SHORT = re.compile(rf"(?<![第初高每各几两{_NUMERAL[1:11]}])(?P<one>{_NUMERAL})(?P<end>[院中小幼])")
_EACH = re.compile("一.一.")  # 一院一策
_SEATS = "省市县区州旗镇乡校"
_FULL_NAMES = {
    "院": ("人民医院", "医院", "中医院"),
    "中": ("中学", "高级中学", "初级中学", "实验中学"),
    "小": ("小学", "实验小学", "中心小学"),
    "幼": ("幼儿园", "实验幼儿园"),
}


@dataclass(frozen=True, slots=True)
class Numbered:
    """A school or hospital called by its number, at `[start, end)` of a text.

    :param kind: what it is: 院, 中, 小 or 幼, as in its short name.
    """

    start: int
    end: int
    numeral: str
    kind: str

    @property
    def number(self) -> int:
        """Its number."""
        return cn_number(self.numeral) or 0

    @property
    def full_names(self) -> tuple[str, ...]:
        """The names it may have in full."""
        return tuple(f"第{self.numeral}{name}" for name in _FULL_NAMES[self.kind])


def numbered_in(text: str) -> list[Numbered]:
    """Find the schools and hospitals a text in normal form calls by number, in full or in short."""
    if not _IN_FULL.search(text) and not _IN_SHORT.search(text):
        return []
    full = [Numbered(*found.span(), found["one"], found.lastgroup or "") for found in _IN_FULL.finditer(text)]
    return [*full, *in_short(text)]


def in_short(text: str) -> Iterator[Numbered]:
    """Find those called in short, which stand alone among the words of a text: 二中, no 一中队."""
    shorts = list(_IN_SHORT.finditer(text))
    if not shorts:
        return
    bounds = set(accumulate(map(len, rjieba.cut(text, hmm=False)), initial=0))
    aside = {at for each in _EACH.finditer(text) for at in range(*each.span())}
    for found in shorts:
        start, end = found.span()
        begins = start in bounds or text[start - 1] in _SEATS
        if begins and end in bounds and start not in aside:
            yield Numbered(start, end, found["one"], found["end"])
