"""What a comparison asks of each of its sides by itself."""

import pytest

from assistant.understanding.one_of_all import asked_of_one, own_side, without_others


@pytest.mark.parametrize(
    ("asked", "of_one"),
    [
        ("白石县新建公厕各定了多少座，谁多？", "白石县新建公厕多少座"),
        ("投资增速目标，青河县差几个百分点？", "投资增速目标，青河县是多少？"),
        ("白石县今年招聘的教师，哪家名额多？", "白石县今年招聘的教师多少名"),
        ("白石县一个网格分别管多少户", "白石县一个网格管多少户"),
        ("补助标准差在哪？", "补助标准是多少？"),
        ("白石县每年演练各不少于几次", "白石县每年演练不少于几次"),
        ("白石县各乡镇补助多少", "白石县各乡镇补助多少"),
        ("白石县比上年提高多少", "白石县比上年提高多少"),
        ("演练次数，白石县今年(2024)比去年要求多了吗？分别几次", "演练次数，白石县几次"),
        ("家访比例，白石中学相比哪家要求高，各是多少？", "家访比例，白石中学是多少？"),
        ("白石县每月的次数变了没？从几次到几次", "白石县每月的次数是几次"),
        ("白石县抽查比例多大", "白石县抽查比例多大"),
        ("白石县比赛办几次", "白石县比赛办几次"),
    ],
)
def test_what_tells_the_sides_apart_is_not_asked_of_one(asked: str, of_one: str) -> None:
    assert asked_of_one(asked) == of_one


def test_a_side_with_a_thing_of_its_own_is_asked_of_that() -> None:
    text = "白石县护林员的月补助和青河县河道巡查员的月工资，哪个高？"
    assert own_side(text, ("白石县",), ("青河县",)) == "白石县护林员的月补助是多少？"
    assert own_side(text, ("青河县",), ("白石县",)) == "青河县河道巡查员的月工资是多少？"
    assert not own_side("白石县和青河县的护林员补助，哪个高？", ("白石县",), ("青河县",))


def test_what_is_measured_is_asked_of_each_side() -> None:
    text = "白石县的护林员和青河县的河道巡查员谁的补贴高？"
    assert own_side(text, ("白石县",), ("青河县",)) == "白石县的护林员补贴是多少？"
    assert own_side(text, ("青河县",), ("白石县",)) == "青河县的河道巡查员补贴是多少？"


def test_other_names_are_left_out_with_what_joins_them() -> None:
    labels = ["松岭", "柳湾"]
    assert without_others("两所中学（松岭、柳湾）的课时", "松岭", labels) == "两所中学的课时"
    assert without_others("松岭和柳湾的课时", "柳湾", labels) == "柳湾的课时"


def test_sides_with_things_of_their_own_are_each_asked_how_much() -> None:
    text = "白石县增补的小学学位和青河县新增的幼儿园学位，2026年各计划多少个"
    assert own_side(text, ("白石县",), ("青河县",)) == "白石县增补的小学学位2026年计划多少个？"
    assert own_side("白石县和青河县新增学位各多少个", ("白石县",), ("青河县",)) == ""
