"""Tables typed into plain text: cells parted by tabs or blanks, read where heads and cells tell so."""

from pathlib import Path

import pytest

from ingest.parse.plain import read_txt
from ingest.parse.typed_table import with_typed_tables
from ingest.reader import read_document

HEADS = ("序号", "项目", "目标任务", "完成时限", "牵头单位")
ROWS = (
    ("1", "乡村客运", "新开班线4条，接到电话后30分钟内发车", "2024年8月底", "县交通运输局"),
    ("2", "校园直饮水", "20所农村学校安装直饮水设备", "2024年9月底", "县教育局"),
)


def typed(gap: str, *rows: tuple[str, ...]) -> list[str]:
    return [line.text for line in read_txt("\n".join(gap.join(row) for row in rows)).lines]


@pytest.mark.parametrize("gap", ["\t", "\t\t", "  ", "\u3000", " ", "——", " —— "])
def test_cells_parted_by_tabs_blanks_or_dashes_are_named_by_their_heads(gap: str) -> None:
    first, second = typed(gap, HEADS, *ROWS)
    told = "1.项目：乡村客运　目标任务：新开班线4条，接到电话后30分钟内发车　"
    assert first == told + "完成时限：2024年8月底　牵头单位：县交通运输局"
    assert second.startswith("2.项目：校园直饮水")


def test_empty_cells_stay_empty_where_tabs_part_them() -> None:
    row = ("3", "路灯亮化", "", "2024年11月底", "县城管局")
    assert typed("\t", HEADS, *ROWS, row)[-1] == (
        "3.项目：路灯亮化　完成时限：2024年11月底　牵头单位：县城管局"
    )


def test_cells_missing_at_the_end_of_a_numbered_row_were_empty() -> None:
    assert typed("\t", HEADS, *ROWS, ("3", "路灯亮化", "安装300盏"))[-1] == (
        "3.项目：路灯亮化　目标任务：安装300盏"
    )


def test_several_units_of_one_cell_may_be_parted_as_cells_are() -> None:
    row = ("3", "防溺水", "巡查水域6处", "2024年6月底", "县教育局 县水利局")
    assert typed(" ", HEADS, *ROWS, row)[-1].endswith("牵头单位：县教育局 县水利局")


def test_lines_around_the_table_stay_as_they_are() -> None:
    lines = read_txt(
        "民生实事任务表\n"
        + "\n".join("\t".join(row) for row in (HEADS, *ROWS))
        + "\n备注：按月报送。\n\n一、要求"
    ).lines
    assert [line.text for line in lines if "：" not in line.text] == ["民生实事任务表", "", "一、要求"]
    assert lines[3].text == "备注：按月报送。"


@pytest.mark.parametrize(
    "text",
    [
        "序号 项目 牵头单位\n一、加强学习",  # nothing below
        "序号 项目 牵头单位\n1 乡村客运 县交通运输局",  # a single row
        "项目 内容 牵头单位\n抓好学习 提高认识 每周一次\n改进作风 深入基层 每月一次",  # no units
        "加强学习 改进作风 狠抓落实\n1 2 3\n4 5 6",  # no heads
        "责任单位 完成时限\n县教育局 6月底\n县财政局 7月底",  # too few heads to be sure
    ],
)
def test_what_is_not_certainly_a_table_stays_as_typed(text: str) -> None:
    assert [line.text for line in read_txt(text).lines] == text.split("\n")


def test_rows_of_a_typed_table_give_their_units(tmp_path: Path) -> None:
    path = tmp_path / "任务表.txt"
    path.write_text(
        "清江县2024年民生实事任务表\n" + "\n".join(" ".join(row) for row in (HEADS, *ROWS)), "utf-8"
    )
    document = read_document(path, path.name)
    assert [duty.unit for duty in document.duties] == ["县交通运输局", "县教育局"]


def test_bars_part_cells_also_where_no_column_is_of_units_by_its_head(tmp_path: Path) -> None:
    path = tmp_path / "演练通知.txt"
    path.write_text(
        "清江县防汛演练方案\n一、任务分工\n单位 | 承担任务 | 力量 | 责任人\n--- | --- | --- | ---\n"
        "县水利局 | 水情监测 | 队员40人 | 王明\n柳塘镇 | 居民转移 | 队员20人 | 李平\n二、要求\n按时到位。",
        "utf-8",
    )
    document = read_document(path, path.name)
    assert "单位：县水利局　承担任务：水情监测　力量：队员40人　责任人：王明" in document.text
    assert [duty.unit for duty in document.duties] == ["县水利局", "柳塘镇"]


def test_bars_between_other_words_part_no_table() -> None:
    text = "首页 | 新闻 | 公告\n政策 | 解读 | 互动"
    assert [line.text for line in read_txt(text).lines] == text.split("\n")


@pytest.mark.parametrize("gap", ["\t", "  ", "\u3000", " "])
def test_a_table_of_figures_needs_no_known_heads(gap: str) -> None:
    heads = ("科目", "年初预算", "决算", "完成率")
    rows = (("教育支出", "12,600", "12550.5", "99.6%"), ("农林水支出", "5800", "—", "0%"))
    assert typed(gap, heads, *rows) == [
        "科目：教育支出　年初预算：12,600　决算：12550.5　完成率：99.6%",
        "科目：农林水支出　年初预算：5800　决算：—　完成率：0%",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("科目", "预算", "决算"), ("教育支出", "12600", "12550")),  # one row alone
        (("科目", "预算", "决算"), ("教育支出", "12600", "12550"), ("农林水支出", "5800", "基本持平")),
        (("科目", "预算", "预算"), ("教育支出", "12600", "12550"), ("农林水支出", "5800", "5700")),
        (("科目", "预算", "2024"), ("教育支出", "12600", "12550"), ("农林水支出", "5800", "5700")),
    ],
)
def test_what_may_be_no_table_of_figures_stays_as_it_was_typed(rows: tuple[tuple[str, ...], ...]) -> None:
    assert typed("\t", *rows) == ["\t".join(row) for row in rows]


RESERVOIRS = (
    ("水库名称", "总库容", "所在乡镇", "行政责任人", "值班电话"),
    ("石涧水库", "2180万m³", "石涧镇", "罗明（县长）", "5520261"),
    ("柳塘水库", "62万m³", "柳塘乡", "陆秋（副乡长）", "5520262"),
    ("云栖水库", "38万m³", "云栖乡", "何林（乡长）", "5520263"),
)


@pytest.mark.parametrize("gap", ["\t", "  ", "\u3000", " | "])
def test_many_rows_with_as_many_cells_need_no_known_heads(gap: str) -> None:
    assert typed(gap, *RESERVOIRS)[1] == (
        "水库名称：柳塘水库　总库容：62万m³　所在乡镇：柳塘乡　行政责任人：陆秋（副乡长）　值班电话：5520262"
    )


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(RESERVOIRS[:3], id="two rows"),
        pytest.param((*RESERVOIRS[:3], RESERVOIRS[3][:4]), id="a row with a cell less"),
        pytest.param(tuple((*row[:1], *row[2:4], "正常") for row in RESERVOIRS), id="no column of figures"),
        pytest.param(tuple((*row[:1], *row[2:4], "2025年3月1日") for row in RESERVOIRS), id="signed on days"),
        pytest.param(tuple((*row[:1], *row[2:4], "3号") for row in RESERVOIRS), id="seats"),
    ],
)
def test_rows_that_may_be_chance_stay_as_they_were_typed(rows: tuple[tuple[str, ...], ...]) -> None:
    assert typed("\t", *rows) == ["\t".join(row) for row in rows]


def test_heads_may_be_parted_otherwise_than_what_stands_below_them() -> None:
    text = (
        "周次 / 时间 / 主要工作 / 负责部门\n"
        "第2周  2月24日—2月28日  开学典礼、班级布置  校办\n"
        "第6周  3月24日—3月28日  春季远足、心理讲座  德育处、卫生室"
    )
    assert [line.text for line in read_txt(text).lines][1] == (
        "周次：第6周　时间：3月24日—3月28日　主要工作：春季远足、心理讲座　负责部门：德育处、卫生室"
    )


LEVELS = (
    ("响应级别", "启动条件（雨量）", "批准人", "值守要求"),
    ("Ⅰ级", "3小时雨量超过150毫米", "县长", "全员到岗"),
    ("Ⅱ级", "3小时雨量超过100毫米", "副县长", "领导在岗"),
    ("Ⅲ级", "3小时雨量超过50毫米", "局长", "专人值班"),
)


@pytest.mark.parametrize("gap", ["\t", "  ", "\u3000"])
def test_a_table_of_levels_is_told_by_its_heads_alone(gap: str) -> None:
    assert typed(gap, *LEVELS)[1] == (
        "响应级别：Ⅱ级　启动条件（雨量）：3小时雨量超过100毫米　批准人：副县长　值守要求：领导在岗"
    )


def test_common_words_head_no_table_of_few_rows_or_narrow_gaps() -> None:
    assert typed("\t", *LEVELS[:3]) == ["\t".join(row) for row in LEVELS[:3]]
    assert typed(" ", *LEVELS) == [" ".join(row) for row in LEVELS]


def test_people_and_rooms_in_charge_head_columns(tmp_path: Path) -> None:
    path = tmp_path / "安排表.txt"
    path.write_text(
        "附：2024年监督任务安排表\n任务　　责任室　　牵头人　　完成时间\n"
        "食堂采购专项检查　　第一监督室　　陆青　　3月15日前\n"
        "招生现场监督　　综合室　　何川　　6月28日前",
        "utf-8",
    )
    document = read_document(path, path.name)
    assert [duty.unit for duty in document.duties] == ["第一监督室", "综合室"]
    assert "牵头人：何川" in document.text


@pytest.mark.parametrize("gap", ["\t", "  ", "\u3000\u3000"])
def test_a_calendar_without_heads_gives_its_units(gap: str, tmp_path: Path) -> None:
    rows = (
        ("3月", "学雷锋志愿服务", "德育处"),
        ("4月", "实验操作比赛、观摩课", "教科室"),
        ("5月", "校园艺术节", "体卫艺处、总务处"),
    )
    path = tmp_path / "工作计划.txt"
    path.write_text("云溪中学2025年工作计划\n一、行事历\n" + "\n".join(map(gap.join, rows)), "utf-8")
    document = read_document(path, path.name)
    assert [duty.unit for duty in document.duties] == ["德育处", "教科室", "体卫艺处", "总务处"]


@pytest.mark.parametrize(
    "rows",
    [
        (("3月", "学雷锋志愿服务", "德育处"), ("4月", "观摩课", "教科室")),
        (("陆青", "学雷锋志愿服务", "德育处"), ("何川", "观摩课", "教科室"), ("方文", "艺术节", "总务处")),
        (("3月", "学雷锋志愿服务", "操场"), ("4月", "观摩课", "报告厅"), ("5月", "艺术节", "二楼")),
    ],
)
def test_other_lines_of_three_cells_are_no_calendar(rows: tuple[tuple[str, ...], ...]) -> None:
    assert typed("\t", *rows) == ["\t".join(row) for row in rows]


def test_the_heads_of_the_next_table_end_one_though_it_has_as_many_cells() -> None:
    first = ("项目  2023年  2024年  增长", "图书室  12  15  3", "文化广场  20  26  6")
    second = ("乡镇  面积  产量  户数", "柳屿镇  40  20  310", "枫鹭镇  55  31  420")
    lines = [line.text for line in with_typed_tables([*first, "", *second])]
    assert not any("乡镇" in line and "2023年" in line for line in lines)
    assert not any("柳屿镇" in line and "2023年" in line for line in lines)


def test_a_line_behind_a_blank_one_that_misses_what_the_heads_say_is_no_row() -> None:
    rows = (
        "周次  工作内容  责任股室",
        "第3周  校园安全检查  安全股",
        "第5周  教学视导  教研室",
        "第8周  期中检测  教研室",
    )
    lines = [
        line.text for line in with_typed_tables([*rows, "", "填表人：陆青  审核人：何川  联系电话：12345"])
    ]
    assert lines[-1] == "填表人：陆青  审核人：何川  联系电话：12345"


def test_the_rule_below_heads_of_any_words_tells_a_table() -> None:
    lines = ["| 作物 | 每亩产量 |", "| --- | --- |", "| 谷子 | 较高 |", "| 荞麦 | |", "以上各项按季核定。"]
    read = [line.text for line in with_typed_tables(lines)]
    assert read == ["作物：谷子\u3000每亩产量：较高", "作物：荞麦", "以上各项按季核定。"]
