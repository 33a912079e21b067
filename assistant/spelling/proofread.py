"""A question into the question meant: what stands nowhere in the library, read as what a slip makes of it."""

from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from assistant.spelling.edits import edits
from assistant.spelling.mended import Mended
from assistant.spelling.pieces import Pieces, unknown_pairs
from assistant.spelling.vocabulary import Vocabulary

_REMEMBERED = 512
_MOST = 3
_LOOKED_INTO = 12
_FOREIGN = 8  # so many suspects are no slip: the library does not speak of such things


@dataclass(frozen=True, slots=True)
class Proofread:
    """A text as it is meant.

    :param changes: words as they were typed, and as they are read.
    """

    text: str
    changes: tuple[tuple[str, str], ...] = ()

    @property
    def notice(self) -> str:
        """What the reader should know of it, or ""."""
        return "；".join(f"未找到“{typed}”，已按“{meant}”查找" for typed, meant in self.changes)


class Proofreader:
    """Reads questions over one generation of a library; safe to use from many threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.read = lru_cache(maxsize=_REMEMBERED)(self._read)

    def _read(self, text: str) -> Proofread:
        """Mend what is mistyped, in three places at most; all else stays as it is."""
        changes: list[tuple[str, str]] = []
        while len(changes) < _MOST and (mended := self._mended(text)):
            changes.append(mended.told)
            text = mended.text
        return Proofread(text, tuple(changes))

    def _mended(self, text: str) -> Mended | None:
        """Make the edit that the library bears out best, if any."""
        if not unknown_pairs(text, self._vocabulary):
            return None
        pieces = Pieces(text, self._vocabulary)
        suspects = pieces.suspects()
        if len(suspects) > _FOREIGN:
            return None
        tried = dict.fromkeys(edit for at in suspects for edit in edits(pieces, at, self._vocabulary))
        made = [Mended(pieces, edit, self._vocabulary) for edit in tried]
        possible = [each for each in made if each.is_possible(len(suspects))]
        likeliest = nlargest(_LOOKED_INTO, possible, key=lambda each: each.promise)
        ranked = [(rank, each) for each in likeliest if (rank := each.rank())]
        best = max(ranked, key=lambda pair: pair[0], default=None)
        return best[1] if best else None
