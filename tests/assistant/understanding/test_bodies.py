import pytest

from assistant.understanding.bodies import (
    body_of,
    federations_in,
    name_of,
    naming,
    organs_in,
    same_body,
    strangers_in,
)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("三院门诊几点停号", "第三人民医院", "三院"),
        ("市三院门诊几点停号", "第三人民医院", "三院"),
        ("市第三医院有几张床", "第三人民医院", "第三医院"),
        ("县一中高考上线多少人", "第一中学", "一中"),
        ("二小有几个班", "第二实验小学", "二小"),
        ("城投公司今年开工几套", "城市建设投资有限公司", "城投公司"),
        ("石桥职院招多少人", "石桥职业技术学院", "石桥职院"),
        ("卫健委怎么管村医", "卫生健康委员会", "卫健委"),
        ("三级医院有几家", "第三人民医院", ""),
        ("十三院", "第三人民医院", ""),
        ("一院一策落实了吗", "第一人民医院", ""),
        ("统一中考时间", "第一中学", ""),
        ("一老一小服务", "第一实验小学", ""),
        ("二十届三中全会精神", "第三中学", ""),
        ("实验学校有几所", "实验小学", ""),
    ],
)
def test_a_body_is_named_in_full_or_as_people_shorten_it(text: str, name: str, words: str) -> None:
    assert naming(text, name) == words


def test_what_the_party_in_a_body_issues_is_the_body_s() -> None:
    assert body_of("中共石桥职业技术学院委员会") == "石桥职业技术学院"
    assert body_of("白石市住房和城乡建设局党组") == "住房和城乡建设局"
    organs = ("石桥职业技术学院", "中共石桥职业技术学院委员会", "青石中学")
    assert list(organs_in("石桥职院发展党员多少名", organs)) == list(organs[:2])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("红星中学有几个班", ["红星中学"]),
        ("柏塘中学和城南小学", ["柏塘中学", "城南小学"]),
        ("市第二人民医院床位", ["第二人民医院"]),
        ("石桥职业技术学院招多少人", ["石桥职业技术学院"]),
        ("白杨镇中心小学、公办幼儿园、农村小学和普通中学", []),
        ("三甲医院、定点医院、县级公立医院", []),
        ("普惠性幼儿园、寄宿制学校、北京市学校", []),
        ("每所中学、两所小学、全县小学", []),
        ("西藏中学和定西医院", []),
    ],
)
def test_a_school_or_hospital_with_a_name_of_its_own_is_told_from_a_class(
    text: str, names: list[str]
) -> None:
    assert strangers_in(text, ()) == names


def test_one_that_the_library_holds_is_no_stranger() -> None:
    assert strangers_in("云溪县第一中学和青石中学", ("云溪县第一中学", "青石中学")) == []


def test_a_body_named_by_its_level_is_of_no_other_level() -> None:
    organs = ("青禾县教育局", "柳桥区教育局")
    assert list(organs_in("区教育局负责什么", organs)) == ["柳桥区教育局"]
    assert list(organs_in("县教育局负责什么", organs)) == ["青禾县教育局"]
    assert list(organs_in("教育局负责什么", organs)) == list(organs)


def test_a_place_may_end_as_a_level_does() -> None:
    organs = ("梅州市住房和城乡建设局", "柳桥区住房和城乡建设局")
    assert list(organs_in("梅州住建局的抽查比例", organs)) == ["梅州市住房和城乡建设局"]
    assert name_of("梅州市住房和城乡建设局") == "住房和城乡建设局"


def test_a_committee_is_not_shortened_to_a_union_nor_to_the_youth_league_s() -> None:
    organs = ("中共白石县委教育工作委员会",)
    assert list(organs_in("教育工委今年做什么", organs)) == list(organs)
    assert list(organs_in("教工委今年做什么", organs)) == list(organs)
    assert organs_in("教育工会今年做什么", organs) == {}
    assert organs_in("团教工委今年做什么", organs) == {}


def test_a_federation_is_called_by_two_characters_that_are_a_word() -> None:
    organs = ("白石县妇女联合会", "白石县文学艺术界联合会", "白石县水务局")
    assert federations_in("县妇联今年做什么", organs) == {organs[0]: "妇联"}
    assert federations_in("单位公文联合印发", organs) == {}


DISCIPLINE = (
    "中共白石县纪律检查委员会",
    "白石县纪委监委",
    "白石县监察委员会",
    "中共青石市纪委",
    "白石县教育局",
)


@pytest.mark.parametrize(
    ("text", "organs"),
    [
        ("白石县纪委监委有哪些文件", DISCIPLINE[:3]),
        ("县纪委今年立案多少件", DISCIPLINE[:3]),
        ("监委2025年有哪些工作", DISCIPLINE[:4]),
        ("纪律检查委员会的工作要点", DISCIPLINE[:4]),
        ("纪检监察机关的工作要点", DISCIPLINE[:4]),
        ("市纪委开展几轮巡察", DISCIPLINE[3:4]),
        ("各乡镇纪委做什么", ()),
        ("纪委委员有几名", DISCIPLINE[:4]),
        ("县教育局纪委做什么", DISCIPLINE[4:]),
    ],
)
def test_the_commissions_of_discipline_and_supervision_are_one_body(
    text: str, organs: tuple[str, ...]
) -> None:
    assert tuple(organs_in(text, DISCIPLINE)) == organs


def test_they_are_one_in_one_place_only() -> None:
    assert same_body("中共白石县纪律检查委员会", "白石县纪委监委")
    assert not same_body("中共白石县纪律检查委员会", "青石市纪委监委")
    assert not same_body("白石县纪委监委", "白石县教育局")
