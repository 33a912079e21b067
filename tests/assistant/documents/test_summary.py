"""A part of a document that a question calls by its heading is summed up as a whole."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

PLAN = """白石市园林局{year}年工作要点

一、养护公园绿地
（一）修剪行道树
修剪行道树{trees}株。
（二）补植草坪
补植草坪3万平方米。
二、办好花展
（一）布置展区
布置花展展区4个。
"""
DOCUMENTS = {
    "2023.txt": PLAN.format(year=2023, trees=1200),
    "2024.txt": PLAN.format(year=2024, trees=1500),
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("summary"), DOCUMENTS) as assistant:
        yield assistant


def test_a_part_called_by_its_heading_is_told_whole_from_the_newest(shelf: Assistant) -> None:
    told = shelf.ask("公园绿地这一章讲了什么").text
    assert "1500株" in told
    assert "草坪" in told
    assert "花展" not in told


def test_of_a_document_that_is_named_it_is_that_documents(shelf: Assistant) -> None:
    told = shelf.ask("园林局2023年工作要点里公园绿地这一部分讲了什么").text
    assert "1200株" in told
    assert "草坪" in told
    assert "花展" not in told
