"""A line in which items of one count run on into the places where each of them starts."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from ingest.numbering import Family, Habit, Marker, read_marker

_QUOTED = re.compile(r"“[^“”]*”|《[^《》]*》|（[^（）]*）")
# Behind the label of a line: a number that may go on from it, or from a first one.
_SECOND = re.compile(
    r"[2-9二三四五六七八九十②-⒛❷-❿㈡-㈩]"
    r"(?:(?<=[2-9])[.．、）)](?!\d)|(?<=[二三四五六七八九十])[、）)]|(?<=[②-⒛❷-❿㈡-㈩]))"
)
_LABEL = re.compile(
    r"[（(]\s?[\d一二三四五六七八九十]{1,3}\s?[）)]|(?<![\d.．])\d{1,2}(?:[.．](?!\d)|[、）)])|[①-⒛❶-❿㈠-㈩]"
    r"|[一二三四五六七八九十]{1,3}、"
)
# What follows the number of a reference or of a pair: （1）班, （二）项, 1、2号.
_NO_ITEM = re.compile(r"[ \u3000]*(?:[班号项款条的和与及、，。；：）)\d]|$)")
_STOPS = "。！？!?）)】］]〕”"
_POINTS = frozenset((Family.ARABIC_CLOSE, Family.ARABIC_PAREN, Family.CIRCLED))
_WORD = re.compile(r"[\u4e00-\u9fff%％‰\d]")
_REFERS = "第和与及至或到按据照述之"
_OWN_CLAUSE = re.compile(r"[，：。]")
_OWN_CHARS = 15
_LEAST_CHARS = 2
_LABEL_CHARS = 4  # the longest label a line may start with
_LEAST_RUN = 3
_HEADING_LONGEST = 80
_RUN_IN_LONGEST = 32


def item_starts(text: str) -> list[int]:
    """Find where the items behind the first piece of a line start, those inside items too.

    The numbers of a list follow on without a gap from one, or from the line's own. Items end a sentence, or
    without any sign at all; the points of a sentence are parted by 、 or ，, or by ； and say too little to
    stand alone (（1）查漏洞；（2）补短板).
    """
    if _SECOND.search(text, _LABEL_CHARS) is None:
        return []
    own = read_marker(text)
    heads = [own] if own is not None else []
    for run in _runs(text, own):
        if _is_list(text, run, heads, own):
            heads += run
    return sorted({marker.start for marker in heads if marker != own})


def unquoted(text: str, markers: list[Marker]) -> list[Marker]:
    """The numberings that stand in no quotation and no bracket."""
    if not markers:
        return markers
    spans = [found.span() for found in _QUOTED.finditer(text)]
    starts = [start for start, _ in spans]
    last = [spans[at - 1][1] if (at := bisect_left(starts, m.start)) else 0 for m in markers]
    return [marker for marker, end in zip(markers, last, strict=True) if marker.start >= end - 1]


def successors(markers: Sequence[Marker]) -> list[Marker | None]:
    """For each label the next one behind it that goes on with its count, if there is one."""
    following: list[Marker | None] = []
    behind: dict[tuple[Family, int], Marker] = {}
    for marker in reversed(markers):
        following.append(behind.get((marker.family, marker.value + 1)))
        behind[marker.family, marker.value] = marker
    return following[::-1]


def sign_before(text: str, marker: Marker) -> str:
    """The sign in front of a numbering, blanks aside; "" at the start of the text."""
    at = marker.start - 1
    while at > 0 and text[at] in " \u3000":
        at -= 1
    return text[at] if at >= 0 else ""


def _runs(text: str, own: Marker | None) -> list[list[Marker]]:
    """Numberings of one habit that follow on, two at least, in the order of their first."""
    open_runs: dict[Habit, list[Marker]] = {}
    runs: list[list[Marker]] = []
    for marker in _candidates(text, own):
        run = open_runs.get(marker.habit)
        if marker.value == 1 or marker == own:
            run = open_runs[marker.habit] = [marker]
            runs.append(run)
        elif run and marker.value == run[-1].value + 1 and marker.start - run[-1].end >= _LEAST_CHARS:
            run.append(marker)
    return [run for run in runs if len(run) > 1]


def _candidates(text: str, own: Marker | None) -> list[Marker]:
    read = (read_marker(text, found.start()) for found in _LABEL.finditer(text, own.end if own else 0))
    inside = [marker for marker in read if marker is not None and not _NO_ITEM.match(text, marker.end)]
    return unquoted(text, [*([own] if own is not None else []), *inside])


def _is_list(text: str, run: Sequence[Marker], heads: Sequence[Marker], own: Marker | None) -> bool:
    """Tell whether numberings that follow on are items and no points of a sentence.

    :param heads: the numberings in front that are known to open an item or a section.
    """
    first, family = run[0], run[0].family
    signs = [sign_before(text, marker) for marker in run[1:]]
    opens = first == own or _runs_in(text, first, own)
    if any(sign in "；;" for sign in signs):
        return opens and all(sign in "；;。" for sign in signs) and _stand_alone(text, run)
    if all(sign in _STOPS for sign in signs):
        return family in _POINTS and (opens or sign_before(text, first) in _STOPS + "：:")
    if not all(sign in _STOPS or (_WORD.match(sign) and sign not in _REFERS) for sign in signs):
        return False
    if opens or family in _POINTS:
        return opens
    return len(run) >= _LEAST_RUN or _is_headed(text, first, heads)


def _runs_in(text: str, first: Marker, own: Marker | None) -> bool:
    """Tell whether a run-in heading alone stands in front: 2、建强组织。①……；②……."""
    if own is None or own.family >= first.family:
        return False
    title = text[own.end : first.start].strip()
    return title.endswith("。") and len(title) <= _RUN_IN_LONGEST and "。" not in title[:-1]


def _is_headed(text: str, first: Marker, heads: Sequence[Marker]) -> bool:
    """Tell whether nothing but a heading stands between a numbering and the one in front of it."""
    above = max((m for m in heads if m.start < first.start), key=lambda m: m.start, default=None)
    if above is None or above.family >= first.family or first.start - above.end > _HEADING_LONGEST:
        return False
    return not any(stop in text[above.end : first.start] for stop in "。；！？")


def _stand_alone(text: str, run: Sequence[Marker]) -> bool:
    """Tell whether every item is a clause of its own: it has a part of its own, or is long."""
    ends = [*(marker.start for marker in run[1:]), len(text)]
    items = [text[marker.end : end].strip("；;。 \u3000") for marker, end in zip(run, ends, strict=True)]
    return all(len(item) >= _OWN_CHARS or _OWN_CLAUSE.search(item) for item in items)
