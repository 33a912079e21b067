"""Conditions, sanctions, places, ways and reasons are told by the words in which plans state them."""

import pytest

from assistant.wanted.shapes import shape_asked, without_shape


@pytest.mark.parametrize(
    ("question", "states", "only_speaks_of"),
    [
        ("申请人才公寓要什么条件？", "年满35周岁的，可以申请人才公寓。", "对符合条件的人才兑现安家补助。"),
        ("什么情况下可以缓建？", "汛期超过30天的，可以缓建。", "汇总各校缓建情况。"),
        ("什么样的食堂会被停业？", "未通过验收的停业。", "整治食堂消防隐患。"),
        ("什么情况下要开会表决？", "3000元以上开支须经会议同意。", "会议每月召开一次。"),
        ("到课率低于80%的怎么处理？", "到课率低于80%的，取消资格。", "到课率不低于80%。"),
        ("12个投放点分别设在哪些地方？", "投放点设在各小区门口。", "设置投放点12个。"),
        ("评分低于60分的项目怎么办？", "评分低于60分的，不再安排。", "评分低于60分的有3个。"),
        ("超范围招生怎么处罚？", "对超范围招生的学校，核减下年计划。", "查处超范围招生3起，处分5人。"),
        ("煤气中毒怎么问责？", "造成煤气中毒的，约谈主要负责人。", "发生煤气中毒的，1小时内报告。"),
        ("台账造假怎么处理？", "台账弄虚作假的，取消评优资格。", "台账每月更新，逐级审核。"),
        ("会议室爽约有什么后果？", "爽约两次的停用一个月。", "会议室实行网上预约。"),
        ("电子票据怎么开？", "电子票据在网上申领。", "电子票据全覆盖。"),
        ("超计划用什么方式录取？", "超计划的实行电脑派位。", "录取8月结束。"),
        ("奖补的钱从哪里来？", "所需资金从专项经费中列支。", "奖补资金每年发放两次。"),
        ("少年宫建在哪里？", "少年宫选址城东新区。", "少年宫本月开工建设。"),
        ("夏令营在哪里办？", "在6所小学举办夏令营。", "夏令营招收营员900人。"),
        ("固废产生地在哪里？", "本办法所称固废产生地是指：", "固废逐吨登记。"),
        ("在哪个平台报名？", "家长登录市入学服务平台报名。", "报名时间为7月1日至5日。"),
        ("停车费谁免收？", "对残疾人车辆免收停车费。", "停车费每次2元，按次收取。"),
        ("经费通过什么渠道筹集？", "通过社会捐赠等渠道筹集经费。", "经费共计300万元。"),
        ("撤并学校走什么程序？", "撤并方案公示后报县政府批准。", "全年撤并学校5所。"),
        ("资助怎么申请？", "家长向学校提出书面申请。", "全年资助学生2000人。"),
        ("食堂改造为什么推迟？", "食堂改造因雨季延长推迟。", "食堂改造推迟到9月。"),
    ],
)
def test_what_states_it_is_told_from_what_only_speaks_of_it(
    question: str, states: str, only_speaks_of: str
) -> None:
    shape = shape_asked(question)
    assert shape is not None
    assert shape.is_in(states)
    assert not shape.is_in(only_speaks_of)


@pytest.mark.parametrize(
    "question",
    [
        "怎么加强校园安全？",
        "网络舆情怎么处理？",
        "老人不会用手机怎么办？",
        "校园足球有哪些措施？",
        "在哪些方面给予支持？",
    ],
)
def test_questions_for_measures_ask_for_none(question: str) -> None:
    assert shape_asked(question) is None


def test_what_is_asked_of_is_left_of_the_question() -> None:
    assert without_shape("超范围招生怎么处罚？").split() == ["超范围招生", "？"]
    assert without_shape("校园足球怎么推广？") == "校园足球怎么推广？"


def test_things_that_a_question_counts_are_a_list_of_names() -> None:
    shape = shape_asked("3所示范幼儿园是哪几所？")
    assert shape is not None
    assert shape.name == "具体名单"
