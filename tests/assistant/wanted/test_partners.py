"""With whom something is done, who issued it, whom one turns to."""

import pytest

from assistant.wanted.acts import asked_act


@pytest.mark.parametrize(
    ("question", "given", "not_given"),
    [
        ("航模班是跟哪家合办的？", "支持三中与市航校继续开办航模班。", "三中开办航模班。"),
        ("街道联合哪家机构慰问老人？", "联合区红十字会慰问高龄老人。", "慰问高龄老人30名。"),
        ("普查方案落款是哪个机构？", "印发《甲县统计局关于经济普查的实施方案》。", "印发《普查实施方案》。"),
        ("谁来给商户做安全用气检查？", "商户用气由燃气公司每季检查。", "商户购买燃气。"),
    ],
)
def test_a_partner_an_issuer_and_a_deed_behind_its_object_are_told(
    question: str, given: str, not_given: str
) -> None:
    act = asked_act(question)
    assert act is not None
    assert act.is_told(given)
    assert not act.is_told(not_given)


def test_whom_one_turns_to_is_who_has_the_task() -> None:
    assert asked_act("噪声扰民应找哪个科室反映？") is None
