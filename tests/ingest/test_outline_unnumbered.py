"""Headings without numbering: by style right below the title, offices, months, pieces of a collection."""

import pytest

from ingest.outline import read_outline
from ingest.records import Line
from tests.ingest.reading import rows, table

TITLE = "云溪县应急管理局2024年工作要点"
BODY = Line("全年开展检查1200家次。")


def styled(*lines: Line) -> list[tuple[int, str]]:
    """Level and title of the sections of lines below a title."""
    _, sections = read_outline([Line(TITLE, 1), *lines], TITLE)
    return [(section.level, section.title) for section in sections[1:]]


@pytest.mark.parametrize(
    ("first", "second"), [("安全生产", "防灾减灾"), ("总体要求", "重点任务"), ("办公室", "人事科")]
)
def test_the_first_heading_right_below_the_title_opens_a_section(first: str, second: str) -> None:
    assert styled(Line(first, 1), BODY, Line(second, 1), BODY) == [(1, first), (1, second)]


@pytest.mark.parametrize("line", ["云溪县应急管理局", "2024年3月1日", "（征求意见稿）"])
def test_a_styled_line_of_the_title_block_opens_none(line: str) -> None:
    assert styled(Line(line, 1), BODY, Line("防灾减灾", 1), BODY) == [(1, "防灾减灾")]


def test_the_first_office_right_below_the_title_has_its_items() -> None:
    plan = "\n".join(
        ["青浦区教育局2024年工作安排", "办公室", "1．做好会务。", "2．编发信息。", "人事科", "1．招聘教师。"]
    )
    expected = "1 - 办公室\n2 1 做好会务\n2 2 编发信息\n1 - 人事科\n2 1 招聘教师"
    assert table(plan) == rows(expected)
