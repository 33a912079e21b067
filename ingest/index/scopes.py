"""Stored documents by the properties that filters name, so that a filter need not ask each of them."""

from collections import defaultdict
from collections.abc import Sequence

from ingest.index.entry import DocumentInfo
from ingest.index.scope import SearchScope
from ingest.records import Filter

_PROPERTIES = {"years": "years", "kinds": "kind", "organs": "organ", "places": "place", "docs": "doc"}
"""Fields of a filter, and the property of a document each of them is about."""


class Scopes:
    """The documents of one generation, and which of them have a year, type, body, place or name."""

    def __init__(self, documents: Sequence[DocumentInfo]) -> None:
        self._documents = documents
        self._having: dict[str, dict[object, set[int]]] = {field: defaultdict(set) for field in _PROPERTIES}
        for at, info in enumerate(documents):
            for field, name in _PROPERTIES.items():
                value = getattr(info, name)
                for each in value if isinstance(value, tuple) else (value,):
                    self._having[field][each].add(at)

    def under(self, filters: Sequence[Filter]) -> SearchScope:
        """Where to search under all of some filters; as `Filter.admits` says of each document."""
        properties = [
            set[int]().union(*(having.get(value, ()) for value in wanted))
            for filter in filters
            for field, having in self._having.items()
            if (wanted := getattr(filter, field))
        ]
        admitted = set.intersection(*properties) if properties else range(len(self._documents))
        chosen = [self._documents[at] for at in sorted(admitted)]
        return SearchScope({info.key: info.chunks for info in chosen})
