"""What a question asks of, and the names it gives, are read from its words."""

import pytest

from assistant.understanding.terms import Term
from assistant.wanted.asked import asked_names, asked_thing, speaks_of


def words(terms: tuple[Term, ...]) -> list[str]:
    return [term.word for term in terms]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("2+3等于几？", "2+3"),
        ("四个不准", "四个不准"),
        ("三支护河队是什么？", "三支护河队"),
        ("白石县数字乡村三年行动计划投入多少？", "乡村"),
    ],
)
def test_sums_slogans_and_what_plans_of_years_are_for_are_names(question: str, name: str) -> None:
    assert name in words(asked_names(question))


@pytest.mark.parametrize(
    "question", ["四个不准由谁落实？", "行动计划投入多少？", "今年投入多少？", "电影下乡有几场？"]
)
def test_other_questions_give_no_such_name(question: str) -> None:
    assert asked_names(question) == ()


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("财政收入8.6亿元比去年增加多少？", "财政收入"),
        ("要改造多少个老旧小区？", "老旧小区"),
        ("今年常住人口", "常住人口"),
        ("煤炭产量要稳定在多少？", "煤炭产量"),
        ("负债率控制在多少？", "负债率"),
        ("少年宫2024年预计投资多少？", "少年宫"),
        ("特聘教师今年招多少？", "特聘教师"),
        ("城里和乡下的粮食产量哪个高？", "粮食产量"),
        ("白石、青桥两县蚕茧产量多少？", "蚕茧产量"),
    ],
)
def test_an_amount_is_asked_of_a_thing(question: str, thing: str) -> None:
    assert words(asked_thing(question)) == [thing]


def test_a_body_that_does_a_deed_is_not_what_it_is_done_to() -> None:
    assert not asked_thing("水利局今年招多少？")


def test_a_thing_that_begins_an_everyday_expression_is_asked_of_as_that() -> None:
    (asked,) = asked_thing("村里扫地的一个月给多少钱？")
    assert asked.word == "扫地的"
    assert speaks_of((asked,), "按每300人配1名保洁员,保洁员月工资不低于800元")


def test_a_verb_within_a_thing_need_not_be_said() -> None:
    (asked,) = asked_thing("楼栋装路灯的数量是多少？")
    assert speaks_of((asked,), "新增、更换楼栋路灯800盏")
    assert not speaks_of((asked,), "楼栋粉刷800平方米")


def test_an_abbreviated_measure_is_asked_of_whole() -> None:
    (asked,) = asked_thing("普惠率目标是多少？")
    assert asked.word == "普惠率"
    assert speaks_of((asked,), "普惠性幼儿园覆盖率达到90%")
    assert not speaks_of((asked,), "公办园在园幼儿占比达到52%")


@pytest.mark.parametrize(
    "question",
    ["白石县寄宿小学补助多少？", "县农村小学补助多少？", "县新建公办幼儿园多少所？", "区公立医院几家？"],
)
def test_a_class_of_schools_or_hospitals_is_no_name(question: str) -> None:
    assert asked_names(question) == ()


def test_a_school_of_a_county_is_a_name() -> None:
    assert words(asked_names("县实验小学补助多少？")) == ["县实验小学"]


def test_the_name_of_a_province_before_students_is_no_university() -> None:
    assert [term.word for term in asked_names("甘肃大学生入学资助多少？")] == []
    assert [term.word for term in asked_names("甘肃大学有多少学生？")][:1] == ["甘肃大学"]


def test_a_name_that_begins_with_a_number_is_not_met_by_another_number() -> None:
    (asked,) = asked_names("三支护河队是什么？")
    assert speaks_of((asked,), "组建三支护河队")
    assert not speaks_of((asked,), "组建一支护河队")


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("新建果园的面积是多少？", "果园"),
        ("硬化通村公路里程哪个长？", "硬化通村公路"),
        ("停车费原则上封顶多少？", "停车费"),
        ("果园的面积是多少？", "面积"),
    ],
)
def test_how_much_of_it_is_done_is_asked_of_the_thing(question: str, thing: str) -> None:
    assert [term.word for term in asked_thing(question)] == [thing]


def test_all_of_a_measure_is_given_where_a_text_says_that_it_is_all() -> None:
    (asked,) = asked_thing("灯会总经费是多少？")
    assert speaks_of((asked,), "灯会所需经费3万元")
    assert not speaks_of((asked,), "追加灯会裁判经费1万元")


@pytest.mark.parametrize(
    ("question", "thing"), [("2025年进出口要增长百分之几？", ["进出口"]), ("考上大学，公家给多少钱？", [])]
)
def test_what_grows_is_a_thing_and_who_pays_is_none(question: str, thing: list[str]) -> None:
    assert words(asked_thing(question)) == thing


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("门诊楼盖好能多出几张床？", ["床"]),
        ("多认养几棵树，一年最多能减几次费？", []),
        ("县里提了几个学校中层？", ["学校中层"]),
        ("要有多少学校参加？", []),
        ("讲师一次付多少课时费？", ["课时费"]),
    ],
)
def test_what_is_counted_stands_behind_its_measure_word(question: str, thing: list[str]) -> None:
    assert words(asked_thing(question)) == thing


@pytest.mark.parametrize(
    ("question", "tells", "does_not"),
    [
        ("渔业贷款的发放额度多大？", "发放渔业贷款3亿元", "渔业增收3亿元"),
        ("下岛巡诊每月补贴多少？", "每月另给生活补助900元", "每月工资900元"),
    ],
)
def test_a_sum_is_told_without_the_word_for_it(question: str, tells: str, does_not: str) -> None:
    asked = asked_thing(question)
    assert speaks_of(asked, tells)
    assert not speaks_of(asked, does_not)


@pytest.mark.parametrize("question", ["拿了省奖，奖指导老师多少钱？", "学校给班主任补多少元？"])
def test_whom_money_is_given_is_not_what_it_is_asked_of(question: str) -> None:
    assert not asked_thing(question)


@pytest.mark.parametrize(
    "question",
    ["打不通的按规定怎么处理？", "城西美术馆限流的办法是什么？", "一个3万人的镇配几名医生？"],
)
def test_a_way_to_do_something_is_no_regulation_and_a_number_no_name_of_a_town(question: str) -> None:
    assert asked_names(question) == ()
