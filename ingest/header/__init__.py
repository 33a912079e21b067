"""The cleaned lines of a document into its header: title, issuing body, place, years, date, number, kind."""

import re
from collections.abc import Mapping, Sequence

from ingest.header.dates import find_date, find_number
from ingest.header.issuer import find_organ, find_place
from ingest.header.title import PAGE_NAMES, find_title
from ingest.header.years import covered_years, years_in
from ingest.records import Header, Line
from ingest.titles import kind_of

__all__ = ["read_header", "years_in"]

_INTERVIEW = re.compile(
    r"答记者问|回答了?记者(?:的)?(?:提问|问题)|接受.{0,12}采访|政策解读|请问《"
    r"|《[^》]{1,30}》(?:制定|出台|修订)的?(?:主要)?(?:背景|目的|意义).{0,6}是什么"
)
_OPENING_LINES = 12
_OPENING_CHARS = 1500


def read_header(lines: Sequence[Line], metadata: Mapping[str, str]) -> Header:
    """Read what a document says about itself from its cleaned lines and its container's metadata.

    Years are those of the title; a masked or silent title leaves them to the page title, the document
    number, the date and at last the only year named in the opening. Names and years are kept as printed.
    """
    texts = [line.text for line in lines]
    pages = [metadata[name] for name in PAGE_NAMES if name in metadata]
    page = " ".join(pages)
    title = find_title(lines, metadata)
    opening = "\n".join(texts[:_OPENING_LINES])[:_OPENING_CHARS]
    number = find_number(texts, metadata)
    date = find_date(texts, metadata)
    organ = find_organ(texts, title.text, title.line, pages)
    kind = (kind_of(title.text) if title.is_own else "") or kind_of(page)
    if not kind and _INTERVIEW.search(opening):
        kind = "解读"
    return Header(
        title=title.text,
        organ=organ,
        place=find_place(title.text, organ, page, opening),
        years=covered_years(title.text, page, number, date, opening[len(title.text) :]),
        date=date,
        number=number,
        kind=kind,
        index_number=metadata.get("索引号", ""),
        source=metadata.get("来源", ""),
    )
