import pytest

from assistant.assistant import Assistant

Y23, Y24, RULE = (
    "白石县教育局2023年工作要点.txt",
    "白石县教育局2024年工作要点.txt",
    "青河市控辍保学实施方案.txt",
)


def named(shelf: Assistant, question: str) -> list[tuple[str, ...]]:
    return [document.docs for document in shelf.read(question).documents]


@pytest.mark.parametrize(
    ("question", "docs"),
    [
        ("23年要点和24年要点里新建幼儿园各几所？", [(Y23,), (Y24,)]),
        ("白石县教育局2023年工作要点跟青河市控辍保学方案有什么不同", [(Y23,), (RULE,)]),
        ("控辍方案、白石2024年工作要点各提出了什么目标？", [(RULE,), (Y24,)]),
        ("2023年和2024年工作要点有什么变化？", [(Y23,), (Y24,)]),
        ("2024年要点与青河的控辍保学实施方案（2024）对比", [(Y24,), (RULE,)]),
    ],
)
def test_two_documents_are_named_in_short_or_in_full(
    shelf: Assistant, question: str, docs: list[tuple[str, ...]]
) -> None:
    assert named(shelf, question) == docs


@pytest.mark.parametrize(
    "question",
    [
        "2024年要点里新建幼儿园几所？",
        "2023年和2024年计划新建幼儿园各几所？",
        "23年跟24年计划投入差多少？",
        "2024年新建幼儿园的计划和目标是多少？",
        "防汛抗旱方案和森林防火方案有什么不同？",
        "资料库里有哪些2023年要点和2024年要点？",
    ],
)
def test_one_document_or_a_verb_or_what_is_not_stored_names_none(shelf: Assistant, question: str) -> None:
    assert named(shelf, question) == []


def test_each_part_is_asked_of_its_own_document(shelf: Assistant) -> None:
    parts = shelf.read("23年要点和24年要点里新建幼儿园各几所？").parts
    assert [part.filter.docs for part in parts] == [(Y23,), (Y24,)]
    assert [part.years for part in parts] == [(2023,), (2024,)]
    assert ["24年要点" in part.text for part in parts] == [False, True]


def test_named_documents_are_the_columns(shelf: Assistant) -> None:
    text = shelf.ask("23年要点和24年要点里新建幼儿园各几所？").text
    assert text.startswith("| 事项 | 23年要点 | 24年要点 | 变化 |")


@pytest.mark.parametrize(
    "question",
    [
        "《青河市控辍保学实施方案》里办公室负责什么？",
        "控辍保学实施方案里政工股负责哪些工作？",
        "控辍保学实施方案中审计股负责什么？",
        "政工股在白石县教育局2024年工作要点里负责哪些事？",
    ],
)
def test_the_work_of_a_unit_is_not_taken_from_other_documents_than_the_one_named(
    shelf: Assistant, question: str
) -> None:
    answer = shelf.ask(question)
    assert answer.refused
    assert answer.text.startswith("所问文件（")


def test_the_work_of_a_unit_is_that_in_the_document_named(shelf: Assistant) -> None:
    answer = shelf.ask("政工股在白石县教育局2023年工作要点里负责哪些事？")
    assert {citation.doc for citation in answer.citations} == {Y23}
    assert "共 2 项，已全部列出" in answer.text


def test_what_a_document_is_about_names_it_where_the_work_of_a_unit_is_asked(shelf: Assistant) -> None:
    assert shelf.ask("青河控辍保学实施由政工股负责哪些工作？").refused
    assert not shelf.ask("学校的事由政工股负责哪些工作？").refused


@pytest.mark.parametrize(
    "question", ["总结一下", "今年的通知有哪些要求？", "《》里写了什么？", "关于印发的规定是什么"]
)
def test_what_names_nothing_names_no_document(shelf: Assistant, question: str) -> None:
    assert shelf.read(question).titled is None


def test_a_unit_that_no_duty_names_is_read_by_its_form(shelf: Assistant) -> None:
    assert shelf.read("控辍保学实施方案里审计股负责什么？").stranger == "审计股"
    assert shelf.read("控辍保学方案里教育部门负责什么？").stranger == ""
