"""A question that sets things of one kind apart (甲和乙怎么区分) into one question for each of them."""

import re
from dataclasses import replace

from assistant.understanding.intent import Intent
from assistant.understanding.named import short_place
from assistant.understanding.question import Question
from assistant.understanding.terms import weigh

_DIFFER = (
    r"(?:之间)?(?:的|都|到底)?(?:(?:怎么|如何|怎样|咋)(?:样?来?)(?:区分|区别|分辨|划分)"
    r"|(?:有|是)?(?:什么|啥|哪些|何)(?:不同|不一样|区别|差别|差异))(?:点|之处|的地方)?[呢啊?？。]*$"
)
_APART = (
    re.compile(rf"^(?P<things>[^，,。?？]{{4,40}}?){_DIFFER}"),
    re.compile(
        r"^(?:怎么|如何|怎样|咋)(?:样?来?)(?:区分|分辨|区别)(?P<things>[^，,。?？]{4,40}?)[呢啊?？。]*$"
    ),
    re.compile(r"^(?P<things>[^，,。?？]{4,40}?)(?:分别|各自?)(?P<asked>[^，,。]{4,}?)[呢啊?？。]*$"),
)
# Two figures compared: 小学和初中哪个学生多.
_MORE = re.compile(
    r"^(?P<things>[^，,。?？]{4,40}?)(?:哪一?[个边种]|谁)的?(?P<of>[^，,。?？]{0,6}?)(?:更|最)?(?P<how>[高低多少大小长短])(?:一?[些点])?[呢啊?？。]*$"
)
# How far two lie apart: 水稻和油菜的保额相差多少, 水稻的保额比油菜高多少.
_LIE_APART = re.compile(
    r"^(?P<things>[^，,。?？]{4,40}?)(?:之间)?的?(?P<of>)(?:相差|差距?(?:是|有|为)?)(?P<how>多少|几)[^，,。?？]{0,4}[呢啊?？。]*$"
)
_THAN = re.compile(
    r"^(?P<one>[^，,。?？比]{2,20}?)的(?P<of>[^，,。?？比的]{1,10})比(?P<other>[^，,。?？比的]{2,20}?)的?(?:要|更)?(?P<how>[高低多少大小长短])了?(?:多少|几)[^，,。?？]{0,4}[呢啊?？。]*$"
)
# What is compared stands behind the last thing, or behind each: 水稻和油菜的保额, 甲村和乙村每亩补助.
_MEASURED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:的(?P<owned>[^的]{1,12})|(?P<each>(?:每(?!个)|[人户亩生]均)[^的]{1,10}))$"
)
# The same without 的, behind the last thing alone: 东路和西路计划总投资.
_MEASURE = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:20\d\d年|计划|新增|年度|安排|营业|生活|累计)*"
    r"(?:总?投资|资金|经费|预算|补[助贴](?:标准)?|奖补|面积|产[量值]|长度|里程|收入|利润|人数|学位|床位|数量|总额|单价|保额)$"
)
_HOW = {"大": "多大", "小": "多大"}
# 家长责任和学校责任是什么, 家长责任/学校责任: of one kind by their ends, and so asked of one by one.
_OF_A_KIND = (
    re.compile(r"^(?P<things>[^，,。?？/]{3,20}/[^，,。?？/]{3,20}?)(?P<asked>[呢啊?？。]*)$"),
    re.compile(
        r"^(?P<things>[^，,。?？]{6,40}?)(?P<asked>(?:都|各)?(?:是什么|有哪些|有什么|是哪些|包括哪些|(?:怎么|如何|怎样)[^，,。?？]{1,6}))[呢啊?？。]*$"
    ),
)
_OF_FIGURES = (_MORE, _LIE_APART, _THAN)
_BETWEEN = re.compile("[、和与跟同/]|以及")
_LEAST, _SHORTEST, _MOST, _END = 3.0, 2, 4, 2


def set_apart(question: Question) -> Question:
    """Read the things that a question sets apart, where they are no years, places, units or documents."""
    named = question.documents or question.also or len(question.places) > 1 or len(question.years) > 1
    if named or question.intent not in (Intent.TOPIC, Intent.FIGURE):
        return question
    of_figures = question.intent is Intent.FIGURE
    patterns = _OF_FIGURES if of_figures else (*_APART, *_OF_A_KIND)
    found = next((match for pattern in patterns if (match := pattern.search(question.text))), None)
    if found is None:
        return question
    said = f"{found['one']}和{found['other']}" if found.re is _THAN else found["things"]
    said = _without_places(said, question) if of_figures else said
    things = [thing for thing in _BETWEEN.split(said) if len(thing) >= _SHORTEST]
    things, measured = _measured(things) if of_figures else (things, "")
    if found.re in _OF_A_KIND and len({thing[-_END:] for thing in things}) > 1:
        return question
    if not 1 < len(things) <= _MOST:
        return question
    whole = [_whole(thing, things) for thing in things]
    if any(sum(term.weight for term in weigh(thing)) < _LEAST for thing in whole):
        return question
    asked = measured + _asked_of_each(found)
    sides = ((name, thing + asked) for name, thing in zip(things, whole, strict=True))
    return replace(question, sides=tuple(sides))


def _asked_of_each(found: re.Match[str]) -> str:
    """Give what is asked of each thing: of two that are compared, how much it is."""
    if found.re in _OF_FIGURES:
        return f"{found['of']}{_HOW.get(found['how'], '多少')}"
    return found.groupdict().get("asked") or ""


def _measured(things: list[str]) -> tuple[list[str], str]:
    """Take what is measured off the last thing, or off each where they name the same."""
    if len(things) < 2:
        return things, ""
    ends = [_MEASURED.search(thing) for thing in things]
    if not any(ends):
        measure = _measure_behind(things)
        return [*things[:-1], things[-1].removesuffix(measure)], measure
    last = ends[-1]
    if last is None or any(end and end[0] != last[0] for end in ends):
        return things, ""
    return [thing.removesuffix(last[0]) for thing in things], last["owned"] or last["each"]


def _measure_behind(things: list[str]) -> str:
    """Find what is measured behind the last thing, which ends as the first does (小学教师、初中教师招聘)."""
    *others, last = things
    if any(map(_MEASURE.search, others)):
        return ""
    for end in (others[0][-2:], others[0][-1:]):
        cut = last.find(end, 1) + len(end)
        is_found = cut >= max(_SHORTEST, 1 + len(end)) and last[:cut] not in others
        if is_found and len(last) - cut >= _SHORTEST:
            return last[cut:]
    return found[0] if (found := _MEASURE.search(last)) else ""


def _without_places(text: str, question: Question) -> str:
    """Leave out the place a question names, which holds for both things."""
    forms = sorted({form for place in question.places for form in (place, short_place(place))}, key=len)
    for form in reversed(forms):
        text = text.removeprefix(form).removeprefix("的")
    return text


def _whole(thing: str, things: list[str]) -> str:
    """Give a thing the end (乡镇级和县级响应) or the beginning it shares with the others."""
    first, last = things[0], things[-1]
    if thing is not last and thing[-1] in last[:-1]:
        return thing + last[last.index(thing[-1]) + 1 :]
    if thing is not first and thing[0] in first[1:]:
        return first[: first.index(thing[0])] + thing
    if thing is not first and thing[-_END:] == first[-_END:]:  # 防溺水家长责任和学校责任
        return first[: max(len(first) - len(thing), 0)] + thing
    return thing
