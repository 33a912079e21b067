"""Lines that are the name of a month, a week or a quarter into the headings of what is done in it."""

import re
from collections.abc import Sequence

from ingest.numbering import Marker
from ingest.outline.headings import clear_title
from ingest.outline.marks import Landmark, Mark
from ingest.outline.parts import TIME_LABEL
from ingest.records import Line

_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_TO = r"(?:[、和至~～—–－-]{1,2}"
_PERIOD = re.compile(
    rf"(?:20\d\d年)?(?:{_NUMBER}月?{_TO}{_NUMBER})?月份?|第{_NUMBER}{_TO}第?{_NUMBER})?周"
    rf"|第?[一二三四]季度|[上下]半年)\s?[:：]?"
)
_LONGEST = 16


def find_periods(
    lines: Sequence[Line], free: Sequence[int], markers: Sequence[Marker | None]
) -> dict[int, Landmark]:
    """Find months, weeks and quarters that stand alone on a line above what is planned for them.

    Two at least, each with something below it: names that follow each other or a head such as 时间 are the
    cells of a table. Where a count goes on below the first, each says when the item above it is done.
    """
    named = [i for i in free if _is_period(lines[i].text)]
    named = [i for i in named if not TIME_LABEL.fullmatch(lines[i - 1].text.strip())]
    below = {i + 1 for i in named}
    if len(named) < 2 or below & {*named, len(lines)}:
        return {}
    first = markers[named[0] + 1]
    if first is not None and first.value != 1:
        return {}
    return {i: Landmark(Mark.INNER, "", clear_title(lines[i].text)) for i in named}


def _is_period(text: str) -> bool:
    return len(text) <= _LONGEST and _PERIOD.fullmatch(text.strip()) is not None
