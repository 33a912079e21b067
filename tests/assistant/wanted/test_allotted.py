import pytest

from assistant.wanted.allotted import allots


@pytest.mark.parametrize(
    "bracket",
    [
        "（水务站供水，卫生所检测水质，村委会通知到户）",
        "（后勤主任牵头，库管员协同）",
        "（县林场抓总，护林员巡山；10月底前完成）",
    ],
)
def test_a_bracket_says_who_does_what(bracket: str) -> None:
    assert allots(bracket)


@pytest.mark.parametrize(
    "bracket",
    [
        "（县水务局牵头，县财政局配合）",
        "（2025年6月底前完成）",
        "（见附件2）",
        "水务站供水，卫生所检测水质。",
    ],
)
def test_stored_duties_times_and_sentences_are_none(bracket: str) -> None:
    assert not allots(bracket)
