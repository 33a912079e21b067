import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.clean.wrap import join_wrapped
from ingest.records import Line

SENTENCES = [
    "各单位要结合实际细化措施，明确责任，按月调度，年底前逐项对账销号。",
    "到2025年底，新建改建12所，覆盖率达到96.5%以上，惠及1.2万人。",
    "建立“一网通办、一窗受理”机制，做到1小时内响应、3个工作日内办结。",
    "依据条例第三条第（二）项的规定，组织开展第一、二批专项督查，严格审批程序。",
]


def joined(*lines: str) -> list[str]:
    return [line.text for line in join_wrapped([Line(text) for text in lines])]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (["各校要查隐患、", "改隐患，建台账。"], ["各校要查隐患、改隐患，建台账。"]),
        (["（", "三）抓好安全。"], ["（三）抓好安全。"]),
        (["依据条例第", "三条的规定执行。"], ["依据条例第三条的规定执行。"]),
        (["食堂全部实行明厨亮灶", "，接入监管平台。"], ["食堂全部实行明厨亮灶，接入监管平台。"]),
        (["校车管理办法（2011年发布", "2020年修订）"], ["校车管理办法（2011年发布2020年修订）"]),
        (["实行“双向", "揭榜", "挂帅”制度。"], ["实行“双向揭榜挂帅”制度。"]),
        (["抓好GDP、", "CPI核算"], ["抓好GDP、CPI核算"]),
        (
            ["抓安全。（责任单位：教育局、公安", "局、财政局）"],
            ["抓安全。（责任单位：教育局、公安局、财政局）"],
        ),
        (
            ["抓安全。（责任单位：教育局", "公安局", "财政局）"],
            ["抓安全。（责任单位：教育局 公安局 财政局）"],
        ),
        (["总产量达到18.6万", "吨以上。"], ["总产量达到18.6万吨以上。"]),
        (["新增就业1200", "人，发放补贴1.", "5亿元。"], ["新增就业1200人，发放补贴1.5亿元。"]),
        (["压减时限60", "%。"], ["压减时限60%。"]),
        (["抓好阅读，由公共服", "务股负责。"], ["抓好阅读，由公共服务股负责。"]),
        (["工作要点2024", "人事股"], ["工作要点2024", "人事股"]),
        (["2024", "人，两年"], ["2024", "人，两年"]),
        (["抓安全、", "", "抓质量。"], ["抓安全、", "抓质量。"]),
        (["抓好下列工作、", "一、抓安全"], ["抓好下列工作、", "一、抓安全"]),
        (["关于安全工作的通知", "各学校："], ["关于安全工作的通知", "各学校："]),
        (
            ["云溪县教育局关于进一步加强校园周边", "环境综合治理工作的通知", "各学校："],
            ["云溪县教育局关于进一步加强校园周边环境综合治理工作的通知", "各学校："],
        ),
    ],
)
def test_lines_are_joined_only_where_the_sentence_certainly_goes_on(
    broken: list[str], whole: list[str]
) -> None:
    assert joined(*broken) == whole


def test_a_full_line_that_ends_with_who_is_responsible_ends_its_paragraph() -> None:
    text = "进一步抓实校园周边安全防范，健全工作机制，压实责任，确保各项要求落到实处。"
    duty = "强化措施，统筹推进，全面完成全年各项目标和各项任务。（县委宣传部负责）"
    lines = [text[:36], text[36:] + duty, "名词解释"]
    block = [*wrap(text * 3, 72, "", ""), *wrap(text + duty, 72, "", ""), "名词解释"]
    assert joined(*lines)[-1] == joined(*block)[-1] == "名词解释"


def test_items_that_open_with_a_dash_are_never_joined() -> None:
    items = ["——加强队伍建设，招聘教师20名，", "——推进项目建设，完成投资3亿元、", "——抓好安全检查。"]
    assert joined("重点抓好：", *items) == ["重点抓好：", *items]
    full = [
        "——围绕“五育并举”完善课程体系建设和评价机制，推动课程改革走深走实取得新的实效",
        "——围绕“双减”提质增效。优化作业设计和课后服务，推动家校社协同育人不断走向深入",
        "——围绕教育公平。办好每一所乡村学校，推动城乡教育优质均衡发展迈上新的更高台阶",
        "——围绕安全稳定。压实各方面责任，守牢安全底线。",
    ]
    assert joined(*full) == full


def test_a_single_dash_goes_on_with_its_sentence() -> None:
    assert joined("建成三项工程，", "——即学校、食堂和宿舍。") == ["建成三项工程，——即学校、食堂和宿舍。"]


def test_a_bracket_behind_a_full_stop_ends_a_block_of_lines_of_one_width() -> None:
    lines = [
        "（一）聚焦办学。新增优质学位九百个以上。（基础教育科、计划财务科）",
        "（二）聚焦育人。建成实践基地十二个以上。（德育工作科、校外教育科）",
    ]
    lines += ["（三）聚焦安全。排查各类隐患三百处以上。（校园安全科、后勤管理科）", "以上报告，请审阅。"]
    assert joined(*lines) == lines


def test_a_reference_that_opens_a_full_line_is_no_item() -> None:
    text = "各学校要结合实际细化措施，明确责任人。对照附件1和各校印发的本方案第三部分"
    below = "（二）的要求逐条整改，确保各项要求落到实处。"
    assert joined(text, text, text, below)[-1].endswith("第三部分" + below)


def wrap(paragraph: str, width: int, first: str, rest: str) -> list[str]:
    """Break a paragraph at a width in columns; no line starts with a closing sign."""
    lines, line = [], first
    for sign in paragraph:
        columns = sum(1 if each.isascii() else 2 for each in line + sign)
        if columns > width and sign not in "，。、；：）”":
            lines.append(line)
            line = rest
        line += sign
    return [*lines, line]


HABITS = {
    "first lines indented": ("　　", ""),
    "indented by blanks": ("    ", ""),
    "following lines indented": ("", "　　"),
    "all lines indented": ("　　　　", "　　"),
}
paragraphs = st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=5).map("".join)
items = st.tuples(st.sampled_from(["", "1.抓好安全。", "（二）严格管理。"]), paragraphs).map("".join)


@pytest.mark.parametrize("habit", HABITS)
@settings(max_examples=40, deadline=None)
@given(st.lists(items, min_size=4, max_size=12), st.sampled_from([44, 56, 76]), st.booleans())
def test_a_text_wrapped_at_one_width_becomes_paragraphs_again(
    habit: str, whole: list[str], width: int, spaced: bool
) -> None:
    lines = [line for paragraph in whole for line in wrap(paragraph, width, *HABITS[habit])]
    if spaced:
        lines = [part for line in lines for part in (line, "")]
    # A line that is full just where a sentence ends tells nothing when all its neighbours look alike.
    assert joined(*lines) == whole


def test_without_indents_a_paragraph_may_only_end_with_a_sentence() -> None:
    whole = ["一、抓安全。" + "".join(SENTENCES), "二、抓质量。" + "".join(SENTENCES[::-1])] * 3
    lines = [line for paragraph in whole for line in wrap(paragraph, 50, "", "")]
    read = joined(*lines)
    assert "".join(read) == "".join(whole)
    assert all(above[-1] in "。）" for above, _ in pairwise(read))
    assert len(read) < len(lines) / 2


def test_a_line_without_the_indent_of_a_paragraph_goes_on_with_the_sentence_above() -> None:
    paragraphs = [f"　　{sentence}" for sentence in SENTENCES]
    broken = ["　　今年的工作要以提质增效为主线，补短板、强弱项，全力", "推进教育强县建设。"]
    assert (
        joined(*paragraphs, *broken)[-1]
        == "今年的工作要以提质增效为主线，补短板、强弱项，全力推进教育强县建设。"
    )
    assert joined(*SENTENCES, *broken)[-1] == "推进教育强县建设。"
    signed = ["　　今年的工作要以提质增效为主线，补短板、强弱项、抓落实", "云溪县教育局"]
    assert joined(*paragraphs, *signed)[-1] == "云溪县教育局"


def test_a_title_broken_inside_a_word_is_joined() -> None:
    assert joined("    青山镇2024年工", "        作要点", "一、抓党建") == [
        "青山镇2024年工作要点",
        "一、抓党建",
    ]
    assert joined("青山镇2024年", "一、抓党建要点") == ["青山镇2024年", "一、抓党建要点"]


def test_a_wrapped_block_in_a_text_of_paragraphs_is_joined() -> None:
    long = "".join(SENTENCES) * 2
    block = [
        "假期实行专人值班和领导带班，突发情",
        "况及时报告、书面报告。各单位值班安",
        "排表于月底前报送县安委会办公室，不",
        "得漏报。",
    ]
    assert joined(long, *block, long) == [long, "".join(block), long]


def test_parallel_headings_of_one_length_are_no_wrapped_block() -> None:
    lines = [
        "聚焦发展第一要务，推动经济提质增效",
        "聚焦民生第一目标，推动社会和谐稳定",
        "聚焦党建第一责任，推动作风持续好转",
    ]
    assert joined(*lines, "各单位要抓好落实。") == [*lines, "各单位要抓好落实。"]


@pytest.mark.parametrize("label", ["完成时限：", "配合单位:", "责任人：", "经费来源：", "联系 ："])
def test_a_line_that_opens_with_a_label_never_goes_on_with_the_one_above(label: str) -> None:
    items = [
        (f"{number}.抓落实。认真抓好落实工作。", "责任单位：办公室、基教股", f"{label}2024年12月底前")
        for number in range(1, 9)
    ]
    assert joined(*(line for item in items for line in item)) == [line for item in items for line in item]


def test_a_label_inside_a_bracket_goes_on_with_it_and_a_word_before_a_colon_is_no_label() -> None:
    duty = ["抓安全。（责任单位：教育局、公安局，", "配合单位：财政局）"]
    assert joined(*duty) == ["".join(duty)]
    text = (
        "坚持把立德树人的成效作为检验学校一切工作的根本标准，牢牢扭住一个中心：提高质量，办好学校，"
        + "".join(SENTENCES)
    )
    block = wrap(text, 64, "", "")
    assert block[1].startswith("中心：")
    assert joined(*block) == [text]


def test_lines_with_a_style_are_never_joined() -> None:
    lines = [Line("强化组织领导、", 2), Line("落实工作责任")]
    assert join_wrapped(lines) == lines


characters = st.sampled_from("一二三、（）1.2。；：，“”加强领导\u3000 ")


@given(st.lists(st.text(characters, max_size=60), max_size=12))
def test_joining_loses_no_character(lines: list[str]) -> None:
    assert re.sub(r"\s", "", "".join(joined(*lines))) == re.sub(r"\s", "", "".join(lines))


def test_headings_that_fill_the_widest_line_go_on_with_the_words_right_below() -> None:
    lines = [
        "一、以党的政治建设为统领，全面加强党对教育工作的领导，推动全面",
        "从严治党向纵深发展",
        "1.加强党建。坚持领导。",
        "二、以立德树人为根本任务，全面提升教育教学质量，促进学生全面健",
        "康发展",
        "1.加强德育。每月活动。",
    ]
    assert joined(*lines) == [lines[0] + lines[1], lines[2], lines[3] + lines[4], lines[5]]


@pytest.mark.parametrize(
    "below", ["每月学习，全年十二次。", "（一）抓学习", "牵头：人事股", "（人事股）", ""]
)
def test_headings_of_one_length_do_not_go_on_with_a_sentence_or_an_item(below: str) -> None:
    lines = [
        "一、聚焦立德树人根本任务，全面提升育人质量水平",
        below,
        "二、聚焦师德师风长效建设，全面提升队伍能力素质",
        below,
    ]
    assert joined(*lines) == [line for line in lines if line]


@pytest.mark.parametrize(
    "lines",
    [
        ["修改为：“各校应当建立台账", "“各校应当按月调度。”"],
        ["会议指出：“要抓好落实。", "要抓好督查。”"],
        ["口号是“抓落实", "1.“双减”工作扎实推进。"],
        ["口号是“抓落实", "各校要查隐患、改隐患，建立台账，按月调度，做到”整改到位。"],
    ],
)
def test_lines_below_a_quotation_that_is_no_broken_name_stay(lines: list[str]) -> None:
    assert joined(*lines) == lines
