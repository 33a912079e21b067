"""From two texts that state the same figure to whether one gives it the subject or year of another figure."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.citing.citations import pairs_of
from assistant.citing.figures import Figure, figures
from assistant.citing.proof import EMPTY, own_words

_SUBJECT_SHARE = 0.75  # of the words a clause gives a figure, to be found before its comma
_SHARED = 2  # characters at least that name what a row of figures measures
_NEAR = 8  # characters before a figure that name what it measures
_BREAK = re.compile("[,。;:]")
_AND = re.compile("[、和与及]")
_SIDE = re.compile(r"[,。;:、()]")
_RANGE = re.compile(r"^(?:以[上下内]|及|\(含\)|不[足满]|未满|至|到|[-、,])*$")
_JOINED = re.compile("(?:以[上下内]|左右)*[、和与及:](?:不?(?:低于|高于|少于|超过))*")
_DENIED = re.compile("[不未非无]")
_BOUND = re.compile(rf"{EMPTY.pattern}|[\d.%,]|以[上下内]|不?(?:超过|低于|少于|高于|多于)|至少|最多")
_CHANGE = re.compile("同比|比上年|增长|增加|提高|提升|上升|下降|减少|降低|完成|实现")
_COMPARED = re.compile("[比较]$")
_REACHED = re.compile("(?:提高|增加|增长|上升|提升|扩大|下降|降低|减少|缩短)[到至]$")


def swapped(clause: str, figure: Figure, text: str, place: Figure, aside: set[str]) -> bool:
    """Tell whether a clause gives a figure the subject that a text gives to another figure of its unit.

    :param figure: the figure of the clause; `place` is where the text states it.
    :param aside: pairs of characters that title and headings hold: they tell no two figures apart.
    """
    if _handed_out(clause, figure, text, place):
        return True
    rivals = [f for f in figures(text) if f.unit == place.unit and f.start != place.start]
    sides = [_sides(text, f) for f in (place, *rivals)]
    first = min(
        range(len(sides)), key=lambda at: (place, *rivals)[at].start
    )  # what leads to all stands before it
    if all(behind and (not before or at == first) for at, (before, behind) in enumerate(sides)):
        return _of_another_behind("".join(_sides(clause, figure)), [behind for _, behind in sides], aside)
    if _of_another_behind(_sides(clause, figure)[1], [",".join(words) for words in sides], aside):
        return True
    said, ours = _slot(clause, figure), pairs_of(_slot(text, place))
    own = [_shared(said, text, place, first) for first in rivals if first.start < place.start]
    if any(own) or any(_shared(said, text, last, place) for last in rivals if last.start > place.start):
        return not any(own)
    for other in rivals:
        theirs = pairs_of(_slot(text, other))
        for words in (said, said[-_NEAR:]):
            told = pairs_of(words)
            if len(told & theirs - ours - aside) > len(told & ours - theirs):
                return True
    return False


def as_said_once(clause: str, text: str) -> str:
    """Leave out of a clause what a text says before the first figure of a row and not again before its own.

    Of `小学书面作业不超过60分钟，初中不超过90分钟` that is 书面作业 in what is said of 初中.
    """
    given = figures(text)
    for figure in figures(clause):
        said = _slot(clause, figure)
        for place in filter(figure.stated_by, given):
            rows = (first for first in given if first.unit == place.unit and first.start < place.start)
            for shared in {words for first in rows for words in _shared(said, text, place, first) if words}:
                loose = ".{0,2}?".join(map(re.escape, shared))  # 公[共]停车位
                clause = clause.replace(shared, "") if shared in clause else re.sub(loose, "", clause)
    return clause


def _shared(said: str, text: str, place: Figure, first: Figure) -> tuple[str, ...]:
    """Give what a clause says around the thing of a figure and the text around that of an earlier one."""
    if "。" in text[first.end : place.start]:
        return ()
    own, full = _slot(text, place), _slot(text, first)
    before, found, behind = said.partition(own) if own else ("", "", "")
    if not found or len(before + behind) < _SHARED or len(before + behind) >= len(full) or own in full:
        return ()
    return (before, behind) if full.startswith(before) and full.endswith(behind) else ()


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


def _of_another_behind(words: str, beside: Sequence[str], aside: set[str]) -> bool:
    """Tell whether what a clause says behind a figure (75分以上为优秀) stands beside another in the text.

    :param beside: what stands beside the figure in the text, and then beside each other of its unit.
    """
    told, own = pairs_of(words), beside[0]
    ours = pairs_of(own)
    if told & ours and bool(_DENIED.search(words)) != bool(_DENIED.search(own)):
        return True
    rivals = map(pairs_of, beside[1:])
    return any(len(told & theirs - ours - aside) > len(told & ours - theirs) for theirs in rivals)


def _sides(text: str, figure: Figure) -> tuple[str, str]:
    """Give the words right before and right behind a figure, or the range it ends, up to the next sign.

    What stands before another figure of its unit may be said of that one.
    """
    alike = [f for f in figures(text) if f.unit == figure.unit]
    at = next(n for n, f in enumerate(alike) if f.start == figure.start)
    first = last = at
    while first and _RANGE.match(text[alike[first - 1].end : alike[first].start]):
        first -= 1
    while last + 1 < len(alike) and _RANGE.match(text[alike[last].end : alike[last + 1].start]):
        last += 1
    start = max((m.end() for m in _SIDE.finditer(text, 0, alike[first].start)), default=0)
    if first:
        start = max(start, alike[first - 1].end)
    stop = _SIDE.search(text, alike[last].end)
    end = stop.start() if stop else len(text)
    behind = text[alike[last].end : end]
    if last + 1 < len(alike) and alike[last + 1].start < end:
        behind = ""
    return _BOUND.sub("", text[start : alike[first].start]), _BOUND.sub("", behind)


def parts_figures(clause: str, text: str) -> bool:
    """Tell whether two figures of a clause (80岁, 100元) stand apart in a text, each with another."""
    ours = [f for f in figures(clause) if not f.year]
    theirs = [figures(words) for words in _BREAK.split(text)]
    for one, other in pairwise(ours):
        if one.unit == other.unit or any(_holds(said, one) and _holds(said, other) for said in theirs):
            continue
        apart = [(one, other), (other, one)]
        if all(
            any(_holds(said, a) and any(f.unit == b.unit for f in said) for said in theirs) for a, b in apart
        ):
            return True
    return False


def _holds(said: Sequence[Figure], figure: Figure) -> bool:
    return any(figure.stated_by(other) for other in said)


def dealt_otherwise(clause: str, text: str) -> bool:
    """Tell whether a row of figures is handed out to a row of things (甲、乙分别为1、2) in another order."""
    for values, things in _rows(clause):
        for given, known in _rows(text):
            if sorted(values) != sorted(given) or len(things) < len(values):
                continue
            if len(known) < len(given):
                if values != given:
                    return True
                continue
            for value, thing in zip(values, things[-len(values) :], strict=True):
                own = [k for v, k in zip(given, known[-len(given) :], strict=True) if v == value]
                others = [k for v, k in zip(given, known[-len(given) :], strict=True) if v != value]
                if _alike(thing, own) < _alike(thing, others):
                    return True
    return False


def _rows(text: str) -> list[tuple[list[str], list[str]]]:
    """Figures of one unit that stand side by side, each row with the things parted before it."""
    found: list[list[Figure]] = []
    for figure in figures(text):
        between = text[found[-1][-1].end : figure.start] if found else "-"
        if found and found[-1][-1].unit == figure.unit and _JOINED.fullmatch(between):
            found[-1].append(figure)
        else:
            found.append([figure])
    return [
        ([figure.value for figure in row], _AND.split(_clause_before(text, row[0]).partition("分别")[0]))
        for row in found
        if len(row) > 1
    ]


def _alike(thing: str, others: Iterable[str]) -> int:
    """Count the letters a thing has in common with the most similar of others."""
    return max((len(set(thing) & set(other)) for other in others), default=0)


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
