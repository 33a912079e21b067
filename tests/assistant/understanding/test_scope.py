"""What a reader ticks holds for every kind of answer, and what he takes away holds no more."""

from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.understanding.scope import Scope, admitted
from ingest.records import Alias, Filter

LAST = Scope(Filter(years=(2024,)))
PLAN_OF_2023 = "白石县教育局2023年工作要点.txt"


def docs(answer: Answer) -> set[str]:
    return {citation.doc for citation in answer.citations}


@pytest.mark.parametrize(
    "chosen",
    [
        Filter(years=(2023,)),
        Filter(docs=(PLAN_OF_2023,)),
        Filter(places=("白石县",), units=("后勤股",)),
        Filter(organs=("白石县教育局",), years=(2023,)),
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        "谁负责扩大学前教育资源？",
        "新建公办幼儿园多少所？",
        "学前教育股负责哪些工作？",
        "有哪些文件？",
        "工作要点主要讲了什么？",
        "学前三年毛入园率2023年和2024年有什么变化？",
        "食堂怎么改造？",
    ],
)
def test_nothing_outside_the_chosen_is_found_or_cited(
    shelf: Assistant, question: str, chosen: Filter
) -> None:
    answer = shelf.ask(question, scope=Scope(chosen))
    found = {hit.chunk.doc for hit in (*answer.related, *shelf.search(question, scope=Scope(chosen)))}
    assert docs(answer) | found <= {PLAN_OF_2023}


def test_the_chosen_answers_as_the_library_would(shelf: Assistant) -> None:
    assert "12所" in shelf.ask("新建公办幼儿园多少所？", scope=LAST).text
    assert "8所" in shelf.ask("新建公办幼儿园多少所？", scope=Scope(Filter(years=(2023,)))).text


def test_only_sections_of_a_chosen_unit_are_found(shelf: Assistant) -> None:
    hits = shelf.search("学校要做什么", scope=Scope(Filter(units=("计划财务股",))))
    assert {hit.chunk.path[-1] for hit in hits} == {"（一）扩大学前教育资源"}


def test_tasks_are_those_shared_with_a_chosen_unit(shelf: Assistant) -> None:
    with_both = shelf.ask("学前教育股负责哪些工作？", scope=Scope(Filter(units=("计划财务股",))))
    assert "共 2 项" in with_both.text
    assert shelf.ask("学前教育股负责哪些工作？", scope=Scope(Filter(units=("办公室",)))).refused


@pytest.mark.parametrize(
    ("chosen", "named"),
    [
        (Filter(years=(1999,)), "1999年"),
        (Filter(kinds=("党建工作计划",)), "党建工作计划"),
        (Filter(units=("航天股",)), "航天股"),
        (Filter(organs=("云溪县卫生健康局",)), "云溪县卫生健康局"),
    ],
)
@pytest.mark.parametrize("question", ["谁负责意识形态工作？", "有哪些文件？", "食堂怎么改造？"])
def test_a_refusal_names_what_was_chosen(shelf: Assistant, question: str, chosen: Filter, named: str) -> None:
    answer = shelf.ask(question, scope=Scope(chosen))
    assert answer.refused
    assert answer.text.startswith(f"所选范围（{named}）中没有")
    assert "减少所选的条件" in answer.text


def test_an_answer_says_what_its_question_narrowed_it_to(shelf: Assistant) -> None:
    assert shelf.ask("2023年白石新建公办幼儿园多少所？").narrowed == ("2023年", "白石县")
    assert shelf.ask("2023年学前教育股负责哪些工作？").narrowed == ("2023年", "学前教育股")
    assert shelf.ask("那2024年呢？", ["2023年谁负责意识形态工作？"]).narrowed == ("2024年",)
    assert shelf.ask("新建公办幼儿园多少所？", scope=LAST).narrowed == ()


def test_a_year_that_left_nothing_did_not_narrow_the_answer(shelf: Assistant) -> None:
    assert shelf.ask("2019年和2024年新建公办幼儿园分别多少所？").narrowed == ("2024年",)
    assert shelf.ask("2019年新建公办幼儿园多少所？").narrowed == ("2019年",)


def test_what_a_reader_took_away_narrows_no_more(shelf: Assistant) -> None:
    answer = shelf.ask("2019年新建公办幼儿园多少所？", scope=Scope(dropped=("2019年",)))
    assert not answer.refused
    assert answer.narrowed == ()
    carried = shelf.read("它的时限呢？", ["2023年谁负责食堂改造？"], Scope(dropped=("2023年",)))
    assert carried.years == ()


def test_a_unit_taken_away_leaves_a_question_for_anybody(shelf: Assistant) -> None:
    kept = shelf.read("学前教育股负责哪些工作？")
    dropped = shelf.read("学前教育股负责哪些工作？", scope=Scope(dropped=("学前教育股",)))
    assert kept.unit
    assert dropped.unit == ""
    assert dropped.intent is not kept.intent


def test_a_unit_is_chosen_by_any_of_its_names() -> None:
    alias = {"某局": [Alias("人事股", "政工人事股", 0, 1)]}
    chosen = Filter(units=("人事股",))
    resolved = admitted(chosen, lambda: alias, lambda units: {"甲.txt"} if "政工人事股" in units else set())
    assert set(resolved.units) == {"人事股", "政工人事股"}
    assert resolved.docs == ("甲.txt",)
    both = replace(chosen, docs=("乙.txt",))
    assert "乙.txt" not in admitted(both, lambda: alias, lambda units: {"甲.txt"}).docs


@pytest.mark.parametrize(
    ("question", "chosen", "said"),
    [
        ("2023年和2024年工作要点有什么变化？", Filter(years=(2024,)), "您只看2024年，问题还问了2023年"),
        ("2023年新建公办幼儿园多少所？", Filter(years=(2024,)), "您只看2024年，问题还问了2023年"),
        ("青河市教育局怎么控辍保学？", Filter(organs=("白石县教育局",)), "白石县教育局，问题还问了青河市"),
        ("控辍保学实施方案里巩固率是多少？", Filter(kinds=("工作要点",)), "问题还问了控辍保学实施方案"),
    ],
)
def test_a_question_that_names_what_was_left_out_is_told_so(
    shelf: Assistant, question: str, chosen: Filter, said: str
) -> None:
    answer = shelf.ask(question, scope=Scope(chosen))
    assert answer.refused
    assert said in answer.text
    assert "以下来自其他文件" not in answer.notice
    assert not shelf.ask(question).refused


def test_what_is_held_within_the_choice_is_told_beside_what_was_left_out(shelf: Assistant) -> None:
    answer = shelf.ask("2023年和2024年有哪些文件？", scope=LAST)
    assert not answer.refused
    assert answer.notice.startswith("您只看2024年，问题还问了2023年")
    assert not shelf.ask("2024年有哪些文件？", scope=LAST).notice
