"""Spoken forms of the words that ask (啥, 咋, 多会儿) into the written ones."""

import re

_WRITTEN = {
    "啥时候": "什么时候",
    "啥时": "什么时候",
    "多会儿": "什么时候",
    "啥": "什么",
    "咋办": "怎么办",
    "咋样": "怎么样",
    "咋整": "怎么办",
    "咋弄": "怎么办",
    "咋搞": "怎么办",
    "咋个": "怎么",
    "咋": "怎么",
    "俺们": "我们",
    "咱们": "我们",
}
_SPOKEN = re.compile("|".join(_WRITTEN))


def as_written(text: str) -> str:
    """Put the written word in the place of each spoken one."""
    return _SPOKEN.sub(lambda found: _WRITTEN[found[0]], text)
