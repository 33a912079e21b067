"""The library into the names that a question can mean: years, places, bodies, units and documents."""

from collections.abc import Sequence

from assistant.understanding.question import Facets
from ingest.index.catalog import Catalog
from ingest.index.entry import DocumentInfo


def read_facets(catalog: Catalog, stored: Sequence[DocumentInfo]) -> Facets:
    """What can be named.

    :param stored: the documents of the catalog's present state.
    """
    also_called = (
        name
        for aliases in catalog.aliases().values()
        for alias in aliases
        for name in (alias.short, alias.full)
    )
    return Facets(
        years=tuple({year for info in stored for year in info.header.years}),
        places=tuple(dict.fromkeys(info.header.place for info in stored if info.header.place)),
        organs=tuple(dict.fromkeys(info.header.organ for info in stored if info.header.organ)),
        units=tuple(dict.fromkeys((*(unit for unit, _ in catalog.units()), *also_called))),
        documents=stored,
    )
