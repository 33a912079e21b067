"""Years a follow-up counts (去年) into those it means after the question before it."""

import re

from assistant.understanding.named import YEAR

RELATIVE_YEAR = re.compile("今年|本年度?|去年|上一?年度?|前一?年|明年|下一?年度?|次年|来年|后一年|第二年")
_FROM = (("去年", -1), ("上年", -1), ("上一年", -1), ("前年", -2), ("明年", 1), ("下年", 1), ("下一年", 1))
_SHIFTS = dict((*_FROM, ("前一年", -1), ("次年", 1), ("来年", 1), ("后一年", 1), ("第二年", 1)))


def counted_from(text: str, base: str) -> str:
    """Write the year that 去年 or 明年 means after a question about one named year (of 2024年 2023年).

    After any other question these words stay, and count from today.
    """
    named = set(YEAR.findall(base))
    if len(named) != 1 or YEAR.search(text):
        return text
    year = int(named.pop())

    def written(found: re.Match[str]) -> str:
        shift = _SHIFTS.get(found[0].removesuffix("度"))
        return found[0] if shift is None else f"{year + shift}年"

    return RELATIVE_YEAR.sub(written, text)
