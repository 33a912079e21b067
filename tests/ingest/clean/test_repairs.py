"""Damage inside and between lines: repaired where its meaning is certain, reported where it is not."""

import pytest

from ingest.clean import Cleaned, clean
from ingest.clean.sheet import RepairKind
from ingest.records import Line

BODY = (
    "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号，结果向社会公开。"
)
TITLE = "云溪县教育局2024年工作要点"


def page(*texts: str) -> Cleaned:
    return clean([Line(text) for text in (TITLE, "一、总则。" + BODY, *texts)])


def mended(*texts: str) -> list[str]:
    return [line.text for line in page(*texts).lines[2:]]


def places(kind: RepairKind, *texts: str) -> int:
    return sum(repair.places for repair in page(*texts).repairs if repair.kind is kind)


def doubts(*texts: str) -> list[str]:
    return [found.message for found in page(*texts).diagnostics]


@pytest.mark.parametrize(
    ("broken", "whole", "kind"),
    [
        (
            "&nbsp;&nbsp;抓&amp;#12288;安全&quot;五进&quot;&mdash;&mdash;活动",
            '抓　安全"五进"——活动',
            RepairKind.MARKUP,
        ),
        ('抓<span style="x">安全</span>、<b>保</b>稳定<!-- 注 -->', "抓安全、保稳定", RepairKind.MARKUP),
        ("\ufeff抓\u200b安全\xad，保\u2060稳定", "抓安全，保稳定", RepairKind.INVISIBLE),
        ("\uf06c 抓安全", "抓安全", RepairKind.INVISIBLE),
        ("⼀、党建⼯作，三会⼀课，服务⼈⺠", "一、党建工作，三会一课，服务人民", RepairKind.RADICAL),
        ("**一、抓党建**", "一、抓党建", RepairKind.MARKUP),
        ("**（一）抓学习。**每月学习1次", "（一）抓学习。每月学习1次", RepairKind.MARKUP),
        ("*2.抓学习", "2.抓学习", RepairKind.MARKUP),
        ("【一、抓党建】", "一、抓党建", RepairKind.MARKUP),
        ("入园率达到96。5%以上", "入园率达到96.5%以上", RepairKind.DECIMAL),
        ("投资１。５亿元", "投资１．５亿元", RepairKind.DECIMAL),
        ("成立小组,压实责任.", "成立小组,压实责任。", RepairKind.STOP),
        ("（一）.改厕.年内改造200户.(村建办)", "（一）.改厕。年内改造200户。(村建办)", RepairKind.STOP),
        ("落实““十四五””规划", "落实“十四五”规划", RepairKind.DOUBLED),
        (
            "抓安全。（责任股室：教 育 股、办 公 室）",
            "抓安全。（责任股室：教育股、办公室）",
            RepairKind.SPACED,
        ),
        ("抓安全。（财　务　股牵头，办公室配合）", "抓安全。（财务股牵头，办公室配合）", RepairKind.SPACED),
        ("责 任 单 位：人 事 股", "责任单位：人事股", RepairKind.SPACED),
        ("坚 持 以 人 民 为 中 心，办 好 教 育", "坚持以人民为中心，办好教育", RepairKind.SPACED),
    ],
)
def test_signs_whose_damage_is_certain_are_put_right(broken: str, whole: str, kind: RepairKind) -> None:
    assert mended(broken) == [whole]
    assert places(kind, broken) >= 1
    assert page(whole).repairs == ()


def test_stops_typed_as_points_are_put_right_in_every_line() -> None:
    assert mended("成立小组.落实责任.", "二.强化宣传") == ["成立小组。落实责任。", "二.强化宣传"]


@pytest.mark.parametrize(
    "line",
    [
        "城区 学校 办公室 联合检查",
        "（责任单位：教育局 公安局 财政局）",
        "一 二 三 四 五 六 年级",
        "张 三 李 四",
        "设有 3 个 教 学 点",
        "新建学校3所。5月底前完工",
        "2024。5%的增幅",
        "艾力.买买提到会，投资1.",
        "十一.加强管理",
        "十一.",
        "全角１２３与ＡＢＣ照旧",
        "「四有」好老师",
        "AT&T公司",
        "a<b且c>d",
        "不以盈利为目的的活动",
    ],
)
def test_what_may_be_meant_stays_as_it_stands(line: str) -> None:
    assert mended(line) == [line]
    assert page(line).repairs == ()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("学校的的食堂", "多字或少字：“学校的的食堂”"),
        ("比例为96。5左右", "句号可能是小数点"),
        ("自2024年3月1日2024年3月5日施行", "日期相连"),
        ("县长\ue863某某", "字符无法显示"),
        ("抓好，，安全", "标点重复"),
        ("第二项&foo;", "残留网页代码：“第二项&foo;”"),
    ],
)
def test_what_is_doubtful_is_reported_with_its_place_and_kept(line: str, fault: str) -> None:
    assert mended(line) == [line]
    assert [message[: len(fault)] for message in doubts(line)] == [fault]


def test_of_many_doubtful_places_the_first_are_shown_and_all_are_counted() -> None:
    lines = [f"第{number}所学校的的食堂" for number in "一二三四五六"]
    assert doubts(*lines) == [
        "多字或少字：“第一所学校的的食堂”、“第二所学校的的食堂”、“第三所学校的的食堂”等6处"
    ]


@pytest.mark.parametrize(
    "line", ["抓安全<br>抓质量", "抓安全\u2028抓质量", "抓安全\r\n抓质量", "<p>抓安全</p><p>抓质量"]
)
def test_a_line_break_that_is_none_yet_becomes_one(line: str) -> None:
    assert mended(line) == ["抓安全", "抓质量"]


def test_two_dates_run_together_at_the_end_are_two_lines() -> None:
    assert mended("2024年3月1日2024年3月5日") == ["2024年3月1日", "2024年3月5日"]


def test_a_paragraph_given_twice_in_a_row_is_kept_once() -> None:
    twice = ["二、抓安全。" + BODY, "责任单位：安全股、办公室、基础教育股"]
    read = page(*twice, *twice, "三、抓质量")
    assert [line.text for line in read.lines[2:]] == [*twice, "三、抓质量"]
    assert read.removed == tuple(twice)
    assert mended("教育局", "教育局") == ["教育局", "教育局"]


HEADS = ["序号", "工作任务", "牵头单位", "责任单位", "完成时限"]
ROWS = [
    ["1", "开展安全检查。每季度一次", "县应急局", "各乡镇人民政府", "6月底前"],
    ["2", "建设示范学校3所", "县 教 育 局", "县财政局、县住建局", "2024年12月"],
    ["3", "办好运动会", "县文旅局", "县教育局", "全年"],
]
TABLE = [
    "1.工作任务：开展安全检查。每季度一次　牵头单位：县应急局　责任单位：各乡镇人民政府　完成时限：6月底前",
    "2.工作任务：建设示范学校3所　牵头单位：县教育局　责任单位：县财政局、县住建局　完成时限：2024年12月",
    "3.工作任务：办好运动会　牵头单位：县文旅局　责任单位：县教育局　完成时限：全年",
]


@pytest.mark.parametrize("between", [[], [""]], ids=["", "empty lines between"])
@pytest.mark.parametrize("end", ["", " |"], ids=["", "bars"])
def test_a_table_with_one_cell_a_line_is_put_into_rows(between: list[str], end: str) -> None:
    cells = [part for row in (HEADS, *ROWS) for cell in row for part in (cell + end, *between)]
    assert mended("附件", "任务分工表", *cells, "云溪县教育局", "2024年3月5日")[2:-2] == TABLE
    assert places(RepairKind.CELLS, *cells) == 3


@pytest.mark.parametrize("separator", ["\t", " | "])
def test_a_table_parted_by_tabs_or_bars_is_put_into_rows(separator: str) -> None:
    lines = [separator.join(row) for row in (HEADS, *ROWS)]
    assert mended(*lines, "其他事项另行通知。") == [*TABLE, "其他事项另行通知。"]


def test_the_rule_below_the_heads_of_a_markdown_table_is_no_row() -> None:
    head, *rows = (f"| {' | '.join(row)} |" for row in (HEADS, *ROWS))
    assert mended(head, "|---|:--|---|---|---|", *rows) == TABLE


def test_a_tab_parted_row_keeps_its_empty_cells_apart() -> None:
    lines = ["任务\t牵头单位\t责任单位\t完成时限", "修路\t\t县交通局\t6月", "通水\t县水利局\t\t"]
    assert mended(*lines) == [
        "任务：修路　责任单位：县交通局　完成时限：6月",
        "任务：通水　牵头单位：县水利局",
    ]


def test_cells_without_serial_numbers_are_known_by_what_their_heads_ask_for() -> None:
    cells = [
        "任务",
        "牵头单位",
        "完成时限",
        "抓安全",
        "县应急局",
        "6月底",
        "修公路",
        "县交通局",
        "10月底",
        BODY,
    ]
    assert mended(*cells) == [
        "任务：抓安全　牵头单位：县应急局　完成时限：6月底",
        "任务：修公路　牵头单位：县交通局　完成时限：10月底",
        BODY,
    ]


@pytest.mark.parametrize("lost", [1, 3, 8])
def test_a_table_that_lost_a_cell_stays_as_it_is_and_is_reported(lost: int) -> None:
    cells = [cell for row in (HEADS, *ROWS[:2]) for cell in row]
    del cells[len(HEADS) + lost]
    assert mended(*cells, "", BODY) == [*cells, BODY]
    assert [message.split("：")[0] for message in doubts(*cells)] == ["表格的单元格逐行排列，行列无法确定"]


def test_rows_run_together_are_parted_by_their_counting_serial_numbers() -> None:
    lines = [
        "序号改革举措主要内容一、审批方面1承诺制改革",
        "东山县推行承诺制改革，备案项目不再审批。2“多规合一”改革",
        "西河县以多规合一为抓手。",
        "南湖县合并审查事项12项。3并联审批改革",
        "北岭县压缩时限。二、服务方面4一窗受理",
        "云溪县设立综合窗口。5全程网办",
        "云溪县网办率达到95%。",
    ]
    assert mended(*lines) == [
        "序号改革举措主要内容",
        "一、审批方面",
        "1.承诺制改革",
        "东山县推行承诺制改革，备案项目不再审批。",
        "2.“多规合一”改革",
        "西河县以多规合一为抓手。",
        "南湖县合并审查事项12项。",
        "3.并联审批改革",
        "北岭县压缩时限。",
        "二、服务方面",
        "4.一窗受理",
        "云溪县设立综合窗口。",
        "5.全程网办",
        "云溪县网办率达到95%。",
    ]


HALVES = ["各学校要落实安全责任，建立台账，定期开展排查，发现问题及时", "整改到位，确保校园安全稳定。"]


@pytest.mark.parametrize(
    "mark", ["- 5 -", "—5—", "第 3 页 共 12 页", "第3页", "Page 3 of 12", "1 / 3", "- 2 / 10 -"]
)
@pytest.mark.parametrize("gap", [[], [""]], ids=["", "empty lines around"])
def test_a_page_number_between_two_halves_of_a_sentence_goes(mark: str, gap: list[str]) -> None:
    read = page(HALVES[0], *gap, mark, *gap, HALVES[1])
    assert [line.text for line in read.lines[2:]] == ["".join(HALVES)]
    assert read.removed == (mark,)
    assert places(RepairKind.PAGE, HALVES[0], mark, HALVES[1]) == 1


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("二、保障措施", "各级要加强组织领导，压实工作责任。"),
        ("二、保障措施，夯实全县教育高质量发展基础", "（一）加强领导。"),
        ("压实工作责任。", "各级要加强组织领导。"),
    ],
)
def test_a_page_number_between_two_paragraphs_joins_nothing(above: str, below: str) -> None:
    assert mended(above, "- 5 -", below) == [above, below]


@pytest.mark.parametrize("figures", [("1/3",), ("5 / 3",), ("1 / 2", "1 / 3"), ("2/3", "1/3")])
def test_a_fraction_that_counts_no_pages_stays(figures: tuple[str, ...]) -> None:
    lines = [line for figure in figures for line in ("占比如下。", figure)]
    assert page("青山县2024年工作总结", *lines, "全县情况良好。").removed == ()


def test_bare_page_numbers_go_with_their_running_heads_where_they_count_on() -> None:
    sheets = [
        BODY * 3 + HALVES[0],
        HALVES[1] + BODY * 3 + HALVES[0],
        HALVES[1] + BODY * 3 + HALVES[0],
        HALVES[1],
    ]
    lines = [part for number, sheet in enumerate(sheets, 4) for part in (sheet, TITLE, str(number))]
    assert mended(*lines[:-2]) == ["".join(sheets)]
    assert mended(HALVES[0], "4", HALVES[1]) == [HALVES[0], "4", HALVES[1]]


def test_numbers_set_before_every_line_go_when_the_lines_have_their_own() -> None:
    lines = [
        TITLE,
        "现制定本要点。",
        "一、抓安全",
        "（一）查隐患。" + BODY,
        "（二）改隐患。" + BODY,
        "二、抓质量",
        "1.抓课堂",
    ]
    read = clean([Line(f"{number}.{line}") for number, line in enumerate(lines, 1)])
    assert [line.text for line in read.lines] == lines
    plain = [
        f"{number}.{line}"
        for number, line in enumerate(["抓安全", "抓质量", "抓队伍", "抓党建", "抓项目", "抓作风"], 1)
    ]
    assert [line.text for line in clean([Line(line) for line in plain]).lines] == plain


def test_page_numbers_glued_to_the_lines_that_open_pages_go() -> None:
    sheets = [BODY * 3 + HALVES[0], *[HALVES[1] + BODY * 3 + HALVES[0]] * 3, HALVES[1]]
    lines = [sheets[0], *(f"{number}{sheet}" for number, sheet in enumerate(sheets[1:], 2))]
    assert mended(*lines) == ["".join(sheets)]
    assert mended(HALVES[0] + "整改", "3所学校，" + BODY) == [HALVES[0] + "整改", "3所学校，" + BODY]


@pytest.mark.parametrize(
    ("mark", "line"),
    [
        ("本文来自范文网", "一、指导思想{}必须坚持人民至上，全面落实安全责任。"),
        ("本文来源于公文之家网，更多范文请关注。", "一、抓安全。" + BODY + "{}" + BODY),
        ("本文来自www.fanwen.com，", "一、抓安全。{}各单位要压实责任。"),
        ("来源:www.fanwen.com", "一、抓安全。以防为主，{}压实各单位责任。"),
    ],
)
def test_a_watermark_that_says_where_a_text_is_from_is_taken_out_of_its_sentence(
    mark: str, line: str
) -> None:
    assert mended(line.format(mark)) == [line.format("")]


@pytest.mark.parametrize(
    "line", ["文章来自县政府网www.qy.gov.cn，内容可靠。", "数据来自公文网上办理系统，全部核实。"]
)
def test_a_source_that_a_plan_names_stays(line: str) -> None:
    assert mended(line) == [line]


@pytest.mark.parametrize("mark", ["某某写作宝典:www.example.com", "www.example.com", "稿海公文网"])
def test_a_watermark_that_comes_back_is_taken_out_of_its_lines(mark: str) -> None:
    read = page(BODY + mark + BODY, "二、抓质量。" + mark + BODY, mark)
    assert [line.text for line in read.lines[2:]] == [BODY + BODY, "二、抓质量。" + BODY]
    assert read.removed == (mark, mark, mark)


@pytest.mark.parametrize(
    "address", ["报名网址：www.yunxi-zs.com", "县政府网站www.yunxi.gov.cn", "政务公文网络"]
)
def test_an_address_that_the_plan_gives_stays(address: str) -> None:
    lines = [f"请登录{address}，{BODY}", f"二、公布{address}，{BODY}"]
    assert mended(*lines) == lines


def test_numbers_below_a_line_of_heads_count_rows_not_pages() -> None:
    long = "推进县域义务教育优质均衡发展，新建改扩建学校十二所，补充教师六十名，建立教师交流轮岗机制，" * 4
    lines = ["云溪县2026年重点任务分工表", "序号 工作任务 责任单位"]
    for n in range(1, 5):
        lines += [str(n), long + "落实", "经费保障。"]
    assert not clean([Line(line) for line in lines]).removed
