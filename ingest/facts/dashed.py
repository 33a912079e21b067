"""Offices behind a dash that close an item (……取得实效。——党建办、人事股) into units."""

import re
from collections.abc import Iterator, Sequence

from ingest.facts.bare_brackets import given_work
from ingest.facts.brackets import are_offices, only_units
from ingest.facts.units import Group
from ingest.records import Section
from ingest.text import matches_at, places

_DASHED = re.compile(r"[—–-]{1,2}[ \t\u3000]*([^—–\n。；：:]{2,80})[。；;]?[ \t]*$", re.MULTILINE)
_DASHES = ("——", "--", "–")
_STOPS = "。；！\n"


def dashed(text: str, sections: Sequence[Section]) -> Iterator[Group]:
    """Find nothing but offices that are given work behind a dash, at the end of an item."""
    first = next((section.start for section in sections[1:] if section.heading), len(text))
    for found in matches_at(_DASHED, text, places(text, _DASHES)):
        before = text[: found.start()].rstrip(" \t\u3000") if found.start() > first else ""
        if before[-1:] in _STOPS and before:
            units = only_units(text, *found.span(1))
            if units and are_offices(text, units) and given_work(text, units):
                yield Group(found.start(), found.end(), tuple(units))
