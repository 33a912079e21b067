import pytest

from ingest.outline.breaks import open_lines
from ingest.records import Line


def opened(*texts: str) -> list[str]:
    return [line.text for line in open_lines([Line(text) for text in texts])]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["第一章", "总则"], ["第一章 总则"]),
        (["（一）", "强化领导。各校要落实。"], ["（一）强化领导。各校要落实。"]),
        (["一", "总体要求"], ["一 总体要求"]),
        (["3.", "抓好安全"], ["3.抓好安全"]),
    ],
)
def test_a_label_on_a_line_of_its_own_is_joined_to_its_title(lines: list[str], joined: list[str]) -> None:
    assert opened(*lines) == joined


@pytest.mark.parametrize(
    "lines",
    [["（一）", "（二）抓安全"], ["一", "各校要认真落实，按月调度。"], ["2024", "总体要求"], ["（一）"]],
)
def test_a_label_without_a_title_below_it_stays_as_it_is(lines: list[str]) -> None:
    assert opened(*lines) == lines


def test_questions_and_answers_are_parted_where_they_run_on() -> None:
    flat = "负责人答记者问。问：为什么修订？答：一是适应变化。二是回应关切。问：何时施行？答：3月1日起。"
    assert opened(flat) == [
        "负责人答记者问。",
        "问：为什么修订？",
        "答：一是适应变化。二是回应关切。",
        "问：何时施行？",
        "答：3月1日起。",
    ]
    assert opened("会议要求：问：题导向。") == ["会议要求：问：题导向。"]


def test_opening_lines_twice_changes_nothing() -> None:
    once = opened("第一章", "总则", "问：为什么？答：因为。", "一", "总体要求")
    assert opened(*once) == once
