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


TOWN = """枫桥镇2024年人居环境整治方案
一、重点工作
（一）抓好村庄保洁。
1、全镇配备保洁员86名，按月考核。
2、主干道每日清扫2次。
3、垃圾中转站日产日清。
（责任领导：彭海燕；责任单位：镇环卫站）
（二）抓好改厕。
1、新建户厕320户。
2、老旧公厕翻修6座，由各村验收。（责任人：罗主任）
3、开展问题厕所摸排。（责任人：韩冬生）
二、任务清单
序号 任务 牵头科室 分管领导 完成时间
1 充电桩建设 应急办 蒋伟民 8月底
2 长者食堂 民政办 何秀兰 9月底
3 托育点 卫健办 汪建华 9月底
枫桥镇人民政府
2024年2月6日
"""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("town"), {"方案.txt": TOWN}) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told", "untold"),
    [
        ("彭海燕负责什么？", ["抓好村庄保洁", "保洁员86名", "日产日清"], "户厕"),
        ("枫桥镇韩冬生负责什么？", ["开展问题厕所摸排"], "公厕"),
        ("罗主任负责什么？", ["老旧公厕翻修6座"], "320户"),
        ("何秀兰分管什么？", ["长者食堂"], "蒋伟民"),
    ],
)
def test_what_a_closing_note_is_about_is_told_whole_and_no_more(
    town: Assistant, question: str, told: list[str], untold: str
) -> None:
    answer = town.ask(question)
    assert "共 1 项，已全部列出" in answer.text
    assert all(words in answer.text for words in told)
    assert untold not in answer.text
