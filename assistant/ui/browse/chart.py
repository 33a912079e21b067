"""A measure over several years into a line chart, an SVG whose points open the words they come from."""

import sys
from collections.abc import Sequence
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from markupsafe import Markup

from assistant.compare import Point, Trend

if TYPE_CHECKING:
    from lxml.etree import _Element

_WIDTH, _HEIGHT, _ROOM = 400, 200, 0.25


def chart(trend: Trend, years: Sequence[int]) -> Markup:
    """Draw a trend; pygal escapes what it prints, the style is ours (page.css)."""
    values = [point.value for point in trend.known]
    room = (max(values) - min(values) or abs(values[0]) or 1) * _ROOM
    line = _pygal().Line(
        css=(),
        js=(),
        width=_WIDTH,
        height=_HEIGHT,
        margin=12,
        margin_left=40,
        margin_right=40,
        range=(min(values) - room, max(values) + room),
        show_legend=False,
        show_y_labels=False,
        show_y_guides=False,
        print_values=True,
        dots_size=5,
    )
    line.x_labels = [f"{year}年" for year in years]
    points = [point and _dot(point, year) for point, year in zip(trend.points, years, strict=True)]
    line.add(trend.measure, points, allow_interruptions=False, formatter=lambda value: f"{value:.10g}")
    return Markup(_drawing(line.render_tree()))


@cache
def _pygal() -> ModuleType:
    """Import pygal without the finder of its plug-ins, through which every later import would go."""
    import pygal  # noqa: PLC0415

    sys.meta_path[:] = [each for each in sys.meta_path if not isinstance(each, pygal.PluginImportFixer)]
    return pygal  # type: ignore[no-any-return]


def _drawing(root: "_Element") -> str:
    """Write the drawing without scripts, styles, comments and tooltips."""
    from lxml import etree  # noqa: PLC0415

    etree.strip_elements(root, etree.Comment, "{*}script", "{*}style", "{*}desc", "{*}title", with_tail=False)
    return str(etree.tostring(root, encoding="unicode"))


def _dot(point: Point, year: int) -> dict[str, object]:
    source = point.citation
    return {
        "value": point.value,
        "node": {
            "data-event": "open",
            "data-doc": source.doc,
            "data-start": str(source.start),
            "data-end": str(source.end),
            "data-quote": source.quote,
            "data-from": source.title,
            "tabindex": "0",
            "role": "button",
            "aria-label": f"{year}年：{point.printed}，查看原文",
        },
    }
