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
        [Cell("类别"), Cell("任务"), Cell("单位")],
        [Cell("安全", rows=2), Cell("查隐患"), Cell("安全股")],
        [Cell("改隐患"), Cell("项目办")],
    ]
    assert written(table) == [
        "类别：安全　任务：查隐患　单位：安全股",
        "类别：安全　任务：改隐患　单位：项目办",
    ]


def test_two_rows_of_heads_are_read_as_one() -> None:
    table = [
        [Cell("学校", rows=2), Cell("招生人数", columns=2)],
        [Cell("2023年"), Cell("2024年")],
        [Cell("一中"), Cell("900"), Cell("950")],
    ]
    assert written(table) == ["学校：一中　招生人数2023年：900　招生人数2024年：950"]


def test_a_table_without_heads_gives_its_cells() -> None:
    assert written(rows(("1", "900"), ("2", "950"))) == ["1　900", "2　950"]
    assert written(rows(("只有一列",), ("第二行",))) == ["只有一列", "第二行"]
    assert written([]) == []
