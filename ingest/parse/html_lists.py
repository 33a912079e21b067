"""The items of a numbered list of a page into lines that show the numbers a browser shows."""

import re
from collections.abc import Iterable, Iterator

from lxml import html

from ingest.numbering import read_marker
from ingest.records import LISTED, Line

_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_DEEPEST = 20


def item_numbers(element: html.HtmlElement) -> dict[html.HtmlElement, int]:
    """The numbers a browser shows before the items of an `ol`, none for any other element.

    A list whose items bring numbers of their own, or are nothing but links, shows no other numbers.
    """
    if element.tag != "ol" or element.get("type", "1") != "1" or _is_unnumbered(element):
        return {}
    items = [child for child in element if child.tag == "li"]
    if any(_is_unnumbered(item) for item in items) or not all(map(_is_plain, items)):
        return {}
    return {item: number for number, item in enumerate(items, _start(element))}


def numbered(lines: Iterable[Line], item: html.HtmlElement, number: int | None) -> Iterator[Line]:
    """Give the first line of an item its number and its depth; all others stay as they are."""
    for line in lines:
        if number is not None and line.text:
            line, number = Line(f"{number}.{line.text}", _depth(item)), None
        yield line


def _is_unnumbered(element: html.HtmlElement) -> bool:
    return _UNNUMBERED.search(element.get("style") or "") is not None


def _is_plain(item: html.HtmlElement) -> bool:
    """Tell whether an item has no number of its own and is more than a link."""
    text = item.text_content().strip()
    linked = sum(len(link.text_content()) for link in item.iter("a"))
    return 2 * linked < len(text) and read_marker(text) is None


def _start(above: html.HtmlElement) -> int:
    start = (above.get("start") or "1").strip()
    return int(start) if start.isdecimal() and len(start) < 4 else 1


def _depth(item: html.HtmlElement) -> int:
    outer = sum(1 for _ in item.iterancestors("ol", "ul")) - 1
    return LISTED + min(outer, _DEEPEST)
