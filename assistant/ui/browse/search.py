"""View 全文检索: the places that hold some words, by document; failing that, what is nearest in meaning."""

from collections.abc import Iterator, Sequence

from assistant.assistant import Assistant
from assistant.explore.fulltext import Place, merged, pieces_of, spans_of
from assistant.ui.browse.params import Params, page_of
from assistant.ui.markup import render
from assistant.understanding.terms import weigh

_PAGE = 10
_NEAREST = 10
_SHOWN, _BEFORE = 200, 40
_SHORTEST = 2


def show_search(assistant: Assistant, params: Params) -> str:
    """Show a search box and what was found."""
    query = params.text("q")
    pieces = pieces_of(query)
    if not pieces or max(map(len, pieces)) < _SHORTEST:
        return render("browse/search", query=query, found=None, short=bool(query))
    found = assistant.explore.find(query)
    documents, page, pages = page_of(found.documents, params.number("page"), _PAGE)
    near: list[Place] = []
    if not found.documents:
        words = [word for term in weigh(query) for word in (term.word, *term.official)]
        hits = assistant.search(query, _NEAREST)
        near = [Place(hit.chunk, spans_of(words, hit.chunk.text)) for hit in hits]
    return render(
        "browse/search",
        query=query,
        short=False,
        found=found,
        documents=documents,
        near=near,
        pieces=pieces,
        page=page,
        pages=pages,
        highlighted=highlighted,
        excerpt=excerpt,
    )


def highlighted(text: str, pieces: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Cut a text into what is one of the words looked for and what is not."""
    yield from _cut(text, spans_of(pieces, text), 0, len(text))


def excerpt(place: Place) -> Iterator[tuple[str, bool]]:
    """The words of a passage around the first found, cut likewise; … says where words are left out."""
    text = place.chunk.text
    first = place.spans[0][0] if place.spans else 0
    start = max(0, first - _BEFORE)
    start = 0 if len(text) <= _SHOWN else min(start, len(text) - _SHOWN)
    end = min(len(text), start + _SHOWN)
    if start:
        yield "…", False
    yield from _cut(text, merged(place.spans), start, end)
    if end < len(text):
        yield "…", False


def _cut(text: str, spans: Sequence[tuple[int, int]], at: int, end: int) -> Iterator[tuple[str, bool]]:
    for first, last in spans:
        if first < end and last > at:
            yield text[at:first], False
            yield text[max(first, at) : min(last, end)], True
            at = last
    yield text[at:end], False
