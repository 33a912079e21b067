from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.diagnose import diagnose, headed_characters
from ingest.outline import read_outline
from ingest.reader import read_document
from ingest.records import DiagnosticKind, Line

SHARED = Path(__file__).parents[3] / "shared"
BODY = "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号。"


def messages(*texts: str, kind: DiagnosticKind) -> list[str]:
    text, sections = read_outline([Line(one) for one in texts], "标题")
    return [found.message for found in diagnose(text, sections) if found.kind is kind]


def gaps(*texts: str) -> list[str]:
    return messages(*texts, kind=DiagnosticKind.NUMBERING)


def breaks(*texts: str) -> list[str]:
    return messages("一、抓学习。" + BODY, *texts, kind=DiagnosticKind.TRUNCATED)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["一、主要工作", "（一）甲", "（二）乙", "（四）丁"],
            ["“一、主要工作”下“（二）”之后是“（四）”，缺“（三）”"],
        ),
        (["一、甲", "二、乙", "五、戊"], ["“二、”之后是“五、”，缺“三、”“四、”"]),
        (["1.甲", "2.乙", "6.己", "7.庚"], ["“2.”之后是“6.”，缺“3.”至“5.”"]),
        (["一、甲", "二、乙", "二、丙"], ["“二、”出现两次"]),
        (
            ["一、甲", "1.子", "2.丑", "二、乙", "3.寅", "三、丙", "5.卯", "6.辰"],
            ["“三、丙”下“3.”之后是“5.”，缺“4.”"],
        ),
        (
            ["一、主要工作", "（一）甲", "（四）丁", "（三）丙"],
            [
                "“一、主要工作”下“（一）”之后是“（四）”，缺“（二）”",
                "“一、主要工作”下“（四）”之后是“（三）”",
            ],
        ),
        (["一、主要工作", "（二）乙", "（三）丙"], ["“一、主要工作”下从“（二）”开始，缺“（一）”"]),
        (["第一条 甲", "第二条 乙", "第四条 丁"], ["“第二条”之后是“第四条”，缺“第三条”"]),
        (
            ["1.总则", "1.1 目的", "1.3 范围", "1.2 依据"],
            ["“1.总则”下“1.3”之后是“1.2”"],
        ),
    ],
)
def test_a_gap_or_a_repeat_is_named_with_its_heading(texts: list[str], expected: list[str]) -> None:
    assert gaps(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        ["一、甲", "1.子", "2.丑", "二、乙", "3.寅", "三、丙", "1.卯"],
        ["（一）甲", "（2）乙", "（三）丙"],
        ["1、甲", "1.子", "2.丑", "2、乙", "1.寅"],
        ["标题", "一、甲", "二、乙", "附件1", "名单", "一、丙", "二、丁"],
        ["1.任务：修路　责任单位：甲局", "3.任务：架桥　责任单位：乙局"],
    ],
)
def test_counts_that_run_on_restart_or_change_their_habit_have_no_gap(texts: list[str]) -> None:
    assert gaps(*texts) == []


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["二、抓安全。" + BODY, "各学校要对照清单，逐项排查食堂、"],
            ["全文在“各学校要对照清单，逐项排查食堂、”处中断"],
        ),
        (["二、抓安全。各学校要对照清单"], ["全文在“二、抓安全。各学校要对照清单”处中断"]),
        (["二、抓安全。" + BODY, "各学校要认真排查……"], ["全文以“各学校要认真排查……”结束"]),
        (["二、抓质量。" + BODY, "三、抓安全"], ["“三、抓安全”之后没有正文"]),
        (["二、重点做好以下五项工作：", "1.修路。", "2.架桥。"], ["“做好以下五项工作”之后只有2项"]),
    ],
)
def test_a_text_that_breaks_off_is_told_with_its_last_words(texts: list[str], expected: list[str]) -> None:
    assert breaks(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        ["二、抓安全。" + BODY],
        ["二、抓安全", "1.排查隐患", "2.整改隐患"],
        ["二、抓安全。" + BODY, "云溪县教育局", "2024年3月1日"],
        ["二、重点做好以下三项工作：", "1.修路。", "2.架桥。", "3.植树。"],
        [
            "二、重点做好以下三项工作：",
            "（1）修路。",
            "（2）架桥。",
            "（3）植树。",
            "（一）落实。",
            "（二）督查。",
        ],
        ["二、抓安全。" + BODY, "1.任务：修路　责任单位：甲局"],
        ["二、抓安全。", "改造食堂12所（责任股室：后勤中心）"],
        ["二、抓安全。" + BODY, "他说：“一定要把校园安全抓到底。”"],
        ["二、落实“三个一”：一窗受理、一网通办、一次办成"],
    ],
)
def test_a_text_that_ends_well_is_not_told(texts: list[str]) -> None:
    assert breaks(*texts) == []


def test_a_heading_above_a_table_and_a_number_with_a_full_stop_are_no_gap() -> None:
    table = ["路段：北街\u3000长度：2公里", "路段：南街\u3000长度：3公里"]
    assert gaps("一、甲", "二、乙", "三、路段", *table, "四、丁") == []
    assert gaps("1.修路", "2.架桥", "3。种树", "4.疏浚") == []


def test_a_text_whose_lines_never_end_in_a_stop_does_not_break_off() -> None:
    bare = BODY.rstrip("。")
    assert breaks(*[f"{n}.{bare}" for n in range(1, 8)]) == []


def test_a_long_text_without_headings_is_told() -> None:
    damage = DiagnosticKind.DAMAGE
    assert messages("标题", BODY * 30, kind=damage) == ["全文1,323字没有标题，分段可能已丢失"]
    assert messages("标题", *[BODY] * 80, kind=damage) == ["全文3,602字没有标题"]
    assert messages("标题", *[BODY] * 20, kind=damage) == []
    assert messages("一、抓安全", *[BODY] * 90, kind=damage) == []


def test_characters_under_a_heading_are_counted_without_blanks() -> None:
    text, sections = read_outline([Line(one) for one in ("标题", "前言 很短", "一、甲 乙", "正文")], "标题")
    assert headed_characters(sections, text) == len("一、甲乙正文")


labels = st.sampled_from(["", "一、", "二、", "（三）", "1.", "4.", "①", "1.2 ", "第五条 ", "附件2 "])
texts = st.builds(str.__add__, labels, st.sampled_from(["甲", BODY, "抓好以下三点：", "各校、", "……", ""]))


@settings(deadline=None)
@given(st.lists(texts, max_size=20))
def test_any_document_can_be_diagnosed_and_headings_hold_no_more_than_there_is(lines: list[str]) -> None:
    text, sections = read_outline([Line(line) for line in lines], "标题")
    assert all(found.message for found in diagnose(text, sections))
    assert 0 <= headed_characters(sections, text) <= len(text)


@pytest.mark.skipif(not SHARED.exists(), reason="no folder of real documents beside the checkout")
def test_real_documents_are_told_only_what_is_wrong_with_them() -> None:
    told = {}
    for folder in ("seeds", "corpus"):
        for path in sorted((SHARED / folder).glob("*.*")):
            if path.suffix != ".md":
                document = read_document(path, path.name)
                told[path.name] = diagnose(document.text, document.sections)
    numbering = [
        name for name, found in told.items() if any(d.kind is DiagnosticKind.NUMBERING for d in found)
    ]
    truncated = [
        name for name, found in told.items() if any(d.kind is DiagnosticKind.TRUNCATED for d in found)
    ]
    assert numbering == []
    assert len(truncated) <= 1
