"""How much something is, asked of a made-up county whose papers also tell how it changed."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.understanding.intent import Intent, intent_of, names_measure
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县卫生健康局2023年工作总结.txt": """白石县卫生健康局2023年工作总结

一、疾病防治
学生肥胖率为11.3%，较上年下降0.4个百分点。
二、人口服务
户籍人口城镇化率达到41.5%，每千户籍人口执业医师数达到3.1人。
""",
    "白石县卫生健康局2024年工作要点.txt": """白石县卫生健康局2024年工作要点

一、疾病防治
做好肥胖防治，学生肥胖率下降1个百分点。
""",
    "白石县2024年安全生产任务分工表.txt": """白石县2024年安全生产任务分工表

量化指标

指标：农机道路事故起数（起）　2023年实际：16　2024年目标：不超过13　责任单位：县农业农村局
指标：渔船事故起数（起）　2023年实际：3　2024年目标：不超过2　责任单位：县农业农村局
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("level"), DOCUMENTS) as assistant:
        yield assistant


def test_how_much_something_is_is_told_by_its_level_where_one_is_stated(shelf: Assistant) -> None:
    answer = shelf.ask("学生肥胖率是多少？")
    assert "11.3%" in answer.text
    assert "下降1个百分点" not in answer.text


def test_how_much_it_fell_is_told_where_that_is_asked(shelf: Assistant) -> None:
    assert "1个百分点" in shelf.ask("2024年学生肥胖率要下降多少？").text


def test_a_share_of_a_thing_is_not_how_many_there_are(shelf: Assistant) -> None:
    assert shelf.ask("白石县户籍人口是多少？").refused
    assert "41.5%" in shelf.ask("白石县户籍人口城镇化率是多少？").text


def test_the_target_in_a_row_is_of_the_thing_in_its_first_cell(shelf: Assistant) -> None:
    assert "不超过13" in shelf.ask("2024年道路农机事故起数目标是多少？").text


def test_a_measure_asked_by_its_name_alone_is_a_figure() -> None:
    assert names_measure("白石县2024年城镇调查失业率目标")
    assert names_measure("常住人口？")
    assert not names_measure("2024年教育工作目标")
    assert not names_measure("哪些省公布了常住人口")
    assert intent_of("城镇调查失业率目标") is Intent.FIGURE
    assert intent_of("2024年教育工作目标") is Intent.TOPIC
