"""The town a question names is told by its form; kinds of towns are none."""

import pytest

from assistant.wanted.asked import asked_names, asked_thing
from assistant.wanted.towns import town_in


@pytest.mark.parametrize(
    ("question", "town"),
    [
        ("石桥镇文化站建几个？", "石桥镇"),
        ("清江县青禾镇今年修几座桥", "青禾镇"),
        ("大坪乡敬老院有多少床位", "大坪乡"),
        ("龙潭镇油茶面积", "龙潭镇"),
    ],
)
def test_a_town_is_a_name_whatever_follows_it(question: str, town: str) -> None:
    assert town_in(question) == (town,)
    assert town in [name.word for name in asked_names(question)]


@pytest.mark.parametrize(
    "question",
    [
        *("送教下乡教师几人", "特色小镇建设几个", "中心镇建设多少亿", "乡镇卫生院有几所", "返乡创业补多少"),
        *("三个乡镇", "全镇多少人", "民族乡补助多少", "景德镇陶瓷产值", "石桥镇和青禾镇哪个人多"),
    ],
)
def test_kinds_of_towns_cities_and_towns_side_by_side_are_none(question: str) -> None:
    assert town_in(question) == ()


def test_what_is_built_is_what_is_counted() -> None:
    assert [thing.word for thing in asked_thing("石桥镇文化站建几个？")] == []
    assert [thing.word for thing in asked_thing("石桥镇公厕建几座？")] == ["公厕"]
    assert [thing.word for thing in asked_thing("青禾镇幼儿园新建几所？")] == ["幼儿园"]
