"""An appendix that a question names by its heading, listed row by row."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县公厕改造规划.txt": """白石县公厕改造规划（2024—2026年）

一、总体安排
2024年改造公厕9座，2025年改造公厕6座。
二、经费保障
县财政安排资金240万元。

附：2024年拟改造公厕情况
序号\t所在街道\t公厕数量\t完成时间
1\t城东街道\t4\t6月底前
2\t柳林街道\t3\t8月底前
3\t北关街道\t2\t9月底前
合计\t\t9\t
""",
    "白石县城市管理局2024年工作要点.txt": """白石县城市管理局2024年工作要点

1.推进公厕改造。年内改造公厕9座，全部配备无障碍设施。
2.清理占道经营。每周巡查不少于3次。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("appended"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize("question", ["2024年拟改造公厕有哪些？", "2024年拟改造公厕", "拟改造公厕名单"])
def test_the_rows_of_an_appendix_are_listed_without_their_sum(library: Assistant, question: str) -> None:
    answer = library.ask(question)
    assert "共 3 项，已全部列出" in answer.text
    assert [place in answer.text for place in ("城东街道", "柳林街道", "北关街道")] == [True] * 3
    assert "合计" not in answer.text
    assert len(answer.citations) == 3


@pytest.mark.parametrize("question", ["2025年拟改造公厕有哪些？", "公厕改造经费有哪些？", "占道经营有哪些？"])
def test_what_no_appendix_is_headed_by_is_no_list_of_its_rows(library: Assistant, question: str) -> None:
    assert "柳林街道" not in library.ask(question).text


@pytest.mark.parametrize("question", ["2024年拟改造多少座公厕？", "2024年拟改造公厕几座？"])
def test_how_many_there_are_is_told_by_a_sentence(library: Assistant, question: str) -> None:
    told = library.ask(question).text
    assert "公厕9座" in told
    assert "已全部列出" not in told
