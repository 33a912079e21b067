"""The headers of two plans into whether they are of one series: the same every year but for the year."""

import re

from assistant.compare.columns import containment
from ingest.records import Header

_ONE_SERIES = 0.6
_ANOTHER_BODY = re.compile(r"^[\u4e00-\u9fff]{2,20}?(?:委员会|[局厅院])(?=20\d\d)")


def same_series(one: Header, other: Header) -> bool:
    """Tell whether two plans are called alike but for issuing body, place and year."""
    return containment(kind_of_plan(one), kind_of_plan(other)) >= _ONE_SERIES


def kind_of_plan(header: Header) -> str:
    """Take issuing body, place and year off a title: what is left is the same every year."""
    title = header.title.replace(header.organ, "") if header.organ else header.title
    if title != header.title:
        title = _ANOTHER_BODY.sub("", title)
    for words in filter(None, (header.place, "年度", "年")):
        title = title.replace(words, "")
    return title
