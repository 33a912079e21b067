"""Names of places, schools and hospitals that the library does not hold are read as such."""

import pytest

from assistant.understanding.question import Facets
from assistant.understanding.unheld import bodies_unheld, places_unheld, with_unheld


class Text:
    """A library of one text."""

    def __init__(self, text: str) -> None:
        self._text = text

    def holds_word(self, word: str) -> bool:
        return word in self._text

    def holds_phrase(self, phrase: str) -> bool:
        return phrase in self._text


NOTHING = Text("")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("沄溪2024年招多少名教师", ["沄溪"]),
        ("2024年鹭河教育局谁抓学籍", ["鹭河"]),
        ("在苇川装电梯补多少", ["苇川"]),
        ("苇渡镇危房改造补多少", ["苇渡"]),
        ("柳巷街道有几个网格", ["柳巷"]),
        ("望江街道有几个网格", ["望江"]),
        ("农业面源污染怎么治", []),
        ("河长制湖长制怎么考核", []),
        ("虾塘改造补多少", []),
        ("各乡镇有几个村", []),
        ("庄里修路挖塘谁说了算", []),
        ("石桥镇危房改造补多少", ["石桥镇"]),
        ("小城镇、中心镇、小村庄危房改造补多少", []),
    ],
)
def test_a_place_is_told_by_what_it_is_named_after(text: str, names: list[str]) -> None:
    assert places_unheld(text, NOTHING) == names
    assert places_unheld(text, Text(text)) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("榕树湾幼儿园一天饭钱多少", ["榕树湾幼儿园"]),
        ("问一下，砚湖中学有几个班", ["砚湖中学"]),
        ("去四院看病怎么挂号", ["四院"]),
        ("四院士工作站谁管", []),
        ("协和医院几点停号", ["协和医院"]),
        ("儿童医院、公立医院、县中医院几点停号", []),
        ("鹿鸣中学有几个班", ["鹿鸣中学"]),
        ("孩子上中学走读小学有几个班", []),
        ("乡镇小学有几所", []),
        ("公办幼儿园收费多少", []),
        ("平价私人幼儿园收费多少", []),
        ("23年要点里新建幼儿园几所", []),
        ("学校里的小学生几点放学", []),
    ],
)
def test_a_school_is_told_by_its_name_a_hospital_by_its_number(text: str, names: list[str]) -> None:
    assert bodies_unheld(text, NOTHING) == names


def test_a_hospital_held_under_its_full_name_is_held() -> None:
    assert bodies_unheld("四院几点停号", Text("白石市第四人民医院")) == []


def test_in_a_library_of_one_place_a_name_may_be_that_of_a_village() -> None:
    one, two = Facets(places=("白石县",)), Facets(places=("白石县", "青桥市"))
    assert with_unheld(one, ["沄溪补多少"], NOTHING) == one
    assert with_unheld(two, ["补多少", "沄溪补多少"], NOTHING).places == ("白石县", "青桥市", "沄溪")
