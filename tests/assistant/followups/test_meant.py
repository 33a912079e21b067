"""How a follow-up leads in what it asks: a correction, an earlier topic, a name alone."""

import pytest

from assistant.followups.meant import as_meant, leads_back
from assistant.understanding.question import Facets

FACETS = Facets(places=("白石县", "青河市"), organs=("白石县教育局", "白石县财政局"))
BASE = "2024年白石教育局绿地多少公顷"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("不对，我问的是财政局", "财政局呢"),
        ("我是说2023年的", "2023年的呢"),
        ("不是这个，是绿化率", "绿化率呢"),
        ("错了，我要的是青河的", "青河的呢"),
        ("不是目标，是实际", "实际呢"),
        ("我问的是青河由谁负责", "青河由谁负责"),
        ("23年呢", "2023年呢"),
        ("2023", "2023年呢"),
        ("青河", "青河呢"),
        ("绿化率", "绿化率呢"),
        ("哪些是财政局的", "财政局呢"),
        ("其中财政局的有哪些", "财政局呢"),
    ],
)
def test_what_leads_in_is_no_part_of_what_is_asked(text: str, meant: str) -> None:
    assert as_meant(text, [BASE], FACETS) == (meant, [BASE])


@pytest.mark.parametrize("text", ["绿化带由谁负责", "是不是要备案", "2023年公园有几座", "绿化"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert as_meant(text, [BASE], FACETS) == (text, [BASE])
    assert not leads_back(text)


def test_a_name_of_a_kind_that_was_not_asked_of_is_no_follow_up() -> None:
    assert as_meant("青河", ["绿地怎么养护"], FACETS)[0] == "青河"


@pytest.mark.parametrize(
    "text", ["回到刚才的绿地，由谁负责", "刚才说的绿地，由谁负责", "再说回绿地，由谁负责"][:]
)
def test_an_earlier_topic_is_gone_back_to(text: str) -> None:
    assert as_meant(text, [BASE, "公园几点开门"], FACETS) == ("绿地由谁负责", [BASE])
