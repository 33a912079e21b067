import pytest

from ingest.clean import clean
from ingest.clean.furniture import is_furniture
from ingest.records import Line

BODY = (
    "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号，结果向社会公开。"
)
TITLE = "云溪县教育局2024年工作要点"


def cleaned(*texts: str) -> list[str]:
    return [line.text for line in clean([Line(text) for text in texts]).lines]


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
    ],
)
def test_furniture_is_known_by_its_line(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "（三）开展全民阅读（责任股室：基教股）",
        "小学生年阅读量不少于10本。",
        "审核：由基础教育股逐项审核申报材料",
        "报名网址：http://jyj.yunxi.gov.cn/zs",
        "登录国家智慧教育平台下载学习资源",
        "2024年3月5日",
        "分享优秀案例，推广典型经验。",
        "关闭不达标小煤矿12处",
        "主办单位：县教育局",
        "一、打印机采购管理",
    ],
)
def test_lines_of_a_plan_are_no_furniture(line: str) -> None:
    assert not is_furniture(line)
    assert line in cleaned(TITLE, BODY, line, BODY)


def test_a_page_gives_its_document_and_its_facts() -> None:
    page = clean(
        [
            Line(text)
            for text in (
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
        ]
    )
    assert [line.text for line in page.lines] == [TITLE, "一、抓安全。" + BODY, "二、抓质量。" + BODY]
    assert page.metadata["发布日期"] == "2024-04-11"
    assert page.metadata["来源"] == "云溪县教育局办公室"
    assert page.metadata["页面标题"] == f"{TITLE}(20240411)"
    assert "¥365" in page.removed


def test_of_doubled_title_lines_one_stays() -> None:
    assert cleaned(TITLE, TITLE, BODY) == [TITLE, BODY]


def test_a_covering_letter_is_not_taken_for_a_doubled_title() -> None:
    letter = (
        "关于印发《安全方案》的通知",
        "各学校：",
        "现将《安全方案》印发给你们，请认真贯彻执行。",
        "安全方案",
        BODY,
    )
    assert cleaned(*letter) == list(letter)


def test_a_letterhead_above_the_title_stays() -> None:
    head = ("云溪县教育局文件", "云教发〔2024〕3号", "关于开展校园安全检查的通知", BODY)
    assert cleaned(*head) == list(head)


def test_words_after_the_body_that_a_page_needs_do_not_end_it() -> None:
    lines = (TITLE, "一、查隐患。" + BODY, "相关文章", "二、改隐患。" + BODY)
    assert cleaned(*lines) == [TITLE, "一、查隐患。" + BODY, "二、改隐患。" + BODY]


def test_a_watermark_that_comes_back_is_taken_out_of_its_lines() -> None:
    mark = "某某写作宝典:www.example.com"
    assert cleaned(TITLE, BODY + mark + BODY, mark + BODY) == [TITLE, BODY + BODY, BODY]


def test_a_table_of_contents_is_not_the_body() -> None:
    plan = (TITLE, "目　录", "一、抓安全", "二、抓质量", "一、抓安全", BODY, "二、抓质量", BODY)
    assert cleaned(*plan) == [TITLE, "一、抓安全", BODY, "二、抓质量", BODY]
    assert cleaned(TITLE, "一、抓安全……………3", "一、抓安全", BODY) == [TITLE, "一、抓安全", BODY]


def test_every_line_is_kept_or_reported() -> None:
    lines = [Line(text) for text in ("站内搜索", TITLE, "浏览次数：3", BODY, "上一篇：无", "© 某站")]
    page = clean(lines)
    assert {line.text for line in page.lines} | set(page.removed) == {line.text for line in lines}
