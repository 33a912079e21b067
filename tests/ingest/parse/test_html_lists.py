"""Numbered lists of a web page as lines with the numbers a browser shows."""

import pytest

from ingest.parse.html import read_html
from ingest.records import LISTED, Line

OPENING = "<h1>云溪县2024年工作要点</h1><p>一、产业发展</p>"


def lines(markup: str) -> list[Line]:
    found = read_html(f"<html><body>{OPENING}{markup}</body></html>", "页.html").lines
    return found[2:]


def test_items_of_a_numbered_list_show_their_numbers_and_depth() -> None:
    inner = "<ol><li>修路</li></ol>"
    assert lines(f"<ol start='3'><li>引进项目3个。</li><li><p>技改5项。</p>{inner}</li></ol>") == [
        Line("3.引进项目3个。", LISTED),
        Line("4.技改5项。", LISTED),
        Line("1.修路", LISTED + 1),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<ul><li>引进项目</li><li>技改升级</li></ul>",
        "<ol><li>1、引进项目</li><li>2、技改升级</li></ol>",
        "<ol><li><p><b>1、</b>引进项目</p></li><li><p><b>2、</b>技改升级</p></li></ol>",
        "<ol style='list-style: none'><li>引进项目</li><li>技改升级</li></ol>",
        "<ol type='a'><li>引进项目</li><li>技改升级</li></ol>",
        "<ol><li><a href='/a'>引进项目</a></li><li>。<a href='/b'>技改升级</a></li></ol>",
    ],
)
def test_other_lists_stay_as_they_are(markup: str) -> None:
    assert [line.style for line in lines(markup)] == [0, 0]
    assert not any("3." in line.text or line.text.startswith("1.") for line in lines(markup))
