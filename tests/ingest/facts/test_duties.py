import pytest

from ingest.records import Role, Scope
from tests.ingest.duty_text import LEAD, OWNER, SUPPORT, named, owners, read, units

BRACKETS = {
    "（市委巡察办、市纪委机关负责，2024年6月底前取得阶段性成效）": "市委巡察办 市纪委机关",
    "（责任单位：农业农村和集体经济发展服务中心、各村）": "农业农村和集体经济发展服务中心 各村",
    "（牵头单位：县委组织部；成员单位：县人社局、县工人文化宫）": "牵:县委组织部 参:县人社局 参:县工人文化宫",
    "（责任主体：各乡镇；监管单位：县自然资源局）": "各乡镇 参:县自然资源局",
    "（责任单位：县委办、政府办、人大办、政协办）": "县委办 政府办 人大办 政协办",
    "（市教育局等7部门负责）": "市教育局",
    "（牵头单位：县教育局责任单位：县财政局、县人社局完成时限：6月底）": "牵:县教育局 县财政局 县人社局",
    "（局机关各股室、各支部）": "局机关各股室 各支部",
    "（责任股室:办公室、政工人事股)": "办公室 政工人事股",
    "(责任单位:县教育局,县财政局)": "县教育局 县财政局",
    "（牵头单位：基教科；责任单位：督导室、人事科；配合单位：各学校）": "牵:基教科 督导室 人事科 配:各学校",
    "（牵头科室：基教科 配合科室：安全科）": "牵:基教科 配:安全科",
    "（牵头：办公室；参与：各股室）": "牵:办公室 参:各股室",
    "（落实单位：各学校；督导单位：督导室）": "各学校 参:督导室",
    "（主办：县教育局；协办：团县委、县妇联）": "牵:县教育局 配:团县委 配:县妇联",
    "（牵头（责任）单位：县教育局）": "牵:县教育局",
    "（牵头责任单位：县教育局；配合责任单位：县财政局）": "牵:县教育局 配:县财政局",
    "（牵头单位为县教育局，配合单位为县财政局、县人社局）": "牵:县教育局 配:县财政局 配:县人社局",
    "（责任处室 教务处、总务处；协助处室 各年级组）": "教务处 总务处 配:各年级组",
    "（责任单位：县教育局 县财政局 县人社局）": "县教育局 县财政局 县人社局",
    "（责任部门：教务处/政教处·总务处）": "教务处 政教处 总务处",
    "（责任科室：组 织 科、人 事 科）": "组织科 人事科",
    "（责任单位：县教育局、\n县财政局、县人力资源和社会\n保障局；配合单位：各学\n校）": (
        "县教育局 县财政局 县人力资源和社会保障局 配:各学校"
    ),
    "（责任单位：县教育局（体育局）、各乡镇（街道）)": "县教育局（体育局） 各乡镇（街道）",
    "（责任单位：各市、县人民政府，各县（市、区）教育局）": "各市、县人民政府 各县（市、区）教育局",
    "（各省、自治区、直辖市人民政府负责）": "各省、自治区、直辖市人民政府",
    "（责任单位：县教育局（牵头）、县财政局、县公安局）": "牵:县教育局 县财政局 县公安局",
    "（县教育局（牵头）、县财政局）": "牵:县教育局 县财政局",
    "（县教育局〔牵头〕、县财政局）": "牵:县教育局 县财政局",
    "（责任单位：县教育局牵头，县财政局、县人社局配合）": "牵:县教育局 配:县财政局 配:县人社局",
    "（财政局牵头，住建局、水利局按职责分工负责）": "牵:财政局 住建局 水利局",
    "（城乡水务公司牵头；配合单位：县水利局、各乡镇）": "牵:城乡水务公司 配:县水利局 配:各乡镇",
    "（法规科牵头；综合科、办公室配合；12月底前完成）": "牵:法规科 配:综合科 配:办公室",
    "（县教育局牵头，公安、消防、卫健等部门配合）": "牵:县教育局 配:公安 配:消防 配:卫健",
    "（县教育局牵头，县财政局、县人社局等5个部门参与）": "牵:县教育局 参:县财政局 参:县人社局",
    "（由县教育局牵头，会同县财政局落实）": "牵:县教育局 配:县财政局",
    "（县教育局为牵头单位，县财政局为配合单位）": "牵:县教育局 配:县财政局",
    "（县教育局负责统筹协调，县财政局负责经费保障，各学校具体实施）": "县教育局 县财政局 各学校",
    "（德育处牵头，年级组、班主任配合）": "牵:德育处 配:年级组",
    "（人力资源和社会保障局、财政局和教育局负责）": "人力资源和社会保障局 财政局 教育局",
    "（责任单位：县教育局、县财政局，各镇街）": "县教育局 县财政局 各镇街",
    "（司法局等县直相关部门及各乡镇按职责分工负责）": "司法局 县直相关部门 各乡镇",
    "（由公安局会同交通局负责）": "牵:公安局 配:交通局",
    "（教育局会同有关部门负责）": "牵:教育局",
    "（县财政局会同县教育局、县审计局）": "牵:县财政局 配:县教育局 配:县审计局",
    "（责任单位：县财政局会同县教育局）": "牵:县财政局 配:县教育局",
    "（由深圳市商务局会同深圳市财政局负责）": "牵:深圳市商务局 配:深圳市财政局",
    "（教育局等有关部门负责）": "教育局",
    "（各有关部门和单位负责）": "各有关部门和单位",
    "（责任领导：王强；责任科室：人事科；完成时限：6月底前）": "人事科",
    "（责任科室及责任人：办公室（张三）、人事科 李四）": "办公室 人事科",
    "（责任单位：局办公室、各学校，长期坚持）": "局办公室 各学校",
    "（局领导牵头，办公室落实）": "办公室",
    "（办公室负总责，各科室具体抓）": "办公室 各科室",
    "（办公室主抓，人事股协抓）": "牵:办公室 配:人事股",
    "（办公室统筹，各科室分头落实）": "办公室 各科室",
    "（由办公室牵头，联合财务股、人事股开展）": "牵:办公室 配:财务股 配:人事股",
    "（此项工作由办公室牵头，人事股配合）": "牵:办公室 配:人事股",
    "（办公室负责，2025年3—6月）": "办公室",
    "（责任单位办公室、财务股）": "办公室 财务股",
    "（责任科室-办公室）": "办公室",
    "（责任部室：财审部、办公室；配合站所：林业站）": "财审部 办公室 配:林业站",
    "【责任科室】督导室、人事科": "督导室 人事科",
    "〔牵头单位：教研室　责任单位：各学校〕": "牵:教研室 各学校",
    "（責任單位：縣教育局）": "縣教育局",
    "（中国（云海）自由贸易试验区管委会、市商务局负责）": "中国（云海）自由贸易试验区管委会 市商务局",
    "（牵头:卫健局;配合:民政局、残联;完成时限:6月底）": "牵:卫健局 配:民政局 配:残联",
    "（水利站、应急办；各村配合）": "水利站 应急办 配:各村",
    "（县财政局、县审计局，县纪委监委督导）": "县财政局 县审计局 参:县纪委监委",
    "（公司纪委（监察室）牵头，审计部参加；6月上旬前启动）": "牵:公司纪委（监察室） 参:审计部",
    "（食品股 牵头 各所 落实）": "牵:食品股 各所",
    "（分管副局长牵头；社会事务科具体负责）": "社会事务科",
    "（教育科 财务科，分管领导：周副局长）": "教育科 财务科",
    "【责任单位】建设局 【完成时限】2026年第一季度": "建设局",
    "（资产管理部／财务部负责）": "资产管理部 财务部",
}
LINES = {
    "\n责任单位：督导室、各学校。": "督导室 各学校",
    "\n责任单位：县教育局、县财\n政局、\n各学校": "县教育局 县财政局 各学校",
    "\n责任单位：县教育局　县财政局　完成时限：6月底前": "县教育局 县财政局",
    "\n任务：印发方案并备案　责任单位：督导室　时限：6月底": "督导室",
    "\n任务：备案　责任单位：牵头单位：督导室 配合单位：各学校　时限：6月底": "牵:督导室 配:各学校",
    "\n任务：备案　责任单位：牵头：督导室 配合：各学校": "牵:督导室 配:各学校",
    "\n任务：备案　责任单位：牵头单位：县教育局配合单位：各学校": "牵:县教育局 配:各学校",
    "\n任务：备案　责任单位：督导室（牵头） 县教育局各乡镇": "牵:督导室 县教育局 各乡镇",
    "\n党建工作：责任股室 督导室": "督导室",
    "\n牵头领导：王强、责任科室：人事科、财务科": "人事科 财务科",
    "\n责任单位：县卫生健康委等，各县（市、区）政府(管委会)": "县卫生健康委 各县（市、区）政府(管委会)",
    "由办公室牵头，人事股配合。": "牵:办公室 配:人事股",
    "舆情处置由党建办牵头、政策法规股配合，办公室不再承担。": "牵:党建办 配:政策法规股",
    "由安全股会同县公安局组成督导组开展暗访。": "牵:安全股 配:县公安局",
    "由安全股会同县公安局逐库排查。": "牵:安全股 配:县公安局",
    "由县教育局会同县委组织部、县市场监督管理局等部门逐校核查。": (
        "牵:县教育局 配:县委组织部 配:县市场监督管理局"
    ),
    "由县教育局会同公安、消防等部门开展检查。": "牵:县教育局 配:公安 配:消防",
    "由县教育局会同有关部门逐校核查。": "牵:县教育局",
    "县教育局要会同县财政局加强统筹。": "牵:县教育局 配:县财政局",
    "由县教育局联合县公安局开展检查。": "牵:县教育局 配:县公安局",
    "由县教育局商县财政局、县人社局确定。": "牵:县教育局 配:县财政局 配:县人社局",
    "由办公室牵头，联合财务股、人事股开展检查。": "牵:办公室 配:财务股 配:人事股",
    "由办公室牵头会同财务股开展检查。": "牵:办公室 配:财务股",
    "由联合采购办公室负责。": "联合采购办公室",
    "由刑侦大队会同网安大队、法制室逐案研判。": "牵:刑侦大队 配:网安大队 配:法制室",
    "\n责任单位∶县人社局\n配合单位∶县住建局": "县人社局 配:县住建局",
    "\n任务：抽检　牵头部门：农业局　配合部门：——": "牵:农业局",
    "\n责任股室：信访\n——做好工会": "信访",
    "由安委办统筹协调。": "安委办",
    "由工会牵头，办公室配合。": "牵:工会 配:办公室",
    "由司法所牵头，会同派出所、法庭开展宣讲。": "牵:司法所 配:派出所 配:法庭",
    "县委农办牵头，村（社区）具体负责，公安、城管等部门配合。": ("牵:县委农办 村（社区） 配:公安 配:城管"),
    "综合科负总责，各科室具体抓。": "综合科 各科室",
    "由综合科抓总，各科室落实。": "牵:综合科 各科室",
    "请办公室牵头，各科室配合。": "牵:办公室 配:各科室",
    "此项工作责任单位为办公室。": "办公室",
    "日常工作由县教育局（体育局）承担。": "县教育局（体育局）",
    "由县教育局负责制定实施细则，县财政局负责保障经费。": "县教育局 县财政局",
    "县教育局负责统筹；县财政局负责保障经费；各学校负责组织实施。": "县教育局 县财政局 各学校",
    "县教育局负责牵头，县公安局负责校园周边治安。": "牵:县教育局 县公安局",
    "县工商局、县商务局按照职责分工，负责检查市场。": "县工商局 县商务局",
    "学校德育处牵头，年级组、班主任配合，开展家访。": "牵:学校德育处 配:年级组",
    "县教育局作为牵头单位，负责制定方案；县财政局作为责任单位。": "牵:县教育局 县财政局",
    "省教育厅会同省财政厅制定管理办法。": "牵:省教育厅 配:省财政厅",
}
NOTHING = [
    "支持企业（技工院校内由行政部门负责）开展培训。",
    "坚持党委牵头抓总。",
    "请各科室认真落实，各地要切实负责。",
    "切实落实责任（见附件）。",
    "本办法由县教育局负责解释。",
    "压实学校主体责任，负责到底。",
    "由于天气原因，责任重大。",
    "县教育局要切实履行牵头职责，谁主管谁负责。",
    "各部门要按照职责分工，加强协调配合，抓好落实。",
    "县教育局负责人介绍情况，县财政局负责同志出席。",
    "实行校长负责制，由班主任负责统筹，各学校校长负责。",
    "国务院教育行政部门负责职业教育工作的统筹规划。",
    "支持龙头企业牵头组建创新联合体，承担重大科技攻关任务。",
    "建立由省级政府办公厅牵头的工作机制。",
    "党建办牵头建立了风险点清单57项，云溪一中承担省级课题3项。",
    "县教育局会同县公安局研究提出了办理意见：予以支持。",
    "县教育局联合县公安局开展检查。",
    "2024年6月26日，县教育局会同县公安局联合印发《办法》。",
    "由县委、县政府主要领导负总责。",
    "实行省负总责、市县抓落实的工作机制。",
    "（责任人：李明）",
    "（供稿：宣传股）",
    "（供稿单位：宣传股）",
    "（通讯员：宣传股　张三）",
    "责任编辑：办公室",
    "\n主办单位：县教育局　承办单位：信息中心　版权所有",
]


@pytest.mark.parametrize("text", BRACKETS)
def test_units_are_read_from_brackets_of_every_wording(text: str) -> None:
    assert named(f"抓好落实。{text}") == units(BRACKETS[text])


@pytest.mark.parametrize("text", LINES)
def test_units_are_read_from_lines_and_running_text(text: str) -> None:
    assert named(f"抓好落实。{text}") == units(LINES[text])


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_no_responsible_unit_gives_none(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("note", "roles"),
    [
        ("注：标★的为牵头单位。", [LEAD, OWNER]),
        ("（带“★”号的为牵头单位）", [LEAD, OWNER]),
        ("★为牵头单位，其余为配合单位。", [LEAD, SUPPORT]),
        ("说明：牵头单位以★标注。", [LEAD, OWNER]),
        ("加粗的为牵头单位。", [OWNER, OWNER]),
    ],
)
def test_a_sign_explained_once_marks_the_lead_everywhere(note: str, roles: list[Role]) -> None:
    _, _, duties = read("一、抓安全。逐校查。（责任单位：★安全股、各学校）", "二、抓质量。改进教研。", note)
    assert [(duty.unit, duty.role) for duty in duties] == list(zip(["安全股", "各学校"], roles, strict=True))


@pytest.mark.parametrize(
    "listed", ["安全股★、各学校", "★安全股、各学校", "安全股*、各学校", "* 安全股、各学校"]
)
def test_a_sign_is_no_part_of_the_name(listed: str) -> None:
    note = f"注：带{'*' if '*' in listed else '★'}的为牵头单位"
    assert named(f"逐校查。（{listed}）\n{note}") == [("安全股", LEAD), ("各学校", OWNER)]


@pytest.mark.parametrize(
    "told",
    [
        "列第一位者为牵头单位，下同",
        "排在第一位的为牵头部门，下同",
        "第一个单位为牵头单位，下同",
        "排名首位的为主办单位，以下同",
    ],
)
def test_the_first_unit_leads_from_where_the_document_says_so(told: str) -> None:
    _, sections, duties = read(
        "一、完善政策。修订办法。（发改局、财政局负责）",
        f"二、稳定就业。返还保费。（人社局、财政局负责。{told}）",
        "三、扩大招生。增加学位。（教育局、发改局负责）",
        "四、做好宣传。（宣传部负责）",
        "五、抓好落实。（各有关部门，教育局负责）",
    )
    leads = [(sections[d.section].number, d.unit) for d in duties if d.role is LEAD]
    assert leads == [("二", "人社局"), ("三", "教育局")]


def test_the_first_unit_leads_in_its_own_list_alone_where_nothing_says_likewise() -> None:
    duties = read(
        "一、稳定就业。返还保费。（人社局、财政局负责，排在第一位的为牵头部门）",
        "二、扩大招生。增加学位。（教育局、发改局负责）",
    )[2]
    assert [duty.unit for duty in duties if duty.role is LEAD] == ["人社局"]


def test_a_note_that_the_first_unit_leads_holds_for_the_whole_document() -> None:
    _, _, duties = read("一、抓安全。逐校查。（责任单位：安全股、各学校）", "注：排在第一位的为牵头单位。")
    assert [(duty.unit, duty.role) for duty in duties] == [("安全股", LEAD), ("各学校", OWNER)]


def test_brackets_of_nothing_but_units_count_where_the_document_has_several() -> None:
    several = ("一、抓安全。逐校排查。（安全股、各学校）", "二、抓质量。改进教研。（教研室）")
    assert [duty.unit for duty in read(*several)[2]] == ["安全股", "各学校", "教研室"]
    assert read("一、抓安全", "逐校排查隐患，建立台账。（安全股）")[2] == ()
    assert read(*several, "三、动态。（供稿：办公室）")[2] == ()


def test_a_bracket_that_closes_an_item_names_who_does_it_and_leaves_the_title() -> None:
    lines = (
        "一、党建（党建办）",
        "1.抓学习（宣传股）",
        "2.绿化2万亩（林业股、各村）。",
        "二、新建校舍【教育股】",
    )
    _, sections, duties = read(*lines)
    assert [section.title for section in sections[1:]] == ["党建", "抓学习", "绿化2万亩", "新建校舍"]
    assert [duty.unit for duty in duties] == ["党建办", "宣传股", "林业股", "各村", "教育股"]
    assert [duty.unit for duty in read("1.绿化。植树造林。（林业股、中心小学）", "2.修路。")[2]] == [
        "林业股",
        "中心小学",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "一、党政办公室（人大办）",
        "1.张强（教育局）",
        "1.新建幼儿园（公办）",
        "1.完善功能室（图书室、阅览室）",
        "1.修缮校舍（县一中）",
        "1.新建水厂（县城南）。",
    ],
)
def test_a_bracket_that_tells_a_name_or_a_kind_is_no_duty(line: str) -> None:
    _, sections, duties = read(line, "逐项抓好。")
    assert (sections[1].title, duties) == (
        line.partition("、" if "、" in line[:2] else ".")[2].rstrip("。"),
        (),
    )


def test_a_bare_bracket_may_hold_brackets_or_say_that_the_first_leads() -> None:
    _, _, duties = read(
        "一、办事。简化流程。（审批局、各镇（街））",
        "二、评优。评比。（审批局、社区办。列第一位的为牵头单位）",
    )
    assert [(duty.unit, duty.role) for duty in duties] == [
        *(("审批局", OWNER), ("各镇（街）", OWNER)),
        *(("审批局", LEAD), ("社区办", OWNER)),
    ]


def test_one_bracket_of_nothing_but_units_counts_where_they_are_responsible_elsewhere() -> None:
    _, _, duties = read("一、抓安全。逐校查。（安全股负责）", "二、抓质量。改进。（安全股）")
    assert [duty.unit for duty in duties] == ["安全股", "安全股"]


def test_cells_of_a_task_one_a_line_are_the_duty_of_their_item() -> None:
    cells = ("责任股室", "房管股", "社区办", "完成时限", "2025年10月")
    _, sections, duties = read("一、重点工作", "1.排查老旧小区。逐栋建档。", *cells)
    told = [(sections[duty.section].title, duty.unit) for duty in duties]
    assert told == [("排查老旧小区", "房管股"), ("排查老旧小区", "社区办")]
    assert read("一、重点工作", "1.排查。建档。", "完成时限", "责任单位", "县教育局")[2] == ()


def test_a_duty_on_a_heading_covers_its_items() -> None:
    _, sections, duties = read("一、抓安全（责任股室：安全股）", "1.查隐患。逐校查。", "2.改隐患。逐项改。")
    assert [(sections[duty.section].title, duty.scope) for duty in duties] == [("抓安全", Scope.SECTION)]


def test_a_duty_closing_the_last_item_leaves_its_scope_open() -> None:
    lone = read("一、抓安全", "1.查隐患。逐校查。", "2.改隐患。逐项改。（安全股负责）")
    assert [duty.scope for duty in lone[2]] == [Scope.OPEN]
    both = read("一、抓安全", "1.查隐患。（督导室负责）", "2.改隐患。（安全股负责）")
    assert [duty.scope for duty in both[2]] == [Scope.ITEM, Scope.ITEM]


def test_units_whose_tasks_are_stated_beside_them_have_those_only() -> None:
    told = "县教育局负责统筹；县财政局负责保障经费。"
    _, _, duties = read(
        "一、抓安全", "1.查隐患。逐校查。", f"2.改隐患。{told}", "二、抓质量", "1.教研。抓好。"
    )
    assert [duty.scope for duty in duties] == [Scope.ITEM, Scope.ITEM]
    assert [duty.scope for duty in read(f"一、抓安全。{told}", "1.查隐患。逐校查。")[2]] == [Scope.ITEM] * 2


def test_rows_of_a_duty_table_are_sections_with_units() -> None:
    _, sections, duties = read(
        "关于分解任务的通知",
        "附件：任务分工表",
        "1.任务：改造食堂　牵头单位：后勤中心　责任单位：各学校、财务股　完成时限：6月底",
        "2.任务：更新课桌　牵头单位：装备站　责任单位：各学校　完成时限：8月底",
    )
    assert [section.title for section in sections[1:]] == ["任务分工表", "改造食堂", "更新课桌"]
    assert [(sections[d.section].title, d.unit, d.role) for d in duties if d.section == 2] == [
        ("改造食堂", "后勤中心", LEAD),
        ("改造食堂", "各学校", OWNER),
        ("改造食堂", "财务股", OWNER),
    ]


def test_spans_point_at_the_units_words() -> None:
    text, _, duties = read(
        "一、抓安全。（牵头：★公安局；配合：组 织 科、各学校）", "责任单位：教育局（牵头）。", "★为牵头单位"
    )
    assert [text[duty.start : duty.end].replace(" ", "") for duty in duties] == [d.unit for d in duties]


def test_units_whose_bracket_says_only_until_when_are_responsible() -> None:
    for due in (
        "，完成时限：6月底",
        "；完成时间：2024年6月",
        "，2024年6月底前",
        "，责任人：张三",
        "，长期坚持",
    ):
        assert named(f"抓好落实。（农业科、办公室{due}）") == units("农业科 办公室"), due
    assert named("抓好落实。（见附件，2024年6月底前）") == []
    assert named("抓好落实。（张三，完成时限：6月底）") == []
    assert named("印发通知。（国务院办公厅，2015年6月）") == []
    assert named("建设示范课程。（教务处、宣传部；2025年6月）") == [("教务处", OWNER), ("宣传部", OWNER)]


def test_where_most_items_close_with_an_office_a_bracket_of_any_office_counts() -> None:
    items = ["1.稳岗位。（就业局）", "2.抓培训（就业股）", "3.防欠薪（监察大队）", "4.守基金（区镇未保中心）"]
    assert [unit for _, unit in owners("一、打算", *items)][-1] == "区镇未保中心"
    assert [unit for _, unit in owners("一、打算", items[0], "2.守基金（区镇未保中心）")] == ["就业局"]


def test_a_label_that_names_the_lead_wins_over_a_note_that_the_first_leads() -> None:
    row = "牵头单位：后勤中心　责任单位：各学校、财务股　完成时限：6月底"
    _, _, duties = read(
        f"1.任务：改造食堂　{row}",
        "2.任务：更新课桌　责任单位：装备站、各学校",
        "注：排在第一位的为牵头单位。",
    )
    assert [(duty.unit, duty.role) for duty in duties] == [
        *(("后勤中心", LEAD), ("各学校", OWNER), ("财务股", OWNER)),
        *(("装备站", LEAD), ("各学校", OWNER)),
    ]


ABOVE = (
    "（以上任务由办公室牵头,各科室配合）",
    "以上工作由办公室牵头，各科室配合。",
    "（上述各项：办公室牵头、各科室配合）",
)


@pytest.mark.parametrize("line", ABOVE)
def test_who_does_the_tasks_above_is_said_of_the_section_that_holds_them(line: str) -> None:
    items = ("1.查隐患。逐校查。（人事股负责）", "2.改隐患。逐项改。", line)
    _, sections, duties = read("一、抓安全", *items, "二、抓质量。改进教研。")
    told = [(sections[duty.section].title, duty.unit, duty.role, duty.scope) for duty in duties]
    assert told[1:] == [
        ("抓安全", "办公室", LEAD, Scope.SECTION),
        ("抓安全", "各科室", SUPPORT, Scope.SECTION),
    ]


def test_units_of_this_part_behind_its_last_item_cover_the_part() -> None:
    line = "（本部分责任单位：办公室）"
    _, sections, duties = read(
        "一、抓安全", "1.查。逐校查。", "2.改。逐项改。", line, "二、抓质量。改进教研。", line
    )
    told = [(sections[duty.section].title, duty.scope) for duty in duties]
    assert told == [("抓安全", Scope.SECTION), ("抓质量", Scope.ITEM)]
    midst = read("一、抓安全", "1.查。逐校查。", line, "2.改。逐项改。")[2]
    assert [duty.scope for duty in midst] == [Scope.OPEN]


def test_how_far_the_tasks_above_reach_is_open_in_the_midst_of_items() -> None:
    line = "（以上任务由办公室负责）"
    assert [d.scope for d in read("一、抓安全", "1.查。逐校查。", line, "2.改。逐项改。")[2]] == [Scope.OPEN]
    _, sections, duties = read(
        "一、抓安全。", "逐校查。", "逐项改。", line, "二、抓质量。", "改进教研。", "听课。", line
    )
    assert [sections[duty.section].title for duty in duties] == ["抓安全", "抓质量"]


def test_the_number_of_an_article_is_no_part_of_a_unit() -> None:
    duties = read("第一条为了规范工作，制定本规则。", "第二条县财政局负责资金保障。")[2]
    assert [duty.unit for duty in duties] == ["县财政局"]


def test_lines_below_the_last_items_of_several_lists_name_who_does_the_lists() -> None:
    lines = [
        "一、生产",
        "（一）造林",
        "1.造林1200亩。",
        "2.抚育8000亩。",
        "牵头科室：生产科",
        "配合科室：财务科",
    ]
    lines += ["完成时限：10月底", "（二）管护", "1.巡护不少于2万公里。", "2.防治3000亩。", "责任科室：资源科"]
    _, sections, duties = read(*lines)
    stated = [(sections[duty.section].title, duty.unit, duty.scope) for duty in duties]
    assert stated == [
        ("造林", "生产科", Scope.SECTION),
        ("造林", "财务科", Scope.SECTION),
        ("管护", "资源科", Scope.SECTION),
    ]
    # Where an item in their midst has such a line, each line is that of its item.
    lines.insert(3, "责任科室：办公室")
    assert owners(*lines)[1:] == [
        ("2.抚育8000亩", "生产科"),
        ("2.抚育8000亩", "财务科"),
        ("2.防治3000亩", "资源科"),
    ]


def test_a_line_below_items_that_are_one_sentence_names_who_does_them_all() -> None:
    lines = ["一、生产", "（一）造林", "1.造林1200亩；", "2.抚育8000亩。", "责任科室：生产科", "（二）管护"]
    assert owners(*lines) == [("（一）造林", "生产科")]
    assert owners(*[line.replace("；", "。") for line in lines]) == [("2.抚育8000亩", "生产科")]
