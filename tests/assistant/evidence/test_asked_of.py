"""Who is in and who is left out, and what holds for a time of the year, asked of made-up papers."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县护林员轮训办法.txt": """白石县护林员轮训办法

第一章 总则
第一条 为规范护林员轮训，制定本办法。
第二章 轮训对象
第二条 连续任职满三年的护林员，应当列为轮训对象。
第三条 有下列情形之一的，可以暂不列入当年轮训对象：
（一）住院治疗的；
（二）正在参加灭火任务的。
第三章 附则
第四条 本办法由县林业局负责解释。
""",
    "白石县环境卫生所2025年工作计划.txt": """白石县环境卫生所2025年工作计划

一、道路保洁
主干道每天清扫2次，广场每周冲洗3次。冬季气温低于零度时停止冲洗作业。
二、公厕管理
公厕每天消毒2次。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("asked_of"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question", ["护林员轮训对象是哪些人？", "轮训对象包括哪些人？", "轮训的对象有哪些？"]
)
def test_who_is_in_is_not_told_by_who_is_left_out(library: Assistant, question: str) -> None:
    told = library.ask(question).text
    assert "连续任职满三年" in told
    assert "住院治疗" not in told


@pytest.mark.parametrize("question", ["哪些情形可以不列入轮训对象？", "哪些护林员暂不参加轮训？"])
def test_who_is_left_out_is_told_where_that_is_asked(library: Assistant, question: str) -> None:
    assert "住院治疗" in library.ask(question).text


@pytest.mark.parametrize("question", ["冬天广场多久冲洗一次？", "冬季广场每周冲洗几次？"])
def test_what_holds_for_the_season_asked_is_told(library: Assistant, question: str) -> None:
    assert "停止冲洗" in library.ask(question).text


def test_a_season_asked_after_the_fact_is_told_as_well(library: Assistant) -> None:
    assert "停止冲洗" in library.ask("冬天呢？", ["广场多久冲洗一次？"]).text


def test_no_season_is_told_where_none_is_asked(library: Assistant) -> None:
    assert "停止冲洗" not in library.ask("广场多久冲洗一次？").text
