"""A question answered by yes or no (收不收费, 算不算, 能否) into what tells a sentence that may settle it."""

import re
from functools import lru_cache

_ASKED = re.compile(
    r"能不能|能否|可不可以|可否|可以不|行不行|成不成|是否|是不是|要不要|用不用|会不会|算不算|该不该|需不需要"
    r"|让不让|准不准|许不许|给不给"
    r"|([收退赔补管罚奖扣])不\1|吗[呢?？。]*$|[么不没否][?？。]*$"
)
_OTHERWISE = re.compile(r"多少|什么|哪|怎[么样]|如何|几[^乎]|谁|啥|咋|何[时处]|多[久长大高远]|是不是要")
_PAID = (
    r"免|收取|收费|不收|缴|交[纳费]|自[付理费筹]|承担|负担|补[助贴偿]|半价|优惠|[\d折]折|\d[\d.]*[万亿]?元"
    r"|列支|报销|费用|照发|追缴|退|返还"
)
# By what is asked after, from the most certain kind on: the words of which one must stand in the sentence.
_KINDS = tuple(
    (re.compile(asked), re.compile(stated))
    for asked, stated in (
        (r"退不退|[能可会给]退|退(?:给|回来|钱|费|款)?[吗么不没]", r"退|返还"),
        (r"赔", r"赔|补偿|承担"),
        (r"报(?:销|账)|能[^，,]{0,4}报[吗么不没]", r"报销|报账|列支|补[助贴]|自[付理费]|承担"),
        (r"[奖赏](?:金|励|钱|不奖)|有奖", r"奖"),
        (
            r"算(?:不算|是|作|数|在|进|我)?",
            r"视[为同作]|计[入算为]|不计|纳入|属于|是指|指的是|包括|[按以].{1,12}[计算对认]|认定|不?占|算|不作"
            r"|一律|定为",
        ),
        (
            r"[收交掏付花要给免缴出][^，,。]{0,4}[钱费]|自己[出掏付]|[钱费][^，,。]{0,6}[收交掏付出]|免费|掏|优惠"
            r"|便宜",
            _PAID,
        ),
        (
            r"(?:会不会|会)?[^，,]{0,4}(?:[处受挨]?罚|扣|处分|开除|追究|担责|问责|摘)",
            r"罚|扣|处分|取消|责|停|撤|摘|不合格|约谈|通报|核减|收回|追|解[除聘]|吊销|不作为|从[轻重]"
            r"|一票否决",
        ),
    )
)
# A wish is met by a measure, not by a rule: 手续能不能简单点, 能不能一趟查完.
_WISH = re.compile(
    r"(?:[点些]|一[趟次站].{0,4})[呢吗么不没?？。]*$|能不能[^，,]{0,3}[点些]|管不管|有没有人|有人"
)
# Put as a document would: what is asked after it says in a document's own words.
_FORMAL = re.compile(r"(?:能否|可否|是否(?:还|必?须|需要?|应当?|要|可以?|能够?)?)(?P<deed>[^，,。?？]{2,})")


def formal_deed(question: str) -> str:
    """Give what a formal question asks whether it is so (能否{线上完成}), or ""."""
    asked = _FORMAL.search(question)
    return asked["deed"] if asked else ""


def asks_whether(question: str) -> bool:
    """Tell whether a question is answered by yes or no, and asks for nothing else beside it."""
    asked = _ASKED.search(question) is not None
    return asked and _OTHERWISE.search(question) is None and _WISH.search(question) is None


@lru_cache(maxsize=256)
def settled(question: str) -> re.Pattern[str] | None:
    """Give what matches a text that may settle such a question; None for any other, or of another kind."""
    if not asks_whether(question):
        return None
    return next((stated for asked, stated in _KINDS if asked.search(question)), None)
