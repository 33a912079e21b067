"""The stored documents into the page of them that somebody wants to see: searched, sorted, counted."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ingest.index.entry import DocumentInfo

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class View:
    """How somebody looks at the list.

    :param words: what its documents name; all of them.
    :param by: what it is sorted by, a key of `ORDERS`.
    :param page: from 0.
    """

    words: str = ""
    by: str = "year"
    page: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that stand together.

    :param count: how many there are on all pages.
    """

    name: str
    count: int
    documents: tuple[DocumentInfo, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list.

    :param found: how many documents are on all pages.
    :param pages: how many pages there are, at least 1.
    """

    view: View
    found: int
    pages: int
    groups: tuple[Group, ...]


def listing(documents: Sequence[DocumentInfo], view: View) -> Listing:
    """Choose and sort the documents of a page; one beyond the last is the last."""
    _, name_of, key = ORDERS.get(view.by, ORDERS["year"])
    wanted = _folded(view.words).split()
    found = sorted((info for info in documents if _names(info, wanted)), key=key)
    pages = max(-(-len(found) // ON_A_PAGE), 1)
    page = min(max(view.page, 0), pages - 1)
    counts = Counter(map(name_of, found))
    shown = found[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    groups = (Group(name, counts[name], tuple(part)) for name, part in groupby(shown, name_of))
    return Listing(View(view.words, view.by, page), len(found), pages, tuple(groups))


def _names(info: DocumentInfo, words: Sequence[str]) -> bool:
    header = info.header
    years = (f"{year}年" for year in header.years)
    named = _folded(
        " ".join((header.title, info.doc, header.organ, header.kind, header.place, header.number, *years))
    )
    return all(word in named for word in words)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _year(info: DocumentInfo) -> str:
    return f"{info.header.year}年" if info.header.year else "年份不明"


def _kind(info: DocumentInfo) -> str:
    return info.kind or "类型不明"


def _organ(info: DocumentInfo) -> str:
    return info.organ or "单位不明"


def _newest_first(info: DocumentInfo) -> tuple[int, str]:
    return -(info.header.year or 0), info.doc


Name = Callable[[DocumentInfo], str]
Key = Callable[[DocumentInfo], tuple[object, ...]]

ORDERS: dict[str, tuple[str, Name, Key]] = {
    "year": ("年份", _year, _newest_first),
    "kind": ("类型", _kind, lambda info: (not info.kind, info.kind, *_newest_first(info))),
    "organ": ("发文单位", _organ, lambda info: (not info.organ, info.organ, *_newest_first(info))),
}
"""What the list can be sorted by: the word for it, the name of a document's group, and the order."""
