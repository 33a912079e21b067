"""Names of places, schools and hospitals that the library does not hold are read as such."""

import pytest

from assistant.understanding.question import Facets
from assistant.understanding.unheld import bodies_unheld, places_unheld, with_unheld


def nowhere(word: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("沄溪2024年招多少名教师", ["沄溪"]),
        ("2024年鹭河教育局谁抓学籍", ["鹭河"]),
        ("在苇川装电梯补多少", ["苇川"]),
        ("苇渡镇危房改造补多少", ["苇渡"]),
        ("柳巷街道有几个网格", ["柳巷"]),
        ("农业面源污染怎么治", []),
        ("河长制湖长制怎么考核", []),
        ("虾塘改造补多少", []),
        ("各乡镇有几个村", []),
        ("庄里修路挖塘谁说了算", []),
    ],
)
def test_a_place_is_told_by_what_it_is_named_after(text: str, names: list[str]) -> None:
    assert places_unheld(text, nowhere) == names
    assert places_unheld(text, lambda word: True) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("榕树湾幼儿园一天饭钱多少", ["榕树湾幼儿园"]),
        ("问一下，砚湖中学有几个班", ["砚湖中学"]),
        ("去四院看病怎么挂号", ["四院"]),
        ("四院士工作站谁管", []),
        ("乡镇小学有几所", []),
        ("公办幼儿园收费多少", []),
        ("学校里的小学生几点放学", []),
    ],
)
def test_a_school_is_told_by_its_name_a_hospital_by_its_number(text: str, names: list[str]) -> None:
    assert bodies_unheld(text, nowhere) == names


def test_a_hospital_held_under_its_full_name_is_held() -> None:
    assert bodies_unheld("四院几点停号", "白石市第四人民医院".__contains__) == []


def test_in_a_library_of_one_place_a_name_may_be_that_of_a_village() -> None:
    one, two = Facets(places=("白石县",)), Facets(places=("白石县", "青桥市"))
    assert with_unheld(one, ["沄溪补多少"], nowhere) == one
    assert with_unheld(two, ["补多少", "沄溪补多少"], nowhere).places == ("白石县", "青桥市", "沄溪")
