"""The stored documents into series of plans: one place, one type, called alike, one a year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.compare import same_series
from assistant.compare.columns import likeness
from assistant.understanding.narrowing import REPORTS
from ingest.index.entry import DocumentInfo
from ingest.records import Header

_YEARLY = re.compile(r"\d{4}|二[〇○零]")
_PASSED_ON = re.compile(r"(?:印发|转发|发布|下发)《(.+)》")


@dataclass(frozen=True, slots=True)
class Plan:
    """A stored document under the header of the plan in it: a notice that passes a plan on counts as that."""

    info: DocumentInfo
    header: Header

    @property
    def year(self) -> int:
        """The year it is about."""
        return self.header.year or 0


@dataclass(frozen=True, slots=True)
class Series:
    """Plans of several years that follow each other, oldest first, each of another year."""

    plans: tuple[Plan, ...]

    @property
    def key(self) -> str:
        """What tells it from other series: its newest document."""
        return self.plans[-1].info.doc

    @property
    def years(self) -> tuple[int, ...]:
        """Years it has a plan of, oldest first."""
        return tuple(plan.year for plan in self.plans)

    @property
    def label(self) -> str:
        """How it is called: issuing body, type, years."""
        header = self.plans[-1].header
        called = f"{_organ(self.plans) or header.place} · {header.kind or '文件'}"
        return f"{called}（{self.years[0]}—{self.years[-1]}年，{len(self.years)} 份）"


def series_of(stored: Sequence[DocumentInfo]) -> list[Series]:
    """Find the series of at least two plans, the longest first, reports after plans.

    A plan that comes every year names its year in its title. Plans of two issuing bodies are never of one
    series; one that states none may be of either. Of several plans of a year, each goes to the series whose
    last title is most like its own.
    """
    kinds = sorted({info.kind for info in stored if info.kind}, key=len, reverse=True)
    plans = [Plan(info, _header(info, kinds)) for info in stored]
    yearly = (p for p in plans if p.year and _issued(p)[0] and _YEARLY.search(p.header.title))
    dated = sorted(yearly, key=_in_order)
    found = [series for _, own in groupby(dated, key=_issued) for series in _chains(list(own))]
    return sorted((series for series in found if len(series.plans) > 1), key=_rank)


def _header(info: DocumentInfo, kinds: Sequence[str]) -> Header:
    passed_on = _PASSED_ON.search(info.title)
    if passed_on is None:
        return info.header
    kind = next((kind for kind in kinds if passed_on[1].endswith(kind)), info.kind)
    return replace(info.header, title=passed_on[1], kind=kind)


def _issued(plan: Plan) -> tuple[str, str]:
    return plan.header.place or plan.header.organ, plan.header.kind


def _in_order(plan: Plan) -> tuple[tuple[str, str], int, str]:
    return _issued(plan), plan.year, plan.info.doc


def _rank(series: Series) -> tuple[int, bool, str]:
    return -len(series.plans), series.plans[-1].header.kind in REPORTS, series.label


def _chains(plans: Sequence[Plan]) -> Iterator[Series]:
    """Link the plans of one place and type, in order of their years, into series."""
    chains: list[list[Plan]] = []
    for _, group in groupby(plans, key=lambda plan: plan.year):
        left = {plan.info.doc: plan for plan in group}
        pairs = sorted(
            (
                (likeness(chain[-1].header.title, plan.header.title), at, doc)
                for at, chain in enumerate(chains)
                for doc, plan in left.items()
                if _goes_on(chain, plan)
            ),
            reverse=True,
        )
        grown: set[int] = set()
        for _, at, doc in pairs:
            if at not in grown and doc in left:
                chains[at].append(left.pop(doc))
                grown.add(at)
        chains += [[plan] for plan in left.values()]
    yield from (Series(tuple(chain)) for chain in chains)


def _goes_on(chain: Sequence[Plan], plan: Plan) -> bool:
    one_body = not plan.header.organ or _organ(chain) in ("", plan.header.organ)
    return one_body and same_series(chain[-1].header, plan.header)


def _organ(plans: Sequence[Plan]) -> str:
    return next((plan.header.organ for plan in reversed(plans) if plan.header.organ), "")
