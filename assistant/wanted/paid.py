"""A question for what somebody has to pay (医保一年缴费多少) into what tells a text that states it."""

import re
from collections.abc import Callable

_ASKED = re.compile(
    r"缴费了?(?:多少|几)|自[己家][\u4e00-\u9fff]{0,3}[出掏交付拿](?:多少|几)"
    r"|个人[^，,。]{0,4}(?:[承负]担|[出掏付])(?:多少|几)|(?<!财政)(?<!政府)(?<!单位)(?<!学校)[要得]掏(?:多少|几)"
)
_PAID = re.compile(
    r"缴(?!获|械|存)|交费|交纳|[收付]费|收取|费(?:标准)?(?:[为是:：]|每)|自[付费理筹]|分[摊担]|(?:家庭|个人|学生|家长|业主|住户|居民|农户)(?:[承负]担|出资)"
)
# Beside it stands what is given, and the most that is: 财政补助670元, 年度支付限额15万元.
_GIVEN = re.compile(
    r"[^，,。；;]*(?:补[助贴]|资助|奖|报销|支付限额|起付|拨付|投入|[处罚]款|收入|经费|总额)[^，,。；;]*"
)
_PARTS = re.compile("[。；;]")


def asks_paid(question: str) -> bool:
    """Tell whether a question asks how much somebody pays."""
    return _ASKED.search(question) is not None


def states_paid(states: Callable[[str], bool], text: str) -> bool:
    """Tell whether a text states what is paid: an amount, in a sentence that speaks of paying.

    :param states: tells whether a text states an amount of money.
    """
    return any(_PAID.search(said) and states(_GIVEN.sub(" ", said)) for said in _PARTS.split(text))
