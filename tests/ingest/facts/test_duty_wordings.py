"""Lists of units in the wordings that plans of all trades use into the units they name."""

import pytest

from tests.ingest.duty_text import named, owners, read, units

LISTS = {
    "（责任单位:党建办、纪检办,各基层党组织）": "党建办 纪检办 各基层党组织",
    "（责任单位:党建办,各村（社区）党组织,各车间）": "党建办 各村（社区）党组织 各车间",
    "（责任单位:金融办,各金融机构）": "金融办 各金融机构",
    "（责任单位:基教科,县一中,校外培训机构）": "基教科 县一中 校外培训机构",
    "（责任单位:农经站,村“两委”）": "农经站 村“两委”",
    "（党政办牵头,各级党组织配合）": "牵:党政办 配:各级党组织",
    "（党建办、农业股;各村党支部书记）": "党建办 农业股",
    "（总务处、食品安全管理员负责）": "总务处",
    "（办公室、全体教职工负责）": "办公室",
    "（党政办牵头，班子成员配合）": "牵:党政办",
    "（财经工委，10月）": "财经工委",
    "（政工股；配合：县委编办）": "政工股 配:县委编办",
    "（政工股、办公室，配合单位：县委编办；完成时限：6月底）": "政工股 办公室 配:县委编办",
    "（财经工委，6月、12月）": "财经工委",
    "（儿童福利科，全年）": "儿童福利科",
    "（办公室、人事股 6月）": "办公室 人事股",
    "（6月底前，办公室、人事股）": "办公室 人事股",
    "（办公室牵头，10月、12月）": "牵:办公室",
    "（责任单位：办公室、人事股 2024年6月底前完成）": "办公室 人事股",
    "（办公室、人事股按分工负责）": "办公室 人事股",
    "（办公室、人事股依职责落实）": "办公室 人事股",
    "（具体由办公室、人事股负责）": "办公室 人事股",
    "（组织单位：办公室、人事股）": "办公室 人事股",
    "（支持单位：人事股；牵头单位：办公室）": "配:人事股 牵:办公室",
    "（具体负责：办公室、人事股）": "办公室 人事股",
    "（责任科室1：办公室；责任科室2：人事股）": "办公室 人事股",
    "［办公室、人事股］": "办公室 人事股",
    "〔办公室、人事股〕": "办公室 人事股",
    "（责任股室：：办公室、人事股）": "办公室 人事股",
    "（责任股室：办公室､人事股）": "办公室 人事股",
    "\n责任股室：办公室、人事股）": "办公室 人事股",
    "\n责任股室|办公室、人事股": "办公室 人事股",
    "\n牵头单位 | 办公室\n配合单位｜人事股": "牵:办公室 配:人事股",
    "——办公室、人事股": "办公室 人事股",
    "\n——办公室、人事股": "办公室 人事股",
    "——牵头单位：办公室；配合单位：人事股": "牵:办公室 配:人事股",
    "——办公室牵头，人事股配合": "牵:办公室 配:人事股",
    "|责任股室：办公室、人事股": "办公室 人事股",
}
NOTHING = [
    "印发《培训办法》（省教育厅，6月）",
    "（办公室使用面积、教室使用面积，6月）",
    "由第三方机构负责检测。",
    "——服务群众、办好实事",
    "\n——中心小学、阅览室",
    "\n| 任务 | 责任单位 | 备注 |",
    "开通办公室——人事股线路——办公室",
]


@pytest.mark.parametrize(("words", "expected"), LISTS.items())
def test_the_units_of_a_list_are_read(words: str, expected: str) -> None:
    assert named(words) == units(expected)


@pytest.mark.parametrize("words", NOTHING)
def test_words_that_only_look_like_a_list_name_nobody(words: str) -> None:
    assert named(words) == []


def test_a_bracket_of_units_and_a_month_is_no_part_of_the_heading() -> None:
    _, sections, duties = read(
        "1.听取预算执行情况的报告（财经工委，10月）", "2.视察民生项目（代联工委，6月、12月）"
    )
    assert [section.title for section in sections[1:]] == ["听取预算执行情况的报告", "视察民生项目"]
    assert [duty.unit for duty in duties] == ["财经工委", "代联工委"]


def test_a_bracket_that_is_never_closed_ends_before_the_next_item() -> None:
    lines = ("1.抓宣传。（责任股室：办公室、人事股", "2.抓统战。（责任股室：财务股）")
    assert owners(*lines) == [("1.抓宣传", "办公室"), ("1.抓宣传", "人事股"), ("2.抓统战", "财务股")]


def test_a_bracket_before_the_colon_of_a_heading_names_who_does_it() -> None:
    _, sections, duties = read(
        "一、抓学习（党建办）：每月学习1次。", "二、抓安全（办公室、保卫科）：每周巡查。"
    )
    assert [section.title for section in sections[1:]] == ["抓学习", "抓安全"]
    assert [duty.unit for duty in duties] == ["党建办", "办公室", "保卫科"]


def test_a_bracket_that_stands_alone_behind_a_stop_names_who_does_the_item_above() -> None:
    text = "一、造林绿化\n1.抓好栽植\n\n。（林业股）\n2.抓好巡护\n\n。（防火办）"
    assert owners(*text.split("\n")) == [("1.抓好栽植", "林业股"), ("2.抓好巡护", "防火办")]


def test_units_behind_a_bar_are_no_heading() -> None:
    _, sections, _ = read("1.抓宣传。", "责任股室|办公室、人事股", "2.抓统战。")
    assert [section.title for section in sections[1:]] == ["抓宣传", "抓统战"]


def test_units_that_are_responsible_elsewhere_are_so_in_any_item() -> None:
    lines = ("1.选聘教师。（责任部门：外语学院）", "2.教学比赛——10月底前（外语学院）")
    assert [unit for _, unit in owners("一、队伍建设", *lines)] == ["外语学院", "外语学院"]
    assert [unit for _, unit in owners("一、队伍建设", lines[1])] == []


def test_who_puts_something_forward_and_carries_it_out_is_responsible() -> None:
    lines = ("1.停课停运。停课由县教育局提出并组织落实，停运由县交通运输局落实。", "2.抓好值守。")
    assert [unit for _, unit in owners(*lines)] == ["县教育局", "县交通运输局"]
