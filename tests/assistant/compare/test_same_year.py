"""Places compared in no year in particular are held against each other in a year both have."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县教育局2023年工作要点.txt": """白石县教育局2023年工作要点

一、学前教育
新建公办幼儿园6所，普惠率达到81%。（责任股室：学前教育股）
二、控辍保学
落实“一人一案”，由中心学校会同派出所、村民委员会开展劝返，6月底前完成失学儿童核查。（责任股室：义务教育股）
""",
    "白石县教育局2024年工作要点.txt": """白石县教育局2024年工作要点

一、学前教育
新建公办幼儿园2所，普惠率达到89%。（责任股室：学前教育股）
二、控辍保学
落实“一人一案”，由中心学校会同派出所、村民委员会开展劝返，5月底前完成失学儿童核查。（责任股室：义务教育股）
""",
    "青桥县教育局2024年工作要点.txt": """青桥县教育局2024年工作要点

一、办好学前教育
新建公办幼儿园4所，普惠率达到85%。（责任股室：学前股）
二、控辍保学
实行“双线四包”，3月底前完成摸底。（牵头：义教股；配合：各中心校）
""",
    "教育局2022年工作要点.txt": """教育局2022年工作要点

一、发展学前教育
确保我县学前三年毛入园率达90%以上，普惠率达77%以上。（责任股室：学前股）
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("same_year"), DOCUMENTS) as opened:
        yield opened


def test_the_newest_year_both_have_is_compared(library: Assistant) -> None:
    answer = library.ask("白石、青桥两县普惠率哪个高？")
    assert "白石比青桥高4个百分点" in answer.text
    assert "81%" not in answer.text


def test_a_question_without_place_or_year_is_answered_by_the_newest_of_each_place(
    library: Assistant,
) -> None:
    answer = library.ask("新建公办幼儿园几所？")
    assert {cited.doc for cited in answer.citations} == {
        "白石县教育局2024年工作要点.txt",
        "青桥县教育局2024年工作要点.txt",
    }


def test_what_an_unnamed_county_says_of_itself_is_told_of_no_named_one(library: Assistant) -> None:
    answer = library.ask("青桥县2022年普惠率是多少？")
    assert answer.refused
    assert "77%" not in answer.text


def test_who_is_responsible_is_told_of_each_place(library: Assistant) -> None:
    answer = library.ask("白石县和青桥县2024年控辍保学分别由谁负责？")
    assert "义务教育股" in answer.text
    assert "义教股" in answer.text


def test_a_bracket_closes_all_that_goes_on_before_it(library: Assistant) -> None:
    answer = library.ask("白石县2024年控辍保学由谁负责？")
    assert "义务教育股负责" in answer.text
    assert not answer.notice


def test_a_time_under_the_heading_asked_of_is_its_time(library: Assistant) -> None:
    asked = "白石县2024年控辍保学由谁负责？"
    assert "5月底前" in library.ask("它的时限呢？", [asked]).text
    assert "5月底前" in library.ask("白石县2024年控辍保学什么时候完成？").text
