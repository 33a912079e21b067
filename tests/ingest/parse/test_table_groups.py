"""Columns that name what rows belong to: lines above the rows, which the outline reads as sections."""

import pytest

from ingest.parse.table import Cell, table_lines
from ingest.parse.table_groups import Group, read_group
from tests.ingest.duty_text import read
from tests.ingest.parse.test_table import rows, written

HEADS = ("序号", "类别", "任务", "责任单位")
GROUPED = [
    "类别：产业发展",
    "1.任务：建冷库　责任单位：农业局",
    "2.任务：办展会　责任单位：商务局",
    "类别：民生保障",
    "3.任务：修公路　责任单位：交通局",
]
MERGED = [
    *rows(HEADS),
    [Cell("1"), Cell("产业发展", rows=2), Cell("建冷库"), Cell("农业局")],
    [Cell("2"), Cell("办展会"), Cell("商务局")],
    *rows(("3", "民生保障", "修公路", "交通局")),
]


def table(*names: str) -> list[list[Cell]]:
    tasks = (("建冷库", "农业局"), ("办展会", "商务局"), ("修公路", "交通局"))
    return rows(
        HEADS, *((str(n), name, *task) for n, (name, task) in enumerate(zip(names, tasks, strict=True), 1))
    )


@pytest.mark.parametrize(
    "cells",
    [MERGED, table("产业发展", "产业发展", "民生保障"), table("产业发展", "", "民生保障")],
    ids=["merged", "repeated", "blank below"],
)
def test_a_category_heads_its_rows_however_it_is_written(cells: list[list[Cell]]) -> None:
    assert written(cells) == GROUPED


def test_a_category_is_a_section_above_those_of_its_rows() -> None:
    lines = [line.text for line in table_lines(MERGED)]
    text, sections, duties = read(
        "一、总体要求", "二、任务分工", *lines, "请各单位按期完成。", "三、保障措施"
    )
    assert [(section.level, section.heading) for section in sections[1:]] == [
        (1, "一、总体要求"),
        (1, "二、任务分工"),
        (2, "产业发展"),
        (3, "1.建冷库"),
        (3, "2.办展会"),
        (2, "民生保障"),
        (3, "3.修公路"),
        (2, ""),
        (1, "三、保障措施"),
    ]
    assert text[sections[3].start : sections[3].body] == "类别：产业发展\n"
    assert [(sections[duty.section].title, duty.unit) for duty in duties] == [
        ("建冷库", "农业局"),
        ("办展会", "商务局"),
        ("修公路", "交通局"),
    ]


@pytest.mark.parametrize("names", [("产业", "民生", "安全"), ("产业", "民生", "产业"), ("", "产业", "产业")])
def test_names_that_do_not_part_the_rows_stay_in_them(names: tuple[str, ...]) -> None:
    lines = written(table(*names))
    assert len(lines) == 3
    assert lines[1] == f"2.类别：{names[1]}　任务：办展会　责任单位：商务局"


def test_a_column_stays_in_a_table_of_figures() -> None:
    cells = rows(("类别", "指标", "目标"), ("产业", "粮食产量", "30"), ("产业", "油料产量", "2"))
    assert written(cells) == ["类别：产业　指标：粮食产量　目标：30", "类别：产业　指标：油料产量　目标：2"]


@pytest.mark.parametrize(
    ("number", "line", "group"),
    [
        ("1", "1.领域：产业发展", Group("1.", "产业发展")),
        ("一", "领域：一、产业发展", Group("一、", "产业发展")),
    ],
)
def test_a_number_that_counts_the_categories_goes_with_them(number: str, line: str, group: Group) -> None:
    cells = [
        *rows(("序号", "领域", "任务", "责任单位")),
        [Cell(number, rows=2), Cell("产业发展", rows=2), Cell("建冷库"), Cell("农业局")],
        [Cell("办展会"), Cell("商务局")],
    ]
    assert written(cells) == [line, "任务：建冷库　责任单位：农业局", "任务：办展会　责任单位：商务局"]
    assert read_group(line) == group
    assert [section.heading for section in read(*written(cells))[1][1:2]] == [group.label + group.name]


def test_a_merged_task_heads_its_measures() -> None:
    cells = [
        *rows(("重点任务", "具体举措", "责任单位")),
        [Cell("招商引资", rows=2), Cell("建冷库"), Cell("农业局")],
        [Cell("办展会"), Cell("商务局")],
    ]
    assert written(cells) == [
        "重点任务：招商引资",
        "具体举措：建冷库　责任单位：农业局",
        "具体举措：办展会　责任单位：商务局",
    ]


def test_categories_begin_anew_below_a_row_that_heads_others() -> None:
    part = [Cell("二、乡镇", columns=4)]
    cells = [*table("产业", "产业", "产业"), part, *table("产业", "产业", "民生")[1:]]
    assert [line for line in written(cells) if "单位" not in line] == [
        "类别：产业",
        "二、乡镇",
        "类别：产业",
        "类别：民生",
    ]


def test_an_item_that_only_looks_like_a_category_stays_an_item() -> None:
    _, sections, _ = read("1.主要任务：修路", "2.重点工作：植树", "3.工作目标：达标")
    assert [section.label for section in sections[1:]] == ["1.", "2.", "3."]


def test_an_office_may_stand_once_for_several_tasks() -> None:
    rows = [
        ["科室", "工作任务", "完成时限"],
        ["办公室", "修订章程", "6月底"],
        ["", "推进公开", "全年"],
        ["人事股", "招聘教师", "8月底"],
    ]
    lines = table_lines([[Cell(text) for text in row] for row in rows])
    assert [line.text.partition("\u3000")[0] for line in lines] == [
        "科室：办公室",
        "科室：办公室",
        "科室：人事股",
    ]
