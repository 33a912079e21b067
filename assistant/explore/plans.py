"""The stored documents into series of plans: one issuing body, one type, called alike, one a year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.compare import same_series
from assistant.compare.columns import likeness
from ingest.index.entry import DocumentInfo


@dataclass(frozen=True, slots=True)
class Series:
    """Plans of several years that follow each other, oldest first, each of another year."""

    documents: tuple[DocumentInfo, ...]

    @property
    def key(self) -> str:
        """What tells it from other series: its newest document."""
        return self.documents[-1].doc

    @property
    def years(self) -> tuple[int, ...]:
        """Years it has a plan of, oldest first."""
        return tuple(info.header.year or 0 for info in self.documents)

    @property
    def label(self) -> str:
        """How it is called: issuing body, type, years."""
        newest = self.documents[-1]
        called = f"{newest.organ or newest.place or newest.title} · {newest.kind or '文件'}"
        return f"{called}（{self.years[0]}—{self.years[-1]}年，{len(self.years)} 份）"


def series_of(stored: Sequence[DocumentInfo]) -> list[Series]:
    """Find the series of at least two plans, the longest first.

    Of several plans of one body, type and year, each goes to the series whose last title is most like its.
    """
    dated = sorted(
        (info for info in stored if info.header.year and (info.organ or info.place)),
        key=lambda info: (*_issued(info), info.header.year or 0, info.doc),
    )
    found = [series for _, plans in groupby(dated, key=_issued) for series in _chains(list(plans))]
    long_enough = [series for series in found if len(series.documents) > 1]
    return sorted(long_enough, key=lambda series: (-len(series.documents), series.label))


def _issued(info: DocumentInfo) -> tuple[str, str]:
    return info.organ or info.place, info.kind


def _chains(plans: Sequence[DocumentInfo]) -> Iterator[Series]:
    """Link the plans of one body and type, in order of their years, into series."""
    chains: list[list[DocumentInfo]] = []
    for _, group in groupby(plans, key=lambda info: info.header.year):
        own = list(group)
        pairs = sorted(
            (
                (likeness(chain[-1].title, info.title), at, info.doc)
                for at, chain in enumerate(chains)
                for info in own
                if same_series(chain[-1].header, info.header)
            ),
            reverse=True,
        )
        by_doc = {info.doc: info for info in own}
        grown: set[int] = set()
        for _, at, doc in pairs:
            if at not in grown and doc in by_doc:
                chains[at].append(by_doc.pop(doc))
                grown.add(at)
        chains += [[info] for info in own if info.doc in by_doc]
    yield from (Series(tuple(chain)) for chain in chains)
