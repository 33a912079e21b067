"""Questions whose 几 or 谁 asks for no number and for nobody's duty."""

import pytest

from assistant.understanding.intent import Intent, intent_of


@pytest.mark.parametrize(
    "question", ["我值班时带几份卷子来改，可以吗?", "先领几把钥匙备着行不?", "汛期那几条没做到会怎么样?"]
)
def test_some_where_no_number_is_asked_is_a_topic(question: str) -> None:
    assert intent_of(question) is Intent.TOPIC


@pytest.mark.parametrize("question", ["一个班最多收几个人?", "全镇有几个村?", "补几块钱行吗，一共补多少?"])
def test_a_number_that_is_asked_stays_one(question: str) -> None:
    assert intent_of(question) is Intent.FIGURE


def test_several_departments_are_asked_after_as_one_is() -> None:
    assert intent_of("管道改造哪三个部门管?") is Intent.DUTY
