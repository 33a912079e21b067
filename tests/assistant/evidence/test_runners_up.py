"""Sentences behind the best one: which may be the answer too, and which only pad it."""

from dataclasses import replace

import pytest

from assistant.evidence.evidence import Statement
from assistant.evidence.runners_up import may_answer_too
from assistant.understanding.question import Facets
from assistant.understanding.standalone import read_standalone
from tests.assistant.passages import passage

BEST = "新建社区食堂6家。"


def said(text: str, score: float = 0.8, coverage: float = 0.9, kind: str = "工作要点") -> Statement:
    chunk = replace(passage(text, title="白石县民政局工作"), kind=kind)
    return Statement(chunk, chunk.start, chunk.end, score, coverage, 0.5, 2.0, True)


def also(question: str, text: str, best: str = BEST, score: float = 0.8, coverage: float = 0.5) -> bool:
    read = read_standalone(question, Facets())
    return may_answer_too(read, said(text, score, coverage), said(best, 1.0))


def test_a_figure_of_another_topic_is_left_out() -> None:
    assert not also("新建社区食堂几家？", "改造老旧电梯40部。")


def test_a_figure_of_the_same_thing_that_scores_about_as_well_is_quoted_too() -> None:
    assert also("新建社区食堂几家？", "社区食堂年内开办8家。", score=0.95)


def test_what_names_the_rest_of_what_is_asked_is_quoted_too() -> None:
    assert also(
        "社区食堂的订餐热线接听多少次？", "订餐热线全年接听1200次。", coverage=0.5, best="开办社区食堂6家。"
    )


@pytest.mark.parametrize(
    "question",
    ["新建社区食堂几家，改造电梯多少部？", "社区食堂和老旧电梯分别多少？", "新建社区食堂几家？电梯呢？"],
)
def test_where_several_things_are_asked_nothing_is_left_out(question: str) -> None:
    assert also(question, "改造老旧电梯40部。")


def test_beside_a_target_that_is_asked_no_result_is_quoted() -> None:
    read = read_standalone("新建社区食堂的目标是多少？", Facets())
    reached = said("新建社区食堂5家。", 0.95, 0.9, kind="总结")
    assert not may_answer_too(read, reached, said(BEST, 1.0))
    assert may_answer_too(read_standalone("新建社区食堂多少家？", Facets()), reached, said(BEST, 1.0))


def test_measures_may_take_several_sentences() -> None:
    assert also("社区食堂怎么办？", "改造老旧电梯40部。")


def test_beside_a_best_sentence_that_says_little_others_stand() -> None:
    read = read_standalone("新建社区食堂几家？", Facets())
    assert may_answer_too(read, said("改造老旧电梯40部。", 0.8, 0.2), said(BEST, 1.0, 0.3))
