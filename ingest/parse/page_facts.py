"""What stands above the text of a web page into lines `名：值` that state facts about its document."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import html

from ingest.parse.page_text import BLOCKS, Content
from ingest.records import Line

# What the sites of authorities state above a document.
_STATED = re.compile(
    r"(?:信息|公文|文件)?(?:索引号|索取号|文号|编号|名称|有效性)"
    r"|(?:发文|发布|公文)(?:字号|文号|机构|机关|单位|日期|时间)|(?:成文|生成|印发|制发|公开|签发)(?:日期|时间)"
    r"|(?:制发|制定)机关|公开主体|(?:主题|组配|信息)分类|主题词|标题|来源|是否有效|时效性"
)
_NAMED = re.compile(rf"(?:{_STATED.pattern})\s?[:：]")
_NAME = re.compile(r"[【\[]?\s?((?:[\u4e00-\u9fff]\s?){2,8})[】\]]?\s?[:：]?")
_PAIR = re.compile(r"[【\[]?\s?((?:[\u4e00-\u9fff]\s?){2,8})[】\]]?\s?[:：]\s?(\S.*)")
_LEAST_FACTS = 2
_MOST_PARTS = 60
_LONGEST_VALUE = 60
_LONGEST_LINE = 300


def stated_above(
    root: html.HtmlElement, main: html.HtmlElement, contents: Mapping[html.HtmlElement, Content]
) -> Iterator[Line]:
    """Find what a page states above its main element: in tables, in definition lists, on lines of their own.

    :param contents: what every element of the page holds.
    """
    for element in root.iter():
        if element is main:
            return
        content = contents.get(element, Content())
        if element.tag == "table":
            yield from _facts([_words(row.iter("td", "th")) for row in _parts(element, "tr")])
        elif element.tag == "dl":
            yield from _facts([_words(_parts(element, "dt", "dd"))])
        elif element.tag in BLOCKS and not content.has_block and content.whole <= _LONGEST_LINE:
            line = _words([element])[0]
            if len(_NAMED.findall(line)) >= _LEAST_FACTS:
                yield Line(line)


def _parts(element: html.HtmlElement, *tags: str) -> list[html.HtmlElement]:
    """The parts of a small table or list; none of one that places other elements, or is too large."""
    parts: list[html.HtmlElement] = []
    for part in element.iterdescendants("table", "dl", *tags):
        if part.tag in ("table", "dl") or len(parts) == _MOST_PARTS:
            return []
        parts.append(part)
    return parts


def _words(cells: Iterable[html.HtmlElement]) -> list[str]:
    return [" ".join(cell.text_content().split()) for cell in cells]


def _facts(rows: Sequence[Sequence[str]]) -> list[Line]:
    """The facts of a table whose cells are names and values in turn; none of any other table."""
    facts: list[Line] = []
    for cells in rows:
        pairs = _pairs(cells) if len(cells) > 1 else []
        if pairs is None:
            return []
        facts += [Line(f"{name}：{value}") for name, value in pairs if _STATED.fullmatch(name)]
    return facts if len(facts) >= _LEAST_FACTS else []


def _pairs(cells: Sequence[str]) -> list[tuple[str, str]] | None:
    """Read cells as names with their values, beside them or in the same cell; None for other cells.

    A name without a value, or with a long one, states nothing.
    """
    pairs: list[tuple[str, str]] = []
    rest = iter(cells)
    for cell in rest:
        both, name = _PAIR.fullmatch(cell), _NAME.fullmatch(cell)
        if both is not None:
            pairs.append((_solid(both[1]), both[2]))
        elif name is not None:
            pairs.append((_solid(name[1]), next(rest, "")))
        elif cell:
            return None
    if any(_is_name(value) for _, value in pairs):
        return None
    return [(name, value) for name, value in pairs if 0 < len(value) <= _LONGEST_VALUE]


def _is_name(value: str) -> bool:
    name = _NAME.fullmatch(value)
    return name is not None and _STATED.fullmatch(_solid(name[1])) is not None


def _solid(name: str) -> str:
    """A name without the blanks that letter-space it."""
    return "".join(name.split())
