import pytest

from assistant.compare import Change, compares
from assistant.compare.asked import asks_changes, wanted_changes
from assistant.understanding.question import Facets, Question
from assistant.understanding.standalone import read_standalone


def read(text: str) -> Question:
    return read_standalone(text, Facets())


@pytest.mark.parametrize(
    "text",
    [
        "2023年和2024年工作要点有什么不同？",
        "两年的学前教育工作有哪些变化",
        "23年和24年的牵头股室一样吗？",
        "2024年比2023年新增了哪些任务",
        "2024年取消了什么",
        "对比一下2023年和2024年的双减工作",
        "责任单位变了没",
    ],
)
def test_a_question_for_differences_asks_for_changes(text: str) -> None:
    assert asks_changes(read(text)) and compares(read(text))


@pytest.mark.parametrize(
    "text", ["2023年和2024年应对气候变化的措施", "2023年和2024年怎么减轻教师负担？", "调整机构的要求"]
)
def test_words_of_change_in_a_topic_ask_for_none(text: str) -> None:
    assert not asks_changes(read(text)) and not compares(read(text))


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("2024年新增了哪些任务", {Change.ADDED}),
        ("2024年取消了哪些任务", {Change.DROPPED}),
        ("哪些不再提了，有什么不同", {Change.DROPPED}),
        ("延续了哪些任务", {Change.KEPT}),
        ("指标有什么变化", {Change.FIGURE}),
        ("牵头股室有什么变化", {Change.UNITS}),
        ("有什么变化", set(Change)),
    ],
)
def test_a_kind_of_change_may_be_asked_for_by_name(text: str, changes: set[Change]) -> None:
    assert wanted_changes(read(text)) == changes
