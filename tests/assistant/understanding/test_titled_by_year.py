"""A document named with its year is no other, where only those of other years are stored."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

PLAN = "石岭县教育局{year}年教育工作要点\n\n一、扩大资源\n{said}\n\n石岭县教育局\n{year}年2月1日\n"


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    documents = {
        "2023年教育工作要点.txt": PLAN.format(year=2023, said="全年招聘教师61名，新建公办园2所。"),
        "2024年教育工作要点.txt": PLAN.format(
            year=2024, said="全年招聘教师98名。出台2024—2027年学校布局调整规划，坚持一校一策。"
        ),
        "学前教育三年行动计划（2023—2025年）.txt": (
            "石岭县学前教育三年行动计划（2023—2025年）\n\n一、建强队伍\n每年招聘幼儿教师不少于40名。\n"
        ),
    }
    with library_of(tmp_path_factory.mktemp("plans"), documents) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question",
    ["2025年教育工作要点", "2025年教育工作要点讲了什么", "2026年教育工作要点里学校布局怎么调整"],
)
def test_a_span_of_years_in_another_year_s_document_is_not_the_one_named(
    plans: Assistant, question: str
) -> None:
    answer = plans.ask(question)
    assert answer.refused
    assert "2024年" in answer.text


def test_a_document_of_the_year_is_answered_from(plans: Assistant) -> None:
    assert "98名" in plans.ask("2024年教育工作要点里招聘多少教师").text


def test_a_plan_for_several_years_gives_way_to_the_newest_of_one(plans: Assistant) -> None:
    answer = plans.ask("今年招聘教师多少名")
    assert "98名" in answer.text
    assert "2024年" in answer.notice
