"""A series of plans, some of its years and perhaps a topic into what changed from each year to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.compare import Comparison, Trend, compare_plans, find_trends
from assistant.compare.align import Encode
from assistant.understanding.terms import coverage, weigh
from ingest.records import Document
from ingest.text import normalize

_ON_TOPIC = 0.6


@dataclass(frozen=True, slots=True)
class Years:
    """What plans of one series say from year to year.

    :param years: oldest first.
    :param steps: the comparison of each year with the one before; None where no task is about the topic.
    :param trends: measures that at least two of the plans state.
    """

    years: tuple[int, ...]
    steps: tuple[Comparison | None, ...]
    trends: tuple[Trend, ...]


def compare_years(documents: Sequence[Document], topic: str, encode: Encode) -> Years:
    """Compare the plans of a series task by task, and follow their figures.

    :param documents: one a year, oldest first, at least two.
    :param topic: what the tasks must be about; "": the plans as a whole.
    """
    terms = weigh(topic)
    labels = [f"{document.header.year}年" for document in documents]
    steps = [
        compare_plans(names, pair, encode, in_time=True, topic=terms)
        for names, pair in zip(pairwise(labels), pairwise(documents), strict=True)
    ]
    trends = [
        trend
        for trend in find_trends(documents, encode)
        if not terms or coverage(terms, normalize(trend.heading + trend.measure)) >= _ON_TOPIC
    ]
    return Years(tuple(document.header.year or 0 for document in documents), tuple(steps), tuple(trends))
