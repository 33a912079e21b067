import pytest

from ingest.errors import UnreadableText
from ingest.parse.html import read_html
from ingest.records import Line

BODY = (
    "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号，结果向社会公开。"
)


def page(main: str, head: str = "") -> str:
    return (
        f"<html><head><title>要点 - 教育网</title>{head}<script>var a='脚本';</script></head><body>"
        f"<nav><a href='/'>首页</a></nav><div class='menu'>"
        f"<a href='/a'>政务公开</a> <a href='/b'>通知公告</a></div>{main}"
        "<footer>版权所有</footer></body></html>"
    )


def texts(html: str) -> list[str]:
    return [line.text for line in read_html(html, "页.html").lines]


def test_the_known_container_of_a_site_is_the_main_text() -> None:
    html = page(
        f"<h1>工作要点</h1><div id='UCAP-CONTENT'><p>{BODY}</p>{'<p>' + BODY + '</p>'}</div><p>相关阅读</p>"
    )
    assert texts(html) == ["工作要点", BODY, BODY]


def test_without_a_known_container_the_densest_element_is_taken() -> None:
    html = page(
        f"<div><div class='box'><p>{BODY}</p><p>{BODY}</p></div></div><div><a href='/b'>其他文章</a></div>"
    )
    assert texts(html) == [BODY, BODY]


def test_headings_and_centred_bold_lines_give_styles() -> None:
    html = page(
        "<div id='zoom'><p style='text-align:center'><b>云溪县教育局关于</b></p>"
        "<p align='center'><strong>开展检查的通知</strong></p>"
        "<p style='text-align:center'><b>云教发〔2024〕3号</b></p>"
        f"<h2>总体要求</h2><p>{BODY * 5}</p></div>"
    )
    assert read_html(html, "页.html").lines[:3] == [
        Line("云溪县教育局关于开展检查的通知", 1),
        Line("云教发〔2024〕3号"),
        Line("总体要求", 2),
    ]


def test_inline_elements_and_breaks_keep_their_words_in_order() -> None:
    html = page(
        f"<div id='zoom'><p>一、<span>招生</span><font>原则</font><br>免试<b>就近</b>入学</p>"
        f"裸文本<p>{BODY * 5}</p></div>"
    )
    assert texts(html)[:3] == ["一、招生原则", "免试就近入学", "裸文本"]


def test_tables_give_rows_and_layout_tables_their_text() -> None:
    table = (
        "<table><tr><th>任务</th><th>责任单位</th></tr>"
        "<tr><td rowspan='2'>修路</td><td>交通局</td></tr><tr><td>住建局</td></tr></table>"
    )
    html = page(f"<table><tr><td><div id='zoom'><p>{BODY * 5}</p>{table}</div></td></tr></table>")
    assert texts(html)[1:] == ["任务：修路　责任单位：交通局", "任务：修路　责任单位：住建局"]


def test_lines_within_a_cell_are_parted_and_blanks_within_a_head_closed() -> None:
    table = (
        "<table><tr><td>任 务</td><td>责任<br>单位</td></tr>"
        "<tr><td>修<b>路</b></td><td><p>交通局</p><p>住建局</p></td></tr></table>"
    )
    html = page(f"<div id='zoom'><p>{BODY * 5}</p>{table}</div>")
    assert texts(html)[1:] == ["任务：修路　责任单位：交通局 住建局"]


def test_words_in_elements_within_elements_keep_their_order() -> None:
    assert (
        texts(page(f"<p><b>一、<i>招<u>生</u>原</i>则</b>和办法</p><p>{BODY}</p>"))[0] == "一、招生原则和办法"
    )


def test_line_breaks_of_the_source_part_no_words() -> None:
    assert texts(page(f"<p>加强\n  领导，use AI\nmodels</p><p>{BODY}</p>"))[0] == "加强领导，use AI models"


def test_facts_of_the_page_are_metadata() -> None:
    head = "<meta name='ArticleTitle' content='工作要点'><meta name='PubDate' content='2024-03-05 10:00'>"
    metadata = read_html(page(f"<p>{BODY}</p>", head), "页.html").metadata
    assert metadata == {"标题": "工作要点", "发布日期": "2024-03-05 10:00", "网页标题": "要点 - 教育网"}


def test_a_page_nested_too_deep_or_without_anything_is_an_error() -> None:
    with pytest.raises(UnreadableText, match=r"嵌套过深，读不完整：页\.html"):
        read_html("<div>" * 3_000 + BODY, "页.html")
    with pytest.raises(UnreadableText, match=r"网页里没有内容，或已损坏：页\.html"):
        read_html("<!-- -->", "页.html")


def test_deep_and_broken_markup_is_read() -> None:
    assert BODY in "".join(texts("<div>" * 1000 + f"<p>{BODY}"))
    assert texts(f"<p>{BODY}<td>散落的单元格") == [BODY, "散落的单元格"]


STATED = (
    "<tr><td>索 引 号：</td><td>000014349/2024-00012</td><td>主题分类：</td><td>教育</td></tr>"
    "<tr><td>发布机构：</td><td>云溪县教育局</td><td>服务对象：</td><td>学校</td></tr>"
    "<tr><td>文号：</td><td colspan='3'>云教发〔2024〕9号</td></tr><tr><td>有效性：</td><td></td></tr>"
)


def test_a_table_above_the_main_text_states_facts_a_line_each() -> None:
    html = page(f"<table>{STATED}</table><h1>工作要点</h1><div id='zoom'><p>{BODY * 5}</p></div>")
    assert texts(html) == [
        "索引号：000014349/2024-00012",
        "主题分类：教育",
        "发布机构：云溪县教育局",
        "文号：云教发〔2024〕9号",
        "工作要点",
        BODY * 5,
    ]


def test_names_and_values_in_one_cell_and_in_a_definition_list_state_the_same() -> None:
    cells = "<table><tr><td>【文号】：云教发〔2024〕9号</td><td>索引号： YX-12</td></tr></table>"
    listed = "<dl><dt>文号</dt><dd>云教发〔2024〕9号</dd><dt>索引号：</dt><dd>YX-12</dd></dl>"
    for above in (cells, listed):
        found = texts(page(f"{above}<div id='zoom'><p>{BODY * 5}</p></div>"))
        assert found == ["文号：云教发〔2024〕9号", "索引号：YX-12", BODY * 5]


def test_a_line_above_the_main_text_that_states_facts_is_kept() -> None:
    line = "<div class='info'>发布日期：2024-03-05　来源：云溪县教育局 浏览：<span>12</span></div>"
    found = texts(page(f"{line}<div id='zoom'><p>{BODY * 5}</p></div>"))
    assert found == ["发布日期：2024-03-05 来源：云溪县教育局 浏览：12", BODY * 5]


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>姓名：</td><td>张三</td></tr><tr><td>电话：</td><td>123</td></tr>",
        "<tr><td>文号</td><td>名称</td></tr><tr><td>云教发〔2024〕9号</td><td>工作要点</td></tr>",
        "<tr><td>来源：</td><td>云溪县教育局</td></tr>",
        f"<tr><td>文号：</td><td>{BODY}{BODY}</td></tr><tr><td>来源：</td><td>教育局</td></tr>",
        "<tr><td>2024</td><td>文号：1号</td><td>来源：教育局</td></tr>",
    ],
    ids=["other names", "names in columns", "one fact only", "a long value", "other cells"],
)
def test_other_tables_above_the_main_text_stay_out(table: str) -> None:
    assert texts(page(f"<table>{table}</table><div id='zoom'><p>{BODY * 5}</p></div>")) == [BODY * 5]


def test_what_stands_below_the_main_text_states_nothing_about_it() -> None:
    html = page(f"<div id='zoom'><p>{BODY * 5}</p></div><table>{STATED}</table>")
    assert texts(html) == [BODY * 5]


def test_what_is_left_out_of_a_page_is_told_in_its_order() -> None:
    menu = "<ul><li><a href='/s'>分享</a></li><li><a href='/p'>打印</a></li></ul>"
    form = "<form>验证码<button>提交</button></form>"
    main = (
        f"<h1>2024年工作要点</h1><div id='zoom'><p>{BODY * 5}</p>{menu}<p>{BODY}</p>{form}</div><p>上一篇</p>"
    )
    parsed = read_html(page(main), "页.html")
    assert [line.text for line in parsed.lines] == ["2024年工作要点", BODY * 5, BODY]
    assert parsed.removed == (
        "首页",
        "政务公开 通知公告",
        "分享",
        "打印",
        "验证码提交",
        "上一篇",
        "版权所有",
    )
