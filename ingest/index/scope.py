"""A filter resolved to the stored documents it admits, in the form both indexes can use."""

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.chunk import chunk_id, key_of


@dataclass(frozen=True, slots=True, eq=False)
class SearchScope:
    """The chunks a search may find: `sizes` maps the key of each document to its number of chunks."""

    sizes: Mapping[str, int]

    def __len__(self) -> int:
        return sum(self.sizes.values())

    def __contains__(self, id: str) -> bool:
        return key_of(id) in self.sizes

    def ids(self) -> list[str]:
        """Ids of all chunks admitted."""
        return [chunk_id(key, ordinal) for key, size in self.sizes.items() for ordinal in range(size)]
