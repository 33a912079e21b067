import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean.flat import part_run_on
from ingest.clean.wrap import join_wrapped
from ingest.records import Line

BODY = "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号。"


def texts(*lines: str) -> list[str]:
    return [line.text for line in part_run_on(join_wrapped([Line(text) for text in lines]))]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (["各校要查隐患、", "改隐患，建台账。"], ["各校要查隐患、改隐患，建台账。"]),
        (["（", "三）抓好安全。"], ["（三）抓好安全。"]),
        (["食堂全部实行明厨亮灶", "，接入监管平台。"], ["食堂全部实行明厨亮灶，接入监管平台。"]),
        (["校车管理办法（2011年发布", "2020年修订）"], ["校车管理办法（2011年发布2020年修订）"]),
        (["抓安全、", "", "抓质量。"], ["抓安全、", "抓质量。"]),
        (["抓好下列工作、", "一、抓安全"], ["抓好下列工作、", "一、抓安全"]),
        (["关于安全工作的通知", "各学校："], ["关于安全工作的通知", "各学校："]),
    ],
)
def test_lines_are_joined_only_where_the_sentence_certainly_goes_on(
    broken: list[str], whole: list[str]
) -> None:
    assert texts(*broken) == whole


def test_a_text_wrapped_at_one_width_becomes_paragraphs_again() -> None:
    paragraphs = [
        "　　" + BODY + BODY,
        "　　局机关各股室要" + BODY + "完成任务。",
        "　　" + BODY * 2,
    ]
    wrapped = [line for paragraph in paragraphs for line in re.findall(".{1,30}", paragraph)]
    assert texts(*wrapped) == [paragraph.strip() for paragraph in paragraphs]


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
    ],
)
def test_enumerations_inside_a_sentence_stay_in_it(line: str) -> None:
    assert texts(line) == [line]


def test_title_number_salutation_and_signature_are_parted() -> None:
    first = f"云溪县教育局关于做好防溺水工作的通知云教发〔2024〕3号各乡镇人民政府，县直各单位：{BODY}"
    assert texts(first) == [
        "云溪县教育局关于做好防溺水工作的通知",
        "云教发〔2024〕3号",
        "各乡镇人民政府，县直各单位：",
        BODY,
    ]
    assert texts(f"{BODY}云溪县教育局2024年5月6日（此件公开发布）") == [
        BODY,
        "云溪县教育局",
        "2024年5月6日",
        "（此件公开发布）",
    ]


characters = st.sampled_from("一二三、（）1.2。；：，“”加强领导\u3000 ")


@given(st.lists(st.text(characters, max_size=60), max_size=12))
def test_reflow_loses_no_character(lines: list[str]) -> None:
    def squeezed(parts: list[str]) -> str:
        return re.sub(r"\s", "", "".join(parts))

    assert squeezed(texts(*lines)) == squeezed(lines)
