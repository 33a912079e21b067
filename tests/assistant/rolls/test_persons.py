"""What a person is in charge of is listed whole, whether a line, a row or a closing label gives it."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

LEADERS = """云溪县水务局领导班子成员分工
王建国 党组书记、局长：主持全面工作，分管办公室、人事股。
李秀英 副局长：协助局长负责农村供水工作，分管农水股。
云溪县水务局
2024年4月2日
"""
PLAN = """云溪县文化馆2024年工作要点
一、文化活动
（一）送戏下乡。全年送戏下乡120场。（责任人：陈立新，完成时限：10月底前）
（二）书房建设。新建城市书房5个。（责任人：刘芳）
（三）申报工作。完成项目申报。（责任人：陈立新）
二、队伍建设
举办培训2期，由副馆长孙涛负责。
云溪县文化馆
2024年1月30日
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"分工.txt": LEADERS, "要点.txt": PLAN}
    with library_of(tmp_path_factory.mktemp("persons"), texts) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("王建国负责什么？", ["主持全面工作，分管办公室"]),
        ("水务局王建国局长分管哪些股室？", ["分管办公室、人事股"]),
        ("陈立新负责哪些工作？", ["送戏下乡120场", "完成项目申报"]),
        ("孙涛的分工是什么？", ["举办培训2期"]),
    ],
)
def test_all_that_gives_a_person_work_is_listed(county: Assistant, question: str, told: list[str]) -> None:
    answer = county.ask(question)
    assert not answer.refused
    assert f"共 {len(told)} 项，已全部列出" in answer.text
    assert all(words in answer.text for words in told)
    assert len(answer.citations) == len(told)


def test_who_stands_in_no_document_is_refused_by_name(county: Assistant) -> None:
    answer = county.ask("周海波负责哪些工作？")
    assert answer.refused
    assert "周海波" in answer.text


@pytest.mark.parametrize("question", ["谁分管办公室？", "水务局局长是谁？"])
def test_a_leader_is_found_by_office(county: Assistant, question: str) -> None:
    assert "王建国" in county.ask(question).text
