"""Headings without numbering that end in a colon, above lists and above texts."""

import pytest

from tests.ingest.reading import rows, table

PLAN = """青山小学2024年工作计划
{intro}{one}
立德树人，全面发展，办好学校。
{two}
1、合格率95%。
{three}
1、加强备课。
2、加强听课。"""
EXPECTED = "1 - {}\n1 - {}\n2 1 合格率95%\n1 - {}\n2 1 加强备课\n2 2 加强听课"


@pytest.mark.parametrize("intro", ["", "新学期开始了，特制定本计划。\n"])
@pytest.mark.parametrize(
    "heads",
    [
        ("指导思想：", "工作目标：", "主要工作："),
        ("学情分析：", "教学目标：", "教学措施："),
        ("指导思想", "工作目标：", "工作措施："),
    ],
)
def test_usual_headings_with_a_colon_are_all_of_one_rank(intro: str, heads: tuple[str, str, str]) -> None:
    one, two, three = heads
    expected = EXPECTED.format(*(head.rstrip("：") for head in heads))
    assert table(PLAN.format(intro=intro, one=one, two=two, three=three)) == rows(expected)


def test_who_is_written_to_is_no_heading() -> None:
    plan = PLAN.format(intro="局属各单位：\n", one="县教育局：", two="工作目标：", three="工作措施：")
    expected = "1 - 工作目标\n2 1 合格率95%\n1 - 工作措施\n2 1 加强备课\n2 2 加强听课"
    assert table(plan) == rows(expected)


def test_in_a_collection_they_lie_in_their_piece() -> None:
    plan = PLAN.format(intro="篇一：春季计划\n", one="指导思想：", two="工作目标：", three="工作措施：")
    levels = [row.split()[0] for row in table(plan + "\n篇二：秋季计划\n1、家访。")]
    assert levels == ["1", "2", "2", "3", "2", "3", "3", "1", "2"]
