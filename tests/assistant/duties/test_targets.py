"""Which figures a unit has to reach is answered from the tasks it has a duty for."""

from assistant.assistant import Assistant


def test_every_figure_of_a_units_tasks_is_listed_with_its_source(shelf: Assistant) -> None:
    answer = shelf.ask("学前教育股2024年有哪些指标？")
    assert [citation.quote for citation in answer.citations] == [
        "新建公办幼儿园12所，学前三年毛入园率达到93%以上。"
    ]
    assert "共 1 处，已全部列出" in answer.text


def test_without_a_year_the_figures_of_all_years_are_listed(shelf: Assistant) -> None:
    answer = shelf.ask("学前教育股的指标有哪些？")
    assert [citation.doc[:11] for citation in answer.citations] == [
        "白石县教育局2024年",
        "白石县教育局2023年",
    ]


def test_a_unit_whose_tasks_state_no_figure_is_answered_by_its_tasks(shelf: Assistant) -> None:
    answer = shelf.ask("党建办2024年有哪些指标？")
    assert "落实意识形态工作责任制" in answer.text
