"""What a question names as its source is looked at first, and given up by name where it holds nothing."""

from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.answering.gathered import Evidence
from assistant.assistant import Assistant
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from ingest.records import Chunk


def docs(answer: Answer) -> set[str]:
    return {citation.doc.rpartition("/")[2] for citation in answer.citations}


@pytest.mark.parametrize(
    ("question", "narrowed", "doc"),
    [
        ("卫健局2024年改善就医体验有哪些做法", "云溪县卫生健康局", "云溪县卫生健康局2024年工作要点.txt"),
        ("财政局“三保”由哪个股牵头", "云溪县财政局", "云溪县财政局2024年工作计划.txt"),
        ("2022年党建计划里，网络评论员队伍由谁牵头？", "党建计划", "2022年党建工作计划.txt"),
        ("安全生产简报里，森林防火由谁牵头？", "安全生产简报", "云溪县安全生产工作简报（2024年第3期）.pdf"),
    ],
)
def test_the_body_or_document_a_question_names_answers_it(
    samples: Assistant, question: str, narrowed: str, doc: str
) -> None:
    answer = samples.ask(question)
    assert docs(answer) == {doc}
    assert narrowed in answer.narrowed
    assert answer.notice == ""


@pytest.mark.parametrize(
    ("question", "given_up"),
    [
        ("党建工作计划里，食堂餐厨设备更新什么时候完成？", "党建工作计划"),
        ("党建工作计划里怎么规范校外培训？", "党建工作计划"),
    ],
)
def test_a_source_that_holds_nothing_is_given_up_and_named(
    samples: Assistant, question: str, given_up: str
) -> None:
    answer = samples.ask(question)
    assert answer.notice.startswith(f"在“{given_up}”的范围内没有")
    assert given_up not in answer.narrowed
    assert answer.citations


def test_a_source_taken_away_is_looked_for_no_more(samples: Assistant) -> None:
    question = "卫健局2024年改善就医体验有哪些做法"
    read = samples.read(question)
    assert [body.organs for body in read.bodies] == [("云溪县卫生健康局",)]
    assert read.source.organs == ("云溪县卫生健康局",)
    assert samples.read("2024年党建工作计划里谁负责宣传？").titled
    assert not samples.read("2025年教育局计划招多少教师？").titled


def test_several_bodies_of_one_name_are_one_narrowing(samples: Assistant) -> None:
    [body] = samples.read("教育局的师德考核由谁负责？").bodies
    assert body.label == "教育局"
    assert len(body.organs) > 1


def test_a_follow_up_of_another_body_leaves_the_first(samples: Assistant) -> None:
    read = samples.read("那卫健局呢？", ["财政局2024年“三保”由哪个股牵头？"])
    assert read.organs == ("云溪县卫生健康局",)
    assert read.years == (2024,)


def test_tasks_are_those_of_the_plan_named(samples: Assistant) -> None:
    answer = samples.ask("党建工作计划中教研室负责哪些工作？")
    assert answer.refused
    assert answer.text.startswith("所问文件（党建工作计划）中没有")
    whole = samples.ask("2023年党建办负责哪些工作？")
    table = samples.ask("2023年职责分工表里党建办负责哪些工作？")
    assert docs(table) < docs(whole)
    assert "已全部列出" in table.text


def test_an_answer_from_undated_documents_says_that_its_year_is_not_certain(samples: Assistant) -> None:
    undated = samples.ask("2027年谁负责意识形态工作？")
    assert "没有写明年份" in undated.notice
    assert "没有写明年份" not in samples.ask("2024年谁负责意识形态工作？").notice


def test_a_figure_of_a_plan_of_several_years_is_said_to_be_of_none_of_them(samples: Assistant) -> None:
    whole = samples.ask("2025年建设智慧校园多少所？")
    assert "没有写明2025年是多少" in whole.notice
    assert not samples.ask("2024年建成智慧校园多少所？").notice


def evidence(intent: Intent, *borne: tuple[float, bool]) -> Evidence:
    """Statements of some coverage, each with whether it states the kind of fact asked for."""
    chunk = Chunk("1", "通报.txt", 1, 0, 9, "死亡人数下降25%", "通报")
    statements = [Statement(chunk, 0, 9, 1.0, coverage, 0.0, 2.0, factual) for coverage, factual in borne]
    return Evidence(Question("死了几个人？", intent), (), tuple(statements))


def test_an_amount_is_said_about_as_well_as_the_topic_or_it_is_another() -> None:
    assert evidence(Intent.FIGURE, (1.0, False), (0.9, True)).is_stated
    assert not evidence(Intent.FIGURE, (1.0, False), (0.6, True)).is_stated
    assert evidence(Intent.DUTY, (1.0, False), (0.6, True)).is_stated


def test_what_leans_on_the_sentence_that_answers_best_says_that_too() -> None:
    chunk = Chunk("1", "办法.txt", 1, 0, 20, "渡船应当年检。期限不超过两年。", "办法")
    best, other = (Statement(chunk, 0, end, 1.0, 1.0, 0.0, 2.0, factual=False) for end in (7, 14))
    leaning = replace(best, end=15, score=0.8, factual=True)
    asked = Question("渡船几年一检？", Intent.FIGURE)
    assert Evidence(asked, (), (best, leaning)).is_stated
    assert not Evidence(asked, (), (other, replace(leaning, start=7))).is_stated


@pytest.mark.parametrize(
    "question",
    [
        "云溪县幼儿园收费管理条例违反了罚款多少？",
        "卫生监督委员会负责什么？",
        "律师事务所设立要什么条件？",
        "教代会由哪个会议厅召开？",
        "第九批示范幼儿园评了哪些？",
        "出租车司机社保怎么交？",
        "张三丰是谁？",
        "食堂陪餐多久评比一次？",
    ],
)
def test_what_is_near_but_not_the_thing_asked_is_no_answer(samples: Assistant, question: str) -> None:
    assert samples.ask(question).refused
