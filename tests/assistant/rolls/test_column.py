"""A column asked of all rows of a table is answered by a line for each row, ranked or held against a bar."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "柏溪县2024年种植计划.md": """# 柏溪县2024年种植计划

## 一、总体要求

全县茶园面积稳定在9万亩，石门镇投资最大。

## 二、各乡镇任务

责任单位：县农业农村局

| 序号 | 乡镇 | 茶园面积（万亩） | 果园面积（亩） | 计划投资（万元） | 绿肥覆盖率 | 完成时限 |
|---|---|---|---|---|---|---|
| 1 | 石门镇 | 2.5 | 4300 | 860 | 91% | 9月底 |
| 2 | 月亮湾乡 | 3.1 | 1.2万 | — | 88% | 10月底 |
| | 河口镇 | 3.1 | 800 | 1200至1500 | 95% | 9月底 |
| 4 | 桐子乡 | 0.4 | / | 待定 | 90%以上 | 11月底 |
| 合计 | | 9.1 | 17100 | 3560 | | |

## 三、各乡镇培训任务

| 乡镇 | 培训农户（人次） | 包联领导 |
|---|---|---|
| 石门镇 | 1200 | 张伟 |
| 月亮湾乡 | 0.3万 | 王芳 |
| 河口镇 | 900 | |
| 竹山乡 | | |
| 小计 | 5100 | |
""",
    "枣林市2024年河道整治方案.md": """# 枣林市2024年河道整治方案

| 工作任务 | 牵头单位 | 完成时限 |
|---|---|---|
| 清理河道淤泥 | 市水利局 | 6月底 |
| 修复护岸3公里 | 市住建局 | 9月底 |

| 指标 | 2024年目标 |
|---|---|
| 水质达标率 | 92% |
| 巡河覆盖率 | 100% |
""",
    "枣林市2024年城建项目清单.md": """# 枣林市2024年城建项目清单

单位：万元

| 序号 | 类别 | 名称 | 总投资 | 2023年投资 | 2024年投资 | 长度 | 责任单位 |
|---|---|---|---|---|---|---|---|
| 1 | 道路 | 迎宾路改造 | 5600 | 1200 | 2000 | 3.6公里 | 市住建局 |
| 2 | 道路 | 学府路新建 | 3200 | / | 3200 | 2800米 | 市交通局 |
| 3 | 公园 | 湿地公园 | 7800 | 3000 | 1500 | — | 市园林局 |
| | 小计 | | 16600 | 4200 | 6700 | | |
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("column"), DOCUMENTS) as assistant:
        yield assistant


def _lines(library: Assistant, question: str) -> list[str]:
    answer = library.ask(question)
    for cited in answer.citations:
        assert library.document(cited.doc).text[cited.start : cited.end] == cited.quote
    return answer.text.split("\n")


@pytest.mark.parametrize(
    "question", ["哪个乡镇茶园面积最大？", "茶园面积最大的是哪个乡镇", "各乡镇中茶园面积最大的是哪个？"]
)
def test_the_most_is_told_first_and_then_every_row_in_order(library: Assistant, question: str) -> None:
    first, what, *rows = _lines(library, question)
    assert first == "按所列数字，最大的是月亮湾乡（3.1万亩）、河口镇（3.1万亩）。"
    assert what == "《柏溪县2024年种植计划》“二、各乡镇任务”中各乡镇的茶园面积（万亩）共 4 行，已全部列出："
    assert rows == [
        "· 月亮湾乡：3.1万亩[1]",
        "· 河口镇：3.1万亩[2]",
        "· 石门镇：2.5万亩[3]",
        "· 桐子乡：0.4万亩[4]",
    ]


def test_rows_that_state_no_figure_are_named_at_the_end(library: Assistant) -> None:
    first, _, *rows = _lines(library, "哪个乡镇计划投资最少？")
    assert first == "按所列数字，最少的是石门镇（860万元）。"
    assert rows == [
        "· 石门镇：860万元[1]",
        "· 河口镇：1200至1500万元[2]",
        "未填写的：月亮湾乡[3]。",
        "所写的不能直接相比的：桐子乡（待定）[4]。",
    ]


def test_a_scale_in_the_cell_is_counted(library: Assistant) -> None:
    assert _lines(library, "哪个乡镇果园面积最大？")[0] == "按所列数字，最大的是月亮湾乡（1.2万亩）。"
    assert _lines(library, "哪个乡镇培训农户最多？")[0] == "按所列数字，最多的是月亮湾乡（0.3万人次）。"


def test_a_row_of_which_nothing_is_filled_in_is_a_row(library: Assistant) -> None:
    assert "未填写的：竹山乡[4]。" in _lines(library, "哪个乡镇培训农户最多？")


def test_lengths_in_two_units_are_compared(library: Assistant) -> None:
    first, _, *rows = _lines(library, "长度最长的是哪个项目？")
    assert first == "按所列数字，最长的是迎宾路改造（3.6公里）。"
    assert rows[1:] == ["· 学府路新建：2800米[2]", "未填写的：湿地公园[3]。"]
    assert _lines(library, "长度超过3000米的项目有哪些？")[0].endswith("有 1 个：迎宾路改造（3.6公里）。")


def test_only_rows_that_meet_a_bar_are_listed(library: Assistant) -> None:
    text = "\n".join(_lines(library, "哪些乡镇绿肥覆盖率超过90%？"))
    assert "有 2 个：河口镇（95%）、石门镇（91%）。" in text
    assert "不能断定的：\n· 桐子乡：90%以上" in text
    assert "· 月亮湾乡" not in text
    assert "其余写明数字的 1 行按所列数字不符合。" in text


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("各乡镇的茶园面积分别是多少？", ["石门镇：2.5万亩", "月亮湾乡：3.1万亩", "河口镇：3.1万亩"]),
        ("各乡镇的包联领导是谁？", ["石门镇：张伟", "月亮湾乡：王芳", "河口镇：未填写"]),
        ("每个项目由谁负责？", ["迎宾路改造：市住建局", "学府路新建：市交通局", "湿地公园：市园林局"]),
        ("各乡镇什么时候完成？", ["石门镇：9月底", "月亮湾乡：10月底", "河口镇：9月底"]),
    ],
)
def test_a_column_is_told_for_every_row(library: Assistant, question: str, rows: list[str]) -> None:
    _, *told = _lines(library, question)
    assert [line.partition("[")[0] for line in told[:3]] == [f"· {row}" for row in rows]


def test_rows_parted_by_a_class_are_of_one_table_in_the_unit_told_above_it(library: Assistant) -> None:
    first, what, *rows = _lines(library, "总投资最高的项目是哪个？")
    assert first == "按所列数字，最高的是湿地公园（7800万元）。"
    assert "《枣林市2024年城建项目清单》中各项目的总投资共 3 行" in what
    assert len(rows) == 3


def test_a_head_of_a_year_is_meant_where_that_year_is_asked(library: Assistant) -> None:
    assert "学府路新建（3200万元）" in _lines(library, "哪个项目2024年投资最多？")[0]
    assert "湿地公园（3000万元）" in _lines(library, "2023年投资最多的是哪个项目？")[0]
    assert "湿地公园（7800万元）" in _lines(library, "哪个项目投资最多？")[0]


@pytest.mark.parametrize(
    "question",
    [
        "哪个道路项目总投资最高？",  # a class of the rows
        "市交通局负责的项目总投资分别是多少？",
        "各乡镇的面积是多少？",  # two columns
        "哪个乡镇粮食产量最高？",
        "各乡镇茶园面积合计是多少？",
        "总投资最高的两个项目是哪些？",
        "石门镇茶园面积是多少？",
        "每项工作任务的牵头单位是谁？",  # of whatever table
        "哪个指标2024年目标最高？",  # of things that are not alike
        "各乡镇的责任单位是谁？",  # of all of them, above the table
    ],
)
def test_what_is_not_surely_a_column_of_all_rows_is_not_told_as_one(
    library: Assistant, question: str
) -> None:
    assert "行，已全部列出" not in library.ask(question).text


def test_tasks_are_told_of_the_table_that_is_named(library: Assistant) -> None:
    told = "\n".join(_lines(library, "河道整治方案中每项工作任务的牵头单位是谁？"))
    assert "· 清理河道淤泥：市水利局" in told
    assert "· 修复护岸3公里：市住建局" in told


def test_a_question_that_names_nothing_but_rows_is_told_by_a_table_or_not_at_all(library: Assistant) -> None:
    assert _lines(library, "哪个项目最长？")[0] == "按所列数字，最长的是迎宾路改造（3.6公里）。"
    assert library.ask("哪个镇烟花最多？").refused
    assert library.ask("哪个乡镇最大？").refused


def test_a_follow_up_asks_the_same_rows(library: Assistant) -> None:
    asked = "哪个乡镇茶园面积最大？"
    assert library.ask("最小的呢？", [asked]).text.startswith("按所列数字，最小的是桐子乡（0.4万亩）。")
    assert library.ask("果园面积呢？", [asked]).text.startswith("按所列数字，最大的是月亮湾乡（1.2万亩）。")
