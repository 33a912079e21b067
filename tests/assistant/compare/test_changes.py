"""Plans of two years compared task by task."""

import pytest

from assistant.assistant import Assistant
from assistant.compare import Table, blocks
from assistant.compare.align import align, tasks_of
from ingest.embed import open_embeddings
from ingest.records import Document

Y23, Y24 = "白石县教育局2023年工作要点.txt", "白石县教育局2024年工作要点.txt"


def changes(shelf: Assistant, question: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """The rows of the only table of an answer by task and kind of change."""
    (table,) = (block for block in blocks(shelf.ask(question).text) if isinstance(block, Table))
    return {(row[0], row[-1].partition("（")[0]): row[1:] for row in table.rows}


def test_two_plans_are_compared_task_by_task(shelf: Assistant) -> None:
    rows = changes(shelf, "2023年和2024年工作要点有什么变化？")
    assert list(rows) == [
        ("落实意识形态工作责任制", "责任单位变化"),
        ("扩大学前教育资源", "指标变化"),
        ("扩大学前教育资源", "责任单位变化"),
        ("推进集团化办学", "新增"),
        ("提升基层党建水平", "未再提及"),
        ("抓好食堂安全", "未再提及"),
    ]
    old, new, change = rows["扩大学前教育资源", "指标变化"]
    assert "8所" in old and "12所" in new
    assert change == "指标变化（8所 → 12所；91%以上 → 93%以上）"


def test_changes_are_counted_above_the_table(shelf: Assistant) -> None:
    opening = shelf.ask("2023年和2024年工作要点有什么变化？").text.split("\n")[0]
    assert (
        opening
        == "2024年工作要点与2023年工作要点相比：新增 1 项，未再提及 2 项，指标变化 1 项，责任单位变化 2 项。"
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2024年工作要点比2023年新增了哪些工作？", {"新增"}),
        ("2024年工作要点比2023年取消了什么？", {"未再提及"}),
        ("2023年和2024年工作要点的指标有什么变化？", {"指标变化"}),
        ("2023年和2024年工作要点的责任股室有哪些变化？", {"责任单位变化"}),
    ],
)
def test_only_the_changes_asked_for_are_told(shelf: Assistant, question: str, told: set[str]) -> None:
    assert {change for _, change in changes(shelf, question)} == told


def test_a_topic_narrows_the_comparison_to_its_tasks(shelf: Assistant) -> None:
    rows = changes(shelf, "2023年和2024年学前教育有什么不同？")
    assert {task for task, _ in rows} == {"扩大学前教育资源"}


def test_nothing_is_new_or_gone_between_plans_of_one_year(shelf: Assistant) -> None:
    answer = shelf.ask("白石县2024年要点和青河市控辍保学方案有什么区别？")
    (table,) = (block for block in blocks(answer.text) if isinstance(block, Table))
    assert table.head == ("事项", "白石县2024年要点", "青河市控辍保学方案")
    assert all("未提及" in row for row in table.rows)


def test_nothing_is_new_or_gone_between_plans_of_different_kinds(shelf: Assistant) -> None:
    answer = shelf.ask("白石县2023年要点和青河市2024年控辍保学方案有什么变化？")
    (table,) = (block for block in blocks(answer.text) if isinstance(block, Table))
    assert table.head == ("事项", "白石县2023年要点", "青河市2024年控辍保学方案")


def test_every_cell_is_cited_verbatim(shelf: Assistant) -> None:
    answer = shelf.ask("2023年和2024年工作要点有什么变化？")
    (table,) = (block for block in blocks(answer.text) if isinstance(block, Table))
    for citation in answer.citations:
        assert shelf.document(citation.doc).text[citation.start : citation.end] == citation.quote
    assert all(cell == "未提及" or cell.endswith("]") for row in table.rows for cell in row[1:3])
    docs = [
        {citation.doc for citation in answer.citations if f"[{citation.n}]" in row[1]} for row in table.rows
    ]
    assert set().union(*docs) == {Y23}


@pytest.fixture(scope="module")
def plans(shelf: Assistant) -> tuple[Document, Document]:
    return shelf.document(Y23), shelf.document(Y24)


def test_each_task_of_either_plan_stands_in_one_pair(plans: tuple[Document, Document]) -> None:
    pairs = align(*plans, open_embeddings().passage_vectors)
    old, new = plans
    assert sorted(pair.old for pair in pairs if pair.old is not None) == tasks_of(old)
    assert sorted(pair.new for pair in pairs if pair.new is not None) == tasks_of(new)


def test_a_plan_is_paired_with_itself_task_by_task(plans: tuple[Document, Document]) -> None:
    plan, _ = plans
    assert [(pair.old, pair.new) for pair in align(plan, plan, open_embeddings().passage_vectors)] == [
        (task, task) for task in tasks_of(plan)
    ]
