"""A story of everyday life is answered with the passage it most likely means, and the reader is told so."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from assistant.answering.meant import meant, said_there
from assistant.assistant import Assistant
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from ingest.records import Chunk, Hit
from tests.assistant.library import library_of
from tests.assistant.passages import passage

STORY = "隔壁大爷独个儿住，两天没拧过龙头，会有人来敲门看看不"
WATER = passage(
    "对独居老人实行用水提醒。连续48小时用水量为零的，由网格员上门查看。全年走访2次。",
    "三、便民服务",
    "4.用水关爱",
    doc="water.txt",
)
BILLS = replace(
    passage("水费可以在网上缴纳。", "三、便民服务", "5.缴费", doc="water.txt"), id="water.txt-1", section=2
)


def found(*scored: tuple[Chunk, float]) -> list[Hit]:
    return [Hit(chunk, score) for chunk, score in scored]


def said(chunk: Chunk, text: str, score: float, factual: bool = True) -> Statement:
    start = chunk.start + chunk.text.index(text)
    return Statement(chunk, start, start + len(text), score, 0.1, 0.2, 1.0, factual)


def test_a_story_means_what_is_found_first() -> None:
    hits = found((WATER, 1.0), (BILLS, 0.8))
    assert meant(Question(STORY, Intent.TOPIC), hits) == hits


@pytest.mark.parametrize(
    ("text", "intent", "hits"),
    [
        pytest.param(STORY, Intent.TOPIC, [], id="nothing found"),
        pytest.param(STORY, Intent.TOPIC, found((WATER, 0.5), (BILLS, 0.45)), id="found badly"),
        pytest.param("用水提醒的对象有哪些？", Intent.TOPIC, found((WATER, 2.0)), id="in the words of plans"),
        pytest.param("隔壁大爷用水多少？", Intent.FIGURE, found((WATER, 2.0)), id="an amount"),
    ],
)
def test_nothing_is_meant_by_others(text: str, intent: Intent, hits: list[Hit]) -> None:
    assert meant(Question(text, intent), hits) == []


def test_the_less_well_a_passage_is_found_the_more_it_must_lead() -> None:
    asked = Question(STORY, Intent.TOPIC)
    assert meant(asked, found((WATER, 0.8), (BILLS, 0.5)))
    assert not meant(asked, found((WATER, 0.8), (BILLS, 0.75)))


def test_a_question_of_few_everyday_words_wants_a_passage_that_leads_by_more() -> None:
    few = Question("大爷半夜摔了没人知道咋办", Intent.TOPIC)
    assert not meant(few, found((WATER, 0.8), (BILLS, 0.55)))
    assert meant(few, found((WATER, 1.2), (BILLS, 0.7)))


def test_the_more_everyday_words_the_less_well_it_need_be_found() -> None:
    few, many = Question("大爷半夜摔了没人知道咋办", Intent.TOPIC), Question(STORY, Intent.TOPIC)
    hits = found((WATER, 0.9), (BILLS, 0.8))
    assert meant(many, hits)
    assert not meant(few, hits)


def test_nothing_is_meant_where_the_best_passage_is_of_another_place() -> None:
    elsewhere = replace(WATER, id="else.txt-0", doc="else.txt", place="青桥市")
    asked = Question(STORY, Intent.TOPIC, places=("白石市",))
    assert not meant(asked, found((elsewhere, 1.4), (replace(WATER, place="白石市"), 0.9)))


def test_the_passage_is_quoted_in_its_own_order() -> None:
    first, second = said(WATER, "对独居老人实行用水提醒。", 0.1), said(WATER, "由网格员上门查看。", 0.9)
    other = said(BILLS, "水费可以在网上缴纳。", 1.5)
    hits = found((WATER, 1.0), (BILLS, 0.9))
    assert said_there(Question(STORY, Intent.TOPIC), hits, [other, second, first]) == [first, second]


def test_an_amount_is_told_by_the_first_passage_that_states_one() -> None:
    none, amount = (
        said(WATER, "由网格员上门查看。", 0.9, factual=False),
        said(BILLS, "水费可以在网上缴纳。", 0.2),
    )
    hits = found((WATER, 1.0), (BILLS, 0.9))
    assert said_there(Question(STORY, Intent.FIGURE), hits, [none, amount]) == [amount]
    assert said_there(Question(STORY, Intent.FIGURE), hits, [none]) == []


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    documents = {
        "桃溪市水务集团2024年服务方案.txt": """桃溪市水务集团2024年优质供水服务方案

一、抢修
爆管抢修队30分钟内到场，4小时内恢复供水。（责任部门：抢修中心）
二、独居关爱
对独居老人、失能老人实行用水异常提醒，连续48小时用水量为零的，由网格员上门查看并报告社区。
三、营商环境
企业报装资料精简到2份，全程网上办理。
""",
    }
    with library_of(tmp_path_factory.mktemp("meant"), documents) as opened:
        yield opened


def test_the_answer_says_that_it_is_only_the_nearest(library: Assistant) -> None:
    answer = library.ask("爆管了满街淌水，裤腿都湿透了，水务那帮人磨磨蹭蹭咋交代？")
    assert not answer.refused
    assert "30分钟内到场" in answer.text
    assert "最接近" in answer.notice


def test_a_story_about_nothing_in_the_library_is_refused(library: Assistant) -> None:
    assert library.ask("外孙女抱来的猫咪老掉毛，沙发上一坨一坨的，咋个弄干净哟？").refused


def test_a_number_to_ring_is_told_only_by_what_states_one(library: Assistant) -> None:
    assert library.ask("爆管了满街淌水，裤腿都湿透了，急死人，打哪个电话喊人哟？").refused
