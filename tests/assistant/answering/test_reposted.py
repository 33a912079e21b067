"""What a page copies is told from the issuer's own document, unless the page itself is asked for."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

BODY = """一、养护目标
按照分级养护原则，将全县46座桥梁划分为5个养护片区，2024年6月底前全部落实到人。
二、养护措施
（一）每季度巡查一次桥面，发现裂缝三日内上报。
（二）汛期前清理桥下淤积，疏通排水口。
（三）建立桥梁档案，一桥一册，逐年更新。
（四）开展养护工培训，每人每年不少于24学时。
（五）养护经费列入年度预算，专款专用，接受审计。
"""
OWN = f"白石县交通局关于加强桥梁养护的实施意见\n\n{BODY}\n白石县交通局\n2024年3月5日\n"
COPY = f"2024年加强桥梁养护实施意见范文\n\n{BODY}"
PLAN = "白石县水务局2024年工作计划\n\n一、保障供水\n（一）改造管网12公里。\n"
DOCUMENTS = {"范文.txt": COPY, "意见.txt": OWN, "计划.txt": PLAN}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("copies"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize("question", ["桥梁划分为几个养护片区？", "多久巡查一次桥面？", "养护工培训几学时？"])
def test_the_issuers_own_document_is_cited(library: Assistant, question: str) -> None:
    assert {citation.doc for citation in library.ask(question).citations} == {"意见.txt"}


def test_the_page_is_cited_where_it_is_asked_for(library: Assistant) -> None:
    cited = library.ask("网上转的桥梁养护范文里，桥梁划分为几个养护片区？").citations
    assert "范文.txt" in {citation.doc for citation in cited}
