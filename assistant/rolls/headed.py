"""The sections of a document into the things it announces, where headings, rows or numbers list them."""

import re
from collections.abc import Sequence

from ingest.records import Document
from ingest.text import cn_number, normalize

_BESIDE, _FEW = 3, 7
_ASIDE = re.compile(r"[(（][^()（）]*[)）]$")


def parts_below(document: Document, count: int, section: int) -> Sequence[int]:
    """Find the sections right below a section, where they are so many."""
    below = _below(document, section)
    return below if len(below) == count else []


def numbered_parts(document: Document, count: int) -> Sequence[int]:
    """Find the parts of a document that count from one to so many, as the rows of a table do; [] for none.

    Up to `_FEW` are none: any document may have as many chapters.
    """
    if count <= _FEW:
        return []
    sections, wanted = document.sections, list(range(1, count + 1))
    numbered = [i for i, part in enumerate(sections) if i and part.number.isdecimal() and part.title]
    if [int(sections[i].number) for i in numbered] == wanted:
        return numbered
    for below in _labelled(document):
        if [cn_number(sections[i].number.strip("（）()")) for i in below] == wanted:
            return below
    return []


def parts_called(document: Document, kind: str) -> Sequence[int]:
    """Find the sections side by side whose titles all end with the kind: 启动阶段, 攻坚阶段, 评估阶段."""
    for below in _labelled(document):
        titles = (_ASIDE.sub("", normalize(document.sections[i].title)) for i in below)
        if len(below) > 1 and kind and all(title.endswith(kind) for title in titles):
            return below
    return []


def parts_alike(document: Document, kind: str) -> Sequence[int]:
    """Find the sections side by side whose titles each count things of the kind: 审批方面8项, 经营方面3项."""
    counts = re.compile(rf"{re.escape(kind)}[（(]?(?:共|有)?\d{{1,3}}[项件个条][)）]?$")
    for below in _labelled(document):
        titles = [normalize(document.sections[i].title) for i in below]
        if len(below) > 1 and kind and all(map(counts.search, titles)):
            return below
    return []


def parts_headed(document: Document, kind: str) -> Sequence[int]:
    """Find the sections below a heading that is the kind (一、内设机构)."""
    for index, section in enumerate(document.sections):
        title = normalize(section.title)
        if index and kind and title.endswith(kind) and len(title) <= len(kind) + _BESIDE:
            below = _below(document, index)
            if len(below) > 1:
                return below
    return []


def _below(document: Document, parent: int | None) -> list[int]:
    """Give the titled sections right below a section."""
    return [i for i, part in enumerate(document.sections) if i and part.parent == parent and part.title]


def _labelled(document: Document) -> list[list[int]]:
    """Give the sections of each parent that have a number and a title."""
    parents = dict.fromkeys(part.parent for part in document.sections[1:])
    return [[i for i in _below(document, parent) if document.sections[i].label] for parent in parents]
