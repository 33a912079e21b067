from dataclasses import replace

import pytest

from assistant.followups.conversation import read_question
from assistant.understanding.narrowing import allows, fit, meets
from assistant.understanding.question import Facets
from ingest.records import Chunk

FACETS = Facets(places=("青河省", "白石市"))


def passage(
    text: str = "新建幼儿园8所。", years: tuple[int, ...] = (2024,), place: str = "青河省", *path: str
) -> Chunk:
    return Chunk("1", "计划.txt", 1, 0, len(text), text, "工作要点", path, years, "", place)


@pytest.mark.parametrize(
    ("question", "chunk", "allowed"),
    [
        ("2024年建多少所?", passage(), True),
        ("2023年建多少所?", passage(), False),
        ("2023年建多少所?", passage(years=()), True),
        ("2023年建多少所?", passage("2023年建成8所。"), True),
        ("青河建多少所?", passage(), True),
        ("白石建多少所?", passage(), False),
        ("白石建多少所?", passage("与白石市共建8所。"), True),
        ("白石建多少所?", passage(place=""), True),
        ("江苏建多少所?", passage(place=""), False),
        ("成都建多少所?", passage(place=""), False),
        ("明月县建多少所?", passage(), False),
        ("明月县建多少所?", passage("学习明月县经验，建8所。"), True),
        ("江苏建多少所?", passage("学习江苏经验，建8所。", place=""), True),
    ],
)
def test_only_a_year_or_place_that_speaks_against_it_rules_a_passage_out(
    question: str, chunk: Chunk, allowed: bool
) -> None:
    assert allows(read_question(question, FACETS), chunk) is allowed


@pytest.mark.parametrize(
    ("question", "text", "allowed"),
    [
        ("江苏建多少所?", "学习江苏经验，建8所。", False),
        ("青河与江苏共建多少所?", "与江苏共建8所。", True),
        ("江城市建多少所?", "其中江城市建8所。", True),
    ],
)
def test_what_a_province_s_own_plan_says_beside_another_province_holds_for_itself(
    question: str, text: str, allowed: bool
) -> None:
    own = replace(passage(text), organ="青河省教育厅")
    assert allows(read_question(question, FACETS), own) is allowed


def test_the_year_in_the_headings_goes_before_the_document_s() -> None:
    question = read_question("2024年建多少所?", FACETS)
    assert meets(question, passage())
    assert not meets(question, passage("建成8所。", (2024,), "", "一、2023年工作回顾"))


def test_nothing_is_met_where_nothing_is_asked() -> None:
    assert not meets(read_question("建多少所?", FACETS), passage())


def test_a_sentence_is_judged_by_the_year_it_names() -> None:
    question = read_question("2024年建多少所?", FACETS)
    assert fit(question, True, "2024年新建8所。") == 1
    assert fit(question, True, "2023年建成8所。") < 0
    assert fit(read_question("建多少所?", FACETS), False, "2023年建成8所。") == 0
