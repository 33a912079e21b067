import pytest

from assistant.wanted.times import asks_beginning, asks_how_often, wanted_time


@pytest.mark.parametrize(
    ("question", "states", "does_not"),
    [
        ("家长会多久开一次?", "每学期召开家长会", "2023年召开家长会"),
        ("安全检查多长时间搞一回?", "每半年检查一次", "检查持续三天"),
        ("险情多久报告一次?", "每4小时报告一次", "安排24小时专人值班"),
        ("教研活动隔多久搞?", "一般两个月安排一次", "活动时长两小时"),
        ("隐患多长时间排查一次?", "按季度排查隐患", "3月底前排查隐患"),
        ("书记信箱隔多少天看一次?", "每旬看一次信箱", "10天内答复来信"),
        ("库房改造几天内要再验一遍?", "改造后5日内复验", "库房验收很严"),
        ("什么时候起参保?", "自登记的次月起参保", "参保3年以上的人员"),
        ("检测结果什么时候公布?", "检测结果每周五公布", "检测不少于2次"),
        ("八年级周五放学时间", "八年级16：00离校", "八年级学生320人"),
        ("评估办法什么时候失效?", "自2023年5月1日起施行，有效期3年", "2023年5月1日前完成评估"),
        ("本县收费办法从哪天起施行?", "本办法自2025年1月1日起施行。", "2025年1月1日起停止收费"),
        ("奖补细则什么时候开始算数?", "自印发之日起实施。", "自2024年起，实施奖补项目5个"),
        ("实施方案有效期多久?", "有效期2年", "工期2年"),
        ("什么时候报到?", "收到通知后5日内报到", "干满1年以上可以报到"),
        ("理事会成员任期多长时间?", "理事会由9人组成，任期四年", "理事会由9人组成"),
        ("资格名单公示多长时间?", "名单公示7个工作日", "名单在网站公示"),
        ("机房温度多长时间记录一次?", "值班人员每30分钟记录一次", "值班30分钟后记录"),
        ("举报箱多久开一次?", "每周开启一次", "举报电话24小时有人值守"),
        ("平均响应时间是多少?", "平均响应时间2.5小时", "响应及时"),
        ("英语角安排在什么时间?", "英语角安排在周三下午", "英语角由外语组举办"),
        ("整改结果最晚什么时候报?", "不迟于整改结束后3个工作日报", "整改历时3个工作日"),
        ("退出后还要跟踪多久?", "退出后继续跟踪半年", "退出后继续跟踪"),
        ("配电房何时方可送电?", "检修人员撤离后方可送电", "检修人员负责送电"),
        ("办理期限多久?", "办理期限为20天", "及时办理"),
    ],
)
def test_a_time_is_of_the_kind_asked_for(question: str, states: str, does_not: str) -> None:
    fact = wanted_time(question, ())
    assert fact(states)
    assert not fact(does_not)


@pytest.mark.parametrize(
    ("question", "tells"),
    [
        ("《渔业码头管理条例》哪天开始施行?", True),
        ("渔业码头管理条例什么时候实施?", True),
        ("《航道养护条例》哪天开始施行?", False),
    ],
)
def test_another_document_may_say_from_when_on_one_is_in_force(question: str, tells: bool) -> None:
    said = "6月2日公布《渔业码头管理条例》（以下简称《条例》），自2023年9月1日起施行。"
    assert wanted_time(question, ())(said) is tells


def test_the_year_asked_about_alone_is_no_answer_to_when_in_it() -> None:
    fact = wanted_time("2024年什么时候报名?", (2024,))
    assert not fact("确保2024年入学率提高")
    assert fact("2024年底前报名")
    assert fact("2024年5月报名")


@pytest.mark.parametrize("question", ["改造工程什么时候实施?", "从哪天起停课?"])
def test_what_is_no_paper_does_not_come_into_force(question: str) -> None:
    assert not asks_beginning(question)


def test_how_often_is_told_from_how_long() -> None:
    assert asks_how_often("例会多久开一次?")
    assert not asks_how_often("例会开多久?")
