import pytest

from ingest.records import Line
from ingest.titles import (
    bare_title,
    is_title,
    join_title,
    kind_of,
    repeats_title,
    same_title,
    squeeze,
    whole_title,
)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("云溪县教育局2024年工作要点", "工作要点"),
        ("关于印发《云溪县校园安全整治方案》的通知", "通知"),
        ("上半年工作总结和下半年工作打算", "总结"),
        ("全县重点工作任务责任表", "清单"),
        ("关于同意设立青禾中学的批复", "批复"),
        ("青禾街道简介", ""),
        ("云溪县校车安全整治方案（征求意见稿）", "方案"),
        ("雲溪縣2024年工作計劃", "计划"),
    ],
)
def test_the_last_kind_in_a_title_counts(title: str, kind: str) -> None:
    assert kind_of(title) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("云溪县教育局2024年工作要点", True),
        ("各乡镇中心学校：", False),
        ("2024年3月5日", False),
        ("云教发〔2024〕4号", False),
        ("一、总体要求和主要目标", False),
        ("（此件公开发布）", False),
        ("全县教育工作取得新成效。", False),
        ("2024-09-02 来源：云溪县融媒体中心", False),
    ],
)
def test_titles_are_short_lines_that_are_nothing_else(text: str, expected: bool) -> None:
    assert is_title(text) is expected


def test_a_page_title_loses_site_stamp_and_number() -> None:
    assert bare_title("20210530:县教育局工作总结") == "县教育局工作总结"
    assert bare_title("县教育局2024年工作要点 - 云溪县教育网") == "县教育局2024年工作要点"
    assert (
        bare_title("转载：县教育局工作总结") == bare_title("【转载】县教育局工作总结") == "县教育局工作总结"
    )
    assert bare_title("关于开展排查的通知云教发〔2024〕3号") == "关于开展排查的通知"


def test_masked_years_and_small_additions_do_not_make_another_title() -> None:
    assert same_title("市教育局2024年党建工作计划(20240411)", "市教育局202x年党建工作计划")
    assert same_title("县教育局2024年工作", "教育局2024年工作要点")
    assert not same_title("县教育局2024年工作要点", "关于开展防溺水工作的通知")


def test_a_notice_repeats_the_title_of_what_it_passes_on_but_not_a_heading() -> None:
    title = "云溪县教育局关于印发校园安全专项整治行动实施方案的通知"
    assert repeats_title("校园安全专项整治行动实施方案", title)
    assert not repeats_title("2025年工作思路", "云溪县教育局2024年度工作总结和2025年工作思路")


def test_a_title_set_over_several_lines_is_joined_and_a_heading_below_it_is_not() -> None:
    set_in_lines = [
        Line("云溪县教育局关于印发", 1),
        Line("校园安全", 1),
        Line("整治方案的通知", 1),
        Line("总则", 1),
    ]
    assert join_title(set_in_lines) == [
        Line("云溪县教育局关于印发校园安全整治方案的通知", 1),
        Line("总则", 1),
    ]
    letter_spaced = [Line("云溪县教育局关于印发", 1), Line("校 园 安 全 预 案 的 函", 1)]
    assert join_title(letter_spaced) == [Line("云溪县教育局关于印发校园安全预案的函", 1)]
    for apart in (
        [Line("工作要点", 1), Line("总体要求", 1)],
        [Line("云溪县教育局", 1), Line("云教发〔2024〕3号"), Line("工作要点", 1)],
        [Line("概况", 1), Line("第一章 工作规划", 1)],
    ):
        assert join_title(apart) == apart


def test_letter_spacing_is_closed() -> None:
    assert squeeze("国 家 粮 食 应 急 预 案") == "国家粮食应急预案"
    assert squeeze("2 0 2 4 年 工 作 要 点") == "2024年工作要点"
    assert squeeze("关于印发 2024年 A 类学校名单") == "关于印发 2024年 A 类学校名单"


@pytest.mark.parametrize(
    ("lines", "at", "title"),
    [
        (["云溪县教育局", "2024年工作要点"], 1, "云溪县教育局2024年工作要点"),
        (["云溪县政府办公室关于印发", "校园安全方案的通知"], 1, "云溪县政府办公室关于印发校园安全方案的通知"),
        (["云溪县行动计划", "（2024—2026年）"], 0, "云溪县行动计划（2024—2026年）"),
        (["2023年工作总结", "和2024年工作计划"], 0, "2023年工作总结和2024年工作计划"),
        (["云溪县教育局 云溪县公安局", "关于治理的通知"], 1, "关于治理的通知"),
        (["云溪县教育局", "云溪县公安局", "治理工作方案"], 2, "治理工作方案"),
        (["云溪县教育局", "云溪县2024年工作要点"], 1, "云溪县2024年工作要点"),
        (["云教发〔2024〕3号", "2024年工作要点"], 1, "2024年工作要点"),
        (["2024年工作要点", "为做好全年工作，制定本要点。"], 0, "2024年工作要点"),
    ],
)
def test_a_title_set_over_plain_lines_is_joined_but_not_to_several_organs(
    lines: list[str], at: int, title: str
) -> None:
    assert whole_title(lines, at)[0] == title


@pytest.mark.parametrize(
    "text",
    [
        "责任股室：同上",
        "【牵头领导】：王明",
        "完成时限：2024年6月底前",
        "责任：办公室、人事股",
        "责任单位及责任人：张三",
    ],
)
def test_who_does_it_and_by_when_is_no_title(text: str) -> None:
    assert not is_title(text)


def test_a_title_that_only_starts_as_a_label_does_is_one() -> None:
    assert is_title("落实八项规定精神：云溪县2024年工作计划")
    assert is_title("责任单位2024年工作计划")


def test_the_name_of_a_site_is_taken_off_behind_a_row_of_signs() -> None:
    assert bare_title("云溪县2024年工作计划 —— 云溪县政务网") == "云溪县2024年工作计划"
    assert bare_title("云溪县—2024年工作计划_云溪-政务网") == "云溪县—2024年工作计划_云溪"
    assert bare_title("—" * 300_000 + "工作计划").endswith("—工作计划")


def test_the_title_of_what_a_notice_passes_on_repeats_it_though_it_joins_two_things() -> None:
    notice = "白石县人民政府办公室关于印发教学设备集中采购和使用试点方案的通知"
    assert repeats_title("教学设备集中采购和使用试点方案", notice)
    assert not repeats_title("教学设备集中采购", notice)
