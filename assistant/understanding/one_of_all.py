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
    rf"[，,；;]?(?:{_WHICH}(?P<of>(?:(?!定得)[\u4e00-\u9fff]){{0,8}}?)(?:定得)?{_MORE}"
    r"|(?:相差|差)了?(?:多少|几)(?:个?百?分?点|[个名所项家次人元天户分]{0,2})"
    r"|差在(?:哪儿?里?|什么地方)|(?:有|是)?(?:什么|啥|多大|哪些|何)(?:差[别异距]|区别|不同|不一样)(?:之处)?)[呢啊]?(?=[?？。，,]*$)"
)
# Whether it is more than another, or changed, where what it is stands asked behind that or not at all.
_OTHER = r"(?:去年|上一?年度?|前年|往年|上年|(?:20)?\d\d年度?|[\u4e00-\u9fff]{2,12}?)"
_SET = "(?:的?(?:要求|规定)(?:的是)?)?"
_ENDS_CLAUSE = r"(?:吗|么|没有?|不)?[呢啊]?(?=[，,；;?？。]|$)"
_THAN_OTHER = re.compile(
    r"(?:(?:今年|去年|(?:20)?\d\d年度?)?[(（]?(?:20\d\d年?)?[)）]?)?"
    rf"(?:(?:(?<!占)比(?![重例率赛])|(?<!比)较){_OTHER}|[跟与和同]{_OTHER}相?比)[，,]?(?:是不?是)?{_SET}(?:更|要|又)?(?:(?<!多)[高低大小少]|多(?!少))(?:了|一?[些点])*{_ENDS_CLAUSE}"
)
_CHANGED = re.compile(
    rf"{_SET}(?:有没有|是否|有无|有)?(?:发生)?了?(?:(?:变|改|调整|变化|变动)(?:了没有?|了吗|了不|没变|没有|没|了么|吗|么)"
    rf"|(?:涨|上升|下降|增加|减少|提高|降低)了(?:没有?|吗|么)){_ENDS_CLAUSE}"
)
_WHICH_SETS = re.compile(
    rf"(?:相比|对比|比较|之间)?[，,]?{_WHICH}(?:定得|{_SET}){_MORE}[呢啊]?(?=[，,；;?？]+(?:各|分别|都|从|是))"
)
_FROM_TO = re.compile(
    r"[，,；;?？]*从(?P<asks>几[\u4e00-\u9fff]{1,2}?|多少[\u4e00-\u9fff]{0,2}?)(?:[变改涨升降减加增]|提高|增加|减少|调整)?[到至为成](?:几|多少)[\u4e00-\u9fff]{0,2}"
)
LATELY = re.compile(r"(?:这|近|前后|最近|过去)(?P<many>[两二三])年(?:来|里|间)?的?")
"""Years counted back from the newest."""
_ASKS = re.compile("多少|几[个名所项家次人万亿户元天分]|多[大长高远久]")
_OF_PEOPLE = re.compile("(?:名额|人数)(?:是|有)?(?:多少)?$")
_BETWEEN = r"\s*(?:[和与跟及同、/／]|以及|对|vs|VS)\s*"
_EACH_ITS_OWN = r"(?P<one>.*?{sides}[^，,。]{{3,}}?)[，,]?[和跟与同](?P<other>{sides}[^，,。]{{3,}})$"
# What is asked of each at the end: 2026年各计划多少个.
_OF_EACH = re.compile(
    r"(?:[，,](?P<before>[^，,。]{0,12}?))?(?:各自?|分别)(?P<asks>[^，,。?？]{0,8}?(?:多少|几)[^，,。?？]*)[?？。]*$"
)
# How many they are behind their names: 水务、公交两家.
_COUNTED = "(?:这?[两二三四五](?:家|个(?:单位|部门|地方|学校|集团|公司)|所学校))?"
_NO_THING = re.compile(r"20\d{2}年?|[今明去]年|[的在]|计划|目标")
_BODY = re.compile("(?:[局委厅署会院校]|中学|小学|幼儿园)$")
_ENDS = "，,；;。?？ "


def asked_of_one(text: str) -> str:
    """Ask of one thing what a question asks of several side by side.

    What only tells them apart goes; where that was all it asked, it asks how much it is.
    """
    text = _without_verdict(text)
    found = _APART.search(text)
    if found is None:
        return _JOINED.sub("", text)
    said = f"{text[: found.start()]}{found['of'] or ''}".rstrip(_ENDS)
    asked = _OF_PEOPLE.sub("多少名", _JOINED.sub("", said))
    return asked if _ASKS.search(asked) else f"{asked}是多少？"


def tells_apart(text: str) -> bool:
    """Tell whether a text asks how several things compare: which sets more, whether it is more, changed."""
    return any(pattern.search(text) for pattern in (_THAN_OTHER, _CHANGED, _WHICH_SETS, _APART))


def asks_change(text: str) -> bool:
    """Tell whether a text asks if something changed or grew from one year to the other."""
    return any(pattern.search(text) for pattern in (_THAN_OTHER, _CHANGED))


def _without_verdict(text: str) -> str:
    """Leave out whether there is more of it or it changed; how much it is stays asked, or is asked then."""
    said = text
    for pattern in (_WHICH_SETS, _THAN_OTHER, _CHANGED):
        said = pattern.sub("", said)
    if found := _FROM_TO.search(said):
        said = f"{said[: found.start()].rstrip(_ENDS)}是{found['asks']}"
    if said == text:
        return text
    said = re.sub(r"[，,；;?？。]+(?=(?:各自?|分别|都)?(?:是|有|要)?(?:多少|几))", "", LATELY.sub("", said))
    return said if _ASKS.search(said) else f"{said.rstrip(_ENDS)}是多少？"


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
    joined = re.search(rf"{_of_any(labels)}(?:{_BETWEEN}{_of_any(labels)})+{_COUNTED}", text)
    if joined:
        text = f"{text[: joined.start()]}{kept}{text[joined.end() :]}"
        return re.sub(rf"[（(]{re.escape(kept)}[）)]", "", text)
    return re.sub(_of_any([label for label in labels if label != kept]), "", text)


def _of_any(names: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})"
