"""What a source gives for each one is told for each one."""

import pytest

from assistant.citing.reading import Sentence
from assistant.citing.verify import verify
from tests.assistant.passages import passage

CARE = passage(
    "对35名驻村干部每人发放生活补助1500元；每校配备心理教师1名、保安3名。护林员每人每月津贴400元，人均增收2.1万元。"
    "每学期开展疏散演练2次，每年9月开展宣传月活动。每200名住校生配备1名宿管员。"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "35名驻村干部共发放生活补助1500元。",
        "对驻村干部发放生活补助1500元。",
        "配备心理教师1名、保安3名。",
        "护林员每月津贴400元。",
        "护林员津贴400元。",
        "增收2.1万元。",
        "开展疏散演练2次。",
        "配备1名宿管员。",
    ],
)
def test_a_figure_for_each_is_not_told_as_the_whole(sentence: str) -> None:
    assert not verify(Sentence(sentence, ("c1",)), {"c1": CARE})


@pytest.mark.parametrize(
    "sentence",
    [
        "驻村干部每人发放生活补助1500元。",
        "对驻村干部每名发放生活补助1500元。",
        "每校配备心理教师1名。",
        "护林员每人每月津贴400元。",
        "人均增收2.1万元。",
        "每学期开展疏散演练2次。",
        "9月开展宣传月活动。",
        "每200名住校生配备1名宿管员。",
    ],
)
def test_a_figure_is_told_for_each(sentence: str) -> None:
    verdict = verify(Sentence(sentence, ("c1",)), {"c1": CARE})
    assert verdict, verdict.reason
