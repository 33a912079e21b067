"""From two texts that state the same figure to whether one gives it the subject or year of another figure."""

import re
from collections.abc import Iterable

from assistant.citing.citations import pairs_of
from assistant.citing.figures import Figure, figures
from assistant.citing.proof import EMPTY, own_words

_SUBJECT_SHARE = 0.75  # of the words a clause gives a figure, to be found before its comma
_NEAR = 8  # characters before a figure that name what it measures
_BREAK = re.compile("[,。;:]")
_AND = re.compile("[、和与及]")
_BOUND = re.compile(rf"{EMPTY.pattern}|[\d.%,]|以[上下内]|不?(?:超过|低于|少于|高于|多于)|至少|最多")
_CHANGE = re.compile("同比|比上年|增长|增加|提高|提升|上升|下降|减少|降低|完成|实现")
_COMPARED = re.compile("[比较]$")
_REACHED = re.compile("(?:提高|增加|增长|上升|提升|扩大|下降|降低|减少|缩短)[到至]$")


def swapped(clause: str, figure: Figure, text: str, place: Figure, aside: set[str]) -> bool:
    """Tell whether a clause gives a figure the subject that a text gives to another figure of its unit.

    :param figure: the figure of the clause; `place` is where the text states it.
    :param aside: pairs of characters that title and headings hold: they tell no two figures apart.
    """
    said, given = _slot(clause, figure), _slot(text, place)
    if _handed_out(clause, figure, text, place):
        return True
    ours = pairs_of(given)
    for other in figures(text):
        if other.unit != place.unit or other.start == place.start:
            continue
        theirs = pairs_of(_slot(text, other))
        for words in (said, said[-_NEAR:]):
            told = pairs_of(words)
            if len(told & theirs - ours - aside) > len(told & ours - theirs):
                return True
    return False


def of_another_year(clause: str, figure: Figure, text: str, place: Figure, years: Iterable[int]) -> bool:
    """Tell whether the year a text states a figure for is none the clause tells it for.

    :param years: the years of the clauses before, which hold where the clause names none before the figure.
    """
    governing = _year_before(text, place)
    said = _year_before(clause, figure)
    told = {said} if said else set(years)
    return bool(governing and told) and governing not in told


def leads_to(clause: str, figure: Figure, text: str, place: Figure) -> bool:
    """Tell whether a clause gives a figure the subject that stands before the last comma of its sentence.

    What stands behind that comma must be in the clause too: else it has a subject of its own.
    """
    last = max((f.end for f in figures(text) if f.unit == place.unit and f.end <= place.start), default=0)
    start = max(last, *(text.rfind(stop, 0, place.start) + 1 for stop in "。;"))
    whole, own = text[start : place.start], _clause_before(text, place)
    subject, said = pairs_of(_slot(clause, figure)), pairs_of(_BOUND.sub("", clause))
    return (
        pairs_of(_BOUND.sub("", own)) <= said
        and len(subject & pairs_of(_BOUND.sub("", whole))) >= _SUBJECT_SHARE * len(subject) > 0
    )


def _slot(text: str, figure: Figure) -> str:
    """Give the words that say what a figure measures: back to a break or the figure before of its unit.

    Where these say little, as `2025年` does, the words before them belong to it too.
    """
    end = figure.start
    last = max((f.end for f in figures(text) if f.unit == figure.unit and f.end <= end), default=0)
    starts = [match.end() for match in _BREAK.finditer(text, last, end)]
    words = ""
    while starts and own_words(_CHANGE.sub("", words)) < 2:
        words = text[starts.pop() : end]
    if own_words(_CHANGE.sub("", words)) < 2:
        words = text[last:end]
    if own_words(_CHANGE.sub("", words)) < 2:
        words = text[:end]
    return _BOUND.sub("", words)


def _handed_out(clause: str, figure: Figure, text: str, place: Figure) -> bool:
    """Tell whether `甲、乙分别为1、2` gives the figure to another of its things than the clause does."""
    shared, _, apart = _clause_before(text, place).partition("分别")
    told = _clause_before(clause, figure)
    things = _AND.split(shared)
    at = len([f for f in figures(apart) if f.unit == place.unit])
    if not apart or at >= len(things) or "分别" in told:
        return False
    if at == len(things) - 1:
        return any(thing in told for thing in things[:-1])
    pairs = pairs_of(things[at])
    return 2 * len(pairs & pairs_of(told)) < len(pairs)


def _clause_before(text: str, figure: Figure) -> str:
    return _BREAK.split(text[: figure.start])[-1]


def _year_before(text: str, figure: Figure) -> int | None:
    """Give the year that governs a figure: the nearest before it in its sentence, none compared with."""
    start = text.rfind("。", 0, figure.start) + 1
    if figure.unit == "日期" or _REACHED.search(text[start : figure.start]):
        return None
    dated = [
        int(other.value.split("-")[0])
        for other in figures(text)
        if other.unit == "日期"
        and start <= other.start < figure.start
        and other.value[0] != "-"
        and not _COMPARED.search(text[: other.start])
    ]
    return dated[-1] if dated else None
