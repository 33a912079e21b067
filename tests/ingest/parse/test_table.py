import pytest

from ingest.parse.table import Cell, table_lines


def rows(*texts: tuple[str, ...]) -> list[list[Cell]]:
    return [[Cell(text) for text in row] for row in texts]


def written(table: list[list[Cell]]) -> list[str]:
    return [line.text for line in table_lines(table)]


def test_a_duty_table_gives_one_line_a_row() -> None:
    table = rows(
        ("序号", "任务", "牵头单位", "完成时限"),
        ("1", "改造食堂", "后勤中心", "6月底"),
        ("2", "更新课桌", "装备站", ""),
    )
    assert written(table) == [
        "1.任务：改造食堂　牵头单位：后勤中心　完成时限：6月底",
        "2.任务：更新课桌　牵头单位：装备站",
    ]


def test_merged_cells_are_repeated_in_every_row() -> None:
    table = [
        [Cell("任务"), Cell("单位"), Cell("时限")],
        [Cell("查隐患"), Cell("安全股", rows=2), Cell("6月")],
        [Cell("改隐患"), Cell("8月")],
    ]
    assert written(table) == [
        "任务：查隐患　单位：安全股　时限：6月",
        "任务：改隐患　单位：安全股　时限：8月",
    ]


def test_two_rows_of_heads_are_read_as_one() -> None:
    table = [
        [Cell("学校", rows=2), Cell("招生人数", columns=2)],
        [Cell("2023年"), Cell("2024年")],
        [Cell("一中"), Cell("900"), Cell("950")],
    ]
    assert written(table) == ["学校：一中　招生人数 2023年：900　招生人数 2024年：950"]


def test_a_table_without_heads_gives_its_cells() -> None:
    assert written(rows(("1", "900"), ("2", "950"))) == ["1　900", "2　950"]
    assert written(rows(("只有一列",), ("第二行",))) == ["只有一列", "第二行"]
    assert written([]) == []


def test_rows_of_one_cell_over_all_columns_are_lines_of_their_own() -> None:
    table = [
        [Cell("重点工作任务分解表", columns=3)],
        [Cell("单位：万元", columns=3)],
        *rows(("序号", "任务", "牵头单位")),
        [Cell("一、党的建设", columns=3)],
        *rows(("1", "修订章程", "党建办")),
        [Cell("（二）"), Cell("教育质量", columns=2)],
        *rows(("2", "新建幼儿园", "基建股")),
        [Cell("三"), Cell("安全", columns=2)],
        *rows(("3", "更新监控", "")),
        *rows(("四、保障措施", "", "")),
        *rows(("", "", "各学校")),
    ]
    assert written(table) == [
        "重点工作任务分解表",
        "单位：万元",
        "一、党的建设",
        "1.任务：修订章程　牵头单位：党建办",
        "（二）教育质量",
        "2.任务：新建幼儿园　牵头单位：基建股",
        "三、安全",
        "3.任务：更新监控",
        "四、保障措施",
        "牵头单位：各学校",
    ]


def test_lines_between_the_title_and_the_head_are_no_head() -> None:
    table = [
        [Cell("重点工作任务分解表", columns=3)],
        *rows(
            ("填报单位：教育局", "", "2024年1月"), ("序号", "任务", "牵头单位"), ("1", "修订章程", "党建办")
        ),
    ]
    assert written(table) == [
        "重点工作任务分解表",
        "填报单位：教育局　2024年1月",
        "1.任务：修订章程　牵头单位：党建办",
    ]


def test_the_corner_of_the_head_may_be_empty() -> None:
    assert written(rows(("", "2023年", "2024年"), ("一中", "900", "950"))) == [
        "一中　2023年：900　2024年：950"
    ]


def test_a_head_repeated_inside_the_table_is_no_row() -> None:
    table = rows(("任务", "单位"), ("修路", "交通局"), ("任务", "单位"), ("植树", "林业局"))
    assert written(table) == ["任务：修路　单位：交通局", "任务：植树　单位：林业局"]


def test_equal_cells_are_not_taken_for_a_merged_one() -> None:
    assert written(rows(("任务", "单位"), ("各学校", "各学校"))) == ["任务：各学校　单位：各学校"]


def test_spans_that_would_write_the_table_many_times_over_are_not_followed() -> None:
    wide = [[Cell("字" * 200, rows=900, columns=60) for _ in range(20)]]
    assert len("".join(written([*wide, *rows(*[("甲", "乙")] * 900)]))) < 100_000


def test_a_table_with_more_places_than_cells_gives_its_cells() -> None:
    ragged = rows(tuple("甲" * 2_000), *[("乙", "丙")] * 2_000)
    assert written(ragged)[-1] == "乙　丙"


def test_spans_wider_than_any_table_are_not_laid_out_over_the_rows_below() -> None:
    wide = [[Cell("责任单位", columns=900)] * 100]
    assert written([*wide, *rows(*[("甲",)] * 4_000)]) == ["责任单位", *["甲"] * 4_000]


def test_merged_cells_of_a_long_table_are_still_repeated() -> None:
    heads = rows(("学校", "任务", "单位"))
    pairs = rows(*((f"任务{n}号", "教育局") for n in range(3_000)))
    body = [[Cell("一中", rows=3), *pair] if n % 3 == 0 else pair for n, pair in enumerate(pairs)]
    assert written([*heads, *body])[-1] == "学校：一中　任务：任务2999号　单位：教育局"


HEADS = ("序号", "任务", "牵头单位", "完成时限")


@pytest.mark.parametrize(
    ("number", "heading"), [("一", "一、产业发展"), ("一、", "一、产业发展"), ("（一）", "（一）产业发展")]
)
def test_a_row_of_a_chinese_number_and_a_name_heads_the_rows_below(number: str, heading: str) -> None:
    table = rows(HEADS, (number, "产业发展", "", ""), ("1", "建冷库", "农业办", "6月"))
    assert written(table) == [heading, "1.任务：建冷库　牵头单位：农业办　完成时限：6月"]


def test_rows_that_are_all_numbered_in_chinese_are_tasks() -> None:
    lines = written(rows(HEADS, ("一", "建冷库", "农业办", "6月"), ("二", "办展会", "", "")))
    assert lines == ["序号：一　任务：建冷库　牵头单位：农业办　完成时限：6月", "序号：二　任务：办展会"]


@pytest.mark.parametrize(
    "rows",
    [
        [["推进课后服务", "基教股", "全年"], ["招聘教师", "人事股", "8月底"]],
        [["党建工作", "学习宣传", "办公室"], ["党建工作", "组织建设", "人事股"]],
        [["一", "党建工作", "学习宣传"], ["二", "教学工作", "课堂改革"]],
        [["1", "党建工作", "办公室"], ["2", "教学工作", "基教股"]],
        [["学习宣传", "长期坚持"], ["组织建设", "每季度"]],
    ],
)
def test_a_first_row_of_data_is_a_row(rows: list[list[str]]) -> None:
    lines = table_lines([[Cell(text) for text in row] for row in rows])
    assert [line.text for line in lines] == ["\u3000".join(row) for row in rows]


@pytest.mark.parametrize(
    "heads",
    [
        ["工作任务", "教育局", "财政局"],
        ["学校", "校长", "班级"],
        ["成员单位", "联系人", "电话"],
        ["事项", "全年", "上半年"],
    ],
)
def test_units_and_times_may_be_heads(heads: list[str]) -> None:
    rows = [heads, ["云溪中学", "张三", "教育局"], ["青禾中学", "李四", "财政局"]]
    lines = table_lines([[Cell(text) for text in row] for row in rows])
    assert lines[0].text == f"{heads[0]}：云溪中学\u3000{heads[1]}：张三\u3000{heads[2]}：教育局"
