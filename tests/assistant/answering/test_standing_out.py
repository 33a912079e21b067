"""The one section that is found far before all others answers a question put in other words."""

from dataclasses import replace

import pytest

from assistant.answering.standing_out import standing_out
from assistant.assistant import Assistant
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from ingest.records import Chunk, Hit
from tests.assistant.passages import passage

SHOPS = passage(
    "首次转型的给予3000元奖补。", "二、主体培育", "2.落实个体工商户分型分类培育", doc="market.txt"
)
SEATS = replace(passage("改造农贸市场2个。", "三、民生", "4.农贸市场改造", doc="market.txt"), section=2)
LAST_YEAR = passage("引导转型20户。", "一、培育", "5.落实个体工商户分型分类培育", doc="last-year.txt")


def found(*scored: tuple[Chunk, float]) -> list[Hit]:
    return [Hit(chunk, score) for chunk, score in scored]


def asked(intent: Intent, *years: int) -> Question:
    return Question("鼓励小店升级成企业的活儿谁在抓", intent, years=years)


@pytest.mark.parametrize("intent", [Intent.DUTY, Intent.TOPIC])
def test_a_section_far_before_others_is_meant(intent: Intent) -> None:
    best = standing_out(asked(intent), found((SHOPS, 2.0), (SEATS, 1.6)))
    assert best is not None
    assert best.chunk == SHOPS


@pytest.mark.parametrize(
    "hits",
    [
        pytest.param([], id="nothing found"),
        pytest.param(found((SHOPS, 2.0), (SEATS, 1.8)), id="another section hardly behind"),
        pytest.param(found((SHOPS, 1.0), (SEATS, 0.3)), id="found badly"),
    ],
)
def test_none_is_meant_where_others_are_found_as_well(hits: list[Hit]) -> None:
    assert standing_out(asked(Intent.DUTY), hits) is None


def test_the_same_task_in_another_plan_does_not_count_against_it() -> None:
    assert standing_out(asked(Intent.DUTY), found((SHOPS, 2.0), (LAST_YEAR, 1.9), (SEATS, 1.0)))


@pytest.mark.parametrize("intent", [Intent.FIGURE, Intent.DEADLINE])
def test_a_figure_or_a_time_is_not_told_by_its_section(intent: Intent) -> None:
    assert standing_out(asked(intent), found((SHOPS, 2.0), (SEATS, 1.0))) is None


def test_a_section_of_another_year_than_is_asked_is_not_meant() -> None:
    assert standing_out(asked(Intent.DUTY, 2021), found((SHOPS, 2.0), (SEATS, 1.0))) is None


def test_what_a_question_names_holds_for_each_thing_it_asks(samples: Assistant) -> None:
    answer = samples.ask("清禾县对腿脚不便的失能老人签约后怎么服务，有啥硬要求？")
    assert answer.refused
    assert "没有清禾的相关内容" in answer.text


def test_each_thing_asked_keeps_the_place_it_names_itself(samples: Assistant) -> None:
    read = samples.read("云溪县课后服务谁牵头？清禾县课后服务怎么收费？")
    assert [one.places for one in read.asked] == [("云溪县",), ("清禾县",)]


@pytest.mark.parametrize(
    "text",
    ["云溪县2024年发展多少名党员？校园保安由谁负责配备？", "红星中学有多少个班？校园保安由谁负责配备？"],
)
def test_a_question_that_says_itself_what_it_asks_takes_nothing_from_its_neighbours(
    samples: Assistant, text: str
) -> None:
    second = samples.read(text).asked[1]
    assert not second.places and not second.years and not second.bodies
