"""A document that lost all its line breaks into lines, broken before each label that counts on."""

import re
from collections.abc import Sequence

from ingest.clean.items import sign_before, successors, unquoted
from ingest.numbering import Family, Marker, read_loose_article, read_marker
from ingest.records import Line

_LEAST_CHARS, _LEAST_SHARE = 150, 0.7
_LEAST_LABELS = 3
_LABEL = re.compile(
    r"(?<![第\d.．])(?:[一二三四五六七八九十]{1,3}、|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}(?:[.．](?!\d(?!\d{3}年))|、)|[①-⑳])"
    r"(?=[\u4e00-\u9fff“《]|(?:19|20)\d\d年)|第[一二三四五六七八九十]{1,3}[章节条](?=[\u4e00-\u9fff])"
)
_CHAPTER = re.compile(
    r"(第[一二三四五六七八九十]{1,3}[章节])(?=[\u4e00-\u9fff]{2,16}(?:第[一二三四五六七八九十]{1,3}[节条]|一、))"
)
# Behind these a number refers to another place, as （二）项 does.
_REFERS = "第和与及至或到按据照述之见如"
_NO_ITEM = re.compile(r"[项款条的]")
_GAP = 2  # a number may be missing, or stand twice
_LISTED = "；;、，,"


def part_flattened(lines: Sequence[Line]) -> list[Line]:
    """Break the line that holds most of a document before its labels.

    A label counts if it starts a count that goes on, or goes on with one that is open or was left off; the
    points of a sentence, parted by semicolons, do not.
    """
    whole = sum(len(line.text) for line in lines)
    parts: list[Line] = []
    for line in lines:
        is_most = len(line.text) >= max(_LEAST_CHARS, whole * _LEAST_SHARE) and not line.style
        starts = _starts(line.text) if is_most else []
        if len(starts) < _LEAST_LABELS:
            parts.append(line)
            continue
        ends = [*starts, len(line.text)]
        pieces = (line.text[a:b].strip(" \u3000") for a, b in zip([0, *starts], ends, strict=True))
        parts += [Line(piece) for piece in pieces if piece]
    return parts


def _starts(text: str) -> list[int]:
    """The places of the labels that count on from one another."""
    labels = unquoted(
        text, [marker for found in _LABEL.finditer(text) if (marker := _read(text, found.start()))]
    )
    labels = [marker for marker in labels if not _is_reference(text, marker)]
    stack: list[Marker] = []
    last: dict[Family, int] = {}
    starts: list[int] = []
    for marker, following in zip(labels, successors(labels), strict=True):
        depth = next((i for i, one in enumerate(stack) if one.family is marker.family), len(stack))
        goes_on = marker.value > 1 and 0 <= marker.value - last.get(marker.family, -_GAP) <= _GAP
        if marker.family > Family.CHINESE_PAREN:
            is_point = sign_before(text, marker) in _LISTED
            goes_on = goes_on and marker.value > last[marker.family] and not is_point
        opens = marker.value == 1 and depth == len(stack) and _is_list(text, following)
        if not (opens or goes_on):
            continue
        stack[depth:] = [marker]
        last[marker.family] = marker.value
        starts.append(marker.start)
    return starts


def _read(text: str, at: int) -> Marker | None:
    chapter = _CHAPTER.match(text, at)
    if chapter is not None:
        inner = read_marker(chapter[1] + " ")
        return None if inner is None else Marker(inner.family, inner.value, chapter[1], at, chapter.end(1))
    return read_loose_article(text, at) or read_marker(text, at)


def _is_reference(text: str, marker: Marker) -> bool:
    before = sign_before(text, marker)
    if not before or marker.family is Family.ARTICLE:
        return False
    is_inner = marker.family is Family.CHINESE_PAREN and _NO_ITEM.match(text, marker.end) is not None
    return before in _REFERS or is_inner


def _is_list(text: str, second: Marker | None) -> bool:
    """Tell whether a count goes on with a second label, and not as the points of a sentence do."""
    return second is not None and sign_before(text, second) not in _LISTED
