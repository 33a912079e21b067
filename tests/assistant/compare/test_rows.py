"""Rows of one table, and things listed in one sentence, compared by their names."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

_NOT_ALIKE = "不能直接相比"
DOCUMENTS = {
    "保险.txt": """枫桥县农业农村局关于做好2025年农业保险工作的通知

一、保险品种及标准
| 品种 | 保险金额 | 保费 | 财政补贴比例 |
| --- | --- | --- | --- |
| 水稻 | 1100元/亩 | 44元/亩 | 80% |
| 油菜 | 650元/亩 | 26元/亩 | 75% |
| 玉米 | 900元/亩 | 36元/亩 | 80% |
| 花生 | 900元/亩 | 40元/亩 | 75% |
| 新品种 | 面积（亩） |
| --- | --- |
| 荞麦 | 1,500 |
| 高粱 | 2800 |
| 道路 | 长度 | 培训（人次） | 投资（万元） |
| --- | --- | --- | --- |
| 滨江大道 | 3.6公里 | 1.1万 | 4500 |
| 迎宾大道 | 2800米 | 9600 | 5200 |
二、补助标准
对连片种植的，谷子每亩补助400元、荞麦每亩补助300元、高粱每亩补助300元。
三、资金安排
县财政安排谷子补贴资金120万元、荞麦补贴资金1.2亿元。
""",
    "2024.txt": "枫桥县教育局2024年工作要点\n\n一、学前教育\n对普惠性民办园按每生每年600元标准给予补助。\n",
    "2025.txt": "枫桥县教育局2025年工作要点\n\n一、学前教育\n对普惠性民办园按每生每年700元标准给予补助。\n",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("rows"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("水稻和油菜的保险金额哪个高？", "水稻比油菜多450元/亩"),
        ("水稻和油菜哪个保费高？", "水稻比油菜多18元/亩"),
        ("水稻的保险金额比油菜高多少？", "水稻比油菜多450元/亩"),
        ("水稻和油菜的财政补贴比例相差多少？", "水稻比油菜高5个百分点"),
        ("玉米和花生的保险金额哪个高？", "玉米与花生相同"),
        ("水稻、油菜和玉米哪个保险金额最高？", "水稻最高，油菜最低"),
        ("谷子和荞麦每亩补助哪个多？", "谷子比荞麦多100元"),
        ("荞麦和高粱每亩补助哪个多？", "荞麦与高粱相同"),
        ("谷子和荞麦的补贴资金哪个多？", "荞麦比谷子多11880万元"),
        ("滨江大道和迎宾大道长度哪个长？", "滨江大道比迎宾大道多0.8公里"),
        ("滨江大道和迎宾大道的长度相差多少？", "滨江大道3.6公里、迎宾大道2800米"),
        ("滨江大道和迎宾大道的培训哪个多？", "滨江大道1.1万人次、迎宾大道9600人次"),
        ("滨江大道和迎宾大道的投资哪个多？", "迎宾大道比滨江大道多700万元"),
        ("枫桥县普惠性民办园补助标准2025年比2024年提高了多少？", "2025年比2024年多100元"),
    ],
)
def test_both_cells_are_cited_and_compared(library: Assistant, question: str, verdict: str) -> None:
    answer = library.ask(question)
    assert verdict in answer.text
    assert answer.citations
    assert _NOT_ALIKE not in answer.notice


def test_a_thing_without_a_row_is_named(library: Assistant) -> None:
    answer = library.ask("水稻和棉花的保险金额哪个高？")
    assert "1100元/亩" in answer.text
    assert "650" not in answer.text
    assert answer.notice == "没有写明棉花的"


def test_a_comma_within_a_number_parts_nothing(library: Assistant) -> None:
    answer = library.ask("荞麦和高粱面积哪个大？")
    assert "1,500" in answer.text
    assert "1300亩" in answer.text


def test_how_much_money_is_told_of_a_cell_counted_by_its_head(library: Assistant) -> None:
    answer = library.ask("滨江大道投资多少钱？")
    assert not answer.refused
    assert "投资（万元）：4500" in answer.text
