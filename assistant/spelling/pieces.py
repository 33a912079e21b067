"""A text into words and names by character, and the pairs of characters that no library word explains."""

import re
from dataclasses import dataclass
from operator import add

import rjieba

from assistant.spelling.vocabulary import Vocabulary
from assistant.understanding.lexicon import everyday_in
from assistant.understanding.terms import is_silent

_RUN = re.compile("[\u4e00-\u9fff]{2,}")
_QUOTED = re.compile('[“"「《『][^“”"「」《》『』]*[”"」》』]')
NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两几第")
"""What counts; it stays as it is."""
_CONFUSED = frozenset("做作再在以已")  # small words that are often typed for one another
_ASKING = re.compile("什么|多少|多[大高长久远快]|怎|如何|何|哪|谁|几|啥|咋")
_PROPER = ("ns", "nr", "nt")  # places, persons and bodies, as jieba tags them


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a name of the library or a single sign of a text.

    :param start: where it begins.
    :param is_name: whether it is a name of the library.
    :param is_proper: whether it names a place, person or body, be it of the library or not.
    """

    start: int
    word: str
    is_name: bool = False
    is_proper: bool = False

    @property
    def is_single(self) -> bool:
        """Whether it is a lone character that neither asks nor counts."""
        is_small = is_silent(self.word) and self.word not in _CONFUSED
        return len(self.word) == 1 and not is_small and self.word not in NUMERALS


class Pieces:
    """A text in pieces, by its characters."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text, self._vocabulary = text, vocabulary
        self.of = _pieces(text, vocabulary)
        self._quoted = [span.span() for span in _QUOTED.finditer(text)]

    def suspects(self) -> list[int]:
        """Find where two characters meet that nowhere do in the library, and no two known words do there."""
        return [at for at in unknown_pairs(self.text, self._vocabulary) if self.is_suspect(at)]

    def is_suspect(self, at: int) -> bool:
        """Tell whether an unknown pair is more than the seam of two words."""
        if any(start <= at + 1 and at < end for start, end in self._quoted) or self._asks_from(at + 1):
            return False
        left, right = self.of[at], self.of[at + 1]
        if left is right:
            return not is_silent(left.word)
        if self.text[at] == self.text[at + 1]:
            return True
        return not (self._is_sound(left) and self._is_sound(right))

    def is_fixed(self, at: int) -> bool:
        """Tell whether a character belongs to what must stay: known words, names, numerals, other signs."""
        piece = self.of[at]
        if piece.word in _CONFUSED:
            return False
        is_word = piece.is_proper or self._vocabulary.holds_word(piece.word) or bool(everyday_in(piece.word))
        known = len(piece.word) > 1 and is_word
        return known or is_silent(piece.word) or self.text[at] in NUMERALS or not is_han(self.text[at])

    def _is_sound(self, piece: Piece) -> bool:
        word = piece.word
        if word in _CONFUSED:
            return False
        leads = len(word) == 1 and (self._asks_from(piece.start + 1) or self._opens(piece))
        known = len(word) > 1 and self._vocabulary.holds_word(word)
        return leads or known or is_silent(word) or word in NUMERALS

    def _opens(self, piece: Piece) -> bool:
        """Tell whether a text begins with a verb of one character before a known word (评高级教师)."""
        after = self.of[1] if piece.start == 0 and len(self.of) > 1 else piece
        return len(after.word) > 1 and self._is_sound(after)

    def _asks_from(self, at: int) -> bool:
        """Tell whether what asks begins at a place; any verb may stand before it (指什么, 比去年多多少)."""
        return _ASKING.match(self.text, at) is not None


def unknown_pairs(text: str, vocabulary: Vocabulary) -> list[int]:
    """Find where two Chinese characters meet that nowhere do in the library."""
    return [
        run.start() + at
        for run in _RUN.finditer(text)
        for at, pair in enumerate(map(add, run[0], run[0][1:]))
        if not vocabulary.held(pair)
    ]


def is_han(char: str) -> bool:
    """Tell whether a sign is a Chinese character."""
    return "\u4e00" <= char <= "\u9fff"


def _pieces(text: str, vocabulary: Vocabulary) -> list[Piece]:
    """Cut a text; a name of the library is one piece, whatever words it is made of."""
    found: list[Piece] = []
    for word, tag in rjieba.tag(text, hmm=False):
        found += [Piece(len(found), word, is_proper=tag[:2] in _PROPER)] * len(word)
    at = 0
    while at < len(text):
        if name := vocabulary.name_at(text, at):
            found[at : at + len(name)] = [Piece(at, name, is_name=True, is_proper=True)] * len(name)
        at += len(name) or 1
    return found
