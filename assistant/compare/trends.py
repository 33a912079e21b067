"""Plans of one series into the figures that several of them state of the same measure, year by year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer import Citation
from assistant.citing.citations import Sources
from assistant.compare.align import Encode, align
from assistant.compare.measures import value_in
from assistant.compare.plans import paired_figures, state_figures
from ingest.records import Document, Figure

_SURE = 4
_Place = tuple[int, int]  # the plan and the figure in it, by index


@dataclass(frozen=True, slots=True)
class Point:
    """What one plan states.

    :param value: in the unit of the trend.
    :param printed: the figure as printed.
    """

    value: float
    printed: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Trend:
    """One measure over the plans of a series: a point for each plan in order, None where it states none."""

    measure: str
    unit: str
    heading: str
    points: tuple[Point | None, ...]

    @property
    def known(self) -> list[Point]:
        """The points there are."""
        return [point for point in self.points if point is not None]


def find_trends(documents: Sequence[Document], encode: Encode) -> list[Trend]:
    """Find the measures that at least two plans state, those with most points first.

    Figures of two plans are of one measure where they stand in tasks that are one task, or where the measure
    is worded the same and each plan states it once; whatever is not a single number is left out.

    :param documents: one a year, oldest first.
    """
    linked: dict[_Place, _Place] = {}
    for at, (old, new) in enumerate(pairwise(documents)):
        for before, after in _links(old, new, encode):
            linked.setdefault((at + 1, after), (at, before))
    trends = [_trend(documents, chain) for chain in _chains(linked)]
    found = [trend for trend in trends if trend is not None]
    return sorted(found, key=lambda trend: (-len(trend.known), trend.measure))


def _links(old: Document, new: Document, encode: Encode) -> Iterator[tuple[int, int]]:
    """Pair the figures of two plans by their index, those in one task first."""
    earlier = {id(figure): at for at, figure in enumerate(old.figures)}
    later = {id(figure): at for at, figure in enumerate(new.figures)}
    used: set[int] = set()
    for pair in align(old, new, encode):
        if pair.old is not None and pair.new is not None:
            for one, other in paired_figures(old, pair.old, new, pair.new):
                used.add(earlier[id(one)])
                yield earlier[id(one)], later[id(other)]
    before, after = _once_stated(old), _once_stated(new)
    for key in before.keys() & after.keys():
        if before[key] not in used:
            yield before[key], after[key]


def _once_stated(document: Document) -> dict[tuple[str, str], int]:
    """Figures by measure and unit, where a plan states that measure once and in words enough to be sure."""
    found: dict[tuple[str, str], list[int]] = {}
    for at, figure in enumerate(document.figures):
        if len(figure.measure) >= _SURE:
            found.setdefault((figure.measure, figure.unit), []).append(at)
    return {key: places[0] for key, places in found.items() if len(places) == 1}


def _chains(linked: dict[_Place, _Place]) -> Iterator[list[_Place]]:
    """Follow the links back from every figure that no later one goes on from."""
    for last in sorted(linked.keys() - set(linked.values())):
        chain = [last]
        while chain[-1] in linked:
            chain.append(linked[chain[-1]])
        yield chain


def _trend(documents: Sequence[Document], chain: Sequence[_Place]) -> Trend | None:
    """Make the trend of a chain of figures, newest first; None where fewer than two are numbers."""
    newest_document, newest = documents[chain[0][0]], documents[chain[0][0]].figures[chain[0][1]]
    points: list[Point | None] = [None] * len(documents)
    for plan, at in chain:
        points[plan] = _point(documents[plan], documents[plan].figures[at], newest.unit)
    trend = Trend(newest.measure, newest.unit, newest_document.sections[newest.section].title, tuple(points))
    return trend if len(trend.known) > 1 else None


def _point(document: Document, figure: Figure, unit: str) -> Point | None:
    value = value_in(figure, unit)
    if value is None:
        return None
    sources = Sources()
    state_figures(document, figure.section, [figure], sources)
    if not sources.citations:
        return None
    return Point(value, document.text[figure.start : figure.end], sources.citations[0])
