"""Rows of a table by number, unit, class, or all with the cell that is asked."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "柳湾县2024年民生实事责任表.html": """<html><head><title>柳湾县2024年民生实事责任表</title></head><body>
<h1>柳湾县2024年民生实事责任表</h1>
<table>
<tr><th>类别</th><th>序号</th><th>实事项目</th><th>牵头股室</th><th>责任单位</th><th>完成时限</th></tr>
<tr><td rowspan="2">出行便利</td><td>1</td><td>修缮农村公路</td>
<td>工程股</td><td>养护站、财务股</td><td>2024年6月底前</td></tr>
<tr><td>2</td><td>增设公交站牌</td><td>运输股</td><td>财务股</td><td>2024年5月底前</td></tr>
<tr><td rowspan="2">安全守护</td><td>3</td><td>加装道路护栏</td>
<td>工程股</td><td>运输股</td><td>2024年9月底前</td></tr>
<tr><td>4</td><td>更换校车标识</td><td>安全股</td><td>工程股</td><td>2024年8月底前</td></tr>
</table></body></html>
""",
    "东塘县2022年六件民生实事项目.txt": """东塘县2022年六件民生实事项目

1.修建灌渠。新修灌渠8公里。责任单位：县水利局。
2.加装电梯。加装电梯12部。责任单位：县住建局。
3.义诊下乡。组织义诊30场次。责任单位：县卫健局、县红十字会。
""",
    "柳湾县交通局2024年工作要点.txt": """柳湾县交通局2024年工作要点

一、办好民生实事
1.抓好公路修缮。(牵头单位:工程股;责任单位:财务股)
2.抓好护栏加装。12月底前完成。(牵头单位:工程股)
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("tabled"), DOCUMENTS) as assistant:
        yield assistant


def test_a_row_asked_by_its_number_is_told_with_the_cell_that_is_asked(library: Assistant) -> None:
    answer = library.ask("柳湾县民生实事第3项什么时候完成？")
    assert answer.text == "《柳湾县2024年民生实事责任表》：3.加装道路护栏（完成时限：2024年9月底前）[1]"
    assert "加装道路护栏" in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("牵头股室是工程股的民生实事有哪些？", {"修缮农村公路", "加装道路护栏"}),
        ("由工程股牵头的民生实事有哪些？", {"修缮农村公路", "加装道路护栏"}),
        ("工程股牵头了哪几项民生实事？", {"修缮农村公路", "加装道路护栏"}),
        ("责任单位包含财务股的民生实事有哪些？", {"修缮农村公路", "增设公交站牌"}),
        ("安全守护类民生实事有哪些？", {"加装道路护栏", "更换校车标识"}),
    ],
)
def test_rows_of_a_unit_or_a_class_are_listed_and_no_others(
    library: Assistant, question: str, meant: set[str]
) -> None:
    told = library.ask(question).text
    rows = {"修缮农村公路", "增设公交站牌", "加装道路护栏", "更换校车标识"}
    assert {row for row in rows if row in told} == meant
    assert f"共 {len(meant)} 项，已全部列出" in told


def test_who_leads_each_is_told_of_every_row(library: Assistant) -> None:
    told = library.ask("4项民生实事分别由谁牵头？").text
    assert "共 4 项，已全部列出" in told
    assert "· 4.更换校车标识（牵头股室：安全股）" in told


def test_all_the_work_that_a_unit_leads_is_not_of_a_table_alone(library: Assistant) -> None:
    assert "共 4 项" in library.ask("工程股牵头的工作有哪些？").text


def test_all_rows_are_listed_where_the_title_says_that_it_lists_them(library: Assistant) -> None:
    told = library.ask("柳湾县2024年民生实事有哪些？").text
    assert told.startswith("《柳湾县2024年民生实事责任表》的民生实事共 4 项，已全部列出。")


def test_the_items_of_a_list_are_rows_too(library: Assistant) -> None:
    told = library.ask("东塘县民生实事有哪些？").text
    assert "共 3 项，已全部列出" in told and "新修灌渠8公里" in told
    assert "3.义诊下乡（责任单位：县卫健局、县红十字会）" in library.ask("东塘县民生实事由谁负责？").text
    assert "1.修建灌渠" in library.ask("东塘县民生实事中由水利局负责的有哪些？").text


def test_a_unit_asked_behind_the_kind_is_looked_for_in_its_column(library: Assistant) -> None:
    told = library.ask("柳湾县民生实事中责任单位包含财务股的有哪些？").text
    assert "共 2 项，已全部列出" in told and "加装道路护栏" not in told
    assert "1.修缮农村公路（牵头股室：工程股；责任单位：养护站、财务股；完成时限：2024年6月底前）" in told


def test_a_time_asked_behind_the_kind_lists_what_is_due_then(library: Assistant) -> None:
    told = library.ask("柳湾县民生实事中完成时限在6月的有哪些？").text
    assert "（民生实事）共 1 项，已全部列出" in told and "修缮农村公路" in told


def test_a_part_in_the_work_is_looked_for_among_all_units_where_no_column_says_it(library: Assistant) -> None:
    assert "共 2 项，已全部列出" in library.ask("哪些民生实事由财务股配合？").text


def test_a_unit_of_another_level_is_not_the_one_that_is_asked(library: Assistant) -> None:
    assert "共 1 项，已全部列出" in library.ask("县水利局负责的民生实事有哪些？").text
    assert "单位有市水利局" not in library.ask("市水利局负责的民生实事有哪些？").text
