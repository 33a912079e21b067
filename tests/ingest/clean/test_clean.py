from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import Cleaned, clean
from ingest.clean.furniture import is_furniture
from ingest.records import DiagnosticKind, Line

BODY = (
    "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号，结果向社会公开。"
)
OTHER = "各乡镇要压实属地责任，组织开展拉网式排查，建立问题清单、责任清单，整改一项、销号一项，严肃问责。"
TITLE = "云溪县教育局2024年工作要点"
# Each page is a heading `== name` and its lines; `- ` marks what is the site's.
_, *SECTIONS = (Path(__file__).parents[1] / "pages.txt").read_text("utf-8").split("\n== ")
PAGES = dict(section.split("\n", 1) for section in SECTIONS)


def page(*texts: str) -> Cleaned:
    return clean([Line(text) for text in texts])


def cleaned(*texts: str) -> list[str]:
    return [line.text for line in page(*texts).lines]


def solid(*texts: str) -> int:
    """Count characters, white space aside."""
    return len("".join("".join(texts).split()))


@pytest.mark.parametrize("name", PAGES)
def test_the_lines_of_a_site_go_and_those_of_its_document_stay(name: str) -> None:
    marked = PAGES[name].strip().split("\n")
    read = page(*(line.removeprefix("- ") for line in marked))
    assert [line.text for line in read.lines] == [line for line in marked if not line.startswith("- ")]
    assert list(read.removed) == [line[2:] for line in marked if line.startswith("- ")]


@pytest.mark.parametrize(
    "line",
    [
        "字号：大 中 小",
        "【字体：大 中 小】",
        "首页 > 政务公开 > 工作计划",
        "您当前的位置：首页 > 通知公告",
        "打印 关闭",
        "浏览次数：1024",
        "阅读 217",
        "分享到：微信 微博",
        "上一篇：关于招生的公告",
        "下一条：没有了",
        "2023-10-06 16:20:41 101",
        "范文网 2024-12-09 10:09:57",
        "¥99.99",
        "请选择打赏类型",
        "联系客服提示-某某网",
        "(想阅读完全部图文内容,您需要先登陆!)",
        "微信扫一扫在手机阅读、分享本文",
        "相关文章",
        "热门推荐",
        "友情链接: 某某网",
        "© 某某范文网 m.example.com",
        "链接地址:http://www.example.com/a.html",
        "本文由某某网用户上传分享,版权归原作者所有,转载请保留链接地址",
        "责任编辑：王强",
        "某某公文写作宝典:www.example.com",
        "京ICP备12345678号",
        "还剩12页未读，继续阅读",
        "试读已结束，付费后可阅读全文",
        "抱歉，请登录后查看更多",
        "开通会员，免费下载全部文档",
        "以上就是小编为大家整理的工作计划，希望对您有所帮助。",
        "如有侵权，请联系我们删除。",
        "#党建# #教育#",
        "来源 | 云溪教育",
        "版权所有：某县人民政府",
        "本站版权所有，未经许可不得转载。",
        "免责声明：本文来自网络，不代表本站立场。",
        "技术支持：某某科技有限公司",
        "首页→政务公开→工作总结",
        "网站浏览量：120000次",
        "将本文的Word文档下载到电脑，方便收藏和打印",
        "推荐度：",
        "以上就是小学教学工作计划的全部内容，希望对大家有所帮助。",
        "欢迎下载 Word文档 可编辑",
    ],
)
def test_furniture_is_known_by_its_line(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "（三）开展全民阅读（责任股室：基教股）",
        "（三）加强网站首页信息公开",
        "在政府网站首页开设专栏，提供搜索服务",
        "小学生年阅读量不少于10本。",
        "审核：由基础教育股逐项审核申报材料",
        "报名网址：http://jyj.yunxi.gov.cn/zs",
        "登录国家智慧教育平台下载学习资源",
        "2024年3月5日",
        "云溪县教育局 2024年3月5日",
        "时间：2024年5月20日 14:30",
        "字体：标题用方正小标宋简体，正文用仿宋",
        "分享优秀案例，推广典型经验。",
        "关闭不达标小煤矿12处",
        "主办单位：县教育局",
        "联系电话：0716-1234567",
        "一、打印机采购管理",
        "下一篇章，我们将继续奋斗",
        "新加入会员企业120家",
        "全县还有5%的村未通自来水",
        "依法打击商标侵权行为，联合处理举报案件120件",
        "特别说明：表中数据截至6月底",
        "前一个时期工作回顾",
        "#一、总体要求",
        "推动党建与业务深度融合！家长可登录报名平台查看全部",
        "版权所有权登记200件。",
        "版权声明登记制度全面建立。",
        "如有侵权行为请执法大队立案查处。",
        "本站有涉嫌侵权案件3起移送公安。",
        "用户上传数据版权登记50件，处理侵权线索3件。",
        "小编培训3期，参训60人。",
        "技术支持：县大数据中心",
        "网站建设：完成3个栏目改版",
        "全年政务网站访问量120000次",
        "受理申请→审核公示→资金拨付",
        "为职工开通会员卡5000张。",
        "升级会员服务站3个",
        "在线客服接听群众来电1200个",
        "扫一扫码上办上线30项",
        "上一条措施落实到位",
        "完成ICP备案网站清理12家",
        "关注我们身边的困难群众12户",
        "以上就是今年的工作安排。",
        "欢迎下载使用政务服务客户端，更多事项请到大厅办理。",
    ],
)
def test_lines_of_a_plan_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert line in cleaned(TITLE, BODY, line, "二、" + BODY)


def test_a_page_gives_its_document_and_its_facts() -> None:
    read = page(
        "某某范文网 导航",
        f"{TITLE}(20240411)",
        "发布时间：2024-04-11 来源：云溪县教育局办公室",
        "文章导读",
        f"某某范文网为您整理{TITLE},各学校要结合实际细化措施,明确责任。",
        TITLE,
        "一、抓安全。" + BODY,
        "二、抓质量。" + BODY,
        "阅读全文",
        "¥365",
        "相关文章",
        "云溪县教育局2023年工作总结范文精选汇编大全以及写作技巧",
    )
    assert [line.text for line in read.lines] == [TITLE, "一、抓安全。" + BODY, "二、抓质量。" + BODY]
    assert read.metadata["发布日期"] == "2024-04-11"
    assert read.metadata["来源"] == "云溪县教育局办公室"
    assert read.metadata["页面标题"] == f"{TITLE}(20240411)"


METADATA = {
    "索引号": "011336789/2024-00123",
    "主题分类": "教育、科技",
    "发布机构": "云溪县教育局",
    "成文日期": "2024-03-05",
    "文号": "云教发〔2024〕3号",
    "有效性": "有效",
}


@pytest.mark.parametrize(
    "lines",
    [
        [cell for name, value in METADATA.items() for cell in (name, value)],
        [cell for name, value in METADATA.items() for cell in (f"• {name}:", "", value)],
        [f"{name}：{value}" for name, value in METADATA.items()],
        ["　".join(f"{name}：{value}" for name, value in METADATA.items())],
        ["".join(f"{name}：{value} " for name, value in METADATA.items()) + "浏览次数：12 字号：大 中 小"],
        ["".join(f"【{name}】{value}  " for name, value in METADATA.items())],
    ],
    ids=["cells", "bullets", "lines", "one line", "with the site's own", "brackets"],
)
@pytest.mark.parametrize("above", [True, False], ids=["above the title", "below the title"])
def test_the_metadata_table_of_a_government_page_is_kept_as_values(lines: list[str], above: bool) -> None:
    read = page(*((*lines, TITLE) if above else (TITLE, *lines)), "一、抓安全。" + BODY)
    assert [line.text for line in read.lines] == [TITLE, "一、抓安全。" + BODY]
    assert METADATA.items() <= read.metadata.items()


def test_a_name_of_the_metadata_table_without_a_value_does_not_swallow_the_title() -> None:
    assert cleaned("索引号：", "0001/2024", "内容概述：", TITLE, BODY) == [TITLE, BODY]


def test_names_of_facts_inside_a_plan_stay() -> None:
    plan = (TITLE, "时间：2024年5月20日", "一、抓安全。" + BODY, "来源：县级财政", "有效性：长期")
    assert cleaned(*plan) == list(plan)


def test_a_page_that_hides_the_rest_of_its_document_is_reported() -> None:
    read = page(TITLE, BODY, "剩余60%未读，开通会员查看全文")
    assert [found.kind for found in read.diagnostics] == [DiagnosticKind.TRUNCATED]
    assert "剩余60%未读" in read.diagnostics[0].message
    assert page(TITLE, BODY, "打印 关闭").diagnostics == ()


def test_of_doubled_title_lines_one_stays() -> None:
    assert cleaned(TITLE, TITLE, BODY) == [TITLE, BODY]


def test_a_title_given_whole_and_over_several_lines_stays_whole() -> None:
    title = "云溪县人民政府办公室关于印发深化教育综合改革若干措施的通知"
    assert cleaned(title, "", title[:14], title[14:], BODY) == [title, BODY]


def test_the_organ_that_signs_a_short_plan_is_not_its_title_given_again() -> None:
    plan = [TITLE, "一.抓实教师队伍管理", "二.规范办学行为", "云溪县教育局", "2024年3月5日"]
    assert cleaned(*plan, "上一篇：没有了", "下一篇：校园安全工作总结") == plan


def test_the_banner_of_a_site_is_no_title() -> None:
    assert cleaned("云溪县人民政府", "首页 | 公开 | 服务", TITLE, BODY) == [TITLE, BODY]
    assert cleaned("云溪教育信息网", TITLE, BODY) == [TITLE, BODY]


def test_a_covering_letter_is_not_taken_for_a_doubled_title() -> None:
    letter = (
        "关于印发《安全方案》的通知",
        "各学校：",
        "现将《安全方案》印发给你们，请认真贯彻执行。",
        "安全方案",
        BODY,
    )
    assert cleaned(*letter) == list(letter)


@pytest.mark.parametrize(
    "head", [("云溪县教育局文件", "云教发〔2024〕3号"), ("附件2",), ("特急",), ("（征求意见稿）",)]
)
def test_a_letterhead_above_the_title_stays(head: tuple[str, ...]) -> None:
    lines = (*head, "关于开展校园安全检查的通知", BODY)
    assert cleaned(*lines) == list(lines)


@pytest.mark.parametrize("ending", ["相关文章", "上一篇：无", "分享到："])
def test_words_after_the_body_that_a_page_needs_do_not_end_it(ending: str) -> None:
    lines = (TITLE, "一、查隐患。" + BODY, ending, "二、改隐患。" + BODY)
    assert cleaned(*lines) == [TITLE, "一、查隐患。" + BODY, "二、改隐患。" + BODY]
    items = ("三、建台账", "四、强督查")
    assert cleaned(*lines, ending, *items) == [TITLE, lines[1], lines[3], *items]


def test_a_numbered_list_of_other_pages_is_not_the_document() -> None:
    plan = [TITLE, "一、查隐患。" + BODY, "二、改隐患。" + BODY]
    others = ("猜你喜欢", "1.云溪县教育局2023年工作总结", "2.云溪县教育局2022年工作总结")
    assert cleaned(*plan, *others) == plan


@pytest.mark.parametrize("ending", ["【小学教学工作计划】相关文章：", "看过“小学教学工作计划”的人还看了："])
def test_a_list_of_other_pages_that_is_longer_than_the_last_list_is_not_the_document(ending: str) -> None:
    plan = [
        "小学教学工作计划",
        "一、加强备课",
        "1、每周集体备课一次，每月检查教案一次。",
        "2、每月听课四节，学期末交听课记录。",
    ]
    found = page(*plan, "", ending, "1.语文教学计划", "2.数学教学计划", "3.英语教学计划")
    assert [line.text for line in found.lines if line.text] == plan


def test_files_that_a_page_offers_are_not_the_document() -> None:
    plan = [
        "小学教学工作计划",
        "一、加强备课",
        "每周集体备课。",
        "二、加强听课",
        "1.计划.docx归档，专人管理。",
    ]
    assert cleaned(*plan, "", "附件下载：", "1.工作计划.docx", "2.分工表.xlsx（20KB）") == plan


def test_who_runs_the_site_is_not_the_document_though_its_number_stands_on_a_line_of_its_own() -> None:
    plan = ["农业局工作计划", "一、抓好粮食生产。播种面积六十九万亩以上。", "二、深化改革"]
    foot = ["主办：云溪县政府　承办：云溪县政府办公室", "网站标识码：4201230001　鄂ICP备12345678号"]
    assert cleaned(*plan, "打印本页 关闭窗口", *foot) == plan


def test_a_telephone_number_below_the_text_is_the_documents_own() -> None:
    plan = [TITLE, BODY, "联系电话：0716-1234567"]
    assert cleaned(*plan, "版权所有：云溪县教育局", "传真：0716-7654321") == plan


def test_a_table_of_contents_is_not_the_body() -> None:
    body = ["一、抓安全", BODY, "二、抓质量", OTHER]
    assert cleaned(TITLE, "目　录", "一、抓安全", "二、抓质量", *body) == [TITLE, *body]
    assert cleaned(TITLE, "目录", "一、抓安全 1", "二、抓质量 3", "附件1 分工表 5", OTHER, *body) == [
        TITLE,
        OTHER,
        *body,
    ]
    assert cleaned(TITLE, "一、抓安全……………3", *body) == [TITLE, *body]


def test_what_was_removed_is_listed_in_the_order_of_the_file() -> None:
    lines = ("站内搜索", TITLE, "浏览次数：3", BODY, "- 1 -", "上一篇：无", "© 某站")
    assert page(*lines).removed == tuple(line for line in lines if line not in (TITLE, BODY))


DAMAGED = f"""{TITLE}
{BODY}
站内搜索
- 5 -
5
6
7
一、抓安全&nbsp;保稳定
（二）查隐患。达到96。5%，““双减””落地。<br>
3.抓质量。（责任股室：教 研 股、办公室）
来源：云溪县教育局 索引号：0001/2024
目　录
一、抓安全……3
序号
任务
牵头单位
责任单位
完成时限
抓好安全
县教育局
县公安局
6月底
任务\t责任单位\t完成时限
抓安全\t县教育局\t6月
某某公文网www.example.com抓好落实，
\ufeff零宽\u200b字符
2024年3月1日2024年3月5日
序号改革举措主要内容一、改革1甲
各地要抓好落实。2乙项改革
猜你喜欢
附件：1.任务表
""".split("\n")
anything = st.one_of(st.sampled_from(DAMAGED), st.text(st.sampled_from("一、（）1.2。；：，“”加强 \t")))


@given(st.lists(anything, max_size=30))
def test_every_character_is_kept_removed_or_repaired(lines: list[str]) -> None:
    read = page(*lines)
    kept = solid(*(line.text for line in read.lines))
    repaired = sum(repair.characters for repair in read.repairs)
    assert kept + solid(*read.removed) + repaired == solid(*lines)
