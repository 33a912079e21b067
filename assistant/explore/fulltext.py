"""Words to look for into every place of the stored texts and headings that holds them, by document."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.citing.citations import fold
from ingest.index.words import Words
from ingest.records import Chunk
from ingest.text import bigrams, normalize, simplified, words

Span = tuple[int, int]
_MOST = 3000


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that holds the words looked for.

    :param spans: where they stand in `chunk.text`; empty where only a heading above it holds them.
    """

    chunk: Chunk
    spans: tuple[Span, ...]

    @property
    def quote(self) -> Span:
        """Code points of the document to mark when the place is opened: the first words found."""
        first = self.spans[0] if self.spans else (0, 0)
        return self.chunk.start + first[0], self.chunk.start + first[1]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the places of each document, newest document first.

    :param more: whether there are more places than are looked at, so that the counts are lower bounds.
    """

    documents: tuple[tuple[Place, ...], ...]
    more: bool = False

    @property
    def places(self) -> int:
        """How many passages hold the words."""
        return sum(map(len, self.documents))


def pieces_of(query: str) -> tuple[str, ...]:
    """Cut a query at its blanks into pieces in normal form, each once; every one must be found."""
    return tuple(dict.fromkeys(filter(None, map(normalize, query.split()))))


def find(pieces: Sequence[str], index: Words, chunks: Callable[[Sequence[str]], list[Chunk]]) -> Found:
    """Find every passage that holds all pieces, character for character, in its text or headings.

    The index names candidates by words and bigrams; each is read before it counts.
    """
    pairs = {pair for piece in pieces for pair in bigrams(piece) if len(pair) == 2}
    others = {word for piece in pieces if not _has_pair(piece) for word in words(piece)}
    ids = index.holding(sorted(others), sorted(pairs), _MOST)
    places = sorted(_places(pieces, chunks(ids)), key=_newest_first)
    documents = (tuple(group) for _, group in groupby(places, key=lambda place: place.chunk.doc))
    return Found(tuple(documents), len(ids) == _MOST)


def spans_of(pieces: Sequence[str], text: str) -> tuple[Span, ...]:
    """Every span of a text that is one of the pieces but for width, case, white space and script."""
    folded = fold(simplified(text))
    found: list[Span] = []
    for piece in pieces:
        looked_for = fold(piece).text
        at = folded.text.find(looked_for)
        while at >= 0:
            found.append((folded.origin[at], folded.origin[at + len(looked_for) - 1] + 1))
            at = folded.text.find(looked_for, at + len(looked_for))
    return merged(found)


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same characters as spans that neither touch nor overlap, in order."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)


def _has_pair(piece: str) -> bool:
    return any(len(pair) == 2 for pair in bigrams(piece))


def _places(pieces: Sequence[str], candidates: Sequence[Chunk]) -> Iterator[Place]:
    """Places in texts, then of each heading that holds what its text does not, one."""
    shown: set[tuple[str, tuple[str, ...]]] = set()
    rest: list[Chunk] = []
    for chunk in candidates:
        text = normalize(chunk.text)
        if any(piece in text for piece in pieces) and all(
            piece in text or piece in normalize(chunk.context) for piece in pieces
        ):
            shown.add((chunk.doc, chunk.path))
            yield Place(chunk, spans_of(pieces, chunk.text))
        else:
            rest.append(chunk)
    for chunk in sorted(rest, key=lambda chunk: (chunk.doc, chunk.start)):
        path = _headed(pieces, chunk)
        if path and (chunk.doc, path) not in shown:
            shown.add((chunk.doc, path))
            yield Place(chunk, ())


def _headed(pieces: Sequence[str], chunk: Chunk) -> tuple[str, ...]:
    """The shortest heading path of a passage that holds all pieces, () when none does."""
    for depth in range(1, len(chunk.path) + 1):
        held = normalize("\n".join(chunk.path[:depth]))
        if all(piece in held for piece in pieces):
            return chunk.path[:depth]
    return ()


def _newest_first(place: Place) -> tuple[int, str, str, int]:
    chunk = place.chunk
    return -(chunk.years[0] if chunk.years else 0), chunk.title, chunk.doc, chunk.start
