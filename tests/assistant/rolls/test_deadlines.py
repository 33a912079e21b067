import pytest

from assistant.assistant import Assistant
from tests.assistant.rolls.conftest import Asked


def test_all_that_is_due_by_a_day_is_listed_in_the_order_of_its_days(asked: Asked) -> None:
    told = asked("白石县2024年6月底前要完成哪些工作？").text
    assert told.startswith("2024年6月底前要完成的工作共 2 项，已全部列出。")
    assert told.index("3月20日前制定年度清单[1]") < told.index("6月底前完成全部学校食堂改造")
    assert "9月1日前" not in told
    assert "12月底前" not in told


def test_a_quarter_holds_what_is_due_within_it_only(asked: Asked) -> None:
    told = asked("白石县教育局2024年三季度要完成哪些工作？").text
    assert "共 1 项" in told
    assert "9月1日前投入使用" in told


def test_the_work_of_a_unit_is_told_apart_by_its_duties(asked: Asked) -> None:
    told = asked("后勤股2024年年底前要完成哪些任务？").text
    assert "后勤股要完成的工作共 2 项" in told
    assert "教育集团4个" in told
    assert "幼儿园" not in told


def test_only_tasks_that_a_unit_leads_are_due_where_that_is_asked(asked: Asked) -> None:
    assert "幼儿园" not in asked("2024年年底前由后勤股牵头完成的工作有哪些？").text


def test_what_comes_again_is_no_deadline_and_is_listed_by_its_period(asked: Asked) -> None:
    assert "每学期入户走访一次[1]" in asked("每学期都要做的工作有哪些？").text
    assert "走访" not in asked("2023年年底前要完成哪些工作？").text


def test_where_no_year_is_named_the_newest_is_listed_and_others_are_counted(asked: Asked) -> None:
    told = asked("8月底前要完成什么？").text
    assert told.startswith("2024年8月底前")
    assert "招标" not in told
    assert told.endswith("以上只是其中一年的；另有2023年 1 项，写明年份可以列出。")


def test_who_is_responsible_is_told_where_it_is_asked(asked: Asked) -> None:
    told = asked("青河县2024年5月底前要完成哪些工作，由谁负责？").text
    assert "5月底前完成排查（县公安局）[1]" in told


def test_a_time_within_which_nothing_is_due_is_refused(asked: Asked) -> None:
    assert asked("2024年2月要完成哪些工作？").refused


@pytest.mark.parametrize("question", ["2024年6月底前完成了哪些工作？", "食堂改造什么时候完成？"])
def test_what_was_done_and_when_something_is_due_is_not_a_list_of_deadlines(
    asked: Asked, question: str
) -> None:
    assert "已全部列出" not in asked(question).text


def test_another_time_asked_next_takes_the_place_of_the_first(library: Assistant) -> None:
    told = library.ask("那三季度呢？", ("白石县2024年6月底前要完成哪些工作？",)).text
    assert "三季度要完成的工作共 1 项" in told
    assert "9月1日前" in told
