"""An edit of a text into how well the library bears it out, or that it does not."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from assistant.spelling.edits import Edit, Slip
from assistant.spelling.pieces import NUMERALS, Piece, Pieces, is_han, unknown_pairs
from assistant.spelling.readings import sound_alike
from assistant.spelling.vocabulary import Vocabulary
from assistant.understanding.terms import general_words, is_silent

_PHRASE, _SHORT_PHRASE = 4, 3

Rank = tuple[bool, int, Slip, int, int]
"""How well an edit is borne out, more being better: whether for sure, how few suspects are left (0 or less),
how likely the slip is, characters of the phrase around it, passages."""


class Mended:
    """A text with one edit made."""

    def __init__(self, pieces: Pieces, edit: Edit, vocabulary: Vocabulary) -> None:
        self._typed, self._edit, self._vocabulary = pieces, edit, vocabulary
        self.text = edit.apply(pieces.text)
        self._pieces = Pieces(self.text, vocabulary)
        start, end = edit.start, edit.start + len(edit.put)
        if edit.slip is Slip.DOUBLED:
            start -= 1
        self._core = [at for at in range(start, end) if is_han(self.text[at])]

    @property
    def words(self) -> list[Piece]:
        """The words that the edit makes or touches, in order."""
        return list(dict.fromkeys(self._pieces.of[at] for at in self._core))

    @property
    def told(self) -> tuple[str, str]:
        """What was typed, and how it is read: whole words."""
        grown = len(self.text) - len(self._typed.text)
        start, end = self._span(self.words)
        if end - start == 1:  # a character alone tells nothing
            beside = [at for at in (start - 1, end) if 0 <= at < len(self.text) and is_han(self.text[at])]
            start, end = self._span([*self.words, *(self._pieces.of[at] for at in beside)])
        return self._typed.text[start : end - grown], self.text[start:end]

    @staticmethod
    def _span(pieces: Sequence[Piece]) -> tuple[int, int]:
        return min(each.start for each in pieces), max(each.start + len(each.word) for each in pieces)

    def rank(self) -> Rank | None:
        """Rank the edit; None where the library does not bear it out, or has what was typed (师德)."""
        phrase = self._phrase()
        if not self._is_enough(phrase) or self._takes_known() or self._vocabulary.holds_phrase(self.told[0]):
            return None
        left, slip, often = self.promise
        is_sure = slip is Slip.DOUBLED or (phrase >= _PHRASE and slip is not Slip.MISSING)
        return is_sure, left, slip, phrase, often

    def is_possible(self, suspects: int) -> bool:
        """Tell whether the edit leaves fewer suspect pairs than there were, makes none and counts nothing."""
        if not self._core or not NUMERALS.isdisjoint(self._edit.put) or self._is_strange():
            return False
        return self._left < suspects

    @cached_property
    def _left(self) -> int:
        """How many suspect pairs the edit leaves."""
        return len(self._pieces.suspects())

    @cached_property
    def promise(self) -> tuple[int, Slip, int]:
        """How likely the edit is before any phrase is looked for: the last three of a rank but for that."""
        return -self._left, self._edit.slip, self._often()

    def _is_strange(self) -> bool:
        """Tell whether the edit makes a new pair that nothing explains."""
        around = range(max(self._core[0] - 1, 0), min(self._core[-1] + 1, len(self.text) - 1))
        return any(
            at in around and self.text[at : at + 2] not in self._typed.text and self._pieces.is_suspect(at)
            for at in unknown_pairs(self.text, self._vocabulary)
        )

    def _takes_known(self) -> bool:
        """Tell whether the edit takes a word away that the library knows better than those made (师德)."""
        typed, start, end = self._typed.text, self._edit.start, self._edit.end
        beside = (typed[at : at + 2] for at in (start - 1, end - 1, end) if at >= 0)
        words = [pair for pair in beside if pair in general_words() and self._vocabulary.held(pair)]
        if self._edit.slip is Slip.MISSING and typed[end : end + 2] in words:
            return True
        return any(word not in self.text and self._vocabulary.held(word) > self._often() for word in words)

    def _makes_words(self) -> bool:
        """Tell whether the edit makes words of the library and leaves those typed beside it whole."""
        return all(map(self._is_known, self.words)) and not self._breaks_words()

    def _breaks_words(self) -> bool:
        """Tell whether a word made takes a piece of a known word, or what a figure counts (2026年级)."""
        grown = len(self.text) - len(self._typed.text)
        start, end = self._span(self.words)
        outer = [*range(start, self._edit.start), *range(self._edit.end, end - grown)]
        whole = range(start, end - grown)
        torn = (self._typed.of[at] for at in outer if self._typed.is_fixed(at))
        return self.text[start - 1 : start].isdigit() or any(
            piece.start not in whole or piece.start + len(piece.word) - 1 not in whole for piece in torn
        )

    def _is_known(self, piece: Piece) -> bool:
        if is_silent(piece.word):
            shortest = {Slip.DOUBLED: 1, Slip.SWAPPED: 2}.get(self._edit.slip)
            return shortest is not None and len(piece.word) >= shortest
        return len(piece.word) > 1 and self._vocabulary.holds_word(piece.word)

    def _is_enough(self, phrase: int) -> bool:
        """Tell whether what the library holds is enough for the kind of slip."""
        typed = [self._typed.of[at] for at in range(self._edit.start, self._edit.end)]
        alone = all(piece.is_single for piece in typed)
        if not self._makes_words():
            is_certain = phrase >= _PHRASE and not is_silent(self._edit.put)
            return is_certain and self._edit.slip in (Slip.SOUND, Slip.SWAPPED)
        match self._edit.slip:
            case Slip.DOUBLED:
                return not self._is_seam()
            case Slip.MISSING:
                whole = any(len(piece.word) > 2 and not piece.is_name for piece in self.words)
                return whole and phrase >= _PHRASE
            case Slip.SWAPPED if alone and len(self.words) == 1:
                return phrase >= _SHORT_PHRASE
            case Slip.SOUND if alone and sound_alike(typed[0].word, self._edit.put):
                return phrase >= _SHORT_PHRASE
        return phrase >= _PHRASE

    def _is_seam(self) -> bool:
        """Tell whether one word ends and another begins with the character that stands twice (最多多少)."""
        at, after = self._edit.start, self._typed.text[self._edit.end : self._edit.end + 1]
        before, kept = self._typed.text[max(at - 2, 0) : at - 1], self._typed.text[at - 1]
        if not before or not _is_word(before + kept):
            return False
        held = bool(self._vocabulary.held(kept + after))
        is_seam = held and not self._vocabulary.holds_phrase(before + kept + after)
        return _is_word(kept + after) or is_seam

    def _often(self) -> int:
        """How many passages hold the rarest pair of the words made."""
        pairs = (piece.word[at : at + 2] for piece in self.words for at in range(len(piece.word) - 1))
        return min(map(self._vocabulary.held, pairs), default=0)

    def _phrase(self) -> int:
        """How many characters around the edit stand so in the library, 4 at most; 0 where none do."""
        if self._makes_name():
            return _PHRASE
        longer = (piece.word for piece in self.words if len(piece.word) >= _PHRASE)
        if any(map(self._vocabulary.holds_phrase, longer)):
            return _PHRASE
        for size in (_PHRASE, _SHORT_PHRASE):
            if any(map(self._vocabulary.holds_phrase, self._windows(size))):
                return size
        return 0

    def _makes_name(self) -> bool:
        """Tell whether the edit makes a name of what was none (湖南生 names 湖南 as it is)."""
        start, end = self._edit.start, self._edit.end
        span = range(*self._span(self.words))
        outer = [at for at in span if at < start] + [
            at for at in range(end, len(self._typed.text)) if at in span
        ]
        return any(piece.is_name and len(piece.word) >= _SHORT_PHRASE for piece in self.words) and not any(
            self._typed.of[at].is_proper for at in outer
        )

    def _windows(self, size: int) -> Iterator[str]:
        """The phrases of a size that hold the edit, all of whose pairs the library holds."""
        for start in range(max(self._core[-1] + 1 - size, 0), min(self._core[0], len(self.text) - size) + 1):
            phrase = self.text[start : start + size]
            if all(map(is_han, phrase)) and self._vocabulary.holds_word(phrase):
                yield phrase


def _is_word(pair: str) -> bool:
    return len(pair) > 1 and (pair in general_words() or is_silent(pair))
