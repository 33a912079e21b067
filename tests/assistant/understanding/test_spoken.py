"""What people say is read as it is written."""

import pytest

from assistant.understanding.spoken import as_written


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("几个朋友合伙开店，最多能贷多少？", "合伙开店，最多能贷多少？"),
        ("我们几个老人想办食堂，补多少？", "我们老人想办食堂，补多少？"),
        ("几个老人能入住？", "几个老人能入住？"),
        ("几个镇建了充电桩，总投资多少？", "几个镇建了充电桩，总投资多少？"),
    ],
)
def test_some_people_who_do_something_are_no_number_asked_for(spoken: str, written: str) -> None:
    assert as_written(spoken) == written


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("夏令营从几号到几号？", "夏令营的起止时间？"),
        ("夏令营从哪天开始到哪天结束", "夏令营的起止时间"),
        ("夏令营从什么时候开始？", "夏令营哪天开始？"),
        ("夏令营何时结束", "夏令营哪天结束"),
        ("夏令营为期多久？", "夏令营开展多久？"),
        ("材料几号到几号交？", "材料几号到几号交？"),
        ("为期5天的夏令营谁负责？", "为期5天的夏令营谁负责？"),
    ],
)
def test_from_when_to_when_asks_for_days(asked: str, written: str) -> None:
    assert as_written(asked) == written
