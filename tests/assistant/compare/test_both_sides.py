"""Each side of a comparison is told, over plans of made-up counties, towns and firms."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.answering.confirmed import tells_each
from assistant.answering.gathered import Evidence
from assistant.assistant import Assistant
from assistant.compare import Cell, Comparison, Row, Table, blocks
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from ingest.records import Chunk
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县农业农村局2024年工作要点.txt": """白石县农业农村局2024年工作要点

一、建设高标准农田
新建2.3万亩、改造提升0.6万亩，亩均投入不低于2500元，9月底前开工。
二、动物防疫
各镇每季度至少组织1次应急演练，兽医持证率2024年底达到60%、2025年底达到90%。
三、技术服务
农技员驻村指导每人每月不少于3次。
四、河塘治理
整治改造农村河道35公里。
""",
    "白石县农业农村局2023年工作要点.txt": """白石县农业农村局2023年工作要点

一、抓好生产
稳定粮食面积。
二、技术服务
农技员驻村指导每人每月不少于2次。
""",
    "青桥县农业农村局2024年工作要点.txt": """青桥县农业农村局2024年工作要点

一、扎实抓好粮食生产
新建高标准农田1.7万亩；推广优良品种。
二、动物防疫
每个镇每半年至少开展1次应急演练。
三、水利建设
开展河塘整治，整治农村河道52公里。
""",
    "白石市燃气集团2024年安全工作方案.txt": """白石市燃气集团2024年安全工作方案

一、应急演练
集团级演练每年4次，站点级每季度1次。
二、投入
年度安全生产投入不少于860万元，其中教育培训经费不少于40万元。
""",
    "2024年安全运营工作计划.txt": """白石热力供应集团有限公司
2024年安全运营工作计划

（一）应急演练
集团级演练每年2次，班组级每月1次。
（二）安全指标：责任事故为零；年度安全投入不少于620万元，其中安全教育培训不少于35万元。
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("sides"), DOCUMENTS) as assistant:
        yield assistant


def cells(answer: Answer) -> list[str]:
    """Give the cells of the one row of an answer's table, without their marks."""
    tables = [block for block in blocks(answer.text) if isinstance(block, Table)]
    assert len(tables) == 1, answer.text
    return [cell.split("[")[0] for cell in tables[0].rows[0][1:]]


def test_a_clause_under_a_heading_that_names_the_thing_is_no_gap(shelf: Assistant) -> None:
    told = cells(shelf.ask("白石县和青桥县2024年新建高标准农田各多少万亩？"))
    assert told == ["新建2.3万亩、改造提升0.6万亩", "新建高标准农田1.7万亩"]


def test_a_clause_beside_figures_of_two_years_is_told(shelf: Assistant) -> None:
    told = cells(shelf.ask("应急演练多久一次？对比一下白石县和青桥县2024年的规定。"))
    assert told == ["各镇每季度至少组织1次应急演练", "每个镇每半年至少开展1次应急演练"]


@pytest.mark.parametrize(
    "question",
    [
        "农技员驻村指导，白石县这两年每月次数要求变了没？从几次到几次",
        "农技员驻村指导每月的次数，白石县2024年比2023年要求多了吗？分别几次",
        "白石县近两年农技员驻村指导每月分别不少于几次",
    ],
)
def test_what_each_of_two_years_says_is_told(shelf: Assistant, question: str) -> None:
    told = cells(shelf.ask(question))
    assert [cell.split("不少于")[1] for cell in told[:2]] == ["2次", "3次"]


def test_sides_that_put_a_task_alike_confirm_each_other(shelf: Assistant) -> None:
    answer = shelf.ask("白石县和青桥县2024年农村河道整治任务哪个大？")
    assert "青桥比白石多17公里" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("燃气、热力两家集团级应急演练一年各搞几次", ["集团级演练每年4次", "集团级演练每年2次"]),
        (
            "白石的燃气集团跟热力集团，2024年安全投入各不少于多少？",
            ["年度安全生产投入不少于860万元", "年度安全投入不少于620万元"],
        ),
    ],
)
def test_firms_are_compared_by_their_short_names(shelf: Assistant, question: str, told: list[str]) -> None:
    assert cells(shelf.ask(question)) == told


def test_which_of_two_has_more_of_a_thing_is_told(shelf: Assistant) -> None:
    answer = shelf.ask("燃气集团和热力集团谁的安全培训经费更多？")
    assert cells(answer) == ["其中教育培训经费不少于40万元", "其中安全教育培训不少于35万元"]
    assert "燃气集团比热力集团多5万元" in answer.text


def test_no_gap_is_claimed_for_a_side_that_states_something() -> None:
    text = "新建公厕6座。"
    statement = Statement(
        Chunk("c", "a", 0, 0, len(text), text, "计划"), 0, len(text), 1.5, 1.0, 0.5, 2.0, True
    )
    stated = Evidence(Question("新建公厕几座", Intent.FIGURE), (), (statement,))
    silent = replace(stated, statements=())
    gap = Comparison(("白石", "青桥"), (Row("新建公厕", (Cell(text, (1,)), Cell())),), ())
    assert tells_each(gap, [stated, silent])
    assert not tells_each(gap, [stated, stated])
