"""A question for what somebody has to pay (医保一年缴费多少) into what tells a text that states it."""

import re
from collections.abc import Callable

_ASKED = re.compile(r"缴费了?(?:多少|几)")
_PAID = re.compile(
    r"缴(?!获|械|存)|交费|交纳|[收付]费|收取|费(?:标准)?(?:[为是:：]|每)|自[付费]|(?:家庭|个人|学生|家长)承担"
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
