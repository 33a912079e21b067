"""Plans whose lists of units run into the heading before them or the item behind them."""

import pytest

from ingest.clean.duty_lists import part_duty_lists
from ingest.facts.duties import find_duties
from ingest.facts.figures import find_figures
from ingest.records import Line
from tests.ingest.reading import read

GLUED = """岚山县2031年水利工作要点
一、重点任务
（一）推进工程建设
1.新建蓄水池6座，年底前完工。责任股室：建设股责任领导：唐某某
2.改造老旧泵站9处责任股室：灌区中心完成时限：11月上旬
（二）强化安全监管
3.开展水库巡查5次。责任股室：安全股、各乡镇
4.整改隐患30处责任股室：同上
二、保障措施
（一）加强督导。每月通报一次。
（二）压实责任。年底考核。"""
LISTS = "、".join(("规划股", "建设股", "三、四级管护站"))


def parted(*lines: str) -> list[str]:
    return [line.text for line in part_duty_lists([Line(line) for line in lines])]


def units(text: str) -> list[tuple[str, str, list[str]]]:
    _, stored, sections = read(text)
    tops = [section for section in sections if section.level == 1]
    assert [top.end for top in tops] == [*(top.start for top in tops[1:]), len(stored)]
    duties = find_duties(stored, sections)
    return [
        (section.label, section.title, [duty.unit for duty in duties if duty.section == at])
        for at, section in enumerate(sections)
        if section.label
    ]


def test_items_behind_lists_without_stops_have_their_sections_titles_and_units() -> None:
    title, *lines = GLUED.split("\n")
    assert units(f"{title}\n{''.join(lines)}") == [
        ("一、", "重点任务", []),
        ("（一）", "推进工程建设", []),
        ("1.", "新建蓄水池6座，年底前完工", ["建设股"]),
        ("2.", "改造老旧泵站9处", ["灌区中心"]),
        ("（二）", "强化安全监管", []),
        ("3.", "开展水库巡查5次", ["安全股", "各乡镇"]),
        ("4.", "整改隐患30处", ["安全股", "各乡镇"]),
        ("二、", "保障措施", []),
        ("（一）", "加强督导", []),
        ("（二）", "压实责任", []),
    ]


def test_a_heading_and_its_figure_end_before_the_list_of_units() -> None:
    items = "一、抓水利，新建泵站12座责任单位：县水利局二、抓林业，造林3万亩责任单位：县林业局"
    text = f"岚山县2031年工作要点\n{items}"
    assert units(text) == [
        ("一、", "抓水利，新建泵站12座", ["县水利局"]),
        ("二、", "抓林业，造林3万亩", ["县林业局"]),
    ]
    _, stored, sections = read(text)
    assert "责任" not in "".join(figure.measure for figure in find_figures(stored, sections))


def test_a_list_behind_a_blank_is_no_part_of_the_heading() -> None:
    items = "（一）强化督查 责任股室：督查股 （二）做好宣传 责任股室：办公室 （三）做好总结 责任股室：同上"
    assert units(f"岚山县2031年工作要点 {items}") == [
        ("（一）", "强化督查", ["督查股"]),
        ("（二）", "做好宣传", ["办公室"]),
        ("（三）", "做好总结", ["办公室"]),
    ]


def test_people_end_a_list_too() -> None:
    assert parted("2.修渠。责任领导：唐立新3.护林。责任股室：林草股") == [
        "2.修渠。责任领导：唐立新",
        "3.护林。责任股室：林草股",
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"1.抓好管护。责任股室：{LISTS}",
        "1.抓好管护。责任单位：县水利局、第一、二管护站",
        "1.抓好管护。责任股室：建设股3.5万元专款专用",
        "1.抓好管护。责任股室：建设股（四）项同此办理",
        "1.建立台账，逐项明确责任单位：水利局、林业局",
        "1.加强调度，请各有关责任单位：及时报送县水利局",
        "1.任务：修路 牵头单位：交通局",
        "1.加强管护（2031年新增责任股室：建设股）",
        "加强日常管护责任股室：建设股",
    ],
)
def test_lists_in_sentences_cells_and_brackets_stay_where_they_are(line: str) -> None:
    assert parted(line) == [line]


@pytest.mark.parametrize("other", ["同一", "同第五项", "同上——做好护林"])
def test_words_that_point_to_another_item_are_no_unit(other: str) -> None:
    assert units(f"岚山县2031年工作要点\n1.修渠。责任股室：{other}") == [("1.", "修渠", [])]
