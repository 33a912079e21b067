import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.facts import find_deadlines
from ingest.outline import read_outline
from ingest.records import Deadline, DeadlineKind, Line, Section

BY, WITHIN, EVERY = DeadlineKind.BY, DeadlineKind.WITHIN, DeadlineKind.EVERY


def read(*texts: str) -> tuple[str, tuple[Section, ...], tuple[Deadline, ...]]:
    text, sections = read_outline([Line(line) for line in texts], "标题")
    return text, sections, find_deadlines(text, sections)


def stated(line: str) -> list[tuple[DeadlineKind, str, str]]:
    text, _, deadlines = read(line)
    return [(found.kind, found.value, text[found.start : found.end]) for found in deadlines]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("2024年底前完成。", "2024-12-31", "2024年底前"),
        ("2024年12月底之前完成。", "2024-12-31", "2024年12月底之前"),
        ("2024年2月底前完成。", "2024-02-29", "2024年2月底前"),
        ("2月底前完成。", "--02", "2月底前"),
        ("6月30日前报送。", "--06-30", "6月30日前"),
        ("9 月 25日前报送。", "--09-25", "9 月 25日前"),
        ("2024年6月前完成。", "2024-06", "2024年6月前"),
        ("二〇二四年六月底前完成。", "2024-06-30", "二〇二四年六月底前"),
        ("6月中旬前完成。", "--06-20", "6月中旬前"),
        ("6月下旬前完成。", "--06-30", "6月下旬前"),
        ("三季度末前完成。", "--09-30", "三季度末前"),
        ("2024年上半年完成。", "2024-06-30", "2024年上半年"),
        ("三季度完成。", "--09-30", "三季度"),
        ("报送不得晚于9月1日。", "--09-01", "不得晚于9月1日"),
        ("应不迟于2024年9月底报送。", "2024-09-30", "不迟于2024年9月底"),
        ("明年6月底前完成。", "明年6月底", "明年6月底前"),
        ("2024年上半年前完成。", "2024-06-30", "2024年上半年前"),
        ("年底前完成。", "--12-31", "年底前"),
        ("年内完成。", "--12-31", "年内"),
        ("2024年内完成。", "2024-12-31", "2024年内"),
        ("本学期末前完成。", "本学期末", "本学期末前"),
        ("春季学期开学前完成。", "春季学期开学", "春季学期开学前"),
        ("春节前发放到位。", "春节", "春节前"),
        ("月底前报送。", "月底", "月底前"),
        ("11月底前12所全部建成。", "--11-30", "11月底前"),
        ("到2025年，全县达标。", "2025", "到2025年"),
        ("力争到2025年底全县达标。", "2025-12-31", "到2025年底"),
        ("力争“十四五”末实现。", "2025-12-31", "“十四五”末"),
        ("9月底完成改造。", "--09-30", "9月底"),
        ("抓好落实。（责任单位：办公室；完成时限：6月底）", "--06-30", "6月底"),
        ("任务：清零\u3000完成时限：2025年", "2025", "2025年"),
        ("任务：清零\u3000完成时限：2024年3月—6月", "2024-06", "2024年3月—6月"),
        ("任务：清零\u3000完成时限：3—6月", "--06", "3—6月"),
        ("抓好落实。（责任单位：办公室；完成时限：2025年11月）", "2025-11", "2025年11月"),
        ("抓好落实。（责任单位：办公室；完成时限：2025.9）", "2025-09", "2025.9"),
        ("抓好落实。（责任单位：办公室，完成时间：2025/9/1）", "2025-09-01", "2025/9/1"),
        ("抓好落实。（完成时间：2025-09-01）", "2025-09-01", "2025-09-01"),
        ("抓好落实。（责任单位：办公室；时间：2025年3月—6月）", "2025-06", "2025年3月—6月"),
        ("任务：清零\u3000时间：2025.3-2025.9", "2025-09", "2025.3-2025.9"),
        ("任务：清零\u3000完成时限：2025.3—9", "2025-09", "2025.3—9"),
        ("任务：清零\u3000时间节点：2025年3月1日至15日", "2025-03-15", "2025年3月1日至15日"),
        ("任务：清零\u3000完成时限：2025年3月至2026年2月底", "2026-02-28", "2025年3月至2026年2月底"),
        ("任务：清零\u3000截止日期：2025/9/1", "2025-09-01", "2025/9/1"),
    ],
)
def test_a_day_is_given_as_far_as_it_is_stated(text: str, value: str, words: str) -> None:
    assert stated(text) == [(BY, value, words)]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("自印发之日起30日内制定方案。", "P30D", "自印发之日起30日内"),
        ("应当在文件印发之日起20日内向社会公开。", "P20D", "文件印发之日起20日内"),
        ("对来信5个工作日内办结。", "P5D", "5个工作日内"),
        ("敏感舆情2小时内上报。", "PT2H", "2小时内"),
        ("一周内整改到位。", "P1W", "一周内"),
        ("两年之内达标。", "P2Y", "两年之内"),
        ("半年内完成。", "P6M", "半年内"),
        ("学校撤并后1个月内转接。", "P1M", "学校撤并后1个月内"),
        ("用3年时间全面达标。", "P3Y", "用3年时间"),
        ("2—3年内调整到位。", "P3Y", "2—3年内"),
        ("反馈由数月缩减至3个工作日内。", "P3D", "3个工作日内"),
    ],
)
def test_a_time_limit_is_a_length_of_time_with_its_event(text: str, value: str, words: str) -> None:
    assert stated(text) == [(WITHIN, value, words)]


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("每学期至少组织2次演练。", "2/学期", "每学期至少组织2次"),
        ("每月1次。", "1/P1M", "每月1次"),
        ("每季度调度。", "1/P3M", "每季度"),
        ("每季度专题研判一次。", "1/P3M", "每季度专题研判一次"),
        ("教师每年不少于48学时。", "48学时/P1Y", "每年不少于48学时"),
        ("每两年评选。", "1/P2Y", "每两年"),
        ("每半年通报。", "1/P6M", "每半年"),
        ("每5年不少于360学时。", "360学时/P5Y", "每5年不少于360学时"),
        ("每周1-2次巡查。", "1-2/P1W", "每周1-2次"),
        ("每月25日前报送。", "1/P1M/---25", "每月25日前"),
        ("每年2月底前报送。", "1/P1Y/--02", "每年2月底前"),
        ("每年12月20日前报送。", "1/P1Y/--12-20", "每年12月20日前"),
        ("按季度通报。", "1/P3M", "按季度"),
    ],
)
def test_a_rhythm_is_times_and_period(text: str, value: str, words: str) -> None:
    assert stated(text) == [(EVERY, value, words)]


@pytest.mark.parametrize(
    "text",
    [
        "自2024年9月1日起施行。",
        "上半年完成投资3亿元。",
        "2023年上半年完成了验收。",
        "2024年6月30日印发。",
        "截至2023年底，全县有学校30所。",
        "2019年底，该局出台制度。",
        "近3年内增长较快。",
        "三年内不得申报。",
        "五年内免征房产税。",
        "2026年内蒙古自治区政府工作报告",
        "5月1日前后开展活动。",
        "2025年春节前夕走访。",
        "2021年前三季度增长较快。",
        "2000年以前建成的校舍。",
        "2018年12月31日之前已完成转制。",
        "目前进展顺利，此前已部署。",
        "彻底整改到位。",
        "由5.2万元提高到2025年的7.4万元。",
        "每生每年650元，每月提高65元。",
        "平均每年下降5%。",
        "平均反应时间控制在15分钟以内。",
        "时间：2025年9月1日。",
        "举办展览。（时间：2025年9月1日；地点：县一中）",
        "任务：清零\u3000完成时限：长期",
        "任务：清零\u3000版本：2025.9",
    ],
)
def test_when_something_is_so_or_starts_is_no_deadline(text: str) -> None:
    assert stated(text) == []


def test_neighbouring_deadlines_do_not_share_words() -> None:
    assert [words for *_, words in stated("每学期开学后一个月内完成测评，6月底前报送。")] == [
        *("每学期", "开学后一个月内", "6月底前")
    ]


def test_a_deadline_belongs_to_the_innermost_section() -> None:
    text, sections, (deadline,) = read("一、目标", "（一）推进改革", "1.开展试点。6月底前完成。")
    assert sections[deadline.section].label == "1."
    assert text[deadline.start : deadline.end] == "6月底前"


FORMS = {
    BY: re.compile(r"(?:\d{4}|-)(?:-\d\d){0,2}|\d{4}年.*|[^\d-].*", re.DOTALL),
    WITHIN: re.compile(r"PT?\d+[DWMYH]|半?\d*(?:学期|学年|[一-鿿]+)"),
    EVERY: re.compile(r"\d+(?:-\d+)?[一-鿿]*/(?:PT?\d+[DWMYH]|半?\d*[一-鿿]+)"),
}
PIECES = [
    *(
        "2024年",
        "6月",
        "30日",
        "底",
        "末",
        "前",
        "之前",
        "内",
        "到",
        "每",
        "按",
        "学期",
        "季度",
        "半",
        "两",
        "3",
        "个",
        "年",
        "月",
    ),
    *(
        "周",
        "工作日",
        "小时",
        "印发之日起",
        "后",
        "完成时限：",
        "2次",
        "不少于",
        "，",
        "。",
        "“十四五”",
        "上半年",
        "春节",
        "第",
        "间",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_spans_point_at_their_words_in_any_text(line: str) -> None:
    text, sections, deadlines = read("一、目标", line or "无", f"二、{line}")
    done = 0
    for found in deadlines:
        assert done <= found.start < found.end <= len(text)
        assert sections[found.section].start <= found.start < sections[found.section].end
        assert FORMS[found.kind].fullmatch(found.value)
        if found.kind is BY and re.fullmatch(r"\d{4}-\d\d-\d\d", found.value):
            date.fromisoformat(found.value)
        done = found.end
