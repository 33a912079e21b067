"""A question that compares figures (甲和乙各多少，差几个点) into what it asks of one of them alone."""

import re
from collections.abc import Sequence

_JOINED = re.compile(
    "分别|各自?定了?(?=多少|几)|各自?(?=(?:[规确设]定|要求|计划|安排|设|达到?|占|是|为|有|[补招建给发派配奖罚收投管搞办]|开展|组织|投入|不[少低高多]于|不超过|至少)?了?的?(?:多少|几))"
)
_WHICH = r"(?:谁|哪一?(?:[个家边所里年]|个?[省市县区校镇乡院地](?:方)?))的?"
_MORE = "(?:更|最|要|比较)?[高低多少大小快慢长短](?:一?[点些])?"
# 谁多, 哪家名额多, 差几个点, 差在哪, 有多大差别: what tells the two apart.
_APART = re.compile(
    rf"[，,；;]?(?:{_WHICH}(?P<of>(?:(?!定得)[\u4e00-\u9fff]){{0,4}}?)(?:定得)?{_MORE}"
    r"|(?:相差|差)了?(?:多少|几)(?:个?百?分?点|[个名所项家次人元天户分]{0,2})"
    r"|差在(?:哪儿?里?|什么地方)|(?:有|是)?(?:什么|啥|多大|哪些|何)(?:差[别异距]|区别|不同|不一样)(?:之处)?)[呢啊]?(?=[?？。，,]*$)"
)
_ASKS = re.compile("多少|几[个名所项家次人万亿户元天分]|多[大长高远久]")
_OF_PEOPLE = re.compile("(?:名额|人数)(?:是|有)?(?:多少)?$")
_BETWEEN = r"\s*(?:[和与跟及同、/／]|以及|对|vs|VS)\s*"
_EACH_ITS_OWN = r"(?P<one>.*?{sides}[^，,。]{{3,}}?)[，,]?[和跟与同](?P<other>{sides}[^，,。]{{3,}})$"
# What is asked of each at the end: 2026年各计划多少个.
_OF_EACH = re.compile(
    r"(?:[，,](?P<before>[^，,。]{0,12}?))?(?:各自?|分别)(?P<asks>[^，,。?？]{0,8}?(?:多少|几)[^，,。?？]*)[?？。]*$"
)
_NO_THING = re.compile(r"20\d{2}年?|[今明去]年|[的在]|计划|目标")
_BODY = re.compile("(?:[局委厅署会院校]|中学|小学|幼儿园)$")
_ENDS = "，,；;。?？ "


def asked_of_one(text: str) -> str:
    """Ask of one thing what a question asks of several side by side.

    What only tells them apart goes; where that was all it asked, it asks how much it is.
    """
    found = _APART.search(text)
    if found is None:
        return _JOINED.sub("", text)
    said = f"{text[: found.start()]}{found['of'] or ''}".rstrip(_ENDS)
    asked = _OF_PEOPLE.sub("多少名", _JOINED.sub("", said))
    return asked if _ASKS.search(asked) else f"{asked}是多少？"


def own_side(text: str, kept: Sequence[str], others: Sequence[str]) -> str:
    """Give what is said of one side where each has a thing of its own (甲县的A和乙区的B，谁高), else "".

    :param kept: names of the side, and `others` of the other.
    """
    found, each = _APART.search(text), _OF_EACH.search(text)
    asked = found or each
    if asked is None:
        return ""
    sides = _of_any((*kept, *others))
    both = re.match(_EACH_ITS_OWN.format(sides=sides), text[: asked.start()])
    own = [side for side in both.groups() if re.search(_of_any(kept), side)] if both else []
    if not both or len(own) != 1 or not (found or _are_two_things(both["one"], both["other"], sides)):
        return ""
    if found is None and each:
        return f"{own[0].rstrip(_ENDS)}{each['before'] or ''}{each['asks']}？"
    return f"{own[0].rstrip(_ENDS)}{asked['of'] or ''}是多少？"


def _are_two_things(one: str, other: str, sides: str) -> bool:
    """Tell whether each side is said with a thing of its own, not both with what the second only names."""
    first, second = (_NO_THING.sub("", re.sub(f"^.*?{sides}省?", "", side)) for side in (one, other))
    return len(first) > 1 and not second.startswith(first) and not _BODY.search(first)


def without_others(text: str, kept: str, labels: Sequence[str]) -> str:
    """Leave the other names out of a question that compares what it names; also (甲、乙) in brackets."""
    joined = re.search(rf"{_of_any(labels)}(?:{_BETWEEN}{_of_any(labels)})+", text)
    if joined:
        text = f"{text[: joined.start()]}{kept}{text[joined.end() :]}"
        return re.sub(rf"[（(]{re.escape(kept)}[）)]", "", text)
    return re.sub(_of_any([label for label in labels if label != kept]), "", text)


def _of_any(names: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})"
