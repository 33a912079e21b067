"""The elements of a web page into what each holds: running text outside links, links, stops, blocks."""

from dataclasses import dataclass

from lxml import etree, html

DROPPED = frozenset(
    {"script", "style", "noscript", "iframe", "nav", "footer", "aside", "form", "button", "select", "option"}
    | {"svg", "canvas", "template", "object", "head"}
)
"""Elements whose words nobody reads."""
BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
    | {"li", "ul", "ol", "dl", "dt", "dd", "pre", "table", "thead", "tbody", "tr", "td", "th", "center"}
    | {"figure", "figcaption", "address", "hr", "body", "html"}
)
_MENU_SHARE = 0.2


@dataclass(slots=True)
class Content:
    """What an element holds with all its descendants; characters are counted without outer blanks.

    :param running: characters of text outside links and dropped elements.
    :param whole: characters of all text.
    """

    running: int = 0
    whole: int = 0
    links: int = 0
    stops: int = 0
    has_block: bool = False

    @property
    def is_menu(self) -> bool:
        """Several links, hardly a word outside them, no sentence."""
        return self.links > 1 and not self.stops and self.running < _MENU_SHARE * self.whole


def measure(root: html.HtmlElement) -> dict[html.HtmlElement, Content]:
    """Count what every element holds in one pass over the page."""
    measured: dict[html.HtmlElement, Content] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        content = Content()
        _add_text(content, element.text)
        for child in element:
            _add_text(content, child.tail)
            if child in measured:
                _add_child(content, child, measured[child])
        if element.tag in DROPPED or element.tag == "a":
            content.running = 0
        measured[element] = content
    return measured


def _add_text(content: Content, text: str | None) -> None:
    if text:
        characters = len(text.strip())
        content.running += characters
        content.whole += characters
        content.stops += text.count("。")


def _add_child(content: Content, child: html.HtmlElement, inner: Content) -> None:
    content.running += inner.running
    content.whole += inner.whole
    content.links += inner.links + (child.tag == "a")
    content.stops += inner.stops
    content.has_block = content.has_block or inner.has_block or child.tag in BLOCKS
