"""Figures, times and topics of things that a made-up county's papers do not name, and of others they do."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "青禾县农技推广工作方案.txt": """青禾县农技推广工作方案

一、队伍建设
首席农技专家享受县财政每月1200元岗位津贴，每名专家联系示范户不少于15户。
二、示范基地
到2027年，建成水稻绿色种植示范基地24个，全年支付基地管护人员劳务补助36万元。
三、培训安排
农技员每人每年参加集中培训不少于40学时。
四、改水改厕
户厕改造每户奖补900元。
""",
    "青禾县文化站建设计划.txt": """青禾县文化站建设计划

一、经费保障
义务教育学校图书角每处补助800元。
乡镇书屋每所补助2万元，村（社区）书屋每个补助500元。
""",
    "青禾县气象站建设方案.txt": """青禾县气象站建设方案

一、气象研学
气象研学收费标准为每人每学期不超过260元。
二、仪器更新
气象站购置仪器按每站不超过3万元安排。
""",
    "青禾县档案馆2024年工作总结.txt": """青禾县档案馆2024年工作总结

一、馆藏情况
目前馆藏档案12.6万卷，已建成数字档案室18个。
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("unnamed"), DOCUMENTS) as assistant:
        yield assistant


def test_a_figure_of_what_is_named_answers(shelf: Assistant) -> None:
    assert "1200元" in shelf.ask("首席农技专家每月岗位津贴是多少？").text
    assert "15户" in shelf.ask("每名农技专家联系示范户不少于多少户？").text


def test_money_asked_for_in_spoken_words_is_no_term(shelf: Assistant) -> None:
    assert "260元" in shelf.ask("气象研学一个学期最多收多少钱？").text
    assert "3万元" in shelf.ask("气象站仪器每站花多少钱？").text


def test_a_figure_of_others_than_the_formal_question_names_answers_nothing(shelf: Assistant) -> None:
    assert shelf.ask("县财政给予兽医的每月岗位津贴标准是多少？").refused


def test_of_which_level_a_thing_is_may_be_put_otherwise(shelf: Assistant) -> None:
    assert "500元" in shelf.ask("对一个村级书屋补助多少元？").text
    assert "900元" in shelf.ask("村庄户厕改造每户奖补多少元？").text
    assert "800元" in shelf.ask("初级中学图书角每处补助多少元？").text


def test_who_speaks_may_mean_the_same_in_other_words(shelf: Assistant) -> None:
    assert "40学时" in shelf.ask("咱们农技员一年集中培训得上多少学时").text


def test_what_each_is_paid_is_not_told_by_what_all_are(shelf: Assistant) -> None:
    assert shelf.ask("示范基地管护人员每课时劳务补助多少元？").refused
    assert "36万元" in shelf.ask("示范基地管护人员劳务补助全年支付多少元？").text


def test_what_shall_be_built_is_not_what_there_is_by_now(shelf: Assistant) -> None:
    assert shelf.ask("目前已建成水稻绿色种植示范基地多少个？").refused
    assert "24个" in shelf.ask("水稻绿色种植示范基地要建成多少个？").text
    assert "18个" in shelf.ask("目前已建成数字档案室多少个？").text


def test_of_several_things_asked_at_once_each_may_be_told_elsewhere(shelf: Assistant) -> None:
    answer = shelf.ask("首席农技专家和基地管护人员的补助各是多少？")
    assert "1200元" in answer.text or "36万元" in answer.text


def test_the_time_of_another_thing_than_the_formal_question_names_is_none(shelf: Assistant) -> None:
    assert shelf.ask("水稻种植示范基地的沼气池应于哪一年建成？").refused
    assert "2027年" in shelf.ask("水稻绿色种植示范基地应于哪一年建成？").text


def test_how_something_is_done_is_told_by_what_names_it_and_the_deed(shelf: Assistant) -> None:
    assert shelf.ask("示范户怎么公示").refused
    assert shelf.ask("污水管网怎么清淤").refused


def test_one_told_apart_by_a_letter_must_be_named(shelf: Assistant) -> None:
    assert shelf.ask("C镇乡镇书屋每所补助多少？").refused
    assert "2万元" in shelf.ask("乡镇书屋每所补助多少？").text
