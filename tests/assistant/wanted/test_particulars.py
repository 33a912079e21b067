"""What is asked for by its kind is answered only by a sentence that states one."""

import pytest

from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets
from assistant.wanted.particulars import particular_in
from assistant.wanted.wanted import wanted_fact


def states(question: str, sentence: str) -> bool:
    wanted = wanted_fact(read_question(question, Facets()))
    assert wanted is not None
    return wanted(sentence)


@pytest.mark.parametrize(
    ("question", "sentence", "other"),
    [
        ("入园报名要准备哪些材料？", "报名时提交户口簿和预防接种证明。", "简化报名手续，实行网上报名。"),
        ("担保贷款要准备哪些材料？", "申请人须提供营业执照和个人征信报告。", "不得以资料费等名义收取费用。"),
        ("抵押登记要上传哪些文件？", "网上办理应当上传申请表。", "登记事项推行证明事项告知承诺制。"),
        ("课后服务费怎么算？", "课后服务费按每课时3元计收。", "学校应当公示课后服务费。"),
        ("政务大厅几点下班？", "政务大厅每日8:30至17:30开放。", "政务大厅设立12345热线窗口。"),
        ("公厕改造安排多少座？", "改造公厕12座。", "改造公厕，排全市第3位。"),
        ("老楼电梯要加装多少部？", "加装电梯20部。", "改造危房600套。"),
        ("看门师傅最大多少岁？", "门卫不超过60周岁。", "门卫不少于3人。"),
        ("实习补贴标准是多少？", "补贴为最低工资的三分之二。", "补贴发给6名学生。"),
        ("校内公用电话什么时候装好？", "9月底前装好公用电话。", "公用电话：0712-3456789。"),
        ("互助资金由哪个单位管理？", "互助资金由县红十字会管理。", "互助资金每年审计。"),
        ("粮库防火第一责任人是谁？", "库主任是防火第一责任人。", "粮库防火责任重大。"),
        ("周六延时服务几点结束？", "周六延时服务至17:30结束。", "设周六延时服务，办件726件。"),
        ("教研室主任的电话", "教研室主任电话：0712-3456789。", "教研室主任负责督查。"),
        (
            "苇塘渠段的巡护责任人叫什么名字？",
            "渠段：苇塘　巡护责任人：方永年（站长）",
            "渠段责任人要每日巡护。",
        ),
        ("产业教官一节课付多少课时费？", "产业教官课时费按每课时130元执行。", "产业教官每年授课40课时。"),
        ("新机房的服务器是从哪家公司买的？", "服务器由云帆科技公司供货。", "投入80万元建设新机房。"),
        ("体育馆打羽毛球怎么收费？", "羽毛球每小时20元。", "整治体育场馆乱收费。"),
        ("夏令营住宿费一晚几块？", "住宿费每晚60元。", "夏令营6期，每期30人。"),
        ("镇团委书记的名字是什么？", "镇团委书记：沈秋。", "镇团委书记任副组长。"),
        ("两支救援队的队长分别是谁？", "水上救援队队长：沈秋。", "救援队每支不少于20人。"),
        ("质管办的全称", "成立质量管理办公室（简称质管办）。", "质管办每月通报。"),
        ("撤并后保留多少所学校？", "学校由81所调整到66所。", "坚持成熟一个调整一个。"),
        ("教研室主任的姓名", "教研室主任：李明。", "教研室主任由教研员担任。"),
        ("县运动会在哪个镇举办？", "县第三届运动会在石桥镇举办。", "办好县第三届运动会。"),
        ("晨检系统的供应商有哪些公司？", "由白石科技公司承建晨检系统。", "由基教股牵头建设晨检系统。"),
        ("最低工资标准一个月多少钱？", "最低工资标准为每月1980元。", "最低工资标准每月提高183元。"),
        ("住校生生活费标准是多少？", "住校生生活费每人每年1200元。", "生活费按白政办〔2024〕71号文件拨付。"),
    ],
)
def test_only_what_states_the_particular_answers(question: str, sentence: str, other: str) -> None:
    assert states(question, sentence)
    assert not states(question, other)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("最低工资标准提高多少钱？", "最低工资标准每月提高183元。"),
        ("每个学生多拨多少钱？", "生均经费增加1000元。"),
        ("新增学位多少个？", "学位增加1200个。"),
    ],
)
def test_how_much_something_grew_answers_where_that_is_asked(question: str, sentence: str) -> None:
    assert states(question, sentence)


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("早上老师几点到岗？", "值周教师7：20前到岗", "生活老师22：30前查寝"),
        ("晚上几点熄灯？", "22：10熄灯", "7：20前到岗"),
        ("学生几点离校？", "16：20离校", "每天离校"),
    ],
)
def test_the_hour_is_of_the_part_of_day_asked_for(question: str, given: str, not_given: str) -> None:
    pattern = particular_in(question)
    assert pattern is not None
    assert pattern.search(given)
    assert not pattern.search(not_given)
