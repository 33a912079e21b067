"""From a passage to the few of its sentences that bear on a clause, and how much of the clause they hold."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.citing.citations import fold, pairs_of
from assistant.citing.commands import commands
from assistant.citing.figures import Figure, figures, stated_in
from ingest.records import Chunk
from ingest.text import sentences

_MOST_SENTENCES = 3
_FIGURE = 4  # pairs of characters a figure is worth in choosing a sentence
# Words that carry no claim of their own: what is left must be found in the source.
EMPTY = re.compile(
    "根据|按照|其中|具体|主要|以及|包括|分别|要求|提出|明确|规定|负责|责任|牵头|配合|参与|单位|股室|部门"
    "|科室|承担|落实|工作|方面|需要|应当|计划|文件|内容|措施|目标|达到|此外|同时|另外|[一二三四五六]是|第[一二三四五六]"
    "|[由达为的和与及并将应要在对是有等各该其均共于中到]"
)
_ITEM = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十百\d]{1,3}[)）、.．]|[①-⑳]|第[一二三四五六七八九十]+[章节条])"
)
_SPEECH = re.compile(r'"[^"\n]*"|“[^”\n]*(?:”|$)|[「『][^」』\n]*(?:[」』]|$)', re.MULTILINE)
_LONGEST_TERM = (
    12  # with its marks: longer than that a quotation is what somebody says, not the name of a thing
)
_UNSAID = "◇"
_DUTY = re.compile(r"(?:责任|牵头|配合|负责|参与)[^()\[\]]*[)\]]")  # its opening bracket may stand before a ;


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim span `[start, end)` of the document a passage belongs to."""

    chunk: Chunk
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a passage with its folded form."""

    quote: Quote
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Sentences of one item of one passage that bear on a clause, in document order; at least one.

    :param alone: whether the passage has no other item.
    """

    pieces: tuple[Piece, ...]
    alone: bool = False

    @property
    def chunk(self) -> Chunk:
        """The passage they belong to."""
        return self.pieces[0].quote.chunk

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Their places."""
        return tuple(piece.quote for piece in self.pieces)

    @property
    def text(self) -> str:
        """Their folded words."""
        return "。".join(piece.text for piece in self.pieces)

    @property
    def context(self) -> str:
        """What the reader sees above them, folded: title, issuing body, headings."""
        return fold("。".join((self.chunk.title, self.chunk.organ, *self.chunk.path))).text

    @property
    def headings(self) -> str:
        """The part of it that says more than the sentences: a run-in heading is one of these itself."""
        above = (fold(words).text for words in (self.chunk.title, self.chunk.organ, *self.chunk.path))
        return "。".join(words for words in above if words.rstrip("。.;:") not in self.text)

    @property
    def own_context(self) -> str:
        """The part of it a duty may be told of: of the headings only its own, if no other item shares that.

        A bracket `(责任股室:…)` speaks of its item, not of the section the item belongs to.
        """
        own = self.chunk.path[-1:] if self.alone else ()
        return fold("。".join((self.chunk.title, self.chunk.organ, *own))).text


def items_of(chunk: Chunk, spoken: str = "") -> list[tuple[Piece, ...]]:
    """Cut a passage into items: a numbered line opens one, a bracket naming the responsible unit closes it.

    What two items say must not be put together: the duty of one is not the duty of the other. What a document
    only quotes at length it does not state itself: that counts as unsaid, as do orders to a reading program.

    :param spoken: a folded sentence; the quotations it repeats, marks included, count as said.
    """
    said = _SPEECH.sub(lambda match: _said(match[0], spoken), chunk.text)
    items: list[list[Piece]] = [[]]
    for start, end in sentences(chunk.text):
        words = chunk.text[start:end]
        opens = _ITEM.match(words) and (start == 0 or chunk.text[start - 1] == "\n")
        if items[-1] and (opens or _DUTY.search(items[-1][-1].text)):
            items.append([])
        folded = fold(said[start:end]).text
        if folded and not commands(words):
            stop = start + len(words.rstrip())
            start += len(words) - len(words.lstrip())
            items[-1].append(Piece(Quote(chunk, chunk.start + start, chunk.start + stop), folded))
    return [tuple(item) for item in items if item]


def _said(quoted: str, spoken: str) -> str:
    repeated = len(quoted) <= _LONGEST_TERM or fold(quoted).text in spoken
    return quoted if repeated else _UNSAID * len(quoted)


def growing(
    clause: str, stated: Sequence[Figure], item: tuple[Piece, ...], alone: bool
) -> Iterator[Evidence]:
    """Yield the sentence of an item that states most of a clause, then with a second and a third."""
    wanted, missing = pairs_of(clause), list(stated)
    chosen: list[Piece] = []
    left = list(item)
    while left and len(chosen) < _MOST_SENTENCES:
        gains = [len(wanted & pairs_of(p.text)) + _FIGURE * len(stated_in(p.text, missing)) for p in left]
        if not max(gains):
            return
        piece = left.pop(gains.index(max(gains)))
        wanted -= pairs_of(piece.text)
        missing = [figure for figure in missing if figure not in stated_in(piece.text, missing)]
        chosen = sorted((*chosen, piece), key=lambda piece: piece.quote.start)
        yield Evidence(tuple(chosen), alone)


def covered(clause: str, given: str) -> float:
    """Give the share of a clause's letters, empty words aside, that a text holds in neighbouring pairs."""
    pairs = pairs_of(given)
    counted = [char.isalpha() for char in clause]
    found = [False] * len(clause)
    for at in range(len(clause) - 1):
        if clause[at : at + 2] in pairs:
            found[at] = found[at + 1] = True
    for start, end in _aside(clause):
        counted[start:end] = [False] * (end - start)
    total = sum(counted)
    return sum(a and b for a, b in zip(counted, found, strict=True)) / total if total else 1.0


def own_words(clause: str) -> int:
    """Count the letters of a clause, empty words and figures aside."""
    empty = {at for start, end in _aside(clause) for at in range(start, end)}
    return sum(char.isalpha() and at not in empty for at, char in enumerate(clause))


def _aside(clause: str) -> Iterator[tuple[int, int]]:
    yield from ((match.start(), match.end()) for match in EMPTY.finditer(clause))
    yield from ((figure.start, figure.end) for figure in figures(clause))
