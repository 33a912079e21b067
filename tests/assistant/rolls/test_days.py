"""What is set for a very day, and spans that hold it or end by then."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.rolls.due import asked_due
from tests.assistant.library import library_of
from tests.assistant.rolls.test_due import TODAY

FESTIVAL = """青石县2025年读书节工作方案

一、目标任务
全年举办读书活动60场，3月底前完成书目推荐。
二、日程安排
4月1日至20日 征文投稿（投入“青石书香”信箱）
4月23日 读书节开幕式
5月10日前 公布获奖名单
5月16日—18日 流动书展，逾期不再补展
三、实施步骤
（一）筹备阶段（2月10日—3月20日）
各单位制定活动方案。
四、其他
场馆开放时间：长期开放，赠书有效期2025年4月1日至6月30日。
"""
OTHER = """青石县文化馆2025年工作要点

一、场馆建设
5月20日前完成书架更换。10月底前建成分馆2个。
"""


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"方案.txt": FESTIVAL, "要点.txt": OTHER}
    with library_of(tmp_path_factory.mktemp("days"), texts) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "first", "is_day"),
    [
        ("4月23日做什么？", (4, 23), True),
        ("4月23日有什么安排？", (4, 23), True),
        ("4月23日当天有哪些活动？", (4, 23), True),
        ("4月23日前要完成什么？", (1, 1), False),
        ("到4月23日要完成哪些工作？", (1, 1), False),
        ("4月要做什么？", (4, 1), False),
    ],
)
def test_a_day_asks_for_itself_unless_it_is_a_limit(text: str, first: tuple[int, int], is_day: bool) -> None:
    due = asked_due(text, TODAY)
    assert due is not None
    assert (due.first, due.is_day) == (first, is_day)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("4月23日做什么？", ["开幕式"]),
        ("5月17日有什么安排？", ["流动书展"]),
        ("4月12日要做哪些工作？", ["征文投稿"]),
        ("5月20日要完成什么？", ["书架更换"]),
    ],
)
def test_a_day_is_told_what_is_set_for_it_or_for_a_span_that_holds_it(
    county: Assistant, question: str, told: list[str]
) -> None:
    answer = county.ask(question).text
    assert f"的安排共 {len(told)} 项，已全部列出" in answer
    assert all(words in answer for words in told)


def test_a_day_for_which_nothing_is_set_is_refused_by_name(county: Assistant) -> None:
    answer = county.ask("9月3日做什么？")
    assert answer.refused
    assert "没有写明9月3日的安排" in answer.text


def test_spans_that_end_by_a_day_are_due_by_it_and_validity_is_no_task(county: Assistant) -> None:
    answer = county.ask("2025年4月底前要完成哪些工作？").text
    assert "征文投稿" in answer
    assert "筹备阶段" in answer
    assert "流动书展" not in answer
    assert "有效期" not in county.ask("2025年6月底前要完成哪些工作？").text
