"""What a plan has under another heading is neither new nor gone."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县卫生局2023年工作要点.txt": """白石县卫生局2023年工作要点

一、提升服务
（一）改善就医环境。改造病区12个，增设候诊椅200把，家庭医生签约上门1万户。
二、管好队伍
（一）抓好人才培养。选派医师进修20名，评选最美护士。
""",
    "白石县卫生局2024年工作要点.txt": """白石县卫生局2024年工作要点

一、提升服务
（一）改善就医环境。改造病区15个，增设候诊椅300把。
（二）推进家庭医生签约。上门签约2万户，建立随访档案，慢性病患者每季度随访一次。
（三）健全急救网络。新建急救站3个，配备救护车6辆，呼救响应缩短到12分钟。
二、管好队伍
（一）抓好人才培养。选派医师进修26名，评选最美护士。
""",
}


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("bureau"), DOCUMENTS) as assistant:
        yield assistant


def rows(assistant: Assistant, question: str) -> dict[str, list[str]]:
    lines = [line.strip("| ").split(" | ") for line in assistant.ask(question).text.splitlines()]
    return {cells[0]: cells[1:] for cells in lines if len(cells) > 2}


def test_a_task_that_the_other_year_mentions_elsewhere_is_quoted_and_not_new(bureau: Assistant) -> None:
    told = rows(bureau, "2023年和2024年卫生局工作要点有什么变化？")
    assert "家庭医生签约上门1万户" in told["推进家庭医生签约"][0]
    assert "新增" not in told["推进家庭医生签约"]
    assert told["健全急救网络"][0] == "未提及"
    assert told["健全急救网络"][-1] == "新增"


def test_what_is_new_leaves_it_out(bureau: Assistant) -> None:
    told = rows(bureau, "2024年工作要点比2023年新增了哪些工作？")
    assert "健全急救网络" in told
    assert "推进家庭医生签约" not in told
