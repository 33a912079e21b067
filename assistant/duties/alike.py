"""An office into the one that documents may call by a longer or shorter name: 督导室, 教育督导室."""

import re
from collections.abc import Sequence

from assistant.understanding.offices import is_inside
from ingest.records import Document

_OF_ANY = re.compile("^(?:办公室|综合[科股处]|业务[科股处])$")
# 各乡镇应急办, 县应急办: others of that name, or the same at its level.
_OF_OTHERS = re.compile("^[各全每]|[省市县区州旗镇乡村局委院校]$")
_SHORTEST, _SHORTEST_BEFORE = 3, 2


def alike_office(unit: str, units: Sequence[str]) -> str:
    """Find the one other office whose name ends that of an office or is ended by it, or ""."""
    if not is_inside(unit) or len(unit) < _SHORTEST or _OF_ANY.match(unit):
        return ""
    alike = [other for other in units if is_inside(other) and _is_alike(unit, other)]
    return alike[0] if len(alike) == 1 else ""


def _is_alike(unit: str, other: str) -> bool:
    short, long = sorted((unit, other), key=len)
    before = long.removesuffix(short)
    is_named = len(short) >= _SHORTEST and not _OF_ANY.match(short)
    is_longer = _SHORTEST_BEFORE <= len(before) < len(long)
    return is_named and is_longer and _OF_OTHERS.search(before) is None


def may_be_one(one: Sequence[Document], other: Sequence[Document]) -> bool:
    """Tell whether the documents that give duties to two offices let them be one.

    None names both, and those of the rarer name are of bodies that use the other one.
    """
    if {document.doc for document in one} & {document.doc for document in other}:
        return False
    rarer, usual = sorted((one, other), key=len)
    issuers = {document.header.organ for document in usual if document.header.organ}
    said = (document.header.organ or document.header.title for document in rarer)
    return bool(rarer) and all(any(issuer in words for issuer in issuers) for words in said)
