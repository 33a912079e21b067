"""An amount answers only for the year its clause is of, and the work of a month only for that month."""

from collections.abc import Sequence

import pytest

from assistant.evidence.bound import bound
from assistant.evidence.dated import of_its_time
from assistant.evidence.evidence import Statement, statements
from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets
from assistant.understanding.terms import weigh
from ingest.records import Chunk, Hit

LONG = ("白石县养老服务行动方案（2023—2025年）", (2023, 2024, 2025))
PLAN = ("白石县2024年工作要点", (2024,))


def judged(question: str, text: str, of: tuple[str, tuple[int, ...]], *path: str) -> list[Statement]:
    def similarity(texts: Sequence[str]) -> list[float]:
        return [0.3] * len(texts)

    read = read_question(question, Facets())
    chunk = Chunk("1", "计划.txt", 1, 0, len(text), text, of[0], path, of[1])
    ranked = statements(read, weigh(question), [Hit(chunk, 3.0)], similarity)
    return of_its_time(read, bound(read, ranked, similarity))


@pytest.mark.parametrize(
    ("question", "text", "of", "answers"),
    [
        ("2024年适老化改造多少户？", "实施适老化改造600户，其中2024年改造220户。", LONG, True),
        ("2023年适老化改造多少户？", "实施适老化改造600户，其中2024年改造220户。", LONG, False),
        ("2023年适老化改造多少户？", "实施适老化改造600户。", LONG, True),
        ("2023年新建食堂多少个？", "2022年新建食堂5个，2023年新建食堂8个。", LONG, True),
        ("2024年新建食堂多少个？", "2022年新建食堂5个，2025年新建食堂8个。", PLAN, False),
        ("2024年新建食堂多少个？", "2020年以来新建食堂5个。", PLAN, True),
        ("2024年新建食堂多少个？", "2023年建成食堂5个，今年新建食堂8个。", PLAN, True),
        ("2024年新建食堂多少个？", "2026年底前，新建食堂8个。", PLAN, True),
        ("2024年新建食堂多少个？", "新建食堂8个，比2023年增加2个。", PLAN, True),
    ],
)
def test_a_figure_of_another_year_than_is_asked_answers_nothing(
    question: str, text: str, of: tuple[str, tuple[int, ...]], answers: bool
) -> None:
    (statement,) = judged(question, text, of)
    assert statement.factual is answers


def test_the_work_of_a_month_is_what_stands_behind_its_name() -> None:
    rows = "二月份：开学检查。\n十二月份：歌咏比赛（11月30日彩排）。\n"
    of = ("白石中学工作计划", (2024,))

    def told(question: str) -> list[str]:
        return [s.text.strip() for s in judged(question, rows, of, "四、月工作安排") if s.factual]

    assert told("二月份学校有什么安排？") == ["二月份：开学检查。"]
    assert told("12月份学校有什么安排？") == ["十二月份：歌咏比赛（11月30日彩排）。"]
    assert told("十一月份学校有什么安排？") == []
    assert told("三月份学校有什么安排？") == []


def test_what_stands_below_the_heading_of_a_month_is_its_work() -> None:
    (statement,) = judged("三月份学校有什么活动？", "组织全校师生开展植树活动。", PLAN, "三月份")
    assert statement.factual


@pytest.mark.parametrize(
    ("text", "path", "answers"),
    [
        ("城镇新增就业完成年计划的118%。", "一、2024年工作回顾", False),
        ("城镇新增就业好于预期。", "一、2024年工作回顾", False),
        ("完成城镇新增就业5万人的目标。", "一、2024年工作回顾", True),
        ("城镇新增就业5万人以上。", "二、主要预期目标", True),
    ],
)
def test_what_was_reached_is_no_target(text: str, path: str, answers: bool) -> None:
    (statement,) = judged("城镇新增就业目标是什么？", text, ("白石县2024年报告", (2024,)), path)
    assert statement.factual is answers


@pytest.mark.parametrize(
    ("text", "path", "answers"),
    [
        ("新建食堂8个。", "一、工作成效", False),
        ("前三季度新建食堂8个。", "一、工作成效", True),
        ("新建食堂8个。", "一、前三季度工作成效", True),
        ("9月底前新建食堂8个。", "一、重点工作", True),
    ],
)
def test_a_figure_that_names_no_part_of_a_year_is_none_of_one(text: str, path: str, answers: bool) -> None:
    (statement,) = judged("前三季度新建食堂多少个？", text, PLAN, path)
    assert statement.factual is answers


def test_the_date_of_a_signature_dates_no_figure() -> None:
    bulletin = ("白石县2023年统计公报", (2023,))
    signed = "白石县统计局　2024年4月\n年末全县共有食堂36个。"
    assert not any(s.factual for s in judged("2024年全县食堂多少个？", signed, bulletin))
    assert any(s.factual for s in judged("2023年全县食堂多少个？", signed, bulletin))
    told = "2024年，全县新建食堂36个。"
    assert any(s.factual for s in judged("2024年全县新建食堂多少个？", told, bulletin))


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("2024年两癌检查完成多少人？", False),
        ("2024年两癌检查要完成多少人？", True),
        ("2024年两癌检查多少人？", True),
    ],
)
def test_what_a_report_plans_is_not_what_was_done(question: str, answers: bool) -> None:
    text = "开展两癌检查8000人。"
    read = read_question(question, Facets())
    title, path = "白石县2023年工作总结和2024年工作打算", ("二、2024年工作打算",)
    chunk = Chunk("1", "总结.txt", 1, 0, len(text), text, title, path, (2023, 2024), kind="总结")
    ranked = statements(read, weigh(question), [Hit(chunk, 3.0)], lambda texts: [0.3] * len(texts))
    (statement,) = bound(read, ranked, lambda texts: [0.3] * len(texts))
    assert statement.factual is answers


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("2023年工作。全县教学质量提高。新建食堂8个。", False),
        ("2024年工作。全县教学质量提高。新建食堂8个。", True),
        ("2023年全县教学质量提高。今年新建食堂8个。", True),
        ("2023年9月1日起实行新办法。新建食堂8个。", True),
    ],
)
def test_a_paragraph_that_opens_with_a_year_is_of_that_year(text: str, answers: bool) -> None:
    told = [s.text for s in judged("2024年新建食堂多少个？", text, PLAN) if s.factual]
    assert bool(told) is answers
