"""A day without a year is of the year its part of a document, its school year or its notice is of."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings

MASKED = """白石县住房局20XX年工作总结及20XX年工作计划
2024-01-15
一、2023年工作完成情况
（一）老旧小区改造有序推进。改造老旧小区9个，全部于10月底前竣工。
（二）物业服务有待提升。物业服务覆盖率为61%。
二、2024年工作计划
（一）实施老旧小区改造。改造老旧小区7个，5月底前完成设计，9月底前全部开工。
（二）提升物业服务水平。年底前物业服务覆盖率达到70%。
"""
NOTICE = """白石县医疗保障局关于做好2025年度居民医保参保缴费工作的通知
各乡镇人民政府：
一、缴费标准。个人缴费标准为每人380元，较2024年度提高30元。
二、缴费进度。各乡镇10月20日前缴费进度达到六成，2月15日前完成补缴。
2024年8月26日
"""
TERM = """白石中学2023—2024学年度德育工作计划
一、主要工作
（一）开学教育。9月20日前完成新生军训。
（二）安全教育。3月10日前完成校园安全排查。
"""


@pytest.fixture(scope="module")
def undated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("undated")
    plans = folder / "plans"
    plans.mkdir()
    for name, text in {"住房局": MASKED, "医保局": NOTICE, "白石中学": TERM}.items():
        (plans / f"{name}.txt").write_text(text, encoding="utf-8")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.keeper.ingest([plans])
        yield assistant


@pytest.mark.parametrize(
    ("question", "listed", "left"),
    [
        ("2024年9月底前要完成哪些工作？", "5月底前完成设计", "10月"),
        ("2024年10月要完成哪些工作？", "10月20日前缴费进度", "竣工"),
        ("2025年2月要完成哪些工作？", "2月15日前完成补缴", "军训"),
        ("2023年9月要完成哪些工作？", "9月20日前完成新生军训", "开工"),
        ("2024年3月要完成哪些工作？", "3月10日前完成校园安全排查", "军训"),
    ],
)
def test_a_day_is_of_the_year_its_document_gives_it(
    undated: Assistant, question: str, listed: str, left: str
) -> None:
    answer = undated.ask(question)
    assert listed in answer.text
    assert left not in answer.text


def test_what_is_aimed_at_is_found_in_the_half_that_plans(undated: Assistant) -> None:
    assert "70%" in undated.ask("2024年物业服务覆盖率目标是多少？").text
    assert "61%" not in undated.ask("2024年物业服务覆盖率目标是多少？").text
    assert "7个" in undated.ask("2024年改造老旧小区多少个？").text
    assert "9个" in undated.ask("2023年改造老旧小区多少个？").text


def test_a_year_in_a_comparison_dates_no_figure(undated: Assistant) -> None:
    assert "380元" in undated.ask("2025年度个人缴费标准是多少？").text
    assert undated.ask("2024年个人缴费标准是多少？").refused


@pytest.mark.parametrize("question", ["2025年较2024年个人缴费提高多少？", "个人缴费2025年比2024年多多少？"])
def test_a_change_from_the_year_before_is_told_where_it_is_stated(undated: Assistant, question: str) -> None:
    answer = undated.ask(question)
    assert "提高30元" in answer.text
    assert not answer.notice


def test_what_was_done_and_what_is_planned_stand_side_by_side(undated: Assistant) -> None:
    answer = undated.ask("2024年改造老旧小区任务和2023年完成数对比")
    assert "9个" in answer.text
    assert "7个" in answer.text
    assert answer.text.startswith("| 事项 |")


def test_of_a_year_that_is_past_results_go_before_plans(undated: Assistant) -> None:
    answer = undated.ask("去年改造老旧小区多少个？")
    assert "9个" in answer.text
    assert "7个" not in answer.text
    assert "以下是2023年的" in answer.notice
