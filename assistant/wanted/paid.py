"""A question for what somebody has to pay (医保一年缴费多少) into what tells a text that states it."""

import re
from collections.abc import Callable

_ASKED = re.compile(
    r"缴费了?(?:多少|几)|自[己家][\u4e00-\u9fff]{0,3}[出掏交付拿](?:多少|几)"
    r"|个人[^，,。]{0,4}(?:[承负]担|[出掏付])(?:多少|几)|(?<!财政)(?<!政府)(?<!单位)(?<!学校)[要得]掏(?:多少|几)"
)
_PAID = re.compile(
    r"缴(?!获|械|存)|交费|交纳|[收付]费|收取|费(?:标准)?(?:[为是:：]|每)|自[付费理筹]|向[^，,。；;]{1,10}筹[集措资]|分[摊担]|(?:家庭|个人|学生|家长|业主|住户|居民|农户)(?:[承负]担|出资)"
)
# Beside it stands what is given, and the most that is: 财政补助670元, 年度支付限额15万元.
_GIVEN = re.compile(
    r"[^，,。；;]*(?:补[助贴]|资助|奖|报销|支付限额|起付|拨付|投入|[处罚]款|收入|经费|总额)[^，,。；;]*"
)
_PARTS = re.compile("[。；;]")
# What is given or taken may be put as the share of something: 扣发季度绩效的10%, 按价款的20%征缴.
_HANDED = "补[助贴偿]|奖|罚|扣|征|[收追]缴|缴纳|收取|发放?|给予|支付|返还|退还?|赔|减[免收]"
_ASKED_HANDED = re.compile(rf"^(?!.*(?:投入|投资|资金|经费|价格|收入)).*(?:{_HANDED}|[收交缴])")
_SHARE_OF = r"(?:[款额价资薪效酬费金]|价格)(?:标准)?的?(?:百分之[\u4e00-\u9fff]{1,4}|\d+(?:\.\d+)?[%％])"
_SHARE_HANDED = re.compile(
    rf"(?:{_HANDED})[^，,。；;]{{0,16}}{_SHARE_OF}|{_SHARE_OF}[^，,。；;]{{0,4}}(?:{_HANDED})"
)

# What an insurance pays out is not what it costs: 最多赔多少.
_ASKED_PAID_OUT = re.compile("赔(?:付|偿)?[^，,。?？]{0,3}(?:多少|几)")
_PAID_OUT = re.compile("赔|保额|保险金|给付|补偿")


def asks_paid_out(question: str) -> bool:
    """Tell whether a question asks how much is paid out for a loss."""
    return _ASKED_PAID_OUT.search(question) is not None


def states_paid_out(states: Callable[[str], bool], text: str) -> bool:
    """Tell whether a text states what is paid out, in a sentence that speaks of it."""
    return any(_PAID_OUT.search(said) and states(said) for said in _PARTS.split(text))


def asks_paid(question: str) -> bool:
    """Tell whether a question asks how much somebody pays."""
    return _ASKED.search(question) is not None


def states_paid(states: Callable[[str], bool], text: str) -> bool:
    """Tell whether a text states what is paid: an amount, in a sentence that speaks of paying.

    :param states: tells whether a text states an amount of money.
    """
    return any(_PAID.search(said) and states(_GIVEN.sub(" ", said)) for said in _PARTS.split(text))


def gives_share(question: str, text: str) -> bool:
    """Tell whether a text gives or takes the share of something, where it is asked how much is."""
    return _ASKED_HANDED.search(question) is not None and _SHARE_HANDED.search(text) is not None
