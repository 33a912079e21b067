from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.facts import find_figures
from ingest.outline import read_outline
from ingest.reader import read_document
from ingest.records import Figure, Line, Section

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
Stated = tuple[str, str, str, str]
"""Measure, comparator, value and unit."""


def read(*texts: str) -> tuple[str, tuple[Section, ...], tuple[Figure, ...]]:
    text, sections = read_outline([Line(line) for line in texts], "标题")
    return text, sections, find_figures(text, sections)


def stated(text: str) -> list[Stated]:
    return [(f.measure, f.comparator.value, f.value, f.unit) for f in read(text)[2]]


def measures(text: str) -> list[str]:
    return [figure.measure for figure in read(text)[2]]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("学前三年毛入园率达到96%以上。", ("学前三年毛入园率", ">=", "96", "%")),
        ("新建幼儿园12所。", ("新建幼儿园", "=", "12", "所")),
        ("●新建幼儿园12所。", ("新建幼儿园", "=", "12", "所")),
        ("★“两癌”免费筛查2000人。", ("“两癌”免费筛查", "=", "2000", "人")),
        ("完成改革任务（2项）。", ("完成改革任务", "=", "2", "项")),
        ("召开例会，每季度不少于1次。", ("召开例会", ">=", "1", "次")),
        ("实施0—14岁儿童康复救助150名。", ("实施0—14岁儿童康复救助", "=", "150", "名")),
        ("定期召开领导小组会议，全年不少于4次。", ("定期召开领导小组会议", ">=", "4", "次")),
        ("由教研室会同人事股开展教研活动，每学期不少于2次。", ("开展教研活动", ">=", "2", "次")),
        ("由县委组织部会同县财政局开展干部培训不少于4期。", ("开展干部培训", ">=", "4", "期")),
        ("由教研室会同各校每学期开展教研不少于2次。", ("开展教研", ">=", "2", "次")),
        ("经费由县级财政承担60%。", ("经费由县级财政承担", "=", "60", "%")),
        ("新建12所幼儿园。", ("新建幼儿园", "=", "12", "所")),
        ("投入1.5亿元。", ("投入", "=", "1.5", "亿元")),
        ("地区生产总值增长6.5%左右。", ("地区生产总值增长", "~", "6.5", "%")),
        ("班额控制在45人以内。", ("班额", "<=", "45", "人")),
        ("总体近视率较上年下降1个百分点。", ("总体近视率下降", "=", "1", "个百分点")),
        ("公用经费提高到每生每年650元。", ("公用经费", "=", "650", "元")),
        ("力争新建3—5所示范园。", ("新建示范园", "=", "3-5", "所")),
        ("近视率下降到百分之四十八以下。", ("近视率", "<=", "48", "%")),
        ("培训教师超过1,200人次。", ("培训教师", ">", "1200", "人次")),
        ("改造管网12，000米。", ("改造管网", "=", "12000", "米")),
        ("见附件1，200万元已经拨付。", ("", "=", "200", "万元")),
        ("税收收入≥2亿元。", ("税收收入", ">=", "2", "亿元")),
        ("单位能耗 ≤ 0.5吨。", ("单位能耗", "<=", "0.5", "吨")),
        ("信访件＜5件。", ("信访件", "<", "5", "件")),
        ("工业投资增速>8%。", ("工业投资增速", ">", "8", "%")),
        ("绿化覆盖率>=30%。", ("绿化覆盖率", ">=", "30", "%")),
        ("企业数大于等于30家。", ("企业数", ">=", "30", "家")),
        ("引进社会资金5400多万元。", ("引进社会资金", ">", "5400", "万元")),
        ("工程款支付比例达到三分之二。", ("工程款支付比例", "=", "2/3", "")),
        ("2025年新增学位1800个。", ("新增学位", "=", "1800", "个")),
        ("到2025年，全县教师交流期限不少于3年。", ("教师交流期限", ">=", "3", "年")),
        ("各校至少组织2次应急演练。", ("各校组织应急演练", ">=", "2", "次")),
        ("十二所农村学校厕所改造。", ("农村学校厕所改造", "=", "12", "所")),
        ("学前教育惠及近30万儿童。", ("学前教育惠及儿童", "~", "30", "万")),
        ("城乡居民收入比缩小至2.21∶1。", ("城乡居民收入比", "=", "2.21/1", "")),
        ("校际差异率控制在0.15以内。", ("校际差异率", "<=", "0.15", "")),
        ("经营收入保持10%以上增长。", ("经营收入增长", ">=", "10", "%")),
        ("专（兼）职心理教师达到62名。", ("专（兼）职心理教师", "=", "62", "名")),
        ("一般公共预算收入完成8.62亿元。", ("一般公共预算收入", "=", "8.62", "亿元")),
        ("对20家企业开展检查。", ("企业开展检查", "=", "20", "家")),
        ("毛入园率：96%。", ("毛入园率", "=", "96", "%")),
        ("设疫苗接种点十五个，", ("设疫苗接种点", "=", "15", "个")),
        ("新建十五个接种点。", ("新建接种点", "=", "15", "个")),
        ("发现隐患一百三十处全部整改。", ("发现隐患", "=", "130", "处")),
        ("平均住院日下降0.5天。", ("平均住院日下降", "=", "0.5", "天")),
        ("建成养老院一所。", ("建成养老院", "=", "1", "所")),
        ("惠及群众五万六千人。", ("惠及群众", "=", "56000", "人")),
        ("筹资一亿二千万元。", ("筹资", "=", "120000000", "元")),
        ("巩固率不低于九成五。", ("巩固率", ">=", "9.5", "成")),
        ("到2027年茶叶总产值翻一番。", ("茶叶总产值", "=", "1", "番")),
        ("普惠托位占比过六成。", ("普惠托位占比", ">", "6", "成")),
        ("务于2025-09-30前改造危房86户。", ("改造危房", "=", "86", "户")),
        ("（二）无害化处理率达90%。", ("无害化处理率", "=", "90", "%")),
        ("购置设备120台套。", ("购置设备", "=", "120", "台套")),
        ("每校打造三至五项特色课程。", ("每校打造特色课程", "=", "3-5", "项")),
        ("每校配备两到三名教师。", ("每校配备教师", "=", "2-3", "名")),
        ("给予10万元以上的奖励。", ("奖励", ">=", "10", "万元")),
        ("10家企业进入“隐形冠军”500强。", ("企业", "=", "10", "家")),
        ("“去年新设企业近590户，形势向好。", ("新设企业", "~", "590", "户")),
        ("免费安装感 烟 报警器 860 个。", ("免费安装感烟报警器", "=", "860", "个")),
    ],
)
def test_a_figure_is_read_in_every_wording(text: str, figure: Stated) -> None:
    assert stated(text) == [figure]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("及时受理率、按期办结率分别达到100%、95%。", ["及时受理率", "按期办结率"]),
        ("小学、初中专任教师分别达到98%、95%。", ["小学专任教师", "初中专任教师"]),
        ("厕所普及率、污水治理率分别提高到88%、83.6%。", ["厕所普及率", "污水治理率"]),
        ("处5万元以上20万元以下的罚款。", ["罚款", "罚款"]),
        (
            "外贸总额3亿元、内贸总额5亿元，分别增长2%、4%。",
            ["外贸总额", "内贸总额", "外贸总额增长", "内贸总额增长"],
        ),
        ("培育5个特色县、3个文旅县和2个强镇。", ["培育特色县", "培育文旅县", "培育强镇"]),
        ("建成高速公路120公里、农村公路400公里。", ["建成高速公路", "建成农村公路"]),
        ("实现总产值67亿元，增长5.5%。", ["总产值", "总产值增长"]),
        ("机构由41家压减到19家。", ["", "机构"]),
        ("签约率由80%提高到90%，较上年提高2个百分点。", ["", "签约率", "签约率提高"]),
        ("骨干教师126名，其中特级教师4名。", ["骨干教师", "特级教师"]),
        ("合格率88.3%，比年度目标低1.7个百分点。", ["合格率", "合格率比年度目标低"]),
        ("总投入突破3亿元、达3.6亿元。", ["总投入", "总投入"]),
    ],
)
def test_figures_of_one_sentence_share_what_they_measure(text: str, told: list[str]) -> None:
    assert measures(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "铁路、水利、电网投资分别增长19%、12%、41%。",  # what the first two share with the last is open
        "产值、利润分别增长5%、6%、7%。",
        "同比增长5%。",
        "拟录用174名。",
        "其中5%用于奖励。",
    ],
)
def test_a_measure_that_is_not_certain_is_left_empty(text: str) -> None:
    assert measures(text)[0] == ""


@pytest.mark.parametrize(
    "text",
    [
        "2024年6月30日印发。",
        "根据教发〔2024〕15号文件，按照第12条办理。",
        "居全国第2位，列前5名。",
        "落实三会一课，做到两个维护，五育并举。",
        "一个月来，各地一项一项抓落实。",
        "实行“5+2”模式，建设“15分钟服务圈”。",
        "印发《“十四五”时期3个专项方案》。",
        "K12教育、PM2.5浓度、C919飞机。",
        "值班电话12345，24小时值班。",
        "联系电话0857-8231456，13985550123。",
        "务于2025-09-30前完成，2025.6.30前销号。",
        "按照省委十二届十次全会部署，做到五个。",
        "每月至少带队检查一次。",
        "包括5个方面16条具体举措。",
        "依照第二十一至二十三条办理。",
        "一至六年级学生。",
        "三年行动计划实施2年来，成效明显。",
        "5个工作日内办结，3年内完成。",
        "为80岁以上老年人服务。",
        "产业结构调整为7.4∶39.6∶53。",
        "上午8时30分开始。",
        "9月21日至23日开展调研。",
        "十几所学校参加。",
    ],
)
def test_numbers_that_measure_nothing_are_no_figures(text: str) -> None:
    assert stated(text) == []


def test_a_heading_parted_by_a_blank_is_not_measured() -> None:
    texts = [
        "1 完善公共服务 开通旅游直通车4条，新建停车位800个。",
        "2 规范市场秩序 巡查不少于2次，投诉全部办结。",
    ]
    assert [figure.measure for figure in read(*texts)[2]] == ["开通旅游直通车", "新建停车位", "巡查"]


def test_a_label_is_no_part_of_a_number() -> None:
    text = "1.2个项目落地。"
    section = Section(1, "1.", "", 0, 2, len(text), len(text), None)
    (figure,) = find_figures(text, [section])
    assert (figure.value, figure.unit, text[figure.start : figure.end]) == ("2", "个", "2个")


def test_a_figure_belongs_to_the_innermost_section() -> None:
    _, sections, (figure,) = read("一、目标", "（一）推进改革", "1.开展试点。新建学校2所。")
    assert sections[figure.section].label == "1."


def test_a_bound_holds_for_every_figure_of_a_list() -> None:
    assert [f[1] for f in stated("班额分别不超过45人、50人。")] == ["<=", "<="]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            "指标：毛入园率\u30002024年：94%\u3000目标值：96%以上",
            [("毛入园率", "=", "94", "%"), ("毛入园率", ">=", "96", "%")],
        ),
        (
            "指标：播种面积\u3000单位：万亩\u3000年度目标：3.2\u3000责任站所：农业服务中心",
            [("播种面积", "=", "3.2", "万亩")],
        ),
        ("指标：播种面积\u3000单位：农业局\u3000年度目标：3.2", [("播种面积", "=", "3.2", "")]),
        ("指标：新建公办园（所）\u30002024年：5", [("新建公办园", "=", "5", "所")]),
        ("乡镇：金竹坪乡\u3000教学点数量：4\u3000学生（人）：27", [("金竹坪乡学生", "=", "27", "人")]),
        (
            "项目：校舍改造\u3000目标任务：3所，新增学位540个",
            [("校舍改造", "=", "3", "所"), ("新增学位", "=", "540", "个")],
        ),
        ("任务：巡查\u3000完成时限：2024年\u3000联系电话：8321", []),
    ],
)
def test_a_table_row_names_what_its_cells_measure(row: str, told: list[Stated]) -> None:
    assert [figure for figure in stated(row) if figure in told] == told
    assert bool(stated(row)) is bool(told)


def test_traditional_words_of_numbers_are_read() -> None:
    (figure,) = stated("接待团组不少於6批次。")
    assert figure == ("接待团组", ">=", "6", "批次")


def digits(words: str) -> list[str]:
    return sorted(char for char in normalize("NFKC", words) if char.isdigit() and char.isascii())


def check(text: str, sections: Sequence[Section], figures: Sequence[Figure]) -> None:
    done = 0
    for figure in figures:
        section = sections[figure.section]
        assert section.start <= figure.start < section.end
        assert done <= figure.start < figure.end <= len(text)
        words = text[figure.start : figure.end]
        low, _, high = figure.value.rpartition("-")
        assert Fraction(high.partition("/")[0]) >= 0
        assert low == "" or Decimal(low) < Decimal(high)
        assert not digits(words) or digits(words) == digits(figure.value)
        assert figure.measure == figure.measure.strip()
        done = figure.end


PIECES = [
    *(
        "新建",
        "幼儿园",
        "12所",
        "96%",
        "以上",
        "达到",
        "、",
        "，",
        "。",
        "和",
        "分别",
        "小学",
        "初中",
        "2024年",
        "6月",
        "：",
        "的",
    ),
    *(
        "3—5个",
        "三分之一",
        "1,200",
        "不少于",
        "每年",
        "至",
        "由",
        "“",
        "”",
        "（",
        "）",
        "\u3000",
        "万",
        "第",
        "增长",
        "两",
        "1.5亿元",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("不少于三分之一新建3—5个")
def test_spans_point_at_their_words_in_any_text(text: str) -> None:
    check(*read("一、目标", text or "无", f"二、{text}"))


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*/*.txt")), ids=lambda path: path.stem)
def test_figures_of_the_samples_point_at_their_words(path: Path) -> None:
    document = read_document(path, path.name)
    check(document.text, document.sections, document.figures)


def test_an_enumeration_sign_before_chinese_figures_ends_a_measure() -> None:
    text, sections = read_outline([Line("惠及三所学校、五千名学生、投入两百万元。")], "标题")
    told = [(figure.measure, figure.value, figure.unit) for figure in find_figures(text, sections)]
    assert told == [("惠及学校", "3", "所"), ("惠及学生", "5000", "名"), ("投入", "200", "万元")]


@pytest.mark.parametrize("text", ["培训教师约1 200人。", "投入12 000 000元。"])
def test_thousands_parted_by_blanks_give_no_wrong_figure(text: str) -> None:
    text, sections = read_outline([Line(text)], "标题")
    assert find_figures(text, sections) == ()


def test_a_rhythm_with_words_of_its_own_measures_those() -> None:
    assert measures("30日内制定细则，每学期至少开展2次督导检查。")[-1] == "开展督导检查"


def test_what_is_aimed_at_further_measures_the_same() -> None:
    assert measures("财政收入增长6%，力争8%。") == ["财政收入增长"] * 2
    assert measures("完成投资3亿元，力争达到4亿元。") == ["完成投资"] * 2


@pytest.mark.parametrize("text", ["消除56人以上班级。", "50人以上的企业须备案。"])
def test_a_number_of_people_that_says_which_things_are_meant_is_no_figure(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("项目：环湖路　总投资（万元）：1200", ("环湖路总投资", "=", "1200", "万元")),
        ("县区：东岭区　技能培训（人次）：1.1万", ("东岭区技能培训", "=", "1.1", "万人次")),
        ("县区：东岭区　技能培训（人次）：9600", ("东岭区技能培训", "=", "9600", "人次")),
    ],
)
def test_a_figure_alone_in_a_cell_is_measured_and_counted_as_its_head_says(text: str, figure: Stated) -> None:
    assert stated(text) == [figure]
