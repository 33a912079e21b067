"""A suspect pair of characters into what may have been meant: one slip of the hand or the input method."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from assistant.spelling.pieces import Pieces, is_han
from assistant.spelling.readings import sound_alike, sounding_like
from assistant.spelling.vocabulary import Vocabulary
from assistant.understanding.terms import general_words


class Slip(IntEnum):
    """What may have happened, the likelier the higher."""

    MISSING = 1
    WORD = 2
    SOUND = 3
    SWAPPED = 4
    DOUBLED = 5


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` of a text, to be replaced."""

    slip: Slip
    start: int
    end: int
    put: str

    def apply(self, text: str) -> str:
        """Give the text as it may have been meant."""
        return text[: self.start] + self.put + text[self.end :]


_ASKED = ("多少", "几", "什么", "谁")


def edits(pieces: Pieces, at: int, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Give every edit that may mend the pair of characters from `at` on and holds pairs of the library."""
    yield from _doubled(pieces, at)
    yield from _swapped(pieces, at)
    yield from _sounding(pieces, at, vocabulary)
    yield from _sounding_words(pieces, at, vocabulary)
    yield from _missing(pieces, at, vocabulary)


def _doubled(pieces: Pieces, at: int) -> Iterator[Edit]:
    """One or two characters typed twice; 娃娃 is a word, 股股 in 教育股股长 a seam, 能不能不 no slip.

    Neither is a deed asked after: 一等奖奖多少.
    """
    text = pieces.text
    left, right = pieces.of[at], pieces.of[at + 1]
    is_twice = text[at] == text[at + 1] and not text.startswith(_ASKED, at + 2)
    if is_twice and left is not right and min(len(left.word), len(right.word)) == 1:
        yield Edit(Slip.DOUBLED, at + 1, at + 2, "")
    if at and text[at - 1 : at + 1] == text[at + 1 : at + 3] and "不" not in text[at - 1 : at + 1]:
        yield Edit(Slip.DOUBLED, at + 1, at + 3, "")


def _swapped(pieces: Pieces, at: int) -> Iterator[Edit]:
    for start in _around(pieces, at):
        one, other = pieces.text[start], pieces.text[start + 1]
        if one != other and not (pieces.of[start].is_name or pieces.of[start + 1].is_name):
            yield Edit(Slip.SWAPPED, start, start + 2, other + one)


def _sounding(pieces: Pieces, at: int, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Another character of the same reading."""
    text = pieces.text
    for place in (at, at + 1):
        if pieces.is_fixed(place):
            continue
        before, after = text[place - 1 : place], text[place + 1 : place + 2]
        for char in sounding_like(text[place]):
            if (before and vocabulary.held(before + char)) or (after and vocabulary.held(char + after)):
                yield Edit(Slip.SOUND, place, place + 1, char)


def _sounding_words(pieces: Pieces, at: int, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Another word of two characters, both of the same reading."""
    for start in _around(pieces, at):
        if pieces.is_fixed(start) or pieces.is_fixed(start + 1):
            continue
        one, other = pieces.text[start], pieces.text[start + 1]
        others = _most_like(other)
        for first in _most_like(one):
            for second in others.intersection(_after(first)):
                if vocabulary.held(first + second):
                    yield Edit(Slip.WORD, start, start + 2, first + second)


@cache
def _most_like(char: str) -> frozenset[str]:
    """The characters whose commonest reading is that of one."""
    return frozenset(other for other in sounding_like(char) if sound_alike(char, other))


def _missing(pieces: Pieces, at: int, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The first character of a word left out (意识态): without a later one it is its short form (职中专)."""
    one, other = pieces.text[at], pieces.text[at + 1]
    if pieces.of[at + 1].is_single:
        for char in _before(other):
            if vocabulary.held(one + char) and vocabulary.held(char + other):
                yield Edit(Slip.MISSING, at + 1, at + 1, char)


def _around(pieces: Pieces, at: int) -> Iterator[int]:
    """Where the pairs of Chinese characters begin that share one with the pair at a place."""
    for start in (at - 1, at, at + 1):
        if start >= 0 and all(map(is_han, pair := pieces.text[start : start + 2])) and len(pair) == 2:
            yield start


def _after(char: str) -> Sequence[str]:
    """The characters that make a general word of two when put after one."""
    return _of_two()[0].get(char, ())


def _before(char: str) -> Sequence[str]:
    """The characters that make a general word of two when put before one."""
    return _of_two()[1].get(char, ())


@cache
def _of_two() -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    after: dict[str, list[str]] = defaultdict(list)
    before: dict[str, list[str]] = defaultdict(list)
    for word in general_words():
        if len(word) == 2:
            after[word[0]].append(word[1])
            before[word[1]].append(word[0])
    return after, before
