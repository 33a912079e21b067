import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean import clean
from ingest.clean.flat import part_run_on
from ingest.header import read_header
from ingest.outline import read_outline
from ingest.records import Line

BODY = "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号。"


def texts(*lines: str) -> list[str]:
    return [line.text for line in part_run_on([Line(text) for text in lines])]


def sections(*lines: str) -> list[tuple[int, str, str]]:
    _, found = read_outline(clean([Line(line) for line in lines]).lines, "")
    return [(section.level, section.label, section.title) for section in found[1:]]


TITLES = [
    verb + task
    for verb in ("加强", "推进", "规范", "健全")
    for task in (
        "校园安全管理",
        "河湖长制",
        "基层党建",
        "粮食应急储备",
        "“一件事”改革",
        "财政资金监管（试行）",
    )
]
SENTENCES = [
    BODY,
    "到2025年底，新建改建12所，覆盖率达到96.5%以上，投资1.2亿元。",
    "重点抓好三件事：一是摸底数，二是补短板，三是建机制。",
    "重点整治以下问题：1.无证经营；2.超范围经营；3.虚假宣传。",
    "按照（1）摸排底数；（2）分类处置；（3）复核验收的步骤推进。",
    "落实《条例》第十二条第（一）、（三）项要求，组织第一、二批督查。",
    "会议提出“一、查问题。二、改问题。”的要求。",
]
DUTIES = [
    "",
    "（责任单位：教育局、财政局）",
    "（教育局牵头，各乡镇人民政府配合）",
    "（县住建局等按职责分工负责）",
]
NUMERALS = "一二三四五六七八九"
# The habits of numbering: the labels of each level; a level above the last is a heading alone.
HABITS = {
    "一、（一）1.（1）": ("{cn}、", "（{cn}）", "{n}.", "（{n}）"),
    "一、（一）": ("{cn}、", "（{cn}）"),
    "一、1．": ("{cn}、", "{n}．"),
    "一、 alone": ("{cn}、",),
    "1、 alone": ("{n}、",),
    "（一） alone": ("（{cn}）",),
    "第一章 第一条": ("第{cn}章　", "第{cn}条　"),
    "第一条 alone": ("第{cn}条　",),
}
items = st.tuples(
    st.sampled_from(TITLES),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2),
    st.sampled_from(DUTIES),
)


@st.composite
def documents(draw: st.DrawFn, habit: str) -> list[str]:
    """The lines of a document: an opening sentence, headings, and items with run-in headings and duties."""
    lines = ["为做好有关工作，结合我县实际，制定本方案。"]

    def grow(labels: tuple[str, ...]) -> None:
        for number in range(1, draw(st.integers(2, 4)) + 1):
            label = labels[0].format(cn=NUMERALS[number - 1], n=number)
            title, body, duty = draw(items)
            if len(labels) > 1:
                lines.append(label + title)
                grow(labels[1:])
            else:
                run_in = "" if label.startswith("第") else title + "。"
                lines.append(label + run_in + "".join(body) + duty)

    grow(HABITS[habit])
    return lines


@pytest.mark.parametrize("habit", HABITS)
@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from(["", " ", "　　"]))
def test_a_document_that_lost_its_line_breaks_has_the_sections_it_had(
    habit: str, data: st.DataObject, separator: str
) -> None:
    lines = data.draw(documents(habit))
    assert sections(separator.join(lines)) == sections(*lines)


@pytest.mark.parametrize("habit", [habit for habit in HABITS if "（1）" not in habit])
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_document_that_lost_some_of_its_line_breaks_has_the_sections_it_had(
    habit: str, data: st.DataObject
) -> None:
    lines = data.draw(documents(habit))
    breaks = data.draw(st.lists(st.sampled_from(["", "\n"]), min_size=len(lines), max_size=len(lines)))
    partly = "".join(line + end for line, end in zip(lines, breaks, strict=True))
    assert sections(*partly.split("\n")) == sections(*lines)


def test_a_document_in_one_line_is_split_before_its_numbering() -> None:
    flat = (
        f"为做好工作，制定本方案。一、抓党建（一）抓学习。{BODY}（办公室负责）具体措施：1．集中学习。{BODY}"
        f"2．2024年底前完成轮训。{BODY}（二）抓支部。{BODY}二、抓安全、保稳定（三）查隐患。{BODY}"
    )
    assert [line[:6] for line in texts(flat)] == [
        "为做好工作，",
        "一、抓党建",
        "（一）抓学习",
        "1．集中学习",
        "2．2024",
        "（二）抓支部",
        "二、抓安全、",
        "（三）查隐患",
    ]


def test_items_right_behind_the_label_of_a_section_are_parted_from_it() -> None:
    assert sections("四、抓党建", "五、(一)抓项目。引进2个。(二)抓服务。走访3家。") == [
        (1, "四、", "抓党建"),
        (1, "五、", ""),
        (2, "(一)", "抓项目"),
        (2, "(二)", "抓服务"),
    ]


def test_a_usual_heading_is_parted_from_the_sentence_behind_it() -> None:
    flat = f"一、总体要求以习近平新时代中国特色社会主义思想为指导，{BODY}二、保障措施各级要加强领导，{BODY}"
    assert [line[:7] for line in texts(flat)] == [
        "一、总体要求",
        "以习近平新时代",
        "二、保障措施",
        "各级要加强领导",
    ]


def test_a_blank_after_a_heading_parts_it_from_its_text() -> None:
    flat = (
        f"制定本计划。 一、指导思想 以法治思想为指导，{BODY} 二、工作任务 1、抓学习。{BODY} 2、抓宣传。{BODY}"
    )
    assert [line[:6] for line in texts(flat)] == [
        "制定本计划。",
        "一、指导思想",
        "以法治思想为",
        "二、工作任务",
        "1、抓学习。",
        "2、抓宣传。",
    ]


@pytest.mark.parametrize(
    "line",
    [
        f"重点抓好三件事：1.修路；2.通水；3.通电。{BODY}",
        f"依据第三条第（一）、（二）项的规定，{BODY}",
        f"会议提出“一、查问题。二、改问题。三、建机制”的要求，{BODY}",
        f"三、四年级开设编程课，五、六年级开设物联网课，{BODY}",
        "1.任务：修路　牵头单位：交通局　数量：3　备注：分两期。（一）先修主路。（二）再修支路",
        "2 推进阵地建设（牵头单位：基础教育股；责任单位：县委宣传部；配合单位：职业教育股）。",
    ],
)
def test_enumerations_inside_a_sentence_stay_in_it(line: str) -> None:
    assert texts(line) == [line]


def test_a_duty_in_square_brackets_ends_what_an_item_behind_it_starts_anew() -> None:
    lines = ["一、抓安全。" + BODY + "【责任单位：办公室】", "二、抓质量。" + BODY]
    assert texts("".join(lines)) == lines


def test_a_plan_named_above_a_document_number_is_no_title_behind_a_sentence() -> None:
    line = f"对照本方案第三部分（二）的要求整改。按照《条例》（云教发〔2023〕15号）要求，{BODY}"
    assert texts("云溪县教育局2024年工作要点", line)[1] == line


OPENINGS = [
    [
        "云溪县人民政府办公室关于印发2024年重点工作分工方案的通知",
        "云政办发〔2024〕12号",
        "各乡镇人民政府，县直各单位：",
    ],
    ["云溪县教育局关于做好防溺水工作的通知", "各学校："],
    ["云溪县教育局2024年工作要点"],
    ["XX县应急管理局202x年工作要点"],
]
CLOSINGS = [
    [],
    ["云溪县人民政府办公室", "2024年3月5日"],
    ["云溪县教育局", "2024年5月6日", "（此件公开发布）"],
]


@pytest.mark.parametrize("opening", OPENINGS, ids=lambda lines: str(lines[0]))
@pytest.mark.parametrize("closing", CLOSINGS, ids=len)
@pytest.mark.parametrize("duty", DUTIES[:2], ids=["", "closed by a duty"])
def test_title_number_salutation_and_signature_are_parted(
    opening: list[str], closing: list[str], duty: str
) -> None:
    body = ["202x年全县工作要突出重点。", "一、抓安全。" + BODY, "二、抓质量。" + BODY + duty]
    lines = [*opening, *body, *closing]
    assert texts("".join(lines)) == lines


def test_the_organ_of_the_title_is_known_again_behind_the_list_of_attachments() -> None:
    lines = [
        "国务院办公厅关于部分典型做法的通报",
        "各部门：",
        BODY,
        "附件：1.典型做法",
        "国务院办公厅",
        "2024年5月6日",
    ]
    assert texts(*lines[:3], "".join(lines[3:])) == lines
    assert texts(*lines[:2], "".join(lines[2:])) == lines


characters = st.sampled_from("一二三、（）1.2。；：，“”加强领导\u3000 ")


@given(st.lists(st.text(characters, max_size=60), max_size=12))
def test_parting_loses_no_character(lines: list[str]) -> None:
    assert re.sub(r"\s", "", "".join(texts(*lines))) == re.sub(r"\s", "", "".join(lines))


@pytest.mark.parametrize("blank", ["", " ", "\u3000\u3000", "\xa0\xa0"])
@pytest.mark.parametrize(
    "opening", ["", "2024年，全县教育系统坚持立德树人。", "上半年,全县教育系统坚持立德树人。"]
)
def test_a_plan_on_one_line_keeps_title_and_headings_whatever_blank_parts_them(
    blank: str, opening: str
) -> None:
    plan = (
        "云溪县教育局2024年工作要点",
        opening,
        "一、加强党的建设",
        "1.理论武装。覆盖3.5万人。",
        "2.从严治党。" + BODY,
    )
    flat = blank.join((*filter(None, plan), "二、提高质量", "3.学前教育。" + BODY))
    cleaned = clean([Line(flat)]).lines
    header = read_header(cleaned, {})
    assert (header.title, header.kind) == ("云溪县教育局2024年工作要点", "工作要点")
    labels = [section.label for section in read_outline(cleaned, header.title)[1][1:]]
    assert labels == ["一、", "1.", "2.", "二、", "3."]


def test_a_title_without_a_kind_is_parted_at_a_blank_from_the_first_item_only() -> None:
    title = "高质量党建促教育高质量发展"
    assert texts(f"{title} 一、抓党建。{BODY}") == [title, "一、抓党建。" + BODY]
    assert texts(f"{title} 我们抓党建。{BODY}") == [f"{title} 我们抓党建。{BODY}"]


def test_the_organ_that_signs_is_parted_from_the_annex_named_in_front_of_it() -> None:
    lines = ["青禾市教育局关于开展检查的通知", BODY, "附件：检查任务清单青禾市教育局", "2024年3月5日"]
    assert texts(*lines)[2:] == ["附件：检查任务清单", "青禾市教育局", "2024年3月5日"]
    assert texts(*lines[:3], "请各校对照落实。")[2] == "附件：检查任务清单青禾市教育局"


def test_a_signature_behind_a_text_without_a_stop_is_parted_where_its_organ_is_known() -> None:
    title, body = (
        "清源县水利局2024年防汛工作要点",
        "一、目标。各乡镇要压实责任，确保全县安全度汛，确保不发生人员伤亡",
    )
    signature = ["清源县水利局", "2024年3月5日"]
    assert texts(title, body + "".join(signature))[-2:] == signature
    office = ["清源县防汛抗旱指挥部办公室", "2024年3月5日"]
    assert texts(title, body + "".join(office))[-2:] == office
    figure = ["青阳镇人民政府", "2024年3月5日"]
    assert (
        texts(title, "一、目标。各乡镇要压实责任，全年排查整治各类安全隐患共计20处" + "".join(figure))[-2:]
        == figure
    )


def test_of_a_signature_by_an_unknown_organ_the_date_alone_is_parted() -> None:
    body = "一、目标。各乡镇要压实责任，不发生人员伤亡，确保全县安全度汛青阳镇人民政府"
    assert texts("2024年防汛工作要点", body + "2024年3月5日")[-1] == "2024年3月5日"
