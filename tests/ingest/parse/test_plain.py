import pytest

from ingest.parse.plain import read_txt
from ingest.records import Line


def test_text_lines_are_kept_as_they_stand() -> None:
    assert read_txt("　　甲\n\n# 乙\f丙").lines == [Line("　　甲"), Line(""), Line("# 乙"), Line("丙")]


@pytest.mark.parametrize(
    "text",
    [
        "标题\n\n## 一、目标\n\n抓好工作。\n\n## 二、任务\n",
        "**标题**\n\n**一、目标**\n\n抓好工作。\n\n**二、任务**\n\n**（一）抓学习。**（**办公室**）",
    ],
)
def test_a_text_that_marks_its_headings_as_markdown_does_is_read_as_such(text: str) -> None:
    lines = [line.text for line in read_txt(text).lines]
    assert "一、目标" in lines
    assert not any(sign in line for line in lines for sign in "#*")


def test_masked_names_are_no_markdown() -> None:
    text = "**区教育局**年工作要点\n**镇、**镇中心校：\n**区第**届运动会筹备。\n**年**月"
    assert [line.text for line in read_txt(text).lines] == text.split("\n")
