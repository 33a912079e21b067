"""Who speaks on something is told by its label, whichever word of the kind asks."""

import pytest

from assistant.wanted.labelled import asked_speaker, is_labelled


@pytest.mark.parametrize(
    ("question", "line", "told"),
    [
        ("读书分享会由谁发言？", "重点发言人：林晓溪", True),
        ("安全条例谁主讲", "中心发言人：林晓溪、方大川", True),
        ("安全条例由谁领学？", "领学人: 林晓溪", True),
        ("家长课堂哪位老师授课", "主讲人：方大川", True),
        ("读书分享会的主讲人是谁", "主讲：林晓溪", True),
        ("读书分享会谁主持？", "主持人：方大川", True),
        ("读书分享会谁主持？", "发言人：林晓溪", False),
        ("读书分享会由谁发言？", "主持人：方大川", False),
        ("读书分享会由谁发言？", "与会人员轮流发言。", False),
    ],
)
def test_a_speaker_is_told_by_a_label_of_the_kind(question: str, line: str, told: bool) -> None:
    asked = asked_speaker(question)
    assert asked is not None
    assert (asked.search(line) is not None) is told


def test_such_a_line_is_of_what_its_headings_say() -> None:
    assert is_labelled("重点发言人：林晓溪")
    assert asked_speaker("读书分享会由谁负责？") is None
