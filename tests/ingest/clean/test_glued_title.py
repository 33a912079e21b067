"""Plans on one line in which the title runs into source, date and text."""

import pytest

from ingest.clean.glued_title import part_title
from ingest.records import Line
from tests.ingest.reading import read

TITLE = "岚山县2031年水利工作要点"
BODY = (
    "一、推进工程建设。新建蓄水池6座，年底前全部完工并投入使用。（责任股室：建设股）"
    "二、强化安全监管。开展水库巡查5次，发现隐患立即整改。（责任股室：安全股）"
    "三、加强督导考核。每月通报一次，年底考核，结果在全县通报。（责任股室：办公室）"
)
OPENED = "2031年全县水利工作的总体要求是：坚持节水优先，全面提升水安全保障能力。"


def parted(text: str) -> list[str]:
    return [line.text for line in part_title([Line(text)])]


@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize(
    ("facts", "source", "date"),
    [
        (["来源：岚山县水利局", "发布时间：2031-03-01"], "岚山县水利局", "2031-03-01"),
        (["发布日期：2031年3月1日", "来源：岚山县水利局"], "岚山县水利局", "2031-03-01"),
        (["日期：2031-03-01"], "", "2031-03-01"),
        (["来源：岚山县水利局"], "岚山县水利局", ""),
    ],
)
@pytest.mark.parametrize("body", [BODY, OPENED + BODY], ids=["items", "a sentence"])
def test_a_title_ends_before_what_the_page_states_of_it(
    body: str, facts: list[str], source: str, date: str, blank: str
) -> None:
    header, stored, sections = read(blank.join([TITLE, *facts, body]))
    assert (header.title, header.source, header.date) == (TITLE, source, date)
    assert [section.label for section in sections if section.label] == ["一、", "二、", "三、"]
    assert "来源" not in stored


@pytest.mark.parametrize("blank", ["", " "])
def test_a_title_ends_before_the_office_and_the_date_below_it(blank: str) -> None:
    header, stored, _ = read(blank.join([TITLE, "岚山县水利局", "2031年2月18日", OPENED, BODY]))
    assert (header.title, header.organ, header.date) == (TITLE, "岚山县水利局", "2031-02-18")
    assert stored.split("\n")[:4] == [TITLE, "岚山县水利局", "2031年2月18日", OPENED]


@pytest.mark.parametrize(
    "text",
    [
        f"按照年度工作计划县水利局2031年2月18日{OPENED}{BODY}",
        f"{TITLE}由县水利局2031年2月18日印发{BODY}",
        f"全县水利建设资金安排情况说明资金来源：县级财政{BODY}",
        f"一、推进水利项目建设年度计划来源：县水利局发布时间：2031-03-01{BODY}",
        f"{TITLE}{BODY}",
    ],
)
def test_sentences_that_name_a_plan_and_a_day_are_left_whole(text: str) -> None:
    assert parted(text) == [text]


def test_a_title_ends_before_the_preamble_of_the_text() -> None:
    preamble = "为做好2031年水利工作，现将各股室职责分工明确如下："
    assert parted(f"岚山县水利局2031年工作任务分工{preamble}") == ["岚山县水利局2031年工作任务分工", preamble]
    whole = "岚山县水利局关于为做好防汛工作添置物资的报告"
    assert parted(whole) == [whole]
