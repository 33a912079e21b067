"""What a question asks for is stated by a sentence, or by the heading it stands under."""

import pytest

from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.wanted.fact import fact_asked


@pytest.mark.parametrize(
    ("heading", "stated"),
    [("一、《办法》的出台背景", True), ("二、主要内容", False), ("三、背景音乐", False)],
)
def test_reasons_stand_below_a_heading_that_announces_them(heading: str, stated: bool) -> None:
    fact = fact_asked(Question("养犬办法为什么要出台？", Intent.TOPIC))
    said = "养犬办法实施十年，城区犬只增加两倍。"
    assert fact.is_stated(said, said, heading=heading) is stated


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("停车费每次不得超过20元。", True),
        ("停车费单次最高20元。", True),
        ("全年清退违规停车费41万元。", False),
    ],
)
def test_how_much_at_most_is_told_by_a_bound(sentence: str, stated: bool) -> None:
    fact = fact_asked(Question("停车费一次最多收多少？", Intent.FIGURE))
    assert fact.is_stated(sentence, sentence) is stated
