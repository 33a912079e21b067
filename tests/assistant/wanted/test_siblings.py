"""A question sets one of several like things apart; a text names it, what holds it, or its siblings."""

import pytest

from assistant.wanted.siblings import SIBLINGS, is_named, set_apart, siblings_named
from ingest.text import normalize


@pytest.mark.parametrize(
    ("question", "text", "is_own"),
    [
        ("三等奖奖金多少？", "一等奖1名、二等奖2名", False),
        ("二中招多少人？", "第三中学招收450人", False),
        ("二中招多少人？", "第二中学招收600人", True),
        ("县人民医院有多少床位？", "县第三人民医院开放床位200张", False),
        ("县人民医院有多少床位？", "县第一人民医院开放床位200张", True),
        ("三等奖奖金", "一、二、三等奖各1名", True),
        ("县区财政局何时上报？", "各县（市、区）财政局4月上报", True),
        ("省财政厅何时上报？", "各县（市、区）财政局4月上报", False),
        ("二等奖获得多少个？", "获全市三等奖9个", False),
        ("Ⅰ级响应由谁签发？", "Ⅱ级以上响应由指挥长签发", True),
        ("Ⅳ级响应由谁签发？", "Ⅱ级以上响应由指挥长签发", False),
        ("三级医院设几个岗？", "二级以上医院设1个岗", True),
        ("一级医院设几个岗？", "二级以上医院设1个岗", False),
        ("三年级作业多少分钟？", "一、二年级不布置作业", False),
        ("二年级作业多少分钟？", "一至三年级不布置作业", True),
        ("三星级支部奖励多少？", "五星级支部奖励5000元，四星级奖励3000元", False),
        ("四星级支部奖励多少？", "五星级支部奖励5000元，四星级奖励3000元", True),
        ("三星级支部奖励多少？", "三星级以上支部奖励2000元", True),
        ("第三次怎么处理？", "第一次提醒，第二次通报", False),
        ("第九周有什么活动？", "第8周 植树活动", False),
        ("第九周有什么活动？", "第8至10周 社团展示", True),
        ("第三党支部何时换届？", "机关第二、第五党支部5月换届", False),
        ("第五党支部何时换届？", "机关第二、第五党支部5月换届", True),
        ("小学办学经费多少？", "中小学办学经费", True),
        ("小学办学经费多少？", "高中办学经费", False),
        ("省级医院报销多少？", "县级医院报销八成", False),
        ("低保边缘户资助多少？", "低保对象资助一半", False),
        ("低保户资助多少？", "低保边缘家庭资助一半", False),
        ("低保户资助多少？", "困难群众资助一半", True),
        ("出口多少？", "进出口总额9亿元", False),
        ("供水管网改造多少公里？", "改造燃气老旧管网6公里", False),
        ("供水管网改造多少公里？", "改造供水老旧管网6公里", True),
        ("75岁老人补多少？", "80周岁以上老人每餐补2元", False),
        ("85岁老人补多少？", "80周岁以上老人每餐补2元", True),
        ("75岁老人补多少？", "70至79周岁每餐补1元", True),
        ("35岁以下干部占多少？", "40岁以下干部占两成", False),
        ("65岁以上老人补多少？", "60岁以上老人每餐补2元", True),
        ("开课以后退费几天办结？", "培训开始前提出退费的", False),
        ("开课以后退费几天办结？", "中途退费的", True),
        ("兼职护林员每月发多少？", "专职护林员每月补贴900元", False),
        ("兼职护林员每月发多少？", "专兼职护林员按月补贴", True),
        ("病假扣多少绩效？", "事假每天扣绩效60元", False),
        ("党小组会多久开一次？", "支委会每月召开1次", False),
        ("复赛取多少名？", "初赛取前20名", False),
        ("室外能见度低于多少停课？", "室内温度不低于18℃", False),
        ("乡道每公里补多少？", "县道每公里补助1万元", False),
        ("国家级课题补多少？", "校级课题每项补2000元", False),
    ],
)
def test_what_is_asked_is_told_from_its_siblings(question: str, text: str, is_own: bool) -> None:
    said = normalize(text)
    others = [asked for asked in set_apart(question) if siblings_named(asked, said)]
    assert any(not is_named(asked, said) for asked in others) is not is_own


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("三级医院设几个岗？", "县乡村三级医疗机构"),
        ("三等奖奖金多少？", "二等座票价"),
        ("小学几点放学？", "学校四点放学"),
    ],
)
def test_what_is_no_sibling_counts_as_none(question: str, text: str) -> None:
    assert not any(siblings_named(asked, normalize(text)) for asked in set_apart(question))


def test_most_questions_set_nothing_apart() -> None:
    assert not set_apart("今年新建停车位多少个？")


def test_every_line_of_the_table_names_a_kind_its_members_and_words() -> None:
    lines = [one for one in SIBLINGS.read_text(encoding="utf-8").splitlines() if not one.startswith("#")]
    assert [one for one in lines if one.count("\t") != 2 or not all(one.split("\t"))] == []
    said = [(kind, word) for kind, _, words in (one.split("\t") for one in lines) for word in words.split()]
    assert len(said) == len(set(said))


def test_a_city_and_what_lies_within_a_county_are_no_levels() -> None:
    assert not set_apart("白石市县域内就诊率是多少？")
