import pytest

from assistant.followups.conversation import read_question
from assistant.understanding.places import towns_in
from assistant.understanding.question import Facets

FACETS = Facets(places=("青河省", "白石市", "江北省丰泽县"))


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("明月县招聘多少教师?", ("明月县",)),
        ("那明月市2024年呢?", ("明月市",)),
        ("总结明月县2024年工作要点", ("明月县",)),
        ("成都和深圳市的目标是多少?", ("成都", "深圳市")),
        ("方案要报明月市财政局备案", ("明月市",)),
        ("双流区和武侯区建多少所?", ("双流区", "武侯区")),
        ("青山县和石林县建多少所?山区、林区呢?", ("青山县", "石林县")),
        ("全县有多少所?我县呢?各县区呢?", ()),
        ("明月、青桥两县各有多少所?", ()),
        ("创建义务教育优质均衡县的示范区、试点县、教育强县有几个?", ()),
        ("城区学校、社区、园区、校区、景区、开发区、学区怎么管?", ()),
        ("超市和大城市有多少?14个市州呢?", ()),
        ("松陵县2024年招多少教师?", ("松陵县",)),
        ("2024年碧山县、平海市各有多少?", ("碧山县", "平海市")),
        ("请问汉州市、江州市怎么收费?", ("汉州市", "江州市")),
        ("请看魏县怎么收费?各州市、沿海城市、外县呢?", ()),
        ("产粮大县、省州市、廊坊市易县怎么补?", ("廊坊市",)),
    ],
)
def test_counties_and_cities_are_told_from_kinds_of_places(text: str, towns: tuple[str, ...]) -> None:
    assert towns_in(text) == towns


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("明月县和白石市各建多少所?", ("明月县", "白石市")),
        ("明月市白石市建多少所?", ("白石市",)),
        ("青河省明月县建多少所?", ("明月县",)),
        ("丰泽县建多少所?", ()),
    ],
)
def test_places_the_library_holds_nothing_of_are_places_too(text: str, places: tuple[str, ...]) -> None:
    assert read_question(text, FACETS).places == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("青河1996年招多少西藏班学生?", ("青河省",)),
        ("北京大学和青河谁办得早?", ("青河省",)),
        ("西藏和青河各招多少?", ("西藏", "青河省")),
        ("新疆高中班在新疆招多少?", ("新疆",)),
    ],
)
def test_what_is_called_after_a_province_names_no_place(text: str, places: tuple[str, ...]) -> None:
    assert read_question(text, FACETS).places == places
