"""All work of a body that is named in short and that no stored duty names, from its own plan."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石市妇女联合会2025年工作要点.txt": """白石市妇女联合会2025年工作要点

一、抓好宣讲
开展巾帼宣讲60场。
二、关爱留守儿童
结对留守儿童200名。
三、扶持创业
发放创业贷款400万元。
""",
    "白石市妇女联合会2024年总结.txt": """白石市妇女联合会2024年工作总结

一、宣讲
开展宣讲40场。
二、创业
发放贷款300万元。
""",
    "白石市水务局2025年工作要点.txt": """白石市水务局2025年工作要点

一、建设水库
加固水库4座。
二、疏浚河道
疏浚河道21公里。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("own_plan"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize("question", ["妇联有哪些任务？", "市妇联2025年有哪些重点工作？"])
def test_the_plan_of_a_body_named_in_short_is_listed(library: Assistant, question: str) -> None:
    told = library.ask(question).text
    assert told.startswith("《白石市妇女联合会2025年工作要点》列出的工作共 3 项，已全部列出")


@pytest.mark.parametrize("question", ["妇联宣讲有哪些任务？", "妇联和水务局有哪些任务？"])
def test_a_topic_of_it_or_two_bodies_are_not_told_by_one_plan(library: Assistant, question: str) -> None:
    assert "列出的工作共 3 项" not in library.ask(question).text
