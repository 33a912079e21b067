"""Two documents that share most of their text into whether they may be one, by year, place and body."""

import re

from ingest.header import years_in
from ingest.index.entry import DocumentInfo

_MASKED = re.compile(r"[A-Za-zＸ*×某○〇·]")


def may_be_one(info: DocumentInfo, other: DocumentInfo) -> bool:
    """Tell whether two documents of the same text may be postings of one: no year, place or body differs."""
    return not (_are_of_other_years(info.title, other.title) or _are_of_others(info, other))


def _are_of_other_years(title: str, other: str) -> bool:
    years, others = years_in(title), years_in(other)
    return bool(years and others) and not set(years).intersection(others)


def _are_of_others(info: DocumentInfo, other: DocumentInfo) -> bool:
    """Tell whether two documents name different places, or different bodies where a place is not known."""
    if _is_named(info.place) and _is_named(other.place):
        return _differ(info.place, other.place)
    return _is_named(info.organ) and _is_named(other.organ) and _differ(info.organ, other.organ)


def _is_named(name: str) -> bool:
    """Tell whether a name is known: neither empty nor masked (XX县)."""
    return name != "" and _MASKED.search(name) is None


def _differ(name: str, other: str) -> bool:
    return name not in other and other not in name
