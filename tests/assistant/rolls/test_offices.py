"""Offices of a body as its chart of duties sets them out; documents that hold from a day on."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县水利局主要职责及内设机构.txt": """白石县水利局主要职责及内设机构

一、主要职责：管理全县水资源。
二、内设机构
办公室：负责文电、会务。
河湖管理股：负责河道采砂许可。
水旱灾害防御股：负责防汛调度。
三、直属单位：县水文站（6人）、县灌区服务中心、县河道管理所。
""",
    "青河县民政局机构职能.txt": """青河县民政局机构职能

主要职责
（一）拟订社会救助政策。
（二）负责婚姻登记。
内设机构
1.办公室（加挂信访室牌子）
负责机关运转。
2.社会救助股
负责低保审核。
""",
    "白石县林业局2024年工作要点.txt": """白石县林业局2024年工作要点

1.开展植树造林。局机关各股室包干造林900亩。
""",
    "白石县城市管理局2024年工作总结.txt": """白石县城市管理局2024年工作总结

机构改革后，城市管理局机关下设5个股室，核定编制31名。
""",
    "白石县河道采砂管理办法.txt": """白石县河道采砂管理办法

第一条 采砂实行许可制度。
第二条 本办法自2024年5月1日起施行，有效期5年。
""",
    "白石县灌溉用水管理规定.txt": """白石县灌溉用水管理规定

第一条 灌溉用水实行计量收费。
第二条 本规定自2023年1月1日起施行。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("offices"), DOCUMENTS) as assistant:
        yield assistant


def test_offices_that_begin_the_lines_below_their_heading_are_listed(library: Assistant) -> None:
    answer = library.ask("白石县水利局有哪些内设机构？")
    assert "列出的内设机构共 3 项，已全部列出" in answer.text
    assert [cited.quote for cited in answer.citations] == ["办公室", "河湖管理股", "水旱灾害防御股"]


def test_offices_that_stand_in_a_row_behind_their_heading_are_listed(library: Assistant) -> None:
    told = library.ask("白石县水利局的直属单位有哪些？").text
    assert "共 3 项" in told and "· 县水文站（6人）[1]" in told


def test_offices_with_headings_of_their_own_are_listed(library: Assistant) -> None:
    told = library.ask("青河县民政局有几个内设机构，分别是什么？").text
    assert "共 2 项" in told and "社会救助股" in told and "婚姻登记" not in told


def test_the_offices_of_a_body_are_never_those_of_another(library: Assistant) -> None:
    for question in ("白石县林业局有哪些内设机构？", "林业局有几个科室？", "白石县统计局有哪些内设机构？"):
        answer = library.ask(question)
        assert answer.refused and "没有写明" in answer.text


def test_how_many_offices_a_body_has_may_be_told_in_a_sentence(library: Assistant) -> None:
    assert "下设5个股室" in library.ask("城市管理局有几个股室？").text


def test_documents_that_hold_from_a_day_on_are_listed(library: Assistant) -> None:
    told = library.ask("自2024年5月1日起施行的文件有哪些？").text
    assert "写明2024年5月1日施行的文件共 1 项，已全部列出" in told
    assert "采砂" in told and "灌溉" not in told


def test_a_year_alone_admits_all_its_days(library: Assistant) -> None:
    assert "灌溉用水" in library.ask("2023年起施行的规定有哪些？").text


def test_documents_of_a_type_are_listed(library: Assistant) -> None:
    assert "共 1 份，已全部列出" in library.ask("办法类文件有哪些？").text


def test_rules_asked_of_a_matter_are_no_type_of_document(library: Assistant) -> None:
    assert "已全部列出" not in library.ask("灌溉用水的规定有哪些？").text
