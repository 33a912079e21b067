"""Rows of tables whose column heads name units in other words than 责任单位."""

import pytest

from tests.ingest.duty_text import owners, read, units

ROW = "1.工作任务：改造食堂　{}：后勤中心、财务股　完成时限：6月底"
HEADS = (
    "责任分工 职责分工 责任站所 责任村居 主责单位 实施单位 主管部门 组织单位 完成单位 归口部门 部门 单位 科室"
)


@pytest.mark.parametrize("head", [*HEADS.split(), "责任单位(牵头单位加*)"])
def test_a_row_is_a_section_with_the_units_of_its_cell(head: str) -> None:
    _, sections, duties = read(ROW.format(head))
    assert [section.title for section in sections[1:]] == ["改造食堂"]
    assert [(duty.section, duty.unit) for duty in duties] == [(1, "后勤中心"), (1, "财务股")]


def test_a_cell_may_say_who_leads() -> None:
    duties = read("1.工作任务：改造食堂　责任分工：后勤中心牵头，财务股配合")[2]
    assert [(duty.unit, duty.role) for duty in duties] == units("牵:后勤中心 配:财务股")


@pytest.mark.parametrize(
    "row",
    [
        "1.指标：粮食产量　单位：万吨　年度目标：30",
        "1.单位：后勤中心　联系人：张三　电话：8123456",
        "1.单位：后勤中心　工作人员：12　工作电话：8123456",
        "1.工作任务：改造食堂　责任单位：待定　完成时限：6月底",
        "1.工作任务：改造食堂　责任单位：同上　完成时限：6月底",
    ],
)
def test_other_rows_make_nobody_responsible(row: str) -> None:
    assert owners(row) == []


def test_a_row_that_names_nobody_is_a_section_among_those_that_do() -> None:
    rows = [
        "1.任务：改造食堂　完成时限：6月底",
        "2.任务：更新课桌　责任单位：装备站",
        "3.任务：修订章程　完成时限：9月底",
    ]
    _, sections, duties = read(*rows, "各单位要抓好落实。")
    assert [section.heading for section in sections[1:]] == ["1.改造食堂", "2.更新课桌", "3.修订章程", ""]
    assert [(duty.section, duty.unit) for duty in duties] == [(2, "装备站")]
    figures = [row.replace("任务", "指标") for row in rows]
    assert [section.heading for section in read(figures[0], figures[2])[1][1:]] == []
