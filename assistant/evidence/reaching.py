"""A figure given from some number on (存栏500只以上的补15万元) into whether what is asked of reaches it."""

import re
from collections.abc import Iterator

from ingest.facts.quantities import Quantity, quantities
from ingest.text import normalize

# Ages are ranks; a number of these is seldom the case asked of in one text and a condition in the other.
_NO_CASE = ("", "个", "项", "次", "%", "年", "月", "日", "天", "小时", "岁", "周岁", "级", "节", "期", "批")
_ABOVE = re.compile(r"[\u4e00-\u9fff]{0,2}?及?以[上外]")
_BELOW = re.compile(r"[\u4e00-\u9fff]{0,2}?及?以[下内]")
_FROM = re.compile(r"(?:满|达到?|超过?|高于|多于)$")
_UP_TO = re.compile(r"(?:不足|不满|未满|未达到?|低于|少于)$")
_BEFORE = 4
_CONDITIONS = re.compile("[^,;。、]+")
# How much it is for each: 早稻一亩补多少.
_EACH = "一"
_IS_IT = re.compile("(?:[能可要得]|大概|大约|分别|各|到底)*(?:[补给奖发收交罚赔是有付领]|多少|几)")


def falls_outside(question: str, text: str) -> bool:
    """Tell whether a question is of a number that no condition of a text for such things admits."""
    told = normalize(question)
    asked = [one for one in quantities(told) if one.unit not in _NO_CASE and not _is_each(one, told)]
    said = normalize(text) if asked else ""
    for one in asked:
        admits = list(_conditions(one, said))
        if admits and not any(admits):
            return True
    return False


def _is_each(asked: Quantity, text: str) -> bool:
    """Tell whether a question only asks for how much it is for each (一亩, 一户)."""
    return text.startswith(_EACH, asked.first) and _IS_IT.match(text, asked.last) is not None


def _conditions(asked: Quantity, text: str) -> Iterator[bool]:
    """Tell of each condition of a text, in the unit of a number asked of, whether it admits that number."""
    for condition in _CONDITIONS.findall(text):
        bounds = [held for one in quantities(condition) for held in _held(asked, one, condition)]
        if bounds:
            yield all(bounds)


def _held(asked: Quantity, bound: Quantity, text: str) -> Iterator[bool]:
    """Tell whether a number keeps a bound; nothing where the other number is none, or of another unit."""
    before = text[max(bound.first - _BEFORE, 0) : bound.first]
    if bound.unit != asked.unit:
        return
    if _UP_TO.search(before) or _BELOW.match(text, bound.last):
        yield asked.value <= bound.value
    elif _FROM.search(before) or _ABOVE.match(text, bound.last):
        yield asked.value >= bound.value
