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


@pytest.mark.parametrize("line", ["县政府", "2024年3月1日", "（征求意见稿）"])
def test_a_styled_line_of_the_title_block_opens_none(line: str) -> None:
    assert styled(Line(line, 1), BODY, Line("防灾减灾", 1), BODY) == [(1, "防灾减灾")]


def test_the_first_office_right_below_the_title_has_its_items() -> None:
    plan = "\n".join(
        ["青浦区教育局2024年工作安排", "办公室", "1．做好会务。", "2．编发信息。", "人事科", "1．招聘教师。"]
    )
    expected = "1 - 办公室\n2 1 做好会务\n2 2 编发信息\n1 - 人事科\n2 1 招聘教师"
    assert table(plan) == rows(expected)


MONTHS = """青山小学2024年春季工作计划
一、工作安排
1、各班制定计划。
{0}
1、开学准备。
2、安全检查。
{1}
1、植树活动。
{2}
1、期中检测。
二、要求
抓好落实。"""


@pytest.mark.parametrize(
    "names", [("二月份", "三月份", "四月份"), ("2月", "3月", "4月份："), ("第一周", "第2-3周", "四月、五月")]
)
def test_months_and_weeks_head_the_items_below_them(names: tuple[str, ...]) -> None:
    one, two, three = (name.rstrip("：") for name in names)
    expected = (
        f"1 一 工作安排\n2 1 各班制定计划\n2 - {one}\n3 1 开学准备\n3 2 安全检查\n"
        f"2 - {two}\n3 1 植树活动\n2 - {three}\n3 1 期中检测\n1 二 要求"
    )
    assert table(MONTHS.format(*names)) == rows(expected)


@pytest.mark.parametrize(
    "lines",
    [
        ("时间", "三月", "植树", "时间", "四月", "检测"),
        ("三月", "四月", "植树", "检测"),
        ("1.植树。", "三月", "2.检测。", "四月", "3.总结。"),
    ],
)
def test_months_that_only_say_when_head_nothing(lines: tuple[str, ...]) -> None:
    _, sections = read_outline([Line("一、安排"), *map(Line, lines)], TITLE)
    assert not {section.title for section in sections} & {"三月", "四月"}


@pytest.mark.parametrize("second", ["篇二：青山镇2025年工作计划", "青山镇2025年工作计划"])
def test_a_second_plan_in_the_file_is_a_part_of_its_own(second: str) -> None:
    work = "一、产业\n引进项目5个。\n二、民生\n改厕30户。"
    expected = f"1 一 产业\n1 二 民生\n1 - {second}\n2 一 产业\n2 二 民生"
    assert table(f"青山镇2024年工作计划\n{work}\n{second}\n为做好工作，制定本计划。\n{work}") == rows(
        expected
    )


def test_a_title_below_which_nothing_starts_again_is_no_part() -> None:
    plan = "青山镇2024年工作计划\n一、产业\n引进项目5个。\n篇二：青山镇2025年工作计划\n二、民生\n改厕30户。"
    assert table(plan) == rows("1 一 产业\n1 二 民生")
