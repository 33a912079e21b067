"""A figure is of the year its heading gives, though the title of its document has two."""

import pytest

from assistant.citing.reading import Sentence
from assistant.citing.verify import Verdict, verify
from ingest.records import Chunk
from tests.assistant.passages import passage

TITLE = "苇塘镇人民政府2023年工作总结及2024年工作计划"
DONE = passage("新建口袋公园4个，硬化村道12公里。", "第一部分2023年工作总结", "二、镇村建设", title=TITLE)
PLANNED = passage(
    "新建口袋公园6个，铺设燃气管网9公里。", "第二部分2024年工作计划", "二、镇村建设", title=TITLE
)
UNDATED = passage("新建口袋公园6个，铺设燃气管网9公里。", "二、下一步工作打算", title=TITLE)
FAIR = passage("举办高校毕业生专场招聘会8场，提供岗位900个。", title="苇塘镇人民政府2024年工作计划")


def check(sentence: str, chunk: Chunk) -> Verdict:
    return verify(Sentence(sentence, ("c1",)), {"c1": chunk})


@pytest.mark.parametrize(
    ("sentence", "chunk"),
    [
        ("2024年新建口袋公园4个。", DONE),
        ("2024年，硬化村道12公里。", DONE),
        ("2023年新建口袋公园6个。", PLANNED),
        ("2023年，苇塘镇铺设燃气管网9公里。", PLANNED),
        ("2023年新建口袋公园6个。", UNDATED),
    ],
)
def test_the_year_of_the_other_half_is_not_told(sentence: str, chunk: Chunk) -> None:
    assert not check(sentence, chunk)


@pytest.mark.parametrize(
    ("sentence", "chunk"),
    [
        ("2023年新建口袋公园4个。", DONE),
        ("2024年新建口袋公园6个。", PLANNED),
        ("2024年计划铺设燃气管网9公里。", PLANNED),
        ("2024年新建口袋公园6个。", UNDATED),
        (f"《{TITLE}》提出新建口袋公园6个。", PLANNED),
        ("根据苇塘镇2024年工作计划，新建口袋公园6个。", PLANNED),
        ("举办招聘会8场。", FAIR),
        ("2024年计划举办高校毕业生专场招聘会8场，提供岗位900个。", FAIR),
    ],
)
def test_the_year_of_its_own_half_is_told(sentence: str, chunk: Chunk) -> None:
    verdict = check(sentence, chunk)
    assert verdict, verdict.reason


@pytest.mark.parametrize("sentence", ["2023年计划新建口袋公园4个。", "苇塘镇将硬化村道12公里。"])
def test_what_was_done_is_not_told_as_planned(sentence: str) -> None:
    assert not check(sentence, DONE)


@pytest.mark.parametrize("sentence", ["2024年计划新建口袋公园6个。", "2024年将铺设燃气管网9公里。"])
def test_what_is_planned_is_told_as_planned(sentence: str) -> None:
    verdict = check(sentence, PLANNED)
    assert verdict, verdict.reason
