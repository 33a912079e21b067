"""What a complete list holds: every deadline, each thing once, of the years and the topic it says."""

from collections.abc import Iterator
from datetime import date

import pytest

from assistant.assistant import Assistant
from assistant.rolls.due import asked_due
from tests.assistant.library import library_of

DOCUMENTS = {
    "柳湾县卫生健康局2024年工作要点.txt": """柳湾县卫生健康局2024年工作要点

一、扩大医疗资源
1.建设县医院新院区。2024年6月底前开工建设县人民医院新院区，2025年底前投入使用。
2.改善村级条件。上半年改造村卫生室12个，做好夏季防汛物资储备，9月底前完成乡镇急救点防汛检查。
3.清理收费。6月20日前公布收费清单。每月公布一次药品价格。按月、按季或者按次预缴的款项不再折算。
""",
    "柳湾县2024年重点项目任务表.md": """# 柳湾县2024年重点项目任务表

| 序号 | 任务 | 完成时限 |
|---|---|---|
| 1 | 县人民医院新院区开工建设 | 2024年6月底前 |
| 2 | 河道防汛闸门更新 | 2024年6月15日前 |
""",
    "柳湾县防汛工作方案.txt": """柳湾县2024年防汛工作方案

一、备足物资
5月31日前补齐编织袋2万条。
二、落实责任
6月10日前签订责任书。
""",
    "XX县民政局202x年工作要点.txt": """XX县民政局202x年工作要点

一、做好养老服务
5月底前完成敬老院消防检查。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("whole"), DOCUMENTS) as assistant:
        yield assistant


def test_the_second_deadline_of_a_sentence_is_listed_in_its_own_year(library: Assistant) -> None:
    told = library.ask("2025年底前要完成什么？").text
    assert "共 1 项" in told
    assert "2025年底前投入使用" in told


def test_a_thing_told_in_two_documents_is_counted_once_with_both_quotes(library: Assistant) -> None:
    answer = library.ask("6月底前要完成哪些工作？")
    assert "写明时限的共 5 项，已全部列出" in answer.text
    assert answer.text.count("开工建设") == 1
    assert {cited.doc for cited in answer.citations if "新院区" in cited.quote} == {
        "柳湾县卫生健康局2024年工作要点.txt",
        "柳湾县2024年重点项目任务表.md",
    }


def test_what_a_document_without_a_year_sets_is_told_apart(library: Assistant) -> None:
    told = library.ask("6月底前要完成哪些工作？").text
    assert told.index("未注明年份的文件另有 1 项，未计入：") < told.index("敬老院")


def test_what_is_set_for_a_time_without_being_a_deadline_is_told_apart(library: Assistant) -> None:
    told = library.ask("6月底前要完成哪些工作？").text
    assert told.index("另有 1 处写到这一时间、没有写明是时限，未计入：") < told.index("村卫生室12个")


def test_a_topic_is_looked_for_beyond_the_document_of_its_title_and_is_said(library: Assistant) -> None:
    told = library.ask("防汛工作6月底前要完成什么？").text
    assert told.startswith("2024年6月底前要完成的工作（防汛），写明时限的共 3 项")
    assert "河道防汛闸门更新" in told
    assert "公布收费清单" not in told


def test_this_month_is_of_the_year_that_it_is(library: Assistant) -> None:
    due = asked_due("本月要完成哪些工作？", date(2024, 6, 3))
    assert due is not None
    assert (due.words, due.is_counted, due.first, due.last) == ("6月", True, (6, 1), (6, 30))


def test_one_of_several_ways_to_pay_is_nothing_that_comes_again(library: Assistant) -> None:
    told = library.ask("每月要做的工作有哪些？").text
    assert "共 1 项" in told
    assert "预缴" not in told
