import pytest

from ingest.outline import read_outline
from ingest.records import Line

BODY = "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号。"

Node = tuple[int, str, str]


def outline(*texts: str, title: str = "标题") -> list[Node]:
    _, sections = read_outline([Line(text) for text in texts], title)
    return [(s.level, s.number, s.title) for s in sections[1:] if s.heading]


def closing(*texts: str) -> str:
    """The closing part of a document, "" when it has none."""
    text, sections = read_outline([Line(one) for one in texts], "标题")
    return next((text[s.start : s.end] for s in sections[1:] if not s.heading), "")


def test_unnumbered_parts_above_the_numbering_are_the_outermost_level() -> None:
    nodes = outline(
        "2026年青禾市政府工作报告",
        BODY,
        "2025年工作回顾",
        BODY,
        "2026年重点工作",
        BODY,
        "一、扩大内需",
        BODY,
        "二、稳定就业",
        BODY,
        title="2026年青禾市政府工作报告",
    )
    assert nodes == [
        (1, "", "2025年工作回顾"),
        (1, "", "2026年重点工作"),
        (2, "一", "扩大内需"),
        (2, "二", "稳定就业"),
    ]


def test_a_closing_glossary_is_a_part_of_its_own() -> None:
    nodes = outline(
        "一、抓改革", BODY, "二、抓服务", "1.办小事", "名词解释", "1.云课堂：直播课", "2.云教研：网上教研"
    )
    assert nodes == [
        (1, "一", "抓改革"),
        (1, "二", "抓服务"),
        (2, "1", "办小事"),
        (1, "", "名词解释"),
        (2, "1", "云课堂"),
        (2, "2", "云教研"),
    ]


def test_annexes_are_parts_titled_by_the_next_line() -> None:
    nodes = outline(
        "一、总体要求",
        BODY,
        "云溪县教育局",
        "2024年3月1日",
        "附件1",
        "任务清单",
        "1.修路。" + BODY,
        "附件2",
        "名单",
        BODY,
    )
    assert nodes == [
        (1, "一", "总体要求"),
        (1, "附件1", "任务清单"),
        (2, "1", "修路"),
        (1, "附件2", "名单"),
    ]


def test_the_signature_is_not_part_of_the_last_section() -> None:
    text, sections = read_outline(
        [
            Line(t)
            for t in (
                "一、抓落实",
                BODY,
                "附件：1.任务表",
                "2.名单",
                "云溪县教育局",
                "2024年3月1日",
                "（此件公开发布）",
            )
        ],
        "标题",
    )
    assert [section.heading for section in sections[1:]] == ["一、抓落实", ""]
    closing = sections[2]
    assert text[closing.start : closing.end].split("\n")[0] == "附件：1.任务表"


def test_a_list_of_attachments_is_closing_also_without_a_signature() -> None:
    assert outline("一、抓落实", BODY, "附件：1.任务表", "2.名单") == [(1, "一", "抓落实")]


def test_the_signature_of_a_covering_letter_stays_above_the_sections() -> None:
    lines = (
        "关于印发安全方案的通知",
        BODY,
        "云溪县教育局",
        "2024年3月1日",
        "安全方案",
        BODY,
        "一、目标",
        BODY,
    )
    assert outline(*lines, title="关于印发安全方案的通知") == [(1, "一", "目标")]


def test_styles_give_headings_without_numbers() -> None:
    lines = [
        Line("数字化行动方案", 1),
        Line("总体思路", 2),
        Line(BODY),
        Line("主要任务", 2),
        Line("网络提速", 3),
        Line("（1）升级出口。" + BODY),
        Line("保障措施", 2),
    ]
    _, sections = read_outline(lines, "数字化行动方案")
    assert [(s.level, s.heading) for s in sections[1:]] == [
        (1, "总体思路"),
        (1, "主要任务"),
        (2, "网络提速"),
        (3, "（1）升级出口"),
        (1, "保障措施"),
    ]


def test_annexes_listed_by_label_are_closing_and_one_with_a_body_is_a_part() -> None:
    listed = ("一、抓落实", BODY, "附件1：任务表", "附件2：名单")
    assert outline(*listed) == [(1, "一", "抓落实")]
    assert closing(*listed) == "附件1：任务表\n附件2：名单"
    assert outline("一、抓落实", BODY, "附件：任务表", "1.修路。" + BODY)[1:] == [
        (1, "", "任务表"),
        (2, "1", "修路"),
    ]


@pytest.mark.parametrize("head", ["附1", "附1：", "附一", "（附件1）", "【附件1】", "附件1"])
def test_the_head_of_an_annex_may_be_short_or_in_brackets(head: str) -> None:
    lines = ("一、抓落实", BODY, head, "任务清单", "1.修路。" + BODY)
    assert outline(*lines)[1:] == [(1, head.strip("（）【】："), "任务清单"), (2, "1", "修路")]


@pytest.mark.parametrize("text", ["附1.5万元。", "（附件1）已印发各单位。"])
def test_words_that_start_like_such_a_head_open_no_annex(text: str) -> None:
    assert outline("一、抓落实", BODY, text, "1.修路。" + BODY)[1:] == [(2, "1", "修路")]


def test_an_annex_named_above_its_own_head_is_a_list_of_one() -> None:
    lines = ("一、抓落实", BODY, "附件：任务清单", "附件", "任务清单", "1.修路。" + BODY)
    assert outline(*lines)[1:] == [(1, "", "任务清单"), (2, "1", "修路")]


def test_the_title_of_an_annex_may_be_set_over_two_lines() -> None:
    lines = ("一、抓落实", BODY, "附件2", "云溪县校园食堂", "专项检查报告", BODY)
    assert outline(*lines)[1:] == [(1, "附件2", "云溪县校园食堂专项检查报告")]


def test_a_box_lies_in_its_section_and_holds_only_the_list_right_below_it() -> None:
    with_list = ("第一章 任务", "专栏1 重点工程", "1.扩建。", "2.改造。", "第二章 保障")
    assert outline(*with_list) == [
        (1, "第一章", "任务"),
        (2, "专栏1", "重点工程"),
        (3, "1", "扩建"),
        (3, "2", "改造"),
        (1, "第二章", "保障"),
    ]
    inside = ("一、任务", "（一）学前教育", BODY, "专栏 2：指标", BODY, "（二）义务教育")
    assert [(level, number) for level, number, _ in outline(*inside)] == [
        (1, "一"),
        (2, "（一）"),
        (3, "专栏2"),
        (2, "（二）"),
    ]


@pytest.mark.parametrize("label", ["【专栏1】", "〔专栏1〕", "[专栏1] ", "专栏1 "])
def test_the_number_of_a_box_may_stand_in_brackets(label: str) -> None:
    inside = ("一、任务", BODY, f"{label}学前教育工程", BODY, "二、保障", BODY)
    assert outline(*inside) == [(1, "一", "任务"), (2, "专栏1", "学前教育工程"), (1, "二", "保障")]


def test_a_date_in_the_text_closes_nothing_and_a_masked_one_under_an_organ_does() -> None:
    assert closing("一、大事记", BODY, "2024年3月1日", BODY, "二、展望") == ""
    assert closing("一、抓落实", BODY, "XX县教育局", "202x年3月*日") == "XX县教育局\n202x年3月*日"
    assert closing("一、抓落实", BODY, "云溪县教育局", "2024.3.1").endswith("2024.3.1")
    assert closing("一、抓落实", BODY, "云溪县教育局") == "云溪县教育局"


def test_copies_and_contacts_below_the_signature_belong_to_the_closing() -> None:
    end = (
        "云溪县教育局",
        "2024年3月1日",
        "（此件公开发布）",
        "抄送：县委办公室。",
        "云溪县教育局办公室2024年3月1日印发",
    )
    assert closing("一、抓落实", BODY, *end) == "\n".join(end)


def test_captions_salutations_and_reporters_are_no_headings() -> None:
    for line in (
        "图为活动现场",
        "图1 流程图",
        "表2 任务表",
        "同志们",
        "特此通知",
        "本报记者 王某",
        "张某摄",
        "各位代表",
    ):
        assert outline("一、抓落实", BODY, line, BODY, "二、抓检查") == [
            (1, "一", "抓落实"),
            (1, "二", "抓检查"),
        ]


def test_a_usual_heading_right_below_the_title_is_one_and_an_organ_is_none() -> None:
    assert outline("标题", "指导思想", BODY, "学前教育", BODY)[0] == (1, "", "指导思想")
    assert outline("标题", "云溪县教育局", BODY, "学前教育", BODY) == [(1, "", "学前教育")]


def test_a_single_line_that_leads_a_list_in_is_no_heading() -> None:
    assert outline("一、抓落实", "重点工作：", "1.修路。", "2.架桥。")[1:] == [
        (2, "1", "修路"),
        (2, "2", "架桥"),
    ]


def test_a_bracket_that_names_a_unit_is_no_part_of_a_heading_without_number() -> None:
    heading = "抓好校园安全（责任股室：办公室）"
    for lines in (
        [Line("标题"), Line(heading, 2), Line(BODY)],
        [Line("一、甲"), Line(BODY), Line(heading), Line(BODY)],
    ):
        text, sections = read_outline(lines, "标题")
        assert sections[-1].title == "抓好校园安全"
        assert text[sections[-1].body :].startswith("（责任股室：办公室）")


def test_rules_set_out_below_the_decision_that_amends_them_are_a_part_of_their_own() -> None:
    issued = "校车管理办法（2011年3月1日青禾市人民政府令第12号发布根据2024年5月6日《决定》修订）"
    nodes = outline(
        "一、修改第二条。", "二、删去第三条。", issued, "第一章 总则", "第一条 为了安全，制定本办法。"
    )
    assert nodes[1:4] == [(1, "二", "删去第三条"), (1, "", "校车管理办法"), (2, "第一章", "总则")]


def test_rules_cited_between_items_open_no_part() -> None:
    cited = "校车管理办法（2011年3月1日青禾市人民政府令第12号发布）"
    assert outline("一、依据。", cited, "二、要求。") == [(1, "一", "依据"), (1, "二", "要求")]
