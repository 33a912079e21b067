"""A follow-up that nothing answers with the year or topic it took over is answered without, and says so."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "松河县退役军人事务局2025年工作计划.txt": """松河县退役军人事务局2025年工作计划

（一）宣讲不少于30场。责任股室：宣传股
（二）走访慰问老兵400人。责任股室：优抚股
""",
    "松河县2025年招生方案.txt": """松河县2025年招生方案

一、招生计划
县实验小学招生300人。
二、时间安排
6月12日至14日网上报名。
""",
    "松河县2025年隐患整改方案.txt": """松河县2025年隐患整改方案

一、整改任务
1.东关小学围墙重建，由李远山包联，5月底前完成。
2.西关中学食堂改造，由周若谷包联，8月底前完成。
""",
    "松河县司法局202x年预算说明.txt": """松河县司法局202x年预算说明

一、经费情况
“三公”经费预算20万元，比上年减少3万元。其中：公务接待费5万元，公务用车运行维护费15万元。
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("otherwise"), DOCUMENTS) as assistant:
        yield assistant


def test_a_year_without_an_answer_binds_nothing_that_follows(shelf: Assistant) -> None:
    said = ["退役军人事务局2025年宣讲多少场？", "2023年呢？"]
    assert shelf.ask(said[1], said[:1]).refused
    answer = shelf.ask("哪个股室负责？", said)
    assert "宣传股" in answer.text
    assert "2023年" in answer.notice


def test_a_deed_asked_after_is_asked_by_itself(shelf: Assistant) -> None:
    answer = shelf.ask("什么时候报名？", ["县实验小学招多少人？"])
    assert "6月12日" in answer.text


def test_another_person_is_asked_the_same(shelf: Assistant) -> None:
    answer = shelf.ask("周若谷呢？", ["李远山包联什么？"])
    assert "西关中学" in answer.text
    assert "东关小学" not in answer.text


def test_a_part_of_an_amount_and_the_year_before(shelf: Assistant) -> None:
    said = ["司法局三公经费预算多少？"]
    assert "5万元" in shelf.ask("其中接待费呢？", said).text
    assert "减少3万元" in shelf.ask("比上年减少多少？", said).text


def test_one_figure_of_no_year_is_not_two_years_alike(shelf: Assistant) -> None:
    answer = shelf.ask("比上年减少多少？", ["司法局2024年三公经费预算多少？"])
    assert "相同" not in answer.text
