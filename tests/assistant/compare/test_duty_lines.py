"""Tasks that stand whole in their headings, with a line of duties alone below, are compared by the tasks."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县文旅局2024年工作计划.txt": """白石县文旅局2024年工作计划

一、公共文化
（一）修缮县图书馆，9月底前开放。责任股室：公共服务股
（二）送戏下乡80场。责任股室：艺术股；配合单位：各乡镇
二、文物保护
（三）普查古民居，建立档案。责任股室：文物股
（四）征集民间老照片，年底前办一次展览。（文物股牵头，公共服务股配合）
""",
    "白石县文旅局2025年工作计划.txt": """白石县文旅局2025年工作计划

一、公共文化
（一）送戏下乡95场。责任股室：艺术股；配合单位：各乡镇
二、文物保护
（二）普查古民居，建立档案。责任股室：文物股
（三）招募景区讲解员30名。责任股室：公共服务股
三、自身建设
（四）轮训全体职工。（公共服务股）
""",
}
DUTY = ("责任股室", "牵头", "（公共服务股）")


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("bureau"), DOCUMENTS) as assistant:
        yield assistant


def rows(assistant: Assistant, question: str) -> dict[str, list[str]]:
    lines = [line.strip("| ").split(" | ") for line in assistant.ask(question).text.splitlines()]
    return {cells[0]: cells[1:] for cells in lines if len(cells) > 2}


def test_what_one_office_does_in_both_years_is_not_one_task(bureau: Assistant) -> None:
    told = rows(bureau, "文旅局2024年和2025年工作计划有什么变化？")
    assert told["招募景区讲解员30名"][0] == "未提及"
    assert told["招募景区讲解员30名"][-1] == "新增"
    assert told["修缮县图书馆，9月底前开放"][-1] == "未再提及"
    assert told["征集民间老照片，年底前办一次展览"][-1] == "未再提及"
    assert told["送戏下乡95场"][-1].startswith("指标变化")


def test_the_cells_tell_the_tasks(bureau: Assistant) -> None:
    told = rows(bureau, "文旅局2024年和2025年工作计划有什么变化？")
    assert told["普查古民居，建立档案"][0].startswith("普查古民居，建立档案")
    assert not any(word in cell for cells in told.values() for cell in cells[:2] for word in DUTY)


def test_a_summary_gives_the_first_task_of_a_chapter(bureau: Assistant) -> None:
    told = bureau.ask("总结一下白石县文旅局2025年工作计划").text
    assert "公共文化：（一）送戏下乡95场" in told
    assert "自身建设：（四）轮训全体职工" in told
    assert not any(word in told for word in DUTY)
