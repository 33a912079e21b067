"""The paragraph styles of a Word file into what they mean: heading level, numbering, centring.

Source: ECMA-376 part 1, 17.7 (styles) and 17.3.1.20 (outlineLvl).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_TITLE_NAMES = frozenset(("title", "标题", "文档标题"))
_BODY_LEVEL = 9
_DEEPEST = 16  # styles that may stand on each other


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style says itself; `level` is None and the others empty where it leaves them to its base."""

    level: int | None
    numbering: etree._Element | None
    alignment: str
    base: str


class Styles:
    """Paragraph styles: heading level, numbering and alignment, inherited along `basedOn`."""

    def __init__(self, root: etree._Element | None) -> None:
        nodes = root.iter(f"{W}style") if root is not None else ()
        self._nodes = {node.get(f"{W}styleId", ""): node for node in nodes}
        self._styles: dict[str, _Style] = {}

    def level(self, style_id: str) -> int:
        """Heading level of a style, 1 for a title, 0 for running text."""
        return next((style.level for style in self._chain(style_id) if style.level is not None), 0)

    def numbering(self, style_id: str) -> etree._Element | None:
        """The numbering a style carries, if any."""
        return next((style.numbering for style in self._chain(style_id) if style.numbering is not None), None)

    def centred(self, style_id: str) -> bool:
        """Tell whether a style centres its paragraphs."""
        return next((style.alignment for style in self._chain(style_id) if style.alignment), "") == "center"

    def _chain(self, style_id: str) -> Iterator[_Style]:
        for _ in range(_DEEPEST):
            if style_id not in self._nodes:
                return
            if style_id not in self._styles:
                self._styles[style_id] = _read(self._nodes[style_id])
            yield self._styles[style_id]
            style_id = self._styles[style_id].base


def _read(node: etree._Element) -> _Style:
    name = value(node.find(f"{W}name")).strip()
    heading = _HEADING_NAME.fullmatch(name)
    properties = node.find(f"{W}pPr")
    if heading is not None:
        level: int | None = int(heading[1])
    else:
        level = 1 if name.lower() in _TITLE_NAMES else outline_level(properties) or None
    return _Style(
        level=level,
        numbering=properties.find(f"{W}numPr") if properties is not None else None,
        alignment=value(properties.find(f"{W}jc")) if properties is not None else "",
        base=value(node.find(f"{W}basedOn")),
    )


def outline_level(properties: etree._Element | None) -> int:
    """The heading level that paragraph properties state, 0 for running text."""
    if properties is None:
        return 0
    level = whole(value(properties.find(f"{W}outlineLvl")), _BODY_LEVEL)
    return level + 1 if level < _BODY_LEVEL else 0


def value(element: etree._Element | None) -> str:
    """The `w:val` of an element, "" without one."""
    return "" if element is None else element.get(f"{W}val", "")


def whole(text: str | None, default: int) -> int:
    """A small whole number; anything else, and a number no file of Word's holds, is the default."""
    return int(text) if text is not None and text.isdecimal() and len(text) < 6 else default
