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
