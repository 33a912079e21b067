"""The documents of a county are also those of its towns; those of a town are no other's."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

TOWN, COUNTY, OTHER = "柳林镇计划.txt", "农业局要点.txt", "白石市水务局要点.txt"
DOCUMENTS = {
    TOWN: "青河县柳林镇人民政府2025年工作计划\n\n一、修路\n修建机耕路6公里。\n二、建桥\n修桥2座。\n",
    COUNTY: "青河县农业农村局2025年工作要点\n\n一、抓好春耕\n播种玉米8万亩。\n二、防治虫害\n设监测点9个。\n",
    OTHER: "白石市水务局2024年工作要点\n\n一、供水\n改造管网20公里。\n二、节水\n创建节水单位5家。\n",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("places"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "docs"),
    [
        ("青河县有哪些文件？", {TOWN, COUNTY}),
        ("青河县2025年有哪些文件？", {TOWN, COUNTY}),
        ("青河县柳林镇有哪些文件？", {TOWN}),
        ("柳林镇有哪些文件？", {TOWN}),
        ("白石市有哪些文件？", {OTHER}),
    ],
)
def test_documents_are_listed_by_place(library: Assistant, question: str, docs: set[str]) -> None:
    answer = library.ask(question)
    assert {citation.doc for citation in answer.citations} == docs
    assert f"共 {len(docs)} 份，已全部列出" in answer.text


def test_none_are_listed_for_a_town_of_which_none_is_held(library: Assistant) -> None:
    assert library.ask("青石镇有哪些文件？").refused
