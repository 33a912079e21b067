import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.outline import read_outline
from ingest.records import Line, Section

BODY = "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号。"

Node = tuple[int, str, str]


def outline(*texts: str, title: str = "标题") -> list[Node]:
    _, sections = read_outline([Line(text) for text in texts], title)
    return [(s.level, s.number, s.title) for s in sections[1:] if s.heading]


def test_levels_follow_the_documents_own_nesting() -> None:
    assert outline(
        "一、抓党建", "1.抓学习。" + BODY, "2.抓支部。" + BODY, "二、抓质量", "（一）抓教研。" + BODY
    ) == [
        (1, "一", "抓党建"),
        (2, "1", "抓学习"),
        (2, "2", "抓支部"),
        (1, "二", "抓质量"),
        (2, "（一）", "抓教研"),
    ]


def test_all_families_of_numbering_count_at_once() -> None:
    nodes = outline(
        "第一章　总则", "一、目标", "（一）近期目标", "1.学位", "（1）小学", "①城区", "②乡镇", "第二章　任务"
    )
    assert [(level, number) for level, number, _ in nodes] == [
        (1, "第一章"),
        (2, "一"),
        (3, "（一）"),
        (4, "1"),
        (5, "（1）"),
        (6, "①"),
        (6, "②"),
        (1, "第二章"),
    ]


def test_numbering_may_run_on_across_sections_or_restart() -> None:
    run_on = outline(
        "一、甲项工作", "1.子项甲", "2.子项乙", "二、乙项工作", "3.子项丙", "三、丙项工作", "1.子项丁"
    )
    assert [(level, number) for level, number, _ in run_on] == [
        (1, "一"),
        (2, "1"),
        (2, "2"),
        (1, "二"),
        (2, "3"),
        (1, "三"),
        (2, "1"),
    ]


def test_a_usually_higher_family_may_be_nested() -> None:
    nodes = outline(
        "1、抓队伍", "（一）招聘教师", "（二）培训教师", "2、抓质量", "（一）改进教研", "3、抓安全"
    )
    assert [(level, number) for level, number, _ in nodes] == [
        (1, "1"),
        (2, "（一）"),
        (2, "（二）"),
        (1, "2"),
        (2, "（一）"),
        (1, "3"),
    ]


def test_a_missing_or_doubled_number_does_not_break_the_row() -> None:
    assert [number for _, number, _ in outline("一、甲项", "二、乙项", "二、丙项", "四、丁项")] == [
        "一",
        "二",
        "二",
        "四",
    ]


def test_units_in_square_brackets_behind_a_heading_are_not_of_its_title() -> None:
    assert outline("一、抓安全【责任单位：办公室】", "二、抓质量", BODY) == [
        (1, "一", "抓安全"),
        (1, "二", "抓质量"),
    ]


def test_a_number_out_of_any_row_is_no_heading() -> None:
    assert outline("一、查隐患", BODY, "35、36号楼旁的围墙要加固，" + BODY, "二、改隐患") == [
        (1, "一", "查隐患"),
        (1, "二", "改隐患"),
    ]


def test_a_label_before_a_figure_counts_where_the_row_lacks_it() -> None:
    nodes = outline("一、名词", "1.云课堂：面向乡村的直播课", "2.5+2服务：课后服务", "3.双减：减负")
    assert [(number, title) for _, number, title in nodes] == [
        ("一", "名词"),
        ("1", "云课堂"),
        ("2", "5+2服务"),
        ("3", "双减"),
    ]


def test_decimal_numbering_nests_by_its_depth() -> None:
    nodes = outline(
        "1 总则", "1.1 目的", BODY, "1.2 依据", "2 组织", "2.1 指挥部", "2.1.1 职责", "（1）掌握情况；"
    )
    assert [(level, number) for level, number, _ in nodes] == [
        (1, "1"),
        (2, "1.1"),
        (2, "1.2"),
        (1, "2"),
        (2, "2.1"),
        (3, "2.1.1"),
        (4, "（1）"),
    ]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("3.强化意识形态建设。贯彻责任制，管好阵地。", "强化意识形态建设"),
        ("3.加强领导：各校要成立专班。", "加强领导"),
        ("3.各校要做到：一查、二改、三回头看。", "各校要做到"),
        (
            "3.确保经费投入，做到两个只增不减：一般预算、生均经费。",
            "确保经费投入，做到两个只增不减：一般预算、生均经费",
        ),
        ("3.落实“五育并举。全面发展”要求。组织活动。", "落实“五育并举。全面发展”要求"),
        ("3.改造厕所12座（责任股室：项目办）。", "改造厕所12座"),
        ("3.增长3。5%的目标不变。", "增长3。5%的目标不变"),
        ("3.抓好落实", "抓好落实"),
        ("3.抓好落实；", "抓好落实"),
    ],
)
def test_run_in_heading_ends_at_the_first_stop_that_ends_it(line: str, title: str) -> None:
    assert outline("1.甲", "2.乙", line)[-1] == (1, "3", title)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("三、增加一条，作为第八条：“第八条 单位应当建立预案。”", "增加一条，作为第八条"),
        ("三、第五条增加一款，作为第二款：“应当每年检修。”", "第五条增加一款，作为第二款"),
        ("三、将第三条中的“县局”，修改为：“县主管部门”。", "将第三条中的“县局”，修改为"),
        ("三、抓规范，做到：“三个到位”", "抓规范，做到：“三个到位”"),
    ],
)
def test_a_heading_that_amends_a_rule_ends_before_the_words_it_gives_it(line: str, title: str) -> None:
    assert outline("一、改第一条", "二、改第二条", line)[-1] == (1, "三", title)


def test_letter_spaced_titles_are_closed() -> None:
    assert outline("第一章　总　　则") == [(1, "第一章", "总则")]


def test_an_enumeration_inside_a_sentence_is_no_section() -> None:
    assert outline("一、配齐人员", "（1）招聘教师；（2）购买服务；（3）返聘名师，年底前到位。") == [
        (1, "一", "配齐人员")
    ]


def test_points_counted_in_words_are_no_headings() -> None:
    assert outline(
        "一、明确要求", "一是加强领导。" + BODY, "二是压实责任。" + BODY, "第一，提高认识。" + BODY
    ) == [(1, "一", "明确要求")]


def test_rows_without_units_are_no_sections() -> None:
    assert outline("一、学校情况", "1.学校：一小　学生：900", "2.学校：二小　学生：700") == [
        (1, "一", "学校情况")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "牵头单位：农业办　配合单位：商务办",
        "责任领导：李某　责任股室：农业股",
        "（责任单位：村建办　完成时限：6月底）",
    ],
)
def test_labels_that_say_who_and_when_but_not_what_are_no_row(line: str) -> None:
    assert outline("一、打造品牌", BODY, line) == [(1, "一", "打造品牌")]


def test_a_row_is_named_by_its_task_not_by_the_measures_behind_it() -> None:
    row = "{}.任务类别：产业　重点任务：{}　工作措施：{}　牵头单位：工信局"
    assert outline(row.format(1, "壮大工业", "新增企业5家"), row.format(2, "做优农业", "建基地")) == [
        (1, "1", "壮大工业"),
        (1, "2", "做优农业"),
    ]


def test_a_number_in_the_cell_of_its_task_is_the_number_of_the_row() -> None:
    row = "类别：产业　任务：{}　牵头单位：农业办"
    assert outline(row.format("1.建冷库2座"), row.format("2.办民宿10家")) == [
        (1, "1", "建冷库2座"),
        (1, "2", "办民宿10家"),
    ]


def test_who_is_responsible_may_stand_before_the_title() -> None:
    assert outline("1.抓学习", "2.(责任单位:党建办)完成换届。" + BODY) == [
        (1, "1", "抓学习"),
        (1, "2", "完成换届"),
    ]


def check(text: str, sections: tuple[Section, ...]) -> None:
    """The invariants every section tree keeps."""
    root = sections[0]
    assert (root.level, root.start, root.end, root.parent) == (0, 0, len(text), None)
    assert "".join(text[s.start : s.own_end] for s in sections) == text
    for section in sections[1:]:
        assert section.start < section.own_end <= section.end
        assert section.start <= section.body <= section.own_end
        assert section.parent is not None
        parent = sections[section.parent]
        assert parent.level == section.level - 1
        assert parent.own_end <= section.start and section.end <= parent.end
        heading = "".join(text[section.start : max(section.body, section.start)].split())
        assert "".join(section.label.split()) in heading
        assert "".join(section.title.split()) in heading


labels = st.sampled_from(
    [
        "",
        "一、",
        "二、",
        "三、",
        "（一）",
        "（二）",
        "1.",
        "2.",
        "3.",
        "（1）",
        "（2）",
        "①",
        "第一章　",
        "第二条　",
        "附件1",
        "1.1 ",
        "名词解释",
    ]
)
words = st.sampled_from(
    [
        "加强领导",
        "抓好安全。" + BODY,
        BODY,
        "（责任单位：教育局）",
        "总体要求：" + BODY,
        "",
        "任务：甲　责任单位：乙",
    ]
)
documents = st.lists(st.builds(Line, st.builds(str.__add__, labels, words), st.integers(0, 3)), max_size=30)


@given(documents)
def test_own_spans_partition_the_text_of_any_document(lines: list[Line]) -> None:
    check(*read_outline(lines, "标题"))


@given(
    st.lists(
        st.builds(Line, st.text(st.characters(exclude_characters="\n\r"), max_size=40), st.integers(0, 6))
    )
)
def test_any_text_has_an_outline(lines: list[Line]) -> None:
    check(*read_outline(lines, "标题"))


@given(documents)
def test_reading_the_lines_of_a_read_text_again_gives_the_same_sections(lines: list[Line]) -> None:
    plain = [Line(line.text) for line in lines]
    text, sections = read_outline(plain, "标题")
    again, same = read_outline([Line(line) for line in text.split("\n")], "标题")
    assert (again, same) == (text, sections)


def test_a_figure_with_a_blank_counts_only_with_others_like_it() -> None:
    assert outline("第一章 现状", "1 所学校已经撤并，" + BODY, "第二章 目标") == [
        (1, "第一章", "现状"),
        (1, "第二章", "目标"),
    ]
    assert [number for _, number, _ in outline("1 总则", "1.1 目的", "2 附则")] == ["1", "1.1", "2"]
    assert outline("2 班级文化", BODY) == []


def test_a_decimal_label_before_a_figure_counts_between_its_neighbours() -> None:
    items = ["1.1杜绝一般事故。", "1.2百万工时伤害率控制在0.15以下。", "1.3隐患整改率达到100%。"]
    assert [number for _, number, _ in outline("1 目标", *items, "2 任务", "2.1Ⅰ级响应", "2.2Ⅱ级响应")] == [
        *("1", "1.1", "1.2", "1.3"),
        *("2", "2.1", "2.2"),
    ]


def test_signs_that_are_numbers_count_alone() -> None:
    assert [number for _, number, _ in outline("⒈抓安全", "⒉抓质量")] == ["⒈", "⒉"]
    assert [number for _, number, _ in outline("一、抓安全", "㈠抓食堂", "㈡抓校车")] == ["一", "㈠", "㈡"]


def test_a_line_without_any_stop_is_no_heading_of_any_length() -> None:
    text, sections = read_outline([Line("工作计划"), Line("一、" + "完成任务" * 50_000)], "工作计划")
    assert len(sections[1].title) == 400
    assert text[sections[1].start : sections[1].own_end].endswith("完成任务")


@pytest.mark.parametrize("stop", [".", "、"])
def test_items_are_counted_as_far_as_they_go(stop: str) -> None:
    lines = [f"{n}{stop}抓好任务。" for n in range(1, 2105)]
    assert [number for _, number, _ in outline(*lines)] == [str(n) for n in range(1, 2105)]


def test_a_year_at_the_start_of_a_line_is_no_item() -> None:
    assert outline("1.抓好党建", "2024、2025两年的任务是查隐患。", "2.抓好教研") == [
        (1, "1", "抓好党建"),
        (1, "2", "抓好教研"),
    ]


def test_text_below_a_table_belongs_to_the_section_around_the_table() -> None:
    row = "任务：{}　牵头单位：办公室"
    lines = [
        "一、重点任务",
        row.format("修路"),
        row.format("通水"),
        BODY,
        "（一）其他任务",
        "（二）保障",
        "二、要求",
    ]
    text, sections = read_outline(list(map(Line, lines)), "标题")
    assert [(s.level, s.title) for s in sections[1:]] == [
        (1, "重点任务"),
        (2, "修路"),
        (2, "通水"),
        (2, ""),
        (2, "其他任务"),
        (2, "保障"),
        (1, "要求"),
    ]
    assert text[sections[4].start : sections[4].own_end].strip() == BODY
