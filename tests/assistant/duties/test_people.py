"""Who answers for a task beside its units, named with them."""

import pytest

from tests.assistant.duties.test_duties import asked, document

ITEM = "1.食堂建设。新建食堂2所。"


@pytest.mark.parametrize(
    "stated",
    [
        ITEM + "（责任单位：后勤中心；责任领导：李明）",
        ITEM + "责任领导：李明 责任科室：后勤中心",
        ITEM + "\n责任单位：后勤中心\n责任领导：李明",
        ITEM + "\n责任领导：李明\n责任单位：后勤中心",
    ],
)
def test_the_person_beside_the_units_is_named_and_quoted(stated: str) -> None:
    answer = asked("谁负责食堂建设？", document("要点", "一、后勤", *stated.split("\n")))
    assert answer.text == "“食堂建设”由后勤中心负责，责任领导：李明。[1]"
    assert "李明" in answer.citations[0].quote


def test_several_people_are_named_as_printed() -> None:
    stated = ITEM + "（牵头领导：副校长 聂凯；责任单位：后勤中心；联系人：张三）"
    answer = asked("谁负责食堂建设？", document("要点", "一、后勤", stated))
    assert answer.text.startswith("“食堂建设”由后勤中心负责，牵头领导：副校长 聂凯。")


def test_the_person_of_another_item_is_not_named() -> None:
    other = "2.宿舍建设。（责任单位：总务处；责任领导：王平）"
    stored = document("要点", "一、后勤", ITEM + "（责任单位：后勤中心）", other)
    answer = asked("食堂建设的责任人是谁？", stored)
    assert answer.text == "“食堂建设”由后勤中心负责。[1]"
    assert answer.notice == "所引内容没有写明责任人、责任领导"


def test_a_row_named_by_its_unit_is_judged_by_all_it_says() -> None:
    row = "单位：{}　承担任务：{}　力量：{}　责任人：{}"
    stored = document(
        "方案",
        "一、任务分工",
        row.format("县民政局", "物资发放、老人安置", "帐篷30顶", "王明"),
        row.format("县水利局", "水情监测", "队员40人", "李平"),
    )
    answer = asked("帐篷由谁发放？", stored)
    assert answer.text == "县民政局：“物资发放、老人安置”，责任人：王明。[1]"
