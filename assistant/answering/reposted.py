"""What was found on pages that copy a document into what the issuer's own document says in the same words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.records import Hit
from ingest.text import fold_width

_BETWEEN = re.compile(r"\W+")
_OF_COPY = re.compile("网[上络传]|转[载发帖的]|范文|文库")
_ALIKE, _SHORTEST = 0.5, 4


def asks_of_copy(text: str) -> bool:
    """Tell whether a question is about a page that copies a document itself (网上转的那篇范文)."""
    return _OF_COPY.search(text) is not None


def from_issuers(hits: Sequence[Hit], copied: Mapping[str, str]) -> list[Hit]:
    """Put a passage of the issuer's document in the place of one that copies it, wherever both were found.

    :param hits: best first.
    :param copied: what a document is likely a copy of.
    """
    copies = [hit for hit in hits if hit.chunk.doc in copied]
    if not copies:
        return list(hits)
    found = list(hits)
    for copy in copies:
        own = (hit for hit in found if hit.chunk.doc == copied[copy.chunk.doc] and _are_alike(hit, copy))
        original = next(own, None)
        if original is None:
            continue
        place = min(found.index(original), found.index(copy))
        score = max(original.score, copy.score)
        found = [hit for hit in found if hit is not original and hit is not copy]
        found.insert(place, replace(original, score=score))
    return found


def _are_alike(one: Hit, other: Hit) -> bool:
    first, second = (_clauses(hit.chunk.text) for hit in (one, other))
    return len(first & second) >= _ALIKE * min(len(first), len(second)) > 0


def _clauses(text: str) -> set[str]:
    return {clause for clause in _BETWEEN.split(fold_width(text)) if len(clause) >= _SHORTEST}
