"""Signs of the radical blocks, which text copied from a PDF has, into the characters they look like."""

import re
import unicodedata
from functools import cache

from ingest.clean.sheet import RepairKind, Sheet

# Those of the supplement that NFKC leaves as they are, and that are characters of their own.
_SUPPLEMENT = dict(
    zip(
        "⺠⻓⻔⻋⻅⻆⻉⻘⻚⻛⻜⻝⻢⻣⻥⻦⻩⻬⻮⻰⻄⻨⻁⻙⺮⻤",
        "民长门车见角贝青页风飞食马骨鱼鸟黄齐齿龙西麦虎韦竹鬼",
        strict=True,
    )
)
_RADICAL = re.compile("[\u2e80-\u2fd5]")


def mend_radicals(sheet: Sheet) -> None:
    """Write every such sign as the character, so that ⼀、党建⼯作 is numbered and can be found."""
    for index, line in enumerate(sheet.lines):
        if _RADICAL.search(line.text) is not None:
            text = line.text.translate(_table())
            places = sum(one != other for one, other in zip(line.text, text, strict=True))
            if places:
                sheet.rewrite(index, text, RepairKind.RADICAL, places)


@cache
def _table() -> dict[int, str]:
    signs = map(chr, range(0x2E80, 0x2FD6))
    folded = {ord(sign): unicodedata.normalize("NFKC", sign) for sign in signs}
    return folded | {ord(sign): character for sign, character in _SUPPLEMENT.items()}
