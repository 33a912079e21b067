"""Headings that a counted word, a letter or a bracket opens."""

import pytest

from tests.ingest.reading import rows, table

PLAN = """青山镇2024年专项整治方案
一、工作目标
合格率95%。
二、实施步骤
{}
三、工作要求
加强领导。"""


@pytest.mark.parametrize(
    "lines",
    [
        "第一阶段：宣传发动（3月）\n召开会议。\n第二阶段：组织实施（4月-10月）\n全面推进。",
        "第一阶段 宣传发动（3月）\n第二阶段 组织实施（4月-10月）\n全面推进。",
        "第一阶段：宣传发动（3月）。召开会议。\n第二阶段：组织实施（4月-10月）。全面推进。",
    ],
)
def test_stages_lie_in_their_section(lines: str) -> None:
    stages = "2 第一阶段 宣传发动（3月）\n2 第二阶段 组织实施（4月-10月）"
    assert table(PLAN.format(lines))[2:4] == rows(stages)


def test_the_time_behind_the_name_of_a_stage_is_no_part_of_its_title() -> None:
    lines = "第一阶段（3月）：宣传发动。召开会议。\n第二阶段（4月）：组织实施。全面推进。"
    assert table(PLAN.format(lines))[2:4] == ["2 第一阶段 宣传发动", "2 第二阶段 组织实施"]


def test_counted_tasks_hold_their_items() -> None:
    lines = "任务一：加强党建\n1.学习。\n2.组织。\n任务二：加强安全\n1.排查。"
    expected = "2 任务一 加强党建\n3 1 学习\n3 2 组织\n2 任务二 加强安全\n3 1 排查"
    assert table(PLAN.format(lines))[2:-1] == rows(expected)


def test_stages_that_count_anew_below_every_task_lie_in_it() -> None:
    stages = "第一阶段：排查（3月）。\n第二阶段：整治（4月）。"
    lines = f"任务一：加强党建\n{stages}\n任务二：加强安全\n{stages}"
    below = "3 第一阶段 排查（3月）\n3 第二阶段 整治（4月）"
    expected = f"2 任务一 加强党建\n{below}\n2 任务二 加强安全\n{below}"
    assert table(PLAN.format(lines))[2:-1] == rows(expected)


def test_stages_that_count_on_from_task_to_task_stand_beside_them() -> None:
    lines = "任务一：加强党建\n第一阶段：排查。\n任务二：加强安全\n第二阶段：整治。"
    assert [line[0] for line in table(PLAN.format(lines))[2:-1]] == ["2"] * 4


@pytest.mark.parametrize(
    "lines",
    ["第一阶段：宣传发动。", "第一阶段，召开会议。\n第二阶段，全面推进。", "任务三：排查。\n任务七：整改。"],
)
def test_a_word_that_is_not_counted_on_opens_nothing(lines: str) -> None:
    assert len(table(PLAN.format(lines))) == 3


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("第一、抓党建。", "第二、抓安全。", "1 第一 抓党建\n1 第二 抓安全"),
        ("A.抓党建。", "B.抓安全。", "1 A 抓党建\n1 B 抓安全"),
        ("【抓党建】", "【抓安全】", "1 - 抓党建\n1 - 抓安全"),
        ("Ⅰ．抓党建。", "Ⅱ．抓安全。", "1 Ⅰ 抓党建\n1 Ⅱ 抓安全"),
        ("壹、抓党建。", "贰、抓安全。", "1 壹 抓党建\n1 贰 抓安全"),
    ],
)
def test_an_unusual_numbering_counts_where_there_is_no_other(one: str, two: str, expected: str) -> None:
    plan = f"青山镇2024年工作要点\n{one}坚持领导。\n{two}每月排查。"
    assert [row.replace("．", "").replace("、", "") for row in table(plan)] == rows(expected)


def test_it_does_not_count_beside_a_usual_one() -> None:
    lines = "第一、坚持领导。\n第二、每月排查。\n【学习】每月一次。\n【排查】每月一次。"
    assert len(table(PLAN.format(lines))) == 3


def test_roman_and_formal_figures_stand_above_the_usual_ones() -> None:
    plan = "青山镇工作汇报\nⅠ.2023年总结\n一、抓党建。\n二、抓安全。\nⅡ.2024年计划\n一、抓项目。"
    assert [row[0] for row in table(plan)] == ["1", "2", "2", "1", "2"]


def test_points_are_headings_where_nothing_else_is_counted() -> None:
    points = [
        "一是围绕全民参保抓扩面。参保率达到97%。",
        "二是围绕提质增效抓支付。",
        "三是围绕便民利民抓服务。",
    ]
    assert table("\n".join(["青山县医保局2025年工作思路", "重点做好以下工作：", *points])) == [
        "1 一是 围绕全民参保抓扩面",
        "1 二是 围绕提质增效抓支付",
        "1 三是 围绕便民利民抓服务",
    ]
    assert table("\n".join(["青山县工作思路", "一、扩面", *points, "二、支付"])) == ["1 一 扩面", "1 二 支付"]


def test_projects_are_counted_like_tasks() -> None:
    lines = "项目1：食用菌加工\n牵头单位：县工信局\n项目2：抽水蓄能\n牵头单位：县发改局"
    assert table(PLAN.format(lines))[2:4] == ["2 项目1 食用菌加工", "2 项目2 抽水蓄能"]
