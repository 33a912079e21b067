"""A document of two halves, what was done and what will be done, whose names carry no numbers."""

import pytest

from ingest.clean import clean
from ingest.header import read_header
from ingest.records import Line
from tests.ingest.reading import rows, table

TITLE = "云溪县教育局2023年工作总结及2024年工作计划"
PLAN = """{title}
{intro}{done}
一、抓党建。坚持领导。
二、抓安全。每月排查。
{to_do}
一、抓项目。完成投资。
二、抓民生。办好实事。"""


@pytest.mark.parametrize("intro", ["", "现将工作情况汇报如下：\n", "我局扎实推进各项工作。\n"])
@pytest.mark.parametrize(
    ("done", "to_do"),
    [
        ("2023年工作总结", "2024年工作计划"),
        ("上半年工作情况", "下半年工作打算"),
        ("一年来工作开展情况", "下一步工作思路"),
        ("（2023年工作回顾）", "（2024年工作安排）"),
    ],
)
def test_both_halves_are_parts_with_items_of_their_own(intro: str, done: str, to_do: str) -> None:
    one, two = done.strip("（）"), to_do.strip("（）")
    expected = f"1 - {one}\n2 一 抓党建\n2 二 抓安全\n1 - {two}\n2 一 抓项目\n2 二 抓民生"
    assert table(PLAN.format(title=TITLE, intro=intro, done=done, to_do=to_do)) == rows(expected)


def test_each_half_may_number_its_items_in_its_own_way() -> None:
    plan = f"{TITLE}\n2023年工作总结\n一、抓党建。\n二、抓安全。\n2024年工作计划\n1.抓项目。\n2.抓民生。"
    assert [row[0] for row in table(plan)] == ["1", "2", "2", "1", "2", "2"]


def test_a_half_that_is_called_the_first_volume_has_that_for_its_number() -> None:
    plan = PLAN.format(title=TITLE, intro="", done="上篇：工作总结", to_do="下篇：工作计划")
    assert [row for row in table(plan) if row[0] == "1"] == ["1 上篇 工作总结", "1 下篇 工作计划"]


def test_a_title_set_over_two_lines_is_no_half_of_its_document() -> None:
    plan = "云溪县教育局\n2023年工作总结\n一、抓党建。坚持领导。\n2024年工作打算\n1.抓项目。完成投资。"
    assert "1 - 2023年工作总结" not in table(plan)


@pytest.mark.parametrize(
    ("title", "done"), [(TITLE, "2023年工作总结"), ("云溪县教育局工作汇报", "2023年工作情况")]
)
def test_a_half_is_not_the_title_of_the_whole(title: str, done: str) -> None:
    plan = PLAN.format(title=title, intro="", done=done, to_do="2024年工作计划")
    cleaned = clean([Line(text) for text in plan.split("\n")])
    assert not cleaned.removed
    assert read_header(cleaned.lines, cleaned.metadata).title == title
