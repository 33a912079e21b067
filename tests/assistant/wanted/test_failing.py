"""What falls short is recognised in whatever words, and set apart from what reaches what is wanted."""

import pytest

from assistant.wanted.failing import falls_short, without_failing


@pytest.mark.parametrize(
    "text",
    [
        "师德考核不合格的，两年内不得申报。",
        "依从率低于75%的科室扣绩效。",
        "连续排名后三位的，由领导约谈。",
        "未按规定完成的，限期整改。",
    ],
)
def test_texts_speak_of_what_falls_short(text: str) -> None:
    assert falls_short(text)


@pytest.mark.parametrize("text", ["合格率达到98%。", "完成验收12所。", "排名全市第一。"])
def test_what_reaches_it_does_not_fall_short(text: str) -> None:
    assert not falls_short(text)


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("评估没过", "评估"),
        ("师德不过关", "师德"),
        ("消毒做得不好的诊室", "消毒的诊室"),
        ("进度排在后面的乡镇", "进度的乡镇"),
        ("不达标", "不达标"),
    ],
)
def test_what_falls_short_is_left_of_the_question(question: str, left: str) -> None:
    assert without_failing(question).replace(" ", "") == left
