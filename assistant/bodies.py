"""The words of a question into the issuing bodies of the library it names, in full or in short."""

import re
from collections.abc import Sequence
from functools import lru_cache

_PLACE_BEFORE = re.compile(
    r"^(?:中共)?[\u4e00-\u9fff×XxＸ*]{1,8}?(?:自治区|自治州|[省市县区州旗])委?(?=[\u4e00-\u9fff]{2})"
)
_SHORTEST_ORGAN = 3
_ENDINGS = tuple("局委办厅会部院社")


def organs_in(text: str, organs: Sequence[str]) -> tuple[str, ...]:
    """Find the issuing bodies a text names, in full or in short: 卫健局 is 云溪县卫生健康局.

    The bodies of many places share few names, and each name is looked for once.
    """
    bodies = _by_name(tuple(organs))
    named = {organ for name, group in bodies.items() if _names(text, name) for organ in group}
    return tuple(organ for organ in organs if organ in named) if named else ()


@lru_cache(maxsize=2)
def _by_name(organs: tuple[str, ...]) -> dict[str, list[str]]:
    bodies: dict[str, list[str]] = {}
    for organ in organs:
        bodies.setdefault(_PLACE_BEFORE.sub("", organ), []).append(organ)
    return bodies


def _names(text: str, name: str) -> bool:
    """Tell whether a text holds a name or a short form of it: its first character, then others in order."""
    if name in text:
        return True
    starts = [at for at, char in enumerate(text) if char == name[:1]]
    return any(
        text[start:end].endswith(_ENDINGS) and _is_within(text[start:end], name)
        for start in starts
        for end in range(start + _SHORTEST_ORGAN, start + len(name))
        if end <= len(text)
    )


def _is_within(short: str, name: str) -> bool:
    rest = iter(name)
    return all(char in rest for char in short)
