"""An office named with its body is that body's; one of the same name elsewhere is told apart."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县教育局2024年工作要点.txt": """白石县教育局2024年工作要点

一、配强教师队伍
组织教师招聘，全年招聘教师90名。(责任股室：人事股)
二、规范公文办理
全面实行网上办文，办结率达到95%以上。(责任股室：办公室)
""",
    "中共白石县委教育工作委员会2024年党建工作计划.txt": """中共白石县委教育工作委员会2024年党建工作计划

一、选优配强书记
配齐学校党组织书记。(责任股室：人事股)
""",
    "白石县卫生健康局2024年工作要点.txt": """白石县卫生健康局2024年工作要点

一、引进医疗人才
全年引进医师12名。(责任股室：人事股)
二、抓好疾病预防
疫苗接种率达到96%以上。(责任股室：疾控股)
""",
    "青河县教育局2024年工作要点.txt": """青河县教育局2024年工作要点

一、评聘教师职称
6月底前完成职称评审。(责任股室：人事股)
二、保障校医
为学校配备校医30名。(牵头单位：县卫生健康局)
""",
}


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("bodies"), DOCUMENTS) as assistant:
        yield assistant


def test_an_office_named_with_its_body_has_the_tasks_of_that_body_and_its_party_committee(
    bodies: Assistant,
) -> None:
    told = bodies.ask("白石县教育局人事股负责什么？").text
    assert told.startswith("白石县教育局人事股负责的工作共 2 项，已全部列出。")
    assert "配强教师队伍" in told
    assert "选优配强书记" in told


def test_a_body_named_in_short_has_its_own_office(bodies: Assistant) -> None:
    told = bodies.ask("卫健局的人事股负责哪些工作？").text
    assert told.startswith("白石县卫生健康局人事股负责的工作共 1 项")
    assert "引进医疗人才" in told


def test_an_office_that_another_body_has_is_not_lent_to_one_that_has_none(bodies: Assistant) -> None:
    assert bodies.ask("白石县教育局疾控股负责什么？").refused
    assert bodies.ask("白石县教育局档案股负责什么？").refused


def test_an_office_named_alone_is_told_apart_by_body(bodies: Assistant) -> None:
    told = bodies.ask("人事股负责什么？").text
    assert "3 个单位的文件都写有人事股" in told
    assert "【白石县卫生健康局】1 项" in told
    assert "【其他文件】1 项" in told


def test_an_office_of_one_body_only_is_listed_as_it_is(bodies: Assistant) -> None:
    assert "【" not in bodies.ask("疾控股负责什么？").text


def test_the_figures_of_a_body_are_those_of_its_own_plan_first(bodies: Assistant) -> None:
    told = bodies.ask("卫健局2024年有哪些指标？").text
    assert told.startswith("2024年县卫生健康局自己的计划、要点写明指标的共 2 处，已全部列出。")
    assert "其他文件交给县卫生健康局的工作中写明指标的共 1 处" in told
