"""What changed over three years is told from each year to the next; of figures, year by year."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.compare import Table, blocks
from tests.assistant.library import library_of

PLAN = """白石县交通局{year}年工作计划

一、建好道路
（一）改造农村公路。改造农村公路{roads}公里，年底前完工。
（二）{second}
二、管好客运
（一）整治客运秩序。每月开展联合执法{checks}次。
"""
SECOND = {
    2022: "加固危桥。加固危桥5座，汛期前完工。",
    2023: "加固危桥。加固危桥7座，汛期前完工。",
    2024: "新建公交站。新建港湾式公交站20处。",
    2025: "新建公交站。新建港湾式公交站26处。",
}
DOCUMENTS = {
    f"白石县交通局{year}年工作计划.txt": PLAN.format(
        year=year, roads=year - 1990, checks=year - 2020, second=said
    )
    for year, said in SECOND.items()
}
DOCUMENTS["白石县水务局2025年工作计划.txt"] = """白石县水务局2025年工作计划

一、保障供水
（一）改造管网12公里。
"""


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("bureau"), DOCUMENTS) as assistant:
        yield assistant


def tables(assistant: Assistant, question: str, *previous: str) -> list[Table]:
    return [part for part in blocks(assistant.ask(question, previous).text) if isinstance(part, Table)]


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("交通局三年来有什么变化？", [("2023年", "2024年"), ("2024年", "2025年")]),
        ("白石县交通局近三年工作计划有哪些变化？", [("2023年", "2024年"), ("2024年", "2025年")]),
        ("交通局2022年、2023年和2024年工作计划对比", [("2022年", "2023年"), ("2023年", "2024年")]),
        (
            "交通局历年工作计划有什么变化？",
            [("2022年", "2023年"), ("2023年", "2024年"), ("2024年", "2025年")],
        ),
    ],
)
def test_each_year_is_set_beside_the_one_before(
    bureau: Assistant, question: str, years: list[tuple[str, str]]
) -> None:
    assert [table.head[1:3] for table in tables(bureau, question)] == years


def test_the_marks_of_all_tables_name_the_sources_of_the_answer(bureau: Assistant) -> None:
    answer = bureau.ask("交通局三年来有什么变化？")
    last = answer.citations[-1]
    assert f"[{last.n}]" in answer.text
    assert {citation.doc[6:10] for citation in answer.citations} == {"2023", "2024", "2025"}


def test_what_is_new_and_gone_stands_in_its_year(bureau: Assistant) -> None:
    first, second = tables(bureau, "交通局三年来有什么变化？")
    assert {row[0]: row[-1] for row in first.rows}["新建公交站"] == "新增"
    assert {row[0]: row[-1] for row in first.rows}["加固危桥"] == "未再提及"
    assert "新建公交站" not in {row[0] for row in second.rows if row[-1] == "新增"}


def test_of_a_body_with_one_plan_no_years_are_compared(bureau: Assistant) -> None:
    assert not tables(bureau, "水务局三年来有什么变化？")


def test_what_changed_is_asked_of_the_years_asked_of_before(bureau: Assistant) -> None:
    before = ("交通局2024年有哪些工作？", "交通局2022年有哪些工作？")
    (table,) = tables(bureau, "有什么变化？", *before)
    assert [head[:5] for head in table.head[1:3]] == ["2022年", "2024年"]


def test_of_figures_the_figures_are_set_side_by_side(bureau: Assistant) -> None:
    before = ("交通局2024年改造农村公路多少公里？", "交通局2025年改造农村公路多少公里？")
    told = bureau.ask("有什么变化？", before).text
    assert "34公里" in told
    assert "35公里" in told
