"""The unit asked for is a word of its own; parts and people are counted in their ways."""

import pytest

from assistant.wanted.people_counted import states_people
from assistant.wanted.sections import parts_asked
from assistant.wanted.units import unit_asked


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("招生增加多少名额？", ""),
        ("涉及多少项目？", ""),
        ("新聘多少名教师？", "名"),
        ("几月份开始？", "月"),
        ("办多少场次？", "场"),
    ],
)
def test_the_unit_asked_for_is_no_beginning_of_a_noun(question: str, unit: str) -> None:
    assert unit_asked(question) == unit


def test_parts_of_a_document_are_of_the_kind_asked_for() -> None:
    chapters = parts_asked("细则共几章、多少条？")
    assert chapters is not None
    assert chapters.search("分为六个章节，共四十项条款")
    assert not chapters.search("由8条增加到11条")
    assert parts_asked("提出多少条举措？") is None


def test_people_are_counted_without_a_measure_word() -> None:
    assert states_people("津贴惠及12万老年人")
    assert not states_people("新建12万平方米")
