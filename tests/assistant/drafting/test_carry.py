import pytest

from assistant.drafting.carry import UNKNOWN, carry, elsewhere, moving_year
from tests.assistant.passages import passage

PLAN = passage("")
ISSUER = "白石县教育局"


@pytest.mark.parametrize(
    ("past", "new", "old"),
    [
        ("2024年新建幼儿园12所。", "2025年新建幼儿园【待核实】所。", ("12",)),
        ("２０２４年，", "2025年，", ()),
        ("二〇二四年开展", "2025年开展", ()),
        ("2024年度考核", "2025年度考核", ()),
        ("2024年底前完成", "【待核实】底前完成", ("2024年",)),
        ("2024年完成改造", "【待核实】完成改造", ("2024年",)),
        ("比2024年提高5%", "比【待核实】提高【待核实】", ("2024年", "5%")),
        ("2023年至2025年", "【待核实】至【待核实】", ("2023年", "2025年")),
        ("8月31日前报送", "【待核实】前报送", ("8月31日",)),
        ("根据云教发〔2024〕15号文件", "根据【待核实】文件", ("云教发〔2024〕15号",)),
        ("普惠率达百分之八十五", "普惠率达【待核实】", ("百分之八十五",)),
        ("补助1,200名学生", "补助【待核实】名学生", ("1,200",)),
        ("新建三所学校", "新建【待核实】所学校", ("三",)),
        ("新建3—5所学校", "新建【待核实】所学校", ("3—5",)),
        ("培训3.5万人次", "培训【待核实】人次", ("3.5万",)),
        ("云溪县教育局统一组织", "白石县教育局统一组织", ()),
        ("**县第一中学", "【待核实】县第一中学", ("**",)),
        ("认定X所", "认定【待核实】所", ("X",)),
    ],
)
def test_nothing_that_may_have_changed_is_carried_over(past: str, new: str, old: tuple[str, ...]) -> None:
    carried = carry(past, PLAN, 2025, ISSUER)
    assert (carried.text, carried.old) == (new, old)


@pytest.mark.parametrize(
    "words",
    [
        "落实“三会一课”制度",
        "坚持五育并举，做到两个维护",
        "推进“5+2”课后服务",
        "进一步统一思想",
        "K12和5G",
    ],
)
def test_names_with_numerals_stay(words: str) -> None:
    assert carry(words, PLAN, 2025, ISSUER).text == words


@pytest.mark.parametrize(
    ("past", "new", "old"),
    [
        ("（责任股室：办公室、政工股）", "（责任股室：【待核实】）", ("办公室、政工股",)),
        ("(牵头单位:甲局;配合单位:乙局)", "(牵头单位:【待核实】;配合单位:【待核实】)", ("甲局", "乙局")),
        ("（甲局牵头，乙局配合）", "（【待核实】牵头，【待核实】配合）", ("甲局", "乙局")),
        ("（云溪县教育局牵头）", "（【待核实】牵头）", ("云溪县教育局",)),
    ],
)
def test_units_in_charge_are_those_of_their_own_body(past: str, new: str, old: tuple[str, ...]) -> None:
    carried = carry(past, PLAN, 2025, ISSUER)
    assert (carried.text, carried.old) == (new, old)
    assert carry(past, PLAN, 2025, PLAN.organ).text == past


def test_without_a_year_or_an_issuer_theirs_are_left_open() -> None:
    assert carry("云溪县教育局2024年", PLAN, None, "").text == UNKNOWN * 2


def test_the_year_of_a_plan_over_several_years_is_left_open() -> None:
    plan = passage("", title="云溪县教育局2021—2025年规划")
    assert carry("2021年启动", plan, 2026, ISSUER).text == "【待核实】启动"


def test_an_issuer_carries_its_own_name_over() -> None:
    assert carry("云溪县教育局组织", PLAN, 2025, "云溪县教育局").text == "云溪县教育局组织"


@pytest.mark.parametrize(
    ("words", "moves"),
    [
        ("2025年开展培训", True),
        ("2025年度考核", True),
        ("2025年完成", False),
        ("2025年底前完成", False),
        ("2025年前建成", False),
        ("2025年实现全覆盖", False),
        ("2025年8月", False),
        ("比2025年", False),
        ("2024年", False),
    ],
)
def test_only_the_bare_year_of_a_plan_moves(words: str, moves: bool) -> None:
    assert bool(moving_year(2025).search(words)) is moves


@pytest.mark.parametrize(
    ("words", "is_elsewhere"),
    [
        ("与贵阳市第三中学合作", True),
        ("助推襄阳都市圈发展", True),
        ("XX县第一中学", True),
        ("学习贯彻***思想", True),
        ("浙江经验", True),
        ("为我市发展贡献力量", True),
        ("白石县各学校", False),
        ("全县各乡镇中小学", False),
        ("省市县三级", False),
        ("创建示范县", False),
    ],
)
def test_sentences_about_other_places_are_told(words: str, is_elsewhere: bool) -> None:
    assert elsewhere(words, ISSUER) is is_elsewhere
