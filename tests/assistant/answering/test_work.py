"""The work of a unit: whose plan is whose, and which other name a unit may have."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "中共白石县委教育工作委员会2024年党建工作计划.txt": """中共白石县委教育工作委员会2024年党建工作计划

一、建强支部
（一）换届选举。6月底前完成到期支部换届。(责任股室：党建办)
（二）群团建设。建好教职工小家12个。(牵头单位：教育工会；责任单位：团教工委)
二、严明纪律
（一）警示教育。每季度开展1次警示教育。(责任股室：督查股)
""",
    "白石县教育局2024年工作要点.txt": """白石县教育局2024年工作要点

1.办好特殊教育。新建资源教室3间。(牵头股室：基教股；配合单位：县残联)
2.抓好督导。开展专项督导2次。(责任股室：督查股)
3.落实资助。资助贫困学生300名。(责任单位：县民政局)
""",
    "白石县教育局内设机构职责.txt": """白石县教育局内设机构职责

一、内设机构
教育督查股
负责督学队伍建设；承担教育督查的日常工作。
基教股
负责义务教育管理。
""",
    "白石县水利局2024年工作要点.txt": """白石县水利局2024年工作要点

1.除险加固水库。年内完成水库除险加固4座。(责任股室：工程股)
2.疏浚河道。疏浚河道21公里。(责任股室：河湖股；配合单位：县交通运输局)
""",
    "白石县交通运输局2024年工作要点.txt": """白石县交通运输局2024年工作要点

1.养护农村公路。养护农村公路320公里。(责任股室：养护股；配合单位：县水利局)
""",
    "白石县河道采砂管理办法.txt": """白石县河道采砂管理办法

第一章 总则
第一条 县水利局负责全县河道采砂的监督管理。
第二条 采砂单位应当提出申请，县水利局自收到申请之日起15日内提出意见。
第三条 采砂结束后30日内报县水利局备案。
第四条 违反规定堆放砂石的，由县水利局责令清除。
第五条 本办法由县水利局解释。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("work"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize("unit", ["教育工会", "团教工委"])
def test_a_unit_is_not_given_the_plan_of_a_committee_that_sounds_alike(library: Assistant, unit: str) -> None:
    told = library.ask(f"{unit}有哪些任务？").text
    assert told.startswith(f"{unit}负责的工作共 1 项")
    assert "换届选举" not in told


@pytest.mark.parametrize(
    "question",
    [
        "水利局和交通局2024年分别有哪些工作？",
        "交通运输局、水利局2024年有哪些任务？",
        "县水利局与县交通运输局分别负责什么？",
    ],
)
def test_of_two_bodies_each_is_given_its_own_plan(library: Assistant, question: str) -> None:
    answer = library.ask(question)
    lines = answer.text.split("\n")
    first = {line[:-1]: at for at, line in enumerate(lines)}
    assert any("县水利局自己的计划、要点列出的工作共 2 项" in line for line in first)
    assert any("县交通运输局自己的计划、要点列出的工作共 1 项" in line for line in first)
    assert answer.text.count("养护农村公路") == 2  # once its own, once helped with
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_a_federation_is_known_by_two_characters(library: Assistant) -> None:
    assert "办好特殊教育" in library.ask("残联要配合什么？").text


def test_a_unit_that_may_have_another_name_is_told_with_that(library: Assistant) -> None:
    told = library.ask("教育督查股有哪些任务？").text
    assert "文件中还写有“督查股”，可能是同一个单位的另一个名称" in told
    assert "抓好督导" in told
    assert "可能是同一个单位" not in library.ask("基教股有哪些任务？").text


def test_what_a_rule_has_a_unit_do_is_told_apart_from_its_duties(library: Assistant) -> None:
    told = library.ask("县水利局有哪些任务？").text
    assert "还有 2 处写到县水利局要做的事" in told
    assert "15日内提出意见" in told
    assert "责令清除" in told
    assert "备案" not in told
    assert "解释" not in told
    assert "要做的事" not in library.ask("县水利局配合哪些工作？").text
