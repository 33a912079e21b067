"""A question how many parts a document has (几章, 多少条) into what tells a text that says so."""

import re

# How many parts a document has: 多少章多少条.
_ASKED_PARTS = re.compile(
    r"(?:多少|几)(?:个|项)?(章|条款|条(?=$|[^\u4e00-\u9fff]|[和及与的呢构组规内])|节(?![课\u4e00-\u9fff](?<![多几和及]))|款(?!项))"
)
_NUMBERED = r"(?<![第\d一二三四五六七八九十百])[一二三四五六七八九十百\d]{1,4}[个项]?"
_NO_PART = "(?!件|例|线|路|措|街|河)"


def parts_asked(question: str) -> re.Pattern[str] | None:
    """Give what matches a number of such parts as a question asks for, None where it asks for none."""
    asked = _ASKED_PARTS.search(question)
    return re.compile(f"{_NUMBERED}{asked[1][0]}{_NO_PART}") if asked else None
