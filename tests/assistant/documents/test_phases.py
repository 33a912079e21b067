"""What is done in a phase is told by the part that bears its name, its text and not its heading alone."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

SCHEME = """白石市公园安全专项整治方案

一、目标
消除公园安全隐患。
二、实施步骤
（一）宣传发动阶段（4月1日—4月10日）
各管理处张贴公告，签订承诺书。
（二）集中整改阶段（4月11日—6月20日）
逐处维修游乐设施，每周报送进度。
（三）总结评估阶段（6月21日—6月30日）
市园林局组织回头看，形成评估报告。
"""
REPORT = """白石市园林局2024年工作总结

一、工作成效
修剪行道树1500株，评估公园12座。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    texts = {"方案.txt": SCHEME, "总结.txt": REPORT}
    with library_of(tmp_path_factory.mktemp("phases"), texts) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("宣传发动阶段做什么？", "签订承诺书"),
        ("集中整改阶段要做哪些工作", "维修游乐设施"),
        ("总结评估阶段做什么", "组织回头看"),
        ("总结评估阶段的工作", "组织回头看"),
        ("公园安全专项整治的整改阶段怎么做", "维修游乐设施"),
    ],
)
def test_a_phase_is_told_by_the_text_below_its_heading(city: Assistant, question: str, told: str) -> None:
    answer = city.ask(question)
    assert told in answer.text
    assert len(answer.citations) == 1
    assert "行道树" not in answer.text


def test_a_report_is_still_summed_up(city: Assistant) -> None:
    assert "行道树" in city.ask("总结一下园林局2024年的工作总结").text


def test_when_a_phase_is_remains_a_question_for_the_time(city: Assistant) -> None:
    assert "4月10日" in city.ask("宣传发动阶段是什么时候").text
