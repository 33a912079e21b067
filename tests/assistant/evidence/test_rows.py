"""Of a table's rows the one a question names answers, whatever words another one shares with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

PLAN = """清江县水利局2024年防汛责任通知
一、水库责任人
水库名称\t总库容\t所在乡镇\t行政责任人\t值班电话
石涧水库\t2180万立方米\t城关镇\t罗明（副县长）\t0837-5520261
柳塘水库\t62万立方米\t石涧镇\t陆秋（副镇长）\t0837-5520262
云栖水库\t38万立方米\t云栖乡\t何林（乡长）\t0837-5520263
二、培训任务
附件：各县区任务分解表（单位：人）
县区	城镇就业	失业再就业	困难人员
A区	9600	3000	900
B县	6200	1900	520
C县	5400	1700	480
三、要求
1.加强值班。汛期实行24小时值班。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("reservoirs"), {"通知.txt": PLAN}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told", "others"),
    [
        ("石涧水库值班电话是多少", "5520261", "5520262"),
        ("石涧水库总库容多少？", "2180万立方米", "62万"),
        ("云栖水库的行政责任人是谁？", "何林", "陆秋"),
        ("B县困难人员任务多少人？", "520", "9600"),
    ],
)
def test_the_row_that_is_named_answers_alone(
    county: Assistant, question: str, told: str, others: str
) -> None:
    answer = county.ask(question)
    assert told in answer.text
    assert others not in answer.text


def test_two_rows_that_are_named_both_answer(county: Assistant) -> None:
    text = county.ask("石涧水库和云栖水库的总库容分别是多少？").text
    assert "2180万立方米" in text
    assert "38万立方米" in text


BUDGET = """# 云溪县公路局2024年项目安排

一、投资情况（单位：万元）

| 单位名称 | 2024年 | 2025年 |
| --- | --- | --- |
| 养护中心 | 320 | 410 |
| 路政大队 | 150 | 180 |
| 合计 | 470 | |

二、各年级每周课时

| 年级 | 语文 | 数学 |
| --- | --- | --- |
| 一年级 | 8 | 5 |
| 二年级 | 7 | 6 |
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("budget"), {"安排.md": BUDGET}) as assistant:
        yield assistant


@pytest.mark.parametrize("question", ["投资合计2025年是多少万元？", "养护中心2026年投资多少万元？"])
def test_a_blank_cell_states_nothing(bureau: Assistant, question: str) -> None:
    assert bureau.ask(question).refused


def test_a_cell_beside_a_blank_one_is_told(bureau: Assistant) -> None:
    assert "470" in bureau.ask("投资合计2024年是多少万元？").text
    assert "7" in bureau.ask("二年级每周几节语文？").text


def test_a_row_that_is_lacking_is_refused_by_the_rows_there_are(bureau: Assistant) -> None:
    answer = bureau.ask("五年级每周几节语文？")
    assert answer.refused
    assert "一年级、二年级" in answer.text


LEVELS = """清江县防汛应急响应办法
响应级别\t启动条件（雨量）\t批准人\t值守要求
Ⅰ级\t3小时雨量超过150毫米\t县长\t全员到岗
Ⅱ级\t3小时雨量超过100毫米\t副县长\t领导在岗
Ⅲ级\t3小时雨量超过50毫米\t水利局局长\t专人值班
"""


@pytest.mark.parametrize(("level", "told"), [("Ⅰ级", "县长"), ("Ⅱ级", "副县长"), ("Ⅲ级", "水利局局长")])
def test_a_level_is_none_that_its_name_holds(level: str, told: str, tmp_path: Path) -> None:
    with library_of(tmp_path, {"办法.txt": LEVELS}) as assistant:
        answer = assistant.ask(f"防汛{level}响应要报谁批准？")
    assert f"批准人：{told}" in answer.text
    assert answer.text.count("批准人") == 1
