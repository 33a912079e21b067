"""A question several places answer is answered for each of them."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.understanding.scope import Scope
from ingest.records import Filter

PLANS = {"青河县": (2023, 8), "白石县": (2024, 12), "云门县": (2025, 15)}


@pytest.fixture(scope="module")
def counties(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("counties")
    (folder / "plans").mkdir()
    for place, (year, count) in PLANS.items():
        title = f"{place}教育局{year}年工作要点"
        text = f"{title}\n\n一、扩大资源\n全年新建公办幼儿园{count}所，改造食堂。\n二、抓好安全\n开展检查。\n"
        (folder / "plans" / f"{title}.txt").write_text(text, "utf-8")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.keeper.ingest([folder / "plans"])
        yield assistant


def test_each_place_answers_the_newest_first(counties: Assistant) -> None:
    answer = counties.ask("新建公办幼儿园多少所？")
    found = [answer.text.index(f"{count}所") for count in (15, 12, 8)]
    assert found == sorted(found)
    assert "云门、白石、青河" in answer.notice
    assert "写明地方" in answer.notice


def test_figures_of_several_years_are_told_the_newest_first(shelf: Assistant) -> None:
    text = shelf.ask("白石县新建公办幼儿园多少所？").text
    assert text.index("12所") < text.index("8所")


@pytest.mark.parametrize(
    ("question", "scope"),
    [
        ("白石县新建公办幼儿园多少所？", Scope()),
        ("2024年新建公办幼儿园多少所？", Scope()),
        ("新建公办幼儿园多少所？", Scope(Filter(places=("白石县",)))),
    ],
)
def test_a_question_that_says_which_is_answered_for_one(
    counties: Assistant, question: str, scope: Scope
) -> None:
    answer = counties.ask(question, scope=scope)
    assert {citation.doc for citation in answer.citations} == {"白石县教育局2024年工作要点.txt"}
    assert answer.notice == ""
