"""A web page and its main text into the lines around it, which are left out and can be shown."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml import etree, html

from ingest.parse.page_text import BLOCKS, DROPPED, Content
from ingest.records import Line

_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "canvas", "object", "iframe"})


def margin(
    root: html.HtmlElement,
    main: html.HtmlElement,
    contents: dict[html.HtmlElement, Content],
    kept: Sequence[Line],
) -> tuple[str, ...]:
    """The lines a browser shows outside the main text, and the menus within it, in the order of the page.

    :param kept: the lines that were taken from the page; those found again around the main text are not told.
    """
    # A fact that was kept, 索引号：YX-12, may stand in two cells.
    left = Counter(_bare(part) for line in kept for part in {line.text, *line.text.split("：", 1)})
    told: list[str] = []
    for text in _lines(root, main, contents):
        if left[_bare(text)]:
            left[_bare(text)] -= 1
        else:
            told.append(text)
    return tuple(told)


def _bare(text: str) -> str:
    return "".join(text.split()).rstrip("：:")


def _lines(
    root: html.HtmlElement, main: html.HtmlElement, contents: dict[html.HtmlElement, Content]
) -> Iterator[str]:
    pieces: list[str] = []
    in_main, menu = False, None
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        if node.tag in BLOCKS or node.tag == "br":
            yield from _flush(pieces)
        if event == "start":
            in_main = in_main or node is main
            if in_main and menu is None and node is not main and _is_left_out(node, contents):
                menu = node
            if node.tag in _UNSEEN:
                walk.skip_subtree()
            elif not in_main or menu is not None:
                pieces.append(node.text or "")
        else:
            in_main = in_main and node is not main
            menu = None if menu is node else menu
            if not in_main or menu is not None:
                pieces.append(node.tail or "")
    yield from _flush(pieces)


def _is_left_out(node: html.HtmlElement, contents: dict[html.HtmlElement, Content]) -> bool:
    """Tell whether a part of the main text is not read: a menu, a form."""
    if node.tag in DROPPED:
        return True
    content = contents.get(node, Content())
    return content.is_menu and (node.tag in BLOCKS or content.has_block)


def _flush(pieces: list[str]) -> Iterator[str]:
    text = " ".join("".join(pieces).split())
    pieces.clear()
    if text:
        yield text
