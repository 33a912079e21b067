"""The headers of two plans into whether they are of one series: the same every year but for the year."""

from assistant.compare.columns import containment
from ingest.records import Header

_ONE_SERIES = 0.6


def same_series(one: Header, other: Header) -> bool:
    """Tell whether two plans are called alike but for issuing body, place and year."""
    return containment(kind_of_plan(one), kind_of_plan(other)) >= _ONE_SERIES


def kind_of_plan(header: Header) -> str:
    """Take issuing body, place and year off a title: what is left is the same every year."""
    title = header.title
    for words in filter(None, (header.organ, header.place, "年度", "年")):
        title = title.replace(words, "")
    return title
