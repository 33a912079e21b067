"""What a body's own plan sets, what an office is for, and what others' figures are not."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县水利局2024年工作计划.txt": """白石县水利局2024年工作计划

一、保障供水
（一）改造老旧管网。改造老旧供水管网36公里。（责任股室：供水股）
（二）建设备用水源。11月底前建成备用水源2处。（责任股室：供水股）
二、防汛抗旱
（一）加固堤防。加固堤防12公里。（责任股室：防汛股）
""",
    "白石县教育局2024年工作要点.txt": """白石县教育局2024年工作要点

一、改善办学条件
（一）扩大学前教育资源。全年招聘教师46名，新建公办幼儿园12所。（责任单位：学前教育股）
（二）抓好校园饮水安全。更换学校直饮水设备80台。（牵头单位：学前教育股；配合单位：县水利局）
""",
    "白石县教育局内设机构职责.txt": """白石县教育局内设机构职责

一、内设机构
（一）学前教育股
负责幼儿园审批、等级评定和保教质量评估。
（二）安全股
负责校园安全检查和应急演练。
""",
    "关于做好学生预防溺水工作的通知.txt": """白石县教育局关于做好学生预防溺水工作的通知

一、上好安全课
放假前每班上一节防溺水安全课。
二、看住水域
在56处水域设立警示牌。
白石县教育局
2024年6月3日
""",
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("county"), DOCUMENTS) as assistant:
        yield assistant


def test_the_tasks_of_a_body_are_those_of_its_own_plan_then_those_others_give_it(county: Assistant) -> None:
    answer = county.ask("水利局2024年有哪些重点工作?")
    own, given = answer.text.split("其他文件")
    assert "自己的计划、要点列出的工作共 3 项" in own
    assert [task in own for task in ("改造老旧管网", "建设备用水源", "加固堤防")] == [True] * 3
    assert given.startswith("交给县水利局的工作共 1 项") and "抓好校园饮水安全（配合）" in given


def test_of_a_plan_that_is_named_only_its_own_tasks_are_listed(county: Assistant) -> None:
    text = county.ask("水利局2024年工作计划有哪些任务?").text
    assert "共 3 项" in text and "校园饮水" not in text


def test_a_unit_without_work_in_what_is_asked_of_is_told_to_have_none(county: Assistant) -> None:
    answer = county.ask("县气象局在2024年教育工作要点中主要负责什么？")
    assert answer.refused and "县气象局负责的工作" in answer.text


def test_a_body_without_plan_or_duties_in_a_year_is_refused(county: Assistant) -> None:
    assert county.ask("水利局2023年有哪些重点工作?").refused


@pytest.mark.parametrize(
    "question", ["学前教育股是干什么的?", "学前教育股主要管什么", "学前教育股的职责是什么?"]
)
def test_what_an_office_is_for_is_the_section_headed_by_it(county: Assistant, question: str) -> None:
    answer = county.ask(question)
    assert "负责幼儿园审批、等级评定和保教质量评估。[1]" in answer.text
    assert len(answer.citations) == 1 and "直饮水" not in answer.text


def test_the_figure_of_one_body_is_no_answer_for_another(county: Assistant) -> None:
    assert "46名" in county.ask("教育局2024年招聘多少教师?").text
    assert county.ask("水利局2024年招聘多少教师?").refused
    assert county.ask("水利局招聘多少教师?").refused


def test_the_figure_of_one_county_is_no_answer_for_another(county: Assistant) -> None:
    answer = county.ask("明月县2024年招聘多少教师?")
    assert answer.refused and "白石县" in answer.text
    assert county.ask("明月县呢?", previous=["2024年招聘多少教师?"]).refused


def test_a_document_is_summed_up_that_is_named_by_its_type_and_topic(county: Assistant) -> None:
    text = county.ask("总结一下防溺水的通知").text
    assert text.startswith("《白石县教育局关于做好学生预防溺水工作的通知》共 2 个部分")


def test_a_document_is_summed_up_that_is_named_by_its_type_and_body(county: Assistant) -> None:
    assert county.ask("水利局2024年计划主要讲什么").text.startswith(
        "《白石县水利局2024年工作计划》共 2 个部分"
    )
    assert county.ask("明月县水利局2024年计划主要讲什么").refused


ALIKE = {
    "青石中学.txt": """青石中学2024年工作计划

一、教学质量
1、中考合格率达到86%，体育测试平均分达到45分。
2、课后服务每天两课时，每生每学期收费300元。
二、后勤
1、食堂由总务处负责，每周公布带量食谱。
""",
    "白杨中学.txt": """白杨中学2024年工作计划

一、教学质量
1、中考合格率达到79%。
2、建档立卡家庭的学生免收校服费。
二、队伍建设
1、教师周转宿舍每月收房租120元。
""",
    "一院.txt": """明月县第一人民医院2024年工作计划

一、医疗质量
1、开放床位600张，新增CT机2台。
二、后勤
1、停车场首小时免费。
""",
    "三院.txt": """明月县第三人民医院2024年工作计划

一、医疗质量
1、开放床位260张。
二、行风
1、收受红包的，扣发全年绩效，暂停执业6个月。
""",
    "教育局.txt": """明月县教育局2024年工作要点

一、改善条件
1、为白杨中学新建塑胶运动场1个，投入资金180万元。
2、红星小学9月底前建成。
二、规范管理
1、中小学生手机原则上不得带入校园。
""",
    # nobody signs it: its title alone tells whose it is
    "食堂管理办法.txt": """石桥职业技术学院食堂管理办法

第一条 学生食堂由后勤处管理。
第二条 食材留样不少于125克。
""",
}


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("alike"), ALIKE) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "issuer"),
    [
        ("白杨中学体育测试平均分要达到多少分？", "青石中学"),
        ("白杨中学课后服务收费多少", "青石中学"),
        ("白杨中学谁管食堂", "青石中学"),
        ("青石中学对建档立卡家庭的学生有什么照顾", "白杨中学"),
        ("青石中学新建运动场投入多少钱", "明月县教育局"),
        ("一院收红包怎么处理", "明月县第三人民医院"),
        ("三院停车收费吗", "明月县第一人民医院"),
        ("红星中学体育测试平均分多少", "青石中学"),
        ("教育局食材留样多少克", "石桥职业技术学院"),
        ("第二人民医院收红包怎么处理", "明月县第三人民医院"),
    ],
)
def test_what_another_body_states_is_told_to_be_the_other_s(
    alike: Assistant, question: str, issuer: str
) -> None:
    answer = alike.ask(question)
    assert answer.refused and issuer in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("青石中学体育测试平均分要达到多少分？", "45分"),
        ("白杨中学新建运动场投入多少钱", "180万元"),
        ("教育局要给白杨中学建什么", "塑胶运动场"),
        ("三院床位多少张", "260张"),
        ("县一院床位多少张", "600张"),
        ("三院收红包怎么处理", "扣发全年绩效"),
        ("学校课后服务收费多少", "300元"),
        ("石桥职业技术学院食材留样多少克", "125克"),
    ],
)
def test_a_body_s_own_document_answers_and_another_s_that_speaks_of_it(
    alike: Assistant, question: str, fact: str
) -> None:
    answer = alike.ask(question)
    assert not answer.refused and fact in answer.text


def test_an_office_of_one_school_is_none_of_another(alike: Assistant) -> None:
    assert "食堂" in alike.ask("青石中学总务处负责什么").text
    assert alike.ask("白杨中学总务处负责什么").refused


def test_no_document_of_others_is_summed_up_for_a_school_without_any(alike: Assistant) -> None:
    assert alike.ask("红星中学的工作计划主要讲了什么").refused


def test_a_bureau_is_of_the_place_the_question_names() -> None:
    facets = Facets(places=("明月县", "清江县"), organs=("明月县教育局", "清江县人民政府"))
    assert read_question("清江县教育局要建几所幼儿园？", facets).bodies == ()
    assert read_question("明月县教育局要建几所幼儿园？", facets).organs == ("明月县教育局",)


@pytest.mark.parametrize(
    "question", ["红星中学谁管食堂？", "红星中学食堂由哪个处负责", "红星中学食堂怎么管理"]
)
def test_who_and_how_are_not_told_of_a_body_by_what_others_say_of_their_own(
    alike: Assistant, question: str
) -> None:
    assert alike.ask(question).refused


def test_a_unit_that_has_duties_is_no_unknown_body() -> None:
    asked = "县第二人民医院要配合做什么？"
    assert read_question(asked, Facets(units=("县第二人民医院",))).bodies == ()
    assert [body.label for body in read_question(asked, Facets()).bodies] == ["第二人民医院"]


def test_a_body_without_documents_that_the_answer_speaks_of_is_not_said_to_hold_nothing(
    alike: Assistant,
) -> None:
    answer = alike.ask("红星小学什么时候建成？")
    assert answer.notice == ""
    assert "9月底前" in answer.text
