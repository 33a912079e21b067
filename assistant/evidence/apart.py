"""A sentence that says the same of several things (甲包括…，乙包括…) into its part on the one asked for."""

import re
from collections.abc import Sequence

from assistant.understanding.terms import Term, coverage
from ingest.text import normalize

_OF = re.compile(
    r"(?:^|[，,；;。])\s*(?:[一二三四五六七八九十]是)?(?P<of>[^，,；;。：:、]{2,24}?)(?:主要|具体|则|还|又)?"
    r"(?:包括|包含|分为|是指|指的是|由(?=[^，,；;。]{2,60}组成))"
)
_VERBS = ("包括", "包含", "分为", "指", "组成")
_SAID = re.compile(r"^[^,。;]{0,12}?(?:[:：]|是指|指|包括|为|由)")
_LABELLED = re.compile(r"^[(（]?[\d一二三四五六七八九十]{1,3}[)）.．、]")
_CLEARLY, _SHORTEST = 0.15, 2


def sets_out(thing: str, sentence: str) -> bool:
    """Tell whether a sentence begins with a thing and goes on to say what it is."""
    name, said = normalize(thing), normalize(sentence)
    return said.startswith(name) and _SAID.match(said[len(name) :]) is not None


def heads(heading: str, thing: str) -> bool:
    """Tell whether a heading, without its label, is the thing, or all of its name but what it is of."""
    said = _LABELLED.sub("", normalize(heading))
    return len(said) > _SHORTEST and normalize(thing).endswith(said)


def part_on(text: str, terms: Sequence[Term]) -> tuple[int, int]:
    """Span of the part of a sentence that is about what is asked; the whole where no part clearly is.

    :param terms: the words of the question.
    """
    parts = list(_OF.finditer(text)) if sum(map(text.count, _VERBS)) > 1 else []
    if len(parts) < 2:
        return 0, len(text)
    ends = [*(part.start("of") for part in parts[1:]), len(text)]
    worth = [coverage(tuple(terms), normalize(part["of"])) for part in parts]
    best, *others = sorted(worth, reverse=True)
    if best < others[0] + _CLEARLY:
        return 0, len(text)
    at = worth.index(best)
    start = parts[at].start("of")
    return start, start + len(text[start : ends[at]].rstrip("，,；; "))
