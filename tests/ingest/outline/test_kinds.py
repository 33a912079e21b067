"""Fictional documents of other kinds than plans, each with the outline a careful reader gives it."""

import pytest

from tests.ingest.reading import read, rows, table

NOTICE_WITH_PLAN = """云溪县人民政府办公室关于印发
云溪县校园食品安全专项整治方案的通知

云政办发〔2023〕17号

各乡镇人民政府，县政府各部门、各直属机构：
《云溪县校园食品安全专项整治方案》已经县政府同意，现印发给你们，并就有关事项通知如下。
一、提高认识。校园食品安全关系学生健康，各单位要切实增强责任感。
二、及时报送。各单位于每月25日前报送进展情况。
                          云溪县人民政府办公室
                           2023年4月6日

云溪县校园食品安全专项整治方案

为进一步加强校园食品安全管理，制定本方案。
一、工作目标
全县学校食堂“互联网+明厨亮灶”覆盖率达到100%，从业人员持证率达到100%。
二、重点任务
（一）排查风险隐患
1．食堂。重点检查证照、原料、留样。
2．校园周边。重点检查流动摊贩。
（二）规范大宗采购
"""
NOTICE_WITH_PLAN_OUTLINE = """
1 一 提高认识
1 二 及时报送
1 - -
1 - 云溪县校园食品安全专项整治方案
    2 一 工作目标
    2 二 重点任务
        3 （一） 排查风险隐患
            4 1 食堂
            4 2 校园周边
        3 （二） 规范大宗采购
"""

SPEECH = """在全县教育工作会议上的讲话
（2024年2月28日）
XXX

同志们：
今天召开全县教育工作会议，主要任务是总结去年工作，部署今年任务。下面，我讲三点意见。
一、肯定成绩，坚定信心
第一，学位供给更足了。新建学校3所。第二，教师队伍更强了。第三，群众满意度更高了。
同志们，成绩来之不易，要倍加珍惜。
二、正视问题，增强紧迫感
一是城乡差距仍然较大。二是优质资源总量不足。三是个别学校管理粗放。
三、聚焦重点，狠抓落实
（一）要在提质量上下功夫。课堂是主阵地。
首先，要抓备课。其次，要抓作业。
（二）要在保安全上下功夫
一要管住食堂。二要管住校车。三要管住周边。
同志们！蓝图已经绘就，关键在于落实。
谢谢大家！
"""
SPEECH_OUTLINE = """
1 一 肯定成绩，坚定信心
1 二 正视问题，增强紧迫感
1 三 聚焦重点，狠抓落实
    2 （一） 要在提质量上下功夫
    2 （二） 要在保安全上下功夫
"""

NEWS = """云溪县开展开学第一课活动
2024-09-02 来源：云溪县融媒体中心
9月1日，云溪县200余所中小学同步开展“开学第一课”活动，3.6万名师生参加。
活动分为三个环节。一是升旗仪式，二是安全教育，三是心理疏导。
“孩子们很喜欢这样的课。”青禾小学校长说。
图为青禾小学活动现场
县教育局有关负责人表示，下一步将做好三件事：1.把主题教育延伸到课后；2.把家长请进课堂；3.把效果纳入评价。
据了解，今年全县新增学位1200个，新招聘教师85名。
（记者 XXX 通讯员 XXX）
"""

INTERVIEW = (
    "《云溪县义务教育学校招生入学办法》政策解读\n日前，县教育局印发《云溪县义务教育学校招生入学办法》，有关负责人回答了记者提问。"
    "问：为什么要修订招生办法？答：主要有三方面考虑。一是落实上级要求；二是回应群众关切。问：今年有哪些新变化？答：\n"
    "（一）学区划分更细。新增两个学区。\n（二）报名全部网上办理。\n问：随迁子女怎样入学？\n答：凭居住证即可申请。"
)
INTERVIEW_OUTLINE = """
1 - 问：为什么要修订招生办法
1 - 问：今年有哪些新变化
    2 （一） 学区划分更细
    2 （二） 报名全部网上办理
1 - 问：随迁子女怎样入学
"""

ORGANISATION = """云溪县教育局内设机构职责

办公室
负责文电、会务、机要、档案和后勤保障工作；负责信息、宣传和政务公开。
政工人事股
负责干部管理、教师招聘、职称评审；承担局党组日常工作。
基础教育股
负责学前教育、义务教育和普通高中教育管理；指导课程改革和招生工作。
"""
ORGANISATION_OUTLINE = """
1 - 办公室
1 - 政工人事股
1 - 基础教育股
"""

REGULATION = """云溪县2021年学前教育专项资金管理办法
一、总则
第一条 为规范专项资金管理，提高资金使用效益，制定本办法。
第二条专项资金使用遵循“公开透明、专款专用”原则。
第二条规定的原则适用于全部资金。
二、分配与拨付
第三条 有下列情形之一的，停止拨付：
（一）虚报项目的；
（二）挪用资金的：
1.挪作工资；
2.挪作招待。
三、监督管理
第四条 县教育局会同县财政局开展绩效评价。
"""
REGULATION_OUTLINE = """
1 一 总则
    2 第一条 为规范专项资金管理，提高资金使用效益，制定本办法
    2 第二条 专项资金使用遵循“公开透明、专款专用”原则
1 二 分配与拨付
    2 第三条 有下列情形之一的，停止拨付
        3 （一） 虚报项目的
        3 （二） 挪用资金的
            4 1 挪作工资
            4 2 挪作招待
1 三 监督管理
    2 第四条 县教育局会同县财政局开展绩效评价
"""

SPECIFICATION = """云溪县校园突发事件应急预案
1 总则
1.1 编制目的
规范应急处置程序，最大限度减少人员伤亡和财产损失。
1.2 适用范围
1.2.1 所有学校适用本预案。
1.2.2 5.8公里内的托管机构参照执行。
2 组织体系
2.1 领导小组
（1）负责决策部署；
（2）负责统一指挥。
2.2 工作组
"""
SPECIFICATION_OUTLINE = """
1 1 总则
    2 1.1 编制目的
    2 1.2 适用范围
        3 1.2.1 所有学校适用本预案
        3 1.2.2 5.8公里内的托管机构参照执行
1 2 组织体系
    2 2.1 领导小组
        3 （1） 负责决策部署
        3 （2） 负责统一指挥
    2 2.2 工作组
"""

COLLECTION = """学校安全工作计划范文（精选2篇）
篇一：学校安全工作计划
一、指导思想
坚持安全第一，预防为主，切实保障师生安全，营造平安和谐的校园环境。
二、工作措施
1、加强领导。
2、落实责任。
篇二：学校安全工作计划
一、工作目标
全年无安全责任事故，安全知识普及率达到100%。
"""
COLLECTION_OUTLINE = """
1 - 篇一：学校安全工作计划
    2 一 指导思想
    2 二 工作措施
        3 1 加强领导
        3 2 落实责任
1 - 篇二：学校安全工作计划
    2 一 工作目标
"""

INVITATION = """关于召开2024年全县教育工作会议的通知
各乡镇中心校：
经研究，定于近期召开全县教育工作会议，现将有关事项通知如下：
一、时间：2024年3月5日（星期二）上午9：00，会期半天。
二、参会人员：
1.局领导班子成员；
2.各中心校校长。
三、有关要求：请参会人员提前15分钟入场；不得请假。
联系人：李某，联系电话：12345678。
附件：1.参会人员名单
2.座次表
云溪县教育局办公室
2024年3月1日
"""
INVITATION_OUTLINE = """
1 一 时间
1 二 参会人员
    2 1 局领导班子成员
    2 2 各中心校校长
1 三 有关要求
1 - -
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(NOTICE_WITH_PLAN, NOTICE_WITH_PLAN_OUTLINE, id="notice with the plan it brings"),
        pytest.param(SPEECH, SPEECH_OUTLINE, id="speech"),
        pytest.param(NEWS, "", id="news report"),
        pytest.param(INTERVIEW, INTERVIEW_OUTLINE, id="questions and answers"),
        pytest.param(ORGANISATION, ORGANISATION_OUTLINE, id="organisation chart"),
        pytest.param(REGULATION, REGULATION_OUTLINE, id="regulation"),
        pytest.param(SPECIFICATION, SPECIFICATION_OUTLINE, id="decimal numbering"),
        pytest.param(COLLECTION, COLLECTION_OUTLINE, id="collection"),
        pytest.param(INVITATION, INVITATION_OUTLINE, id="invitation"),
    ],
)
def test_a_document_has_the_outline_a_careful_reader_gives_it(text: str, expected: str) -> None:
    assert table(text) == rows(expected)


def test_a_glossary_of_twenty_words_is_a_part_of_its_own_and_swallows_nothing() -> None:
    report = (
        "2025年青禾市政府工作报告\n一、2024年工作回顾\n"
        "1.稳增长。新增就业1.2万人。\n2.惠民生。办好10件实事。\n二、2025年主要任务\n"
    )
    words = "\n".join(f"{n}.五个一批：第{n}项，培育一批、引进一批。" for n in range(1, 21))
    outline = table(report + "建设人民满意的政府。\n附件\n《政府工作报告》部分名词解释\n" + words)
    assert outline[:5] == [
        "1 一 2024年工作回顾",
        "2 1 稳增长",
        "2 2 惠民生",
        "1 二 2025年主要任务",
        "1 - 《政府工作报告》部分名词解释",
    ]
    assert outline[5:] == [f"2 {n} 五个一批" for n in range(1, 21)]


def test_the_closing_of_a_notice_holds_contact_attachments_and_signature() -> None:
    _, text, sections = read(INVITATION)
    closing = text[sections[-1].start :]
    assert closing.startswith("联系人：李某") and closing.endswith("2024年3月1日")
    assert not text[sections[-2].start : sections[-2].end].count("联系人")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("1加强党建。坚持领导。\n2加强安全。每月排查。", "1 1 加强党建\n1 2 加强安全"),
        (
            "一重点工作\n坚持领导。\n二保障措施\n成立专班。\n三督查考核",
            "1 一 重点工作\n1 二 保障措施\n1 三 督查考核",
        ),
        (
            "一、党建\n一）抓学习。\n二）抓组织。\n二、安全",
            "1 一 党建\n2 一） 抓学习\n2 二） 抓组织\n1 二 安全",
        ),
    ],
)
def test_numbers_without_the_sign_behind_them_count_in_a_row(lines: str, expected: str) -> None:
    assert table(f"云溪县2024年工作要点\n{lines}") == rows(expected)


@pytest.mark.parametrize(
    "lines",
    [
        "1个目标。坚持不懈。\n2个抓手。每月排查。",
        "一年来成绩明显\n二是加强安全\n四个方面用力",
        "2加强安全。每月排查。\n3加强宣传。",
        "一、党建。1加强学习。\n1.学习。\n2.组织。\n1对1帮扶。\n2对2帮扶。",
    ],
)
def test_figures_that_open_a_line_are_no_such_numbers(lines: str) -> None:
    assert len(table(f"云溪县2024年工作要点\n{lines}")) == (3 if "一、" in lines else 0)


def test_what_a_field_calls_the_name_of_a_task_is_its_title() -> None:
    lines = "1.项目名称：一中扩建\n总投资：8000万元\n2.项目名称：二中新建\n总投资：1亿元"
    assert table(f"云溪县2024年工作要点\n{lines}") == rows("1 1 一中扩建\n1 2 二中新建")
