"""The items of a numbered list of a page into lines that show the numbers a browser shows."""

import re
from collections.abc import Callable, Iterable, Iterator

from lxml import html

from ingest.numbering import read_marker
from ingest.parse.page_text import Content
from ingest.records import LISTED, Line

_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_DEEPEST = 20
_WRAPPED = 3


def item_numbers(
    element: html.HtmlElement, content: Callable[[html.HtmlElement], Content]
) -> dict[html.HtmlElement, int]:
    """The numbers a browser shows before the items of an `ol`, none for any other element.

    A list whose items bring numbers of their own, or are mostly links, shows no other numbers.

    :param content: gives what an element holds.
    """
    if element.tag != "ol" or element.get("type", "1") != "1" or _is_unnumbered(element):
        return {}
    items = [child for child in element if child.tag == "li"]
    if any(_is_unnumbered(item) or _is_linked(content(item)) or _has_number(item) for item in items):
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


def _is_linked(content: Content) -> bool:
    return 2 * content.running < content.whole


def _has_number(item: html.HtmlElement) -> bool:
    """Tell whether the words of an item, which may stand in a paragraph or in bold, start with a number."""
    node = item
    for _ in range(_WRAPPED):
        if len(node) and not (node.text or "").strip():
            node = node[0]
    return read_marker(node.text or "") is not None


def _start(above: html.HtmlElement) -> int:
    start = (above.get("start") or "1").strip()
    return int(start) if start.isdecimal() and len(start) < 4 else 1


def _depth(item: html.HtmlElement) -> int:
    outer = sum(1 for _ in item.iterancestors("ol", "ul")) - 1
    return LISTED + min(outer, _DEEPEST)
