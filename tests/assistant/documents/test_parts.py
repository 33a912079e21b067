"""Documents and their numbered parts summed up, however they are named."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

ARTICLES = "\n".join(
    f"第{count}条　养犬人应当遵守第{count}项约定，不得影响他人的正常生活秩序。" for count in "六七八九"
)
DOCUMENTS = {
    "养犬.txt": f"""白石县城区养犬管理办法

第一章　总则
第一条　为了规范养犬行为，保障公民健康和人身安全，维护市容环境卫生，制定本办法。
第二条　县城管局负责养犬管理工作。
第二章　登记
第三条　有下列情形之一的，不予登记：
（一）没有固定住所；
（二）没有免疫证明。
第四条　养犬登记证有效期为一年。
第三章　行为规范
第五条　携犬出户应当束牵引带，牵引带长度不得超过一米五，并主动避让老年人。
{ARTICLES}
""",
    "规则.txt": """白石县人民政府工作规则

一、县政府实行县长负责制。
二、县政府全体会议每半年召开一次。
三、县长外出期间，由常务副县长主持工作。
""",
    "水利.txt": "白石县水利局2024年工作要点\n\n一、保障供水\n改造管网36公里。\n二、防汛\n加固堤防12公里。\n",
    "财政.txt": "白石县财政局2024年工作要点\n\n一、增加收入\n收入增长5%。\n二、管好支出\n压减支出3%。\n",
}
DOGS, RULES, WATER, MONEY = DOCUMENTS


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("parts"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    "question", ["养犬管理办法的主要内容是什么", "城区养犬管理办法讲了什么", "概括一下养犬管理办法"]
)
def test_a_document_is_summed_up_by_the_end_of_its_name(shelf: Assistant, question: str) -> None:
    answer = shelf.ask(question)
    assert answer.text.startswith("《白石县城区养犬管理办法》共 3 个部分：")
    assert "· 第三章行为规范：第五条　携犬出户应当束牵引带" in answer.text


def test_an_article_is_quoted_with_its_items(shelf: Assistant) -> None:
    quotes = [citation.quote for citation in shelf.ask("养犬管理办法第三条规定了什么？").citations]
    assert [quote[:3] for quote in quotes] == ["第三条", "（一）", "（二）"]


def test_an_article_may_be_numbered_without_the_word(shelf: Assistant) -> None:
    [citation] = shelf.ask("县政府工作规则第三条是什么内容").citations
    assert citation.quote == "三、县长外出期间，由常务副县长主持工作。"


def test_a_chapter_is_summed_up_by_itself(shelf: Assistant) -> None:
    answer = shelf.ask("养犬管理办法第二章讲了什么")
    assert answer.text.startswith("《白石县城区养犬管理办法》“第二章登记”共 2 个部分：")


def test_a_part_that_is_not_there_is_refused(shelf: Assistant) -> None:
    assert shelf.ask("养犬管理办法第九十九条讲了什么").refused


def test_a_name_of_several_documents_lists_them(shelf: Assistant) -> None:
    answer = shelf.ask("总结一下2024年工作要点")
    assert {citation.doc for citation in answer.citations} == {WATER, MONEY}
    assert "写明是哪一份" in answer.notice
    assert {c.doc for c in shelf.ask("总结一下水利局2024年工作要点").citations} == {WATER}


@pytest.mark.parametrize("question", ["总结一下这个文件", "总结一下社区养老工作"])
def test_what_names_no_document_and_no_topic_of_the_library_is_not_summed_up(
    shelf: Assistant, question: str
) -> None:
    assert shelf.ask(question).refused
