import pytest

from ingest.facts import find_duties
from ingest.outline import read_outline
from ingest.records import Duty, Line, Role, Scope, Section

LEAD, OWNER, SUPPORT, PART = Role.LEAD, Role.OWNER, Role.SUPPORT, Role.PARTICIPANT


def read(*texts: str) -> tuple[str, tuple[Section, ...], tuple[Duty, ...]]:
    text, sections = read_outline([Line(line) for line in texts], "标题")
    return text, sections, find_duties(text, sections)


def named(text: str) -> list[tuple[str, Role]]:
    return [(duty.unit, duty.role) for duty in read(f"一、加强管理。{text}")[2]]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("抓好落实。(责任股室:办公室、政工人事股)", [("办公室", OWNER), ("政工人事股", OWNER)]),
        ("抓好落实。（责任单位：县教育局,县财政局）", [("县教育局", OWNER), ("县财政局", OWNER)]),
        (
            "抓好落实。（牵头单位：基教科；责任单位：督导室、人事科；配合单位：各学校）",
            [("基教科", LEAD), ("督导室", OWNER), ("人事科", OWNER), ("各学校", SUPPORT)],
        ),
        ("抓好落实。（牵头科室：基教科 配合科室：安全科）", [("基教科", LEAD), ("安全科", SUPPORT)]),
        ("抓好落实。（牵头：办公室；参与：各股室）", [("办公室", LEAD), ("各股室", PART)]),
        ("抓好落实。（责任科室：组 织 科）", [("组织科", OWNER)]),
        (
            "抓好落实。（财政局牵头，住建局、水利局按职责分工负责）",
            [("财政局", LEAD), ("住建局", OWNER), ("水利局", OWNER)],
        ),
        ("抓好落实。（办公室牵头，各学校配合）", [("办公室", LEAD), ("各学校", SUPPORT)]),
        (
            "抓好落实。（人力资源和社会保障局、财政局和教育局负责）",
            [("人力资源和社会保障局", OWNER), ("财政局", OWNER), ("教育局", OWNER)],
        ),
        ("抓好落实。（教育局等有关部门负责）", [("教育局", OWNER)]),
        (
            "抓好落实。（司法局等县直相关部门及各乡镇按职责分工负责）",
            [("司法局", OWNER), ("县直相关部门", OWNER), ("各乡镇", OWNER)],
        ),
        ("抓好落实。（由公安局会同交通局负责）", [("公安局", LEAD), ("交通局", SUPPORT)]),
        ("抓好落实。（教育局会同有关部门负责）", [("教育局", LEAD)]),
        ("抓好落实。（各有关部门和单位负责）", [("各有关部门和单位", OWNER)]),
        ("抓好落实。由办公室牵头，人事股配合。", [("办公室", LEAD), ("人事股", SUPPORT)]),
        (
            "舆情处置由党建办牵头、政策法规股配合，办公室不再承担。",
            [("党建办", LEAD), ("政策法规股", SUPPORT)],
        ),
        ("由安全股会同县公安局组成督导组开展暗访。", [("安全股", LEAD), ("县公安局", SUPPORT)]),
        ("抓好落实。【责任科室】督导室、人事科", [("督导室", OWNER), ("人事科", OWNER)]),
        ("抓好落实。责任单位：督导室、各学校。", [("督导室", OWNER), ("各学校", OWNER)]),
        (
            "抓好落实。（责任领导：王强；责任科室：人事科；完成时限：6月底前）",
            [("人事科", OWNER)],
        ),
    ],
)
def test_units_are_read_in_every_wording(text: str, units: list[tuple[str, Role]]) -> None:
    assert named(text) == units


@pytest.mark.parametrize(
    "text",
    [
        "支持企业（技工院校内由行政部门负责）开展培训。",
        "切实落实责任（见附件）。",
        "本办法由县教育局负责解释。",
        "压实学校主体责任，负责到底。",
        "由于天气原因，责任重大。",
        "抓好落实。（责任人：李明）",
        "（供稿：宣传股）",
    ],
)
def test_what_names_no_responsible_unit_gives_none(text: str) -> None:
    assert named(text) == []


def test_the_first_unit_leads_from_where_the_document_says_so() -> None:
    _, sections, duties = read(
        "一、稳定就业。返还保费。（人社局、财政局负责。列第一位者为牵头单位，下同）",
        "二、扩大招生。增加学位。（教育局、发改局负责）",
        "三、做好宣传。（宣传部负责）",
    )
    roles = [(sections[duty.section].number, duty.unit, duty.role) for duty in duties]
    assert roles == [
        ("一", "人社局", LEAD),
        ("一", "财政局", OWNER),
        ("二", "教育局", LEAD),
        ("二", "发改局", OWNER),
        ("三", "宣传部", OWNER),
    ]


def test_brackets_of_nothing_but_units_count_where_the_document_has_several() -> None:
    duties = read("一、抓安全。逐校排查。（安全股、各学校）", "二、抓质量。改进教研。（教研室）")[2]
    assert [duty.unit for duty in duties] == ["安全股", "各学校", "教研室"]
    assert read("一、抓安全。逐校排查。（安全股）")[2] == ()


def test_a_duty_on_a_heading_covers_its_items() -> None:
    _, sections, duties = read("一、抓安全（责任股室：安全股）", "1.查隐患。逐校查。", "2.改隐患。逐项改。")
    assert [(sections[duty.section].title, duty.scope) for duty in duties] == [("抓安全", Scope.SECTION)]


def test_a_duty_closing_the_last_item_leaves_its_scope_open() -> None:
    lone = read("一、抓安全", "1.查隐患。逐校查。", "2.改隐患。逐项改。（安全股负责）")
    assert [duty.scope for duty in lone[2]] == [Scope.OPEN]
    both = read("一、抓安全", "1.查隐患。（督导室负责）", "2.改隐患。（安全股负责）")
    assert [duty.scope for duty in both[2]] == [Scope.ITEM, Scope.ITEM]


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
    text, _, duties = read("一、抓安全。（牵头：公安局；配合：组 织 科、各学校）", "责任单位：教育局")
    assert [text[duty.start : duty.end].replace(" ", "") for duty in duties] == [d.unit for d in duties]
