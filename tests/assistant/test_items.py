"""Lists that an answer opens, what other domains are asked of, and which passage of a document is meant."""

from collections.abc import Iterator

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import Settings

PLANS = {
    "青河市政务网站整合试点方案.txt": """青河市政务网站整合试点方案

一、试点目标
2025年12月底前，试点单位完成政务网站整合。
二、考核评估
把政务网站整合试点情况纳入政务网站整合年度考核，2026年4月底前组织对试点单位验收。
三、工作难点
政务网站整合存在以下困难：一是标准不一。各单位栏目设置、页面格式差别较大。二是数据分散。多数栏目仍靠手工维护；三是人手不足。
四、公民投诉办理
有下列情形之一的，投诉不予受理：
（一）没有明确的被投诉网站；
（二）已由人民法院立案；
（三）同一事项已经答复。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("items")
    for name, text in PLANS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.keeper.ingest([folder / name for name in PLANS])
        yield assistant


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


def test_a_list_is_given_whole_though_sentences_stand_between_its_items(library: Assistant) -> None:
    answer = library.ask("政务网站整合有哪些困难？")
    assert quotes(answer)[-2:] == ["二是数据分散。", "三是人手不足。"]
    assert quotes(answer)[-3].endswith("一是标准不一。")


def test_the_parts_below_a_sentence_that_announces_them_follow_it(library: Assistant) -> None:
    answer = library.ask("哪些情形的投诉不予受理？")
    assert [quote[:3] for quote in quotes(answer)] == ["有下列", "（一）", "（二）", "（三）"]


def test_every_item_is_quoted_where_it_stands(library: Assistant) -> None:
    for question in ("政务网站整合有哪些困难？", "哪些情形的投诉不予受理？"):
        for citation in library.ask(question).citations:
            assert library.document(citation.doc).text[citation.start : citation.end] == citation.quote


def test_words_that_name_the_document_do_not_decide_between_its_passages(library: Assistant) -> None:
    first, *_ = library.search("政务网站整合试点什么时候完成？")
    assert "2025年12月底前" in first.chunk.text


@pytest.mark.parametrize(
    "question",
    [
        "西红柿炒鸡蛋怎么做",
        "空调不制冷是什么原因",
        "唐朝有哪些著名诗人",
        "怎么用Python写爬虫",
        "世界杯冠军是哪个队",
        "公积金贷款最高能贷多少",
    ],
)
def test_what_the_plans_do_not_speak_of_is_refused(samples: Assistant, question: str) -> None:
    assert samples.ask(question).refused
