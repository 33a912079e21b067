"""A follow-up of the person or the units of the task before."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "柳林镇2025年工作计划.txt": """柳林镇人民政府2025年工作计划

一、民生保障
（一）临时救助。临时救助5个工作日内办结。（分管领导：副镇长陈小梅；责任单位：镇民政办）
（二）养老服务。建成互助养老点6个，为80岁以上老人每月发放津贴100元。（分管领导：副镇长陈小梅；责任单位：镇民政办）
二、安全生产
（一）燃气安全。燃气管道改造26公里。（分管领导：副镇长王志远；牵头单位：镇应急办；配合单位：镇党政办）
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("people"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize("asked", ["他还分管什么？", "她分管哪些工作？", "这位领导还负责什么？"])
def test_a_person_of_the_answer_is_asked_of_by_a_pronoun(library: Assistant, asked: str) -> None:
    told = library.ask(asked, ["养老服务由哪位领导分管？"]).text
    assert "临时救助" in told
    assert "养老服务" in told
    assert "燃气" not in told


def test_a_pronoun_without_a_person_before_stays_as_it_is(library: Assistant) -> None:
    assert library.read("他还分管什么？", ["燃气管道改造多少公里？"]).text != "王志远还分管什么？"


@pytest.mark.parametrize("asked", ["配合单位有哪些？", "配合单位是谁？", "牵头单位都是哪些？"])
def test_a_part_in_a_task_is_asked_of_the_task_before(library: Assistant, asked: str) -> None:
    told = library.ask(asked, ["燃气安全的目标是什么？"]).text
    assert "镇应急办" in told
    assert "镇党政办" in told
    assert "民政办" not in told
