"""A question for where the last answer is from into its documents and headings, each with its source."""

import re
from itertools import groupby

from assistant.answer import Answer, Citation, Mode
from assistant.citations import marks
from assistant.shelf import Shelf

_LONGEST_HEADING = 40


def tell_whence(question: str, cited: tuple[Citation, ...], shelf: Shelf) -> Answer:
    """Name the document and the headings of every source of an answer, in the order of its marks."""
    lines = ["上面的回答出自："]
    ordered = sorted(cited, key=lambda citation: citation.n)
    for (doc, path), group in groupby(ordered, key=lambda citation: (citation.doc, citation.path)):
        header = shelf.open(doc).header
        number = f"（{header.number}）" if header.number else ""
        below = "".join(f" › {_short(heading)}" for heading in path)
        lines.append(f"· 《{header.title}》{number}{below}{marks(citation.n for citation in group)}")
    return Answer(question, "\n".join(lines), Mode.EXTRACT, tuple(ordered))


def _short(heading: str) -> str:
    heading = re.sub(r"\s+", " ", heading)
    return heading if len(heading) <= _LONGEST_HEADING else f"{heading[:_LONGEST_HEADING]}…"
