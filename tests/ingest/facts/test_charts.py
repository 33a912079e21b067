import pytest

from ingest.records import Role, Scope
from tests.ingest.duty_text import owners, read

FILED = "负责文电、会务、机要和档案工作。"
STAFFED = "负责机构编制、工资福利和职称评审。"


@pytest.mark.parametrize(
    "lines",
    [
        ("县教育局科室职责", f"（一）办公室。{FILED}", f"（二）人事股。{STAFFED}"),
        ("县教育局科室职责", "一、办公室", FILED, "二、人事股（党建办）", f"主要职责：{STAFFED}"),
        ("县教育局内设机构", "一、办公室", "1.负责文电。", "2.负责会务。", "二、人事股", "1.承担编制。"),
        ("县教育局工作计划", f"一、办公室：{FILED}", f"二、人事股：{STAFFED}"),
        ("县教育局内设机构", "一、办公室职责", "起草文件，承办会务。", "二、人事股职责", "评审职称。"),
    ],
)
def test_a_heading_that_is_a_unit_owns_what_stands_below_it(lines: tuple[str, ...]) -> None:
    _, sections, duties = read(*lines)
    assert [(duty.unit, duty.role) for duty in duties] == [("办公室", Role.OWNER), ("人事股", Role.OWNER)]
    assert [sections[duty.section].title[:3] for duty in duties] == ["办公室", "人事股"]


def test_a_unit_of_a_chart_covers_the_items_below_its_heading() -> None:
    _, _, duties = read("内设机构", "一、办公室", "1.负责文电。", "2.负责会务。", "二、人事股。承担编制。")
    assert [duty.scope for duty in duties] == [Scope.SECTION, Scope.ITEM]


def test_every_unit_of_a_chart_counts_once_most_state_tasks() -> None:
    charted = owners("一、办公室。负责文电。", "二、人事股。负责编制。", "三、纪检组。按照授权开展监督。")
    assert [unit for _, unit in charted] == ["办公室", "人事股", "纪检组"]


@pytest.mark.parametrize(
    "lines",
    [
        ("2024年工作总结", "一、小学", "巩固率达到100%。", "二、初中", "负责任地说，成绩不错。"),
        ("2024年工作计划", "一、办公室", "今年将抓好文电。", "二、抓实教学", "负责任地抓。"),
        ("2024年工作计划", f"一、办公室。{FILED}", "二、提升质量。抓好课堂。"),
        ("2024年工作计划", "一、健全机构", "负责文电。", "二、强化分工", "承担会务。"),
    ],
)
def test_headings_that_are_no_chart_own_nothing(lines: tuple[str, ...]) -> None:
    assert owners(*lines) == []


def test_lines_that_name_units_and_their_tasks_are_a_chart() -> None:
    charted = owners(
        "一、职责分工",
        "县教育局：负责牵头抓总。",
        "县公安局：加强校园周边巡逻。",
        "县财政局（国资局）：负责保障经费。",
        "各乡镇人民政府：摸底排查。",
        "二、工作要求",
        "各单位：要高度重视。",
    )
    assert charted == [("一、职责分工", u) for u in ("县教育局", "县公安局", "县财政局", "各乡镇人民政府")]


def test_rows_of_units_and_duties_are_a_chart() -> None:
    rows = ("科室：办公室　主要职责：文电会务　负责人：张三", "科室：人事股　主要职责：编制　负责人：李四")
    assert [unit for _, unit in owners("科室分工表", *rows)] == ["办公室", "人事股"]


def test_spans_of_a_chart_point_at_the_headings() -> None:
    text, sections, duties = read(
        "内设机构", "（一）办公室（信访室）。负责文电。", "（二）人 事 股。负责编制。"
    )
    assert [text[duty.start : duty.end] for duty in duties] == ["办公室", "人 事 股"]
    assert all(sections[d.section].start <= d.start < sections[d.section].body for d in duties)


def test_a_unit_of_a_chart_that_only_helps_others_supports() -> None:
    lines = (
        "教育局（体育局）：牵头负责招生。",
        "财政局：负责经费保障。",
        "派出所:配合做好治安。",
        "卫健局：协助做好防疫，负责校医培训。",
        "办公室：协助局领导处理日常事务。",
    )
    roles = [Role.LEAD, Role.OWNER, Role.SUPPORT, Role.OWNER, Role.OWNER]
    assert [duty.role for duty in read("一、职责分工", *lines)[2]] == roles
    assert [
        duty.role for duty in read(*(f"{n}、{line}" for n, line in zip("一二三四五", lines, strict=True)))[2]
    ] == roles


ITEMS = ("1.做好文件收发。", "2.开展培训2期。")


@pytest.mark.parametrize(
    "lines",
    [
        ("县教育局各股室2024年重点工作", "一、办公室", *ITEMS, "二、人事股", *ITEMS),
        ("县教育局2024年工作安排", "（一）办公室", *ITEMS, "（二）人事股", *ITEMS),
    ],
)
def test_work_listed_office_by_office_belongs_to_the_offices(lines: tuple[str, ...]) -> None:
    _, _, duties = read(*lines)
    assert [(duty.unit, duty.scope) for duty in duties] == [
        ("办公室", Scope.SECTION),
        ("人事股", Scope.SECTION),
    ]


@pytest.mark.parametrize(
    "names",
    [("实验室", "图书室"), ("办公室", "队伍建设"), ("小学", "幼儿园")],
)
def test_headings_that_are_not_all_offices_own_nothing(names: tuple[str, str]) -> None:
    assert owners("2024年工作安排", f"一、{names[0]}", *ITEMS, f"二、{names[1]}", *ITEMS) == []


@pytest.mark.parametrize("unit", ["部门", "单位", "科室", "股室", "处室", "成员单位", "内设机构", "机构名称"])
@pytest.mark.parametrize("duty", ["职责", "主要职责", "工作职责", "职责分工", "职能", "主要任务", "分工"])
def test_each_row_of_units_and_duties_is_a_section_of_its_unit(unit: str, duty: str) -> None:
    rows = (f"1.{unit}：办公室　{duty}：负责文电会务", f"2.{unit}：人事股　{duty}：负责教师招聘")
    _, sections, duties = read(*rows)
    assert [(section.label, section.title) for section in sections[1:]] == [
        ("1.", "办公室"),
        ("2.", "人事股"),
    ]
    assert [(item.section, item.unit) for item in duties] == [(1, "办公室"), (2, "人事股")]


def test_rows_of_people_and_duties_are_no_chart() -> None:
    _, sections, duties = read("姓名：张三　职责：负责文电", "姓名：李四　职责：负责会务")
    assert not duties and not any(section.heading for section in sections[1:])


def test_units_beside_one_another_in_a_line_own_what_stands_behind_their_colons() -> None:
    _, _, duties = read(
        "三、职责分工",
        "县市场监管局：牵头，检查食堂和门店；县教育局：督促自查；县城管局（大队）：清理流动摊贩。",
    )
    assert [(duty.unit, duty.role) for duty in duties] == [
        ("县市场监管局", Role.LEAD),
        ("县教育局", Role.OWNER),
        ("县城管局", Role.OWNER),
    ]


def test_a_single_unit_with_a_colon_in_a_line_owns_nothing() -> None:
    assert owners("一、通知", "县教育局：现将有关事项通知如下。", "报送方式：县教育局；联系人：李某。") == []


@pytest.mark.parametrize("office", ["行业管理科", "安全监理科", "受理科"])
def test_an_office_may_end_as_a_branch_of_learning_does(office: str) -> None:
    assert owners("一、职责分工", "办公室：负责文电。", f"{office}：负责备案。")[1][1] == office
