"""Questions in plain words, asked of a made-up county, are answered by what its papers say."""

from collections.abc import Iterator

import pytest

from assistant.answer import Mode
from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "青石县2025年居民医保缴费通知.txt": """青石县关于做好2025年度居民医疗保险缴费工作的通知

为做好2025年度居民医疗保险缴费工作，现就有关事项通知如下。
一、缴费标准
个人缴费标准为每人每年390元，财政补助标准为每人每年660元。
二、待遇
居民医保年度最高支付限额14万元。
三、缴费时间
集中缴费期为2024年9月1日至12月25日，在此期间缴费的，自次年1月1日起享受待遇。
四、分工
税务局负责居民医保费征收，按日推送缴费数据。
""",
    "青石县第一中学安全工作计划.txt": """青石县第一中学2024年安全工作计划

一、作息管理
寄宿生21：50熄灯，生活老师22：10前完成查寝。
二、离校管理
周五错峰放学，七年级15：30、八年级15：50离校。
三、检查公开
食堂检查结果每周五在公示栏公布。
四、安全教育
落实“1530”安全教育：每天放学前1分钟、每周5分钟、每月30分钟提醒安全。
责任人：德育处 王小明
五、陪餐管理
校领导每餐陪餐，陪餐费用自理，留样不少于48小时。
""",
    "青石县住房和城乡建设局2024年工作计划.txt": """青石县住房和城乡建设局2024年工作计划

一、住房保障
农村危房改造46户，户均补助1.9万元，10月底前竣工。
二、养老设施
对80周岁以上老人每餐补贴4元，70至79周岁每餐补贴3元。
三、实施步骤
（一）动员部署阶段（2024年3月—4月）。召开动员会。
（二）总结验收阶段（2024年11月—12月）。组织验收，形成报告。
四、执法
立案处罚7起、罚款36.5万元。
五、督导
对连续两个季度排名后两位的乡镇，由县政府约谈乡镇主要负责人。
六、信息管理
建立首席信息官制度，由一名局领导担任。（信息股牵头）
七、办好民生实事
一是支持8所高中改善条件，增加义务教育学位900个。二是改造6个养老服务中心。三是新增就业700人。四是建设10个健身点。五是改造残疾人家庭120户。六是建设小水池30个。
""",
    "青石县教师交流办法.txt": """青石县教师交流管理办法

第一条 本办法适用于公办学校教师。
第二条 城区教师交流到农村学校的，县财政按照每人每月300元的标准发放补助。到教学点的，每人每月增加200元。
第三条 本办法自2023年9月1日起施行，有效期3年。
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("plain"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("居民医保一年交多少钱？", "390元"),
        ("居民医保什么时候缴费？", "9月1日至12月25日"),
        ("晚上几点熄灯？", "21：50"),
        ("七年级周五放学时间", "15：30"),
        ("食堂检查结果什么时候公布？", "每周五"),
        ("危房改造一户补多少？", "1.9万元"),
        ("85岁老人每餐补贴多少？", "4元"),
        ("住建局罚了多少？", "36.5万元"),
        ("验收在什么时候？", "2024年11月—12月"),
        ("教师交流办法什么时候失效？", "有效期3年"),
        ("“1530”是什么意思？", "每月30分钟"),
        ("安全教育责任人是谁？", "责任人：德育处 王小明"),
        ("谁管安全教育？", "责任人：德育处 王小明"),
        ("陪餐费用谁出？", "自理"),
        ("教师交流到教学点的补助一共多少？", "增加200元"),
        ("约谈谁？", "约谈乡镇主要负责人"),
        ("首席信息官由谁担任？", "由一名局领导担任"),
    ],
)
def test_plain_words_are_answered_by_what_is_written(shelf: Assistant, question: str, said: str) -> None:
    answer = shelf.ask(question)
    assert said in answer.text
    assert any(said in citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    "question", ["职工医保一年交多少钱？", "早上老师几点到岗？", "食堂伙食费一个月交多少？"]
)
def test_what_is_written_of_another_thing_answers_none(shelf: Assistant, question: str) -> None:
    assert shelf.ask(question).mode is Mode.REFUSAL


def test_of_a_list_of_many_things_only_those_asked_after_are_told(shelf: Assistant) -> None:
    answer = shelf.ask("残疾人方面有哪些措施？")
    assert "残疾人家庭120户" in answer.text
    assert "小水池" not in answer.text
    assert "小水池" in shelf.ask("办好民生实事有哪些措施？").text
