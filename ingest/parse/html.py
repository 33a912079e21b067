"""A web page into the lines of its main text and the facts it states about itself."""

import re
from collections.abc import Iterator

from lxml import etree, html

from ingest.errors import UnreadableText
from ingest.parse.html_lists import item_numbers, numbered
from ingest.parse.page_facts import stated_above
from ingest.parse.page_margin import margin
from ingest.parse.page_text import BLOCKS, DROPPED, Content, measure
from ingest.parse.parsed import Parsed
from ingest.parse.table import Cell, table_lines
from ingest.records import Line
from ingest.titles import join_title

# Where the pages of government sites and common systems keep the text.
_MAIN = (
    "//*[@id='UCAP-CONTENT']",
    "//*[contains(@class,'TRS_Editor') or contains(@class,'TRS_UEDITOR') or contains(@class,'trs_editor')]",
    "//*[@id='zoom' or @id='Zoom' or @id='zoomcon' or @id='vsb_content' or @id='js_content']",
    "//*[contains(@class,'pages_content') or contains(@class,'v_news_content')]",
    "//article",
    "//*[@id='article' or @id='content' or @id='mainText' or @id='artibody' or @id='Content']",
    "//*[contains(concat(' ',@class,' '),' article-content ')]",
    "//*[contains(concat(' ',@class,' '),' content ')]",
    "//main",
)
_METADATA = {
    "articletitle": "标题",
    "og:title": "标题",
    "pubdate": "发布日期",
    "publishdate": "发布日期",
    "article:published_time": "发布日期",
    "contentsource": "来源",
    "sitename": "网站",
}
_CENTRED = re.compile(r"text-align:\s*center", re.IGNORECASE)
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_WRAP = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef“”])\s*\n\s*|\s*\n\s*(?=[\u3000-\u9fff\uff00-\uffef“”])")
_BLANKS = re.compile(r"[ \t\r\n\f\v\xa0\u2002-\u200b\ufeff]+")
_LEAST_MAIN = 200
_LONG_CELL = 400
_DEEPEST = 200
_MOST_TAGS = 400_000
_MOST_CHARACTERS = 20_000_000
# Pictures and data written into a tag, and more attributes than any tag has, on which the parser takes long.
_LONG_VALUE = re.compile(r"""=\s*(?:"[^"<]{2000,}"|'[^'<]{2000,}')""")
_LONG_TAG = re.compile(r"(<[A-Za-z][^<>]{20000})[^<>]+")


def read_html(text: str, name: str) -> Parsed:
    """Take the main text of a page: `hN` and centred bold lines become styles, tables become rows.

    A page without a known container gives the element that holds most of the running text outside links.
    What stands above it and states facts about the document (索引号, 文号) comes first.

    :param name: the file's name, for the message.
    :raises UnreadableText: there is nothing in it, or more than a page can hold.
    """
    root = _parsed(text, name)
    contents = measure(root)
    page = _Page(contents)
    main = _main(root, page)
    lines = join_title(list(page.lines(main)))
    if not any(line.style == 1 for line in lines[:8]):
        lines = [*_headline(root, main), *lines]
    lines = [*stated_above(root, main, contents), *lines]
    return Parsed(lines, _metadata(root), removed=margin(root, main, contents, lines))


def _parsed(text: str, name: str) -> html.HtmlElement:
    text = _LONG_TAG.sub(r"\1", _LONG_VALUE.sub("=''", text))
    if len(text) > _MOST_CHARACTERS or text.count("<") > _MOST_TAGS:
        raise UnreadableText(f"网页大得不正常，已拒绝：{name}。请把正文另存为 txt 或 docx")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except etree.LxmlError as error:
        raise UnreadableText(f"网页里没有内容，或已损坏：{name}。请检查文件是否保存完整") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableText(f"网页的标签嵌套过深，读不完整：{name}。请把正文另存为 txt 或 docx")
    return root


def _metadata(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in _METADATA and (meta.get("content") or "").strip():
            found.setdefault(_METADATA[name], meta.get("content").strip())
    title = root.findtext(".//title") or ""
    if title.strip():
        found["网页标题"] = _BLANKS.sub(" ", title).strip()
    return found


def _headline(root: html.HtmlElement, main: html.HtmlElement) -> list[Line]:
    """The page's own h1 when it stands outside the main text."""
    inside = set(main.iter("h1"))
    texts = [_text(h1) for h1 in root.iter("h1") if h1 not in inside]
    return [Line(text, 1) for text in texts if len(text) >= 4][:1]


def _main(root: html.HtmlElement, page: "_Page") -> html.HtmlElement:
    body = root.find(".//body")
    body = root if body is None else body
    whole = page.of(body).running
    for path in _MAIN:
        for element in root.xpath(path):
            size = page.of(element).running
            if size >= _LEAST_MAIN and size >= whole * 0.5:
                return element
    return _densest(body, page)


def _densest(body: html.HtmlElement, page: "_Page") -> html.HtmlElement:
    """Go down from the body while one child still holds nearly all the running text."""
    element = body
    whole = page.of(body).running
    for _ in range(_DEEPEST if whole else 0):
        best = max(element, key=lambda child: page.of(child).running, default=None)
        if best is None or page.of(best).running < whole * 0.9 or best.tag in ("p", "tr", "td", "table"):
            break
        element = best
    return element


class _Page:
    """A page with what its elements hold."""

    def __init__(self, contents: dict[html.HtmlElement, Content]) -> None:
        self._contents = contents

    def of(self, element: html.HtmlElement) -> Content:
        """What an element holds; nothing for what is no element, such as an entity nobody knows."""
        return self._contents.get(element, Content())

    def lines(self, element: html.HtmlElement, depth: int = 0) -> Iterator[Line]:
        """Walk the blocks in document order; text between blocks is a line of its own."""
        pieces: list[str] = [_unwrapped(element.text)]
        numbers = item_numbers(element, self.of)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in DROPPED:
                if child.tag == "br":
                    pieces.append("\n")
                elif child.tag == "table" and not _is_layout(child):
                    yield from _flush(pieces, element)
                    yield from table_lines(_rows(child))
                elif depth < _DEEPEST and (child.tag in BLOCKS or self.of(child).has_block):
                    yield from _flush(pieces, element)
                    if not self.of(child).is_menu:
                        yield from numbered(self.lines(child, depth + 1), child, numbers.get(child))
                else:
                    pieces.append(_raw(child))
            pieces.append(_unwrapped(child.tail))
        yield from _flush(pieces, element)


def _flush(pieces: list[str], element: html.HtmlElement) -> Iterator[Line]:
    texts = [_BLANKS.sub(" ", text).strip(" \u3000") for text in "".join(pieces).split("\n")]
    pieces.clear()
    texts = [text for text in texts if text]
    style = _style(element)
    if style and len(texts) > 1:
        texts = ["".join(texts)]
    for text in texts:
        yield Line(text, style if len(text) <= 100 else 0)


def _style(element: html.HtmlElement) -> int:
    tag = element.tag
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return int(tag[1])
    look = (element.get("style") or "") + " text-align:" + (element.get("align") or "")
    if not _CENTRED.search(look):
        return 0
    bold = _BOLD.search(look) or any(
        node.tag in ("b", "strong") or _BOLD.search(node.get("style") or "")
        for node in element.iterdescendants()
    )
    return 1 if bold else 0


def _raw(element: html.HtmlElement) -> str:
    """Text of an element; line breaks of the source are blanks, `br` and blocks break the line."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        breaks = "\n" if node.tag == "br" or (node.tag in BLOCKS and node is not element) else ""
        if event == "start":
            parts.append(breaks + ("" if node.tag in DROPPED else _unwrapped(node.text)))
            if node.tag in DROPPED:
                walk.skip_subtree()
        else:
            parts.append(breaks + ("" if node is element else _unwrapped(node.tail)))
    return "".join(parts)


def _unwrapped(text: str | None) -> str:
    """A text node without the line breaks of its source, which part no Chinese words."""
    return _BLANKS.sub(" ", _WRAP.sub("", text)) if text else ""


def _text(element: html.HtmlElement) -> str:
    return _BLANKS.sub(" ", element.text_content()).strip(" \u3000")


def _is_layout(table: html.HtmlElement) -> bool:
    """A table that only places a page: one column, nested tables or cells as long as an article."""
    if table.find(".//table") is not None:
        return True
    cells = list(table.iter("td", "th"))
    if len(cells) < 2:
        return True
    rows = list(table.iter("tr"))
    return max((len(list(row)) for row in rows), default=0) < 2 or any(
        len(cell.text_content()) > _LONG_CELL and len(cell.findall(".//p")) > 3 for cell in cells
    )


def _rows(table: html.HtmlElement) -> list[list[Cell]]:
    return [
        [
            Cell(_raw(cell), cell.tag == "th", _span(cell, "rowspan"), _span(cell, "colspan"))
            for cell in row
            if cell.tag in ("td", "th")
        ]
        for row in table.iter("tr")
    ]


def _span(cell: html.HtmlElement, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return max(1, int(value)) if value.isdigit() and len(value) < 4 else 1
