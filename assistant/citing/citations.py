"""From statements and the passages they stand on to numbered sources with verbatim quotes."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer import Citation
from ingest.records import Chunk, Document

# Signs that typists and models exchange freely and that NFKC leaves apart.
_SAME = str.maketrans(
    {**dict.fromkeys("“”„〝〞「」『』", '"'), **dict.fromkeys("‘’", "'")}
    | {**dict.fromkeys("〔【［⟦", "["), **dict.fromkeys("〕】］⟧", "]")}
    | {**dict.fromkeys("—–―－~", "-"), "○": "〇", "｡": "。"}
)


def marks(numbers: Iterable[int]) -> str:
    """Citation marks as they stand at the end of a statement: `(1, 3)` -> `[1][3]`."""
    return "".join(f"[{number}]" for number in numbers)


def section_passage(document: Document, section: int, end: int = 0) -> Chunk:
    """Wrap the own text of a section as a citable passage.

    :param end: code point in the document up to which it reaches at least.
    """
    own = document.sections[section]
    end = max(own.own_end, end)
    return Chunk(
        f"{document.doc}#{section}",
        document.doc,
        section,
        own.start,
        end,
        document.text[own.start : end],
        document.header.title,
        document.path(section),
    )


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in its form for comparing, and for each of its characters the place in the original."""

    text: str
    origin: tuple[int, ...]

    def find(self, words: str) -> tuple[int, int] | None:
        """Span in the original text of the first occurrence of words that are folded already."""
        at = self.text.find(words) if words else -1
        return None if at < 0 else (self.origin[at], self.origin[at + len(words) - 1] + 1)


def fold(text: str) -> Folded:
    """Fold width, case (NFKC), quotation marks, brackets and dashes; drop white space; keep the offsets."""
    pairs = [
        (folded, at)
        for at, char in enumerate(text)
        for folded in unicodedata.normalize("NFKC", char).translate(_SAME).lower()
        if not folded.isspace()
    ]
    return Folded("".join(char for char, _ in pairs), tuple(at for _, at in pairs))


def pairs_of(folded: str) -> set[str]:
    """Every two neighbouring letters or digits of a folded text."""
    return {a + b for a, b in pairwise(folded) if a.isalnum() and b.isalnum()}


class Sources:
    """The sources of one answer, numbered from 1 by first use; the same quote keeps its number.

    :param cited: sources it has already.
    """

    def __init__(self, cited: Iterable[Citation] = ()) -> None:
        self._citations = {(c.doc, c.start, c.end): c for c in cited}

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every source cited so far, in the order of its number."""
        return tuple(self._citations.values())

    def cite(self, chunk: Chunk, start: int, end: int) -> int:
        """Give the number of the quote `document.text[start:end]`; white space around it is left out.

        :param start: first code point of the quote, counted in the document (not in the chunk).
        :raises ValueError: if the span is empty or reaches beyond the chunk.
        """
        quote = chunk.text[max(start - chunk.start, 0) : max(end - chunk.start, 0)]
        if not quote.strip() or start < chunk.start or end > chunk.end:
            raise ValueError(f"No quote at [{start}, {end}) of chunk {chunk.id} [{chunk.start}, {chunk.end})")
        start += len(quote) - len(quote.lstrip())
        quote = quote.strip()
        key = (chunk.doc, start, start + len(quote))
        if key not in self._citations:
            number = len(self._citations) + 1
            self._citations[key] = Citation(number, chunk.doc, chunk.title, chunk.path, quote, *key[1:])
        return self._citations[key].n
