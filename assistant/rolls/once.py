"""What is due, told in several places, into each thing once with every place that tells it."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import rjieba

from assistant.rolls.timed import Timed
from ingest.text import normalize

_TIMES = re.compile(
    r"20\d\d年度?|(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}[日号]|[上中下]旬)?|[上下]半年|第?[一二三四]季度"
    r"|(?<![\u4e00-\u9fff])年(?=[底末内])|[之以]?前|[底末]"
)
_COLUMN = re.compile(
    r"(?:序号|任务|项目|事项|内容|工作|目标|措施|(?:完成)?时[限间]|期限|单位|股室)[\u4e00-\u9fff]{0,2}:"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NOT_WORDS = re.compile(r"[^\u4e00-\u9fffA-Za-z]+")
_SILENT = frozenset("的了和与及等在对为将把并以到个")
_FEWEST, _HELD = 3, 0.85


def once(found: Sequence[Timed]) -> list[Timed]:
    """Keep each thing once, in the words that say most of it, with the quotes of all that tell it."""
    kept: list[Timed] = []
    alike: dict[tuple[object, ...], list[int]] = {}
    for timed in found:
        header = timed.entry.document.header
        group = alike.setdefault((timed.year, _last(timed), header.place or header.organ), [])
        at = next((at for at in group if _is_same(kept[at], timed)), None)
        if at is None:
            group.append(len(kept))
            kept.append(timed)
        else:
            kept[at] = _both(kept[at], timed)
    return kept


def _both(first: Timed, second: Timed) -> Timed:
    long, short = sorted((first, second), key=lambda timed: -len(timed.entry.text))
    entry = replace(long.entry, also=(*long.entry.also, short.entry, *short.entry.also))
    return replace(long, entry=entry)


def _is_same(one: Timed, other: Timed) -> bool:
    """Tell whether two say the same: due on one day, in one place, the words of one all in the other."""
    if one.year != other.year or _last(one) != _last(other) or not _are_near(one, other):
        return False
    if one.deadline.value != other.deadline.value and one.day is None:
        return False
    short, long = sorted((one, other), key=lambda timed: len(_core(timed.entry.text)))
    return _holds(long, _core(short.entry.text))


def _last(timed: Timed) -> tuple[int, int] | None:
    """The day by month and day, none behind the end of its month."""
    if timed.day is None:
        return None
    month, day = timed.day
    return month, min(day, monthrange(timed.year or 2024, month)[1])


def _are_near(one: Timed, other: Timed) -> bool:
    """Tell whether two are of one place and stand apart; clauses and items side by side differ."""
    first, second = one.entry, other.entry
    if first.document.doc == second.document.doc:
        sections = first.document.sections
        here, there = sections[first.section], sections[second.section]
        is_list = first.section != second.section and here.parent == there.parent
        return not is_list and (first.start, first.end) != (second.start, second.end)
    own, its = first.document.header, second.document.header
    return own.place == its.place if own.place or its.place else bool(own.organ) and own.organ == its.organ


def _holds(timed: Timed, core: str) -> bool:
    document, entry = timed.entry.document, timed.entry
    said = "".join((document.header.title, *document.path(entry.section), entry.text))
    words = _words(core)
    held = [word for word in words if word in normalize(said)]
    numbers = set(_NUMBER.findall(core))
    return (
        len(words) >= _FEWEST
        and len(held) >= _HELD * len(words)
        and numbers <= set(_NUMBER.findall(_core(said)))
    )


def _core(text: str) -> str:
    """What is said, beside when, and beside the columns of a row."""
    return _TIMES.sub(" ", _COLUMN.sub(" ", normalize(text)))


@lru_cache(maxsize=4096)
def _words(core: str) -> tuple[str, ...]:
    cut = rjieba.cut(_NOT_WORDS.sub(" ", core))
    return tuple(dict.fromkeys(word for word in cut if word.strip() and word not in _SILENT))
