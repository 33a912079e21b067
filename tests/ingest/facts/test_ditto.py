"""Cells and labels that say 同上: the units and deadlines they stand for, spanned by their own words."""

import pytest

from ingest.facts import find_deadlines
from ingest.records import Role
from tests.ingest.duty_text import owners, read

ROWS = (
    "1.任务：改造食堂　牵头单位：后勤中心　配合单位：财务股、基建股　完成时限：6月底前",
    "2.任务：更新课桌　牵头单位：{0}　配合单位：装备站　完成时限：{0}",
    "3.任务：修订章程　牵头单位：办公室　配合单位：{0}　完成时限：长期坚持",
    "4.任务：检查校车　牵头单位：{0}　配合单位：{0}　完成时限：{0}",
)


def deadlines(*lines: str) -> list[tuple[str, str, str]]:
    """Heading, value and printed words of every deadline."""
    text, sections, _ = read(*lines)
    return [
        (sections[found.section].title, found.value, text[found.start : found.end])
        for found in find_deadlines(text, sections)
    ]


@pytest.mark.parametrize("sign", ["同上", "同前", "〃", "″"])
def test_a_cell_stands_for_the_cell_above_in_its_column(sign: str) -> None:
    lines = [row.format(sign) for row in ROWS]
    text, sections, duties = read(*lines)
    stated = [
        (sections[duty.section].title, duty.role, duty.unit, text[duty.start : duty.end]) for duty in duties
    ]
    lead, support = Role.LEAD, Role.SUPPORT
    assert stated == [
        ("改造食堂", lead, "后勤中心", "后勤中心"),
        ("改造食堂", support, "财务股", "财务股"),
        ("改造食堂", support, "基建股", "基建股"),
        ("更新课桌", lead, "后勤中心", sign),
        ("更新课桌", support, "装备站", "装备站"),
        ("修订章程", lead, "办公室", "办公室"),
        ("修订章程", support, "装备站", sign),
        ("检查校车", lead, "办公室", sign),
        ("检查校车", support, "装备站", sign),
    ]
    assert deadlines(*lines) == [
        ("改造食堂", "--06-30", "6月底前"),
        ("更新课桌", "--06-30", sign),
        ("修订章程", "长期坚持", "长期坚持"),
        ("检查校车", "长期坚持", sign),
    ]


def test_the_words_of_the_document_stay() -> None:
    lines = [row.format("同上") for row in ROWS]
    assert read(*lines)[0] == "\n".join(lines)


def test_the_same_goes_on_through_several_rows_and_past_a_heading() -> None:
    rows = ["1.任务：改造食堂　责任单位：后勤中心", "2.任务：更新课桌　责任单位：同上", "二、安全"]
    found = owners(*rows, "3.任务：检查校车　责任单位：同上")
    assert found == [("1.改造食堂", "后勤中心"), ("2.更新课桌", "后勤中心"), ("3.检查校车", "后勤中心")]


@pytest.mark.parametrize(
    "rows",
    [
        ("1.任务：改造食堂　完成时限：6月底", "2.任务：更新课桌　责任单位：同上"),
        ("1.任务：改造食堂　牵头单位：后勤中心", "2.任务：更新课桌　责任单位：同上"),
        ("（牵头单位：后勤中心）", "1.任务：更新课桌　责任单位：同上"),
    ],
)
def test_below_an_empty_cell_it_means_nobody(rows: tuple[str, str]) -> None:
    assert [unit for _, unit in owners(*rows)] == ["后勤中心"] * ("后勤" in rows[0])


def test_a_bracket_stands_for_the_units_of_the_item_before() -> None:
    items = [
        "1.改造食堂。（牵头单位：后勤中心；责任单位：财务股、基建股）",
        "2.更新课桌。（责任单位：同上）",
        "3.检查校车。（牵头单位：同上；责任单位：安全股）",
        "4.修订章程。责任单位：同上",
    ]
    assert owners("一、后勤", *items) == [
        ("1.改造食堂", "后勤中心"),
        ("1.改造食堂", "财务股"),
        ("1.改造食堂", "基建股"),
        ("2.更新课桌", "财务股"),
        ("2.更新课桌", "基建股"),
        ("3.检查校车", "安全股"),
        ("4.修订章程", "安全股"),
    ]


@pytest.mark.parametrize(
    "says", ["（同上）", "【同前】", "（责任单位：同上）", "责任单位同上。", "\n（同上）", "\n责任单位：同上"]
)
def test_an_item_may_say_who_in_one_word(says: str) -> None:
    lines = [
        "一、后勤",
        "1.改造食堂。（后勤中心、财务股）",
        *f"2.更新课桌。{says}".split("\n"),
        "3.修剪花木。",
    ]
    assert owners(*lines) == [
        ("1.改造食堂", "后勤中心"),
        ("1.改造食堂", "财务股"),
        ("2.更新课桌", "后勤中心"),
        ("2.更新课桌", "财务股"),
    ]


def test_a_lone_bracket_keeps_the_roles_and_goes_on_through_several_items() -> None:
    items = ["1.改造食堂。（后勤中心牵头，财务股配合）", "2.更新课桌。（同上）", "3.修剪花木。（同上）"]
    duties = read("一、后勤", *items)[2]
    assert [(duty.unit, duty.role) for duty in duties[-2:]] == [
        ("后勤中心", Role.LEAD),
        ("财务股", Role.SUPPORT),
    ]


def test_a_heading_stands_for_the_heading_before_not_for_its_items() -> None:
    lines = [
        "一、后勤（责任单位：后勤中心）",
        "1.改造食堂。（责任单位：财务股）",
        "二、安全（责任单位：同上）",
    ]
    assert owners(*lines, "1.检查校车。")[-1] == ("二、安全", "后勤中心")


def test_paragraphs_without_numbers_stand_for_the_one_right_above() -> None:
    lines = [
        "一、后勤",
        "食堂改造。责任单位：后勤中心",
        "课桌更新。责任单位：装备站",
        "校车检查。责任单位：同上",
    ]
    assert [unit for _, unit in owners(*lines)] == ["后勤中心", "装备站", "装备站"]


def test_a_time_outside_tables_is_that_of_the_item_before() -> None:
    assert deadlines(
        "一、后勤",
        "1.改造食堂。3月底前制定办法。（责任单位：后勤中心；完成时限：6月底前）",
        "2.更新课桌。（责任单位：装备站；完成时限：同上）",
        "3.修剪花木。",
        "完成时限：同上",
        "4.检查校车。（同上）",
        "5.修订章程。（责任单位：同上）",
    ) == [
        ("改造食堂", "--03-31", "3月底前"),
        ("改造食堂", "--06-30", "6月底前"),
        ("更新课桌", "--06-30", "同上"),
        ("修剪花木", "--06-30", "同上"),
        ("检查校车", "--06-30", "同上"),
    ]


def test_the_item_before_is_one_of_the_same_list() -> None:
    lines = ["一、后勤", "1.改造食堂。（责任单位：后勤中心）", "二、安全", "1.检查校车。（责任单位：同上）"]
    assert owners(*lines) == [("1.改造食堂", "后勤中心")]


def who(*lines: str) -> list[tuple[str, str]]:
    """Each unit as it is stated, and the printed words that state it."""
    text, _, duties = read(*lines)
    return [(duty.unit, text[duty.start : duty.end]) for duty in duties]


def test_same_as_above_stands_for_the_last_statement_however_often_it_is_said() -> None:
    told = who(
        "一、机关党建",
        "——抓学习。（责任股室：机关党委）——抓支部。（责任股室：人事股、督查室）——抓纪律。（同上）——抓宣传。（同上）",
    )
    assert told == [
        ("机关党委", "机关党委"),
        ("人事股", "人事股"),
        ("督查室", "督查室"),
        ("人事股", "同上"),
        ("督查室", "同上"),
        ("人事股", "同上"),
        ("督查室", "同上"),
    ]


def test_same_as_above_is_no_name_that_goes_on_in_the_next_line() -> None:
    told = who(
        "一、宣传",
        "——做好信访。责任股室：办公室",
        "——做好保密",
        "责任股室：同上",
        "——做好工会",
        "责任股室：工会",
    )
    assert told == [("办公室", "办公室"), ("办公室", "同上"), ("工会", "工会")]


def test_same_as_above_said_many_times_in_one_line_stays_in_proportion() -> None:
    told = who("一、任务（责任股室：办公室）", "——做好（同上）" * 200)
    assert len(told) <= 201
