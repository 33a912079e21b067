"""Two plans of one series compared whole, by whatever words a question names them."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.compare import Table, blocks
from tests.assistant.library import library_of

DOCUMENTS = {
    "砚台市园林绿化局2023年工作要点.txt": """砚台市园林绿化局2023年工作要点

一、扩大绿化面积
（一）建设口袋公园。新建口袋公园6个、改建9个，施工单位接到投诉后须在48小时内答复。
（二）栽植行道树。补植行道树3200株，3月20日前完成苗木调运。
二、管好公园
（一）清除水面浮萍。组织打捞船4艘，湖面浮萍3日内打捞完毕。
（二）关爱园林工人。为环卫驿站配齐饮水机，慰问困难园工，开办夏令托管班，举办技能竞赛1次。
""",
    "砚台市园林绿化局2024年工作要点.txt": """砚台市园林绿化局2024年工作要点

一、扩大绿化面积
（一）建设口袋公园。新建口袋公园8个、改建14个，施工单位接到投诉后须在24小时内答复。
（二）栽植行道树。补植行道树3200株，4月5日前完成苗木调运。
二、管好公园
（一）修缮古亭。修缮古亭2座，6月底前完工。
（二）加强工人服务。园工夏令托管班增加到3处，环卫驿站加装饮水机，技能竞赛改为两年一次。
""",
    "砚台市水务局2024年工作要点.txt": """砚台市水务局2024年工作要点

一、保障供水
（一）更换老旧水表。更换老旧水表1.2万只。
（二）查漏补漏。检测管网300公里。
""",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("town"), DOCUMENTS) as assistant:
        yield assistant


def rows(assistant: Assistant, question: str) -> dict[str, str]:
    tables = [block for block in blocks(assistant.ask(question).text) if isinstance(block, Table)]
    return {row[0]: row[-1] for table in tables for row in table.rows}


WHOLE = {"建设口袋公园", "栽植行道树", "修缮古亭", "清除水面浮萍"}


@pytest.mark.parametrize(
    "question",
    [
        "比较砚台市园林绿化局2023年和2024年工作要点",
        "比较砚台市园林局2023年和2024年工作要点",
        "园林绿化局2023年和2024年的任务有什么变化？",
        "园林绿化局工作要点两年对比",
        "园林绿化工作要点两年有什么不同",
        "园林绿化局2024年工作要点与上年相比有哪些变化？",
    ],
)
def test_plans_named_in_any_way_are_compared_whole(town: Assistant, question: str) -> None:
    assert set(rows(town, question)) >= WHOLE


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("园林绿化局2024年新增了哪些任务？", {"修缮古亭": "新增"}),
        (
            "园林绿化局2024年工作要点新增了哪些任务，取消了哪些？",
            {"修缮古亭": "新增", "清除水面浮萍": "未再提及"},
        ),
        ("园林绿化局2024年工作要点取消了2023年的哪些任务？", {"清除水面浮萍": "未再提及"}),
        ("园林绿化局2024年砍掉了上一年的哪些工作？", {"清除水面浮萍": "未再提及"}),
    ],
)
def test_tasks_that_came_or_went_are_those_of_the_plan_before(
    town: Assistant, question: str, told: dict[str, str]
) -> None:
    found = rows(town, question)
    assert {task: found.get(task) for task in told} == told
    assert not {"建设口袋公园", "栽植行道树"} & set(found)


@pytest.mark.parametrize("question", ["水务局2024年新增了哪些任务？", "2024年取消了哪些工作？"])
def test_without_a_plan_before_no_task_is_told_as_new_or_gone(town: Assistant, question: str) -> None:
    assert town.ask(question).refused


def test_numbers_and_dates_in_clauses_of_one_wording_are_compared(town: Assistant) -> None:
    told = rows(town, "比较砚台市园林绿化局2023年和2024年工作要点")
    assert "48小时 → 24小时" in told["建设口袋公园"] and "9个 → 14个" in told["建设口袋公园"]
    assert told["栽植行道树"] == "指标变化（3月20日前 → 4月5日前）"


def test_a_task_named_otherwise_with_words_of_its_own_is_neither_new_nor_gone(town: Assistant) -> None:
    told = rows(town, "比较砚台市园林绿化局2023年和2024年工作要点")
    assert "加强工人服务" in told and "关爱园林工人" not in told
    assert told["加强工人服务"] not in ("新增", "未再提及")


def test_a_task_is_not_beside_a_heading_that_only_means_something_alike(town: Assistant) -> None:
    told = rows(town, "比较砚台市园林绿化局2023年和2024年工作要点")
    assert told["清除水面浮萍"] == "未再提及" and told["修缮古亭"] == "新增"


def test_a_topic_is_still_compared_alone(town: Assistant) -> None:
    assert set(rows(town, "园林绿化局2023年和2024年口袋公园有什么变化？")) == {"建设口袋公园"}
