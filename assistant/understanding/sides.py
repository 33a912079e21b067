"""A question that sets things of one kind apart (甲和乙怎么区分) into one question for each of them."""

import re
from dataclasses import replace

from assistant.understanding.intent import Intent
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
# 家长责任和学校责任是什么, 家长责任/学校责任: of one kind by their ends, and so asked of one by one.
_ALIKE = re.compile(
    r"^(?P<things>[^，,。?？]{6,40}?)(?P<asked>(?:都|各)?(?:是什么|有哪些|有什么|是哪些|包括哪些|(?:怎么|如何|怎样)[^，,。?？]{1,6}))[呢啊?？。]*$"
)
_SLASHED = re.compile(r"^(?P<things>[^，,。?？/]{3,20}/[^，,。?？/]{3,20}?)(?P<asked>[呢啊?？。]*)$")
_BETWEEN = re.compile("[、和与跟同/]|以及")
_LEAST, _SHORTEST, _MOST, _END = 3.0, 2, 4, 2


def set_apart(question: Question) -> Question:
    """Read the things that a question sets apart, where they are no years, places, units or documents."""
    named = question.documents or question.also or len(question.places) > 1 or len(question.years) > 1
    if named or question.intent is not Intent.TOPIC:
        return question
    found = next((match for pattern in _APART if (match := pattern.search(question.text))), None)
    alike = None if found else _SLASHED.search(question.text) or _ALIKE.search(question.text)
    found = found or alike
    if found is None:
        return question
    things = [thing for thing in _BETWEEN.split(found["things"]) if len(thing) >= _SHORTEST]
    if alike and len({thing[-_END:] for thing in things}) > 1:
        return question
    if not 1 < len(things) <= _MOST:
        return question
    whole = [_whole(thing, things) for thing in things]
    if any(sum(term.weight for term in weigh(thing)) < _LEAST for thing in whole):
        return question
    asked = found.groupdict().get("asked") or ""
    sides = ((name, thing + asked) for name, thing in zip(things, whole, strict=True))
    return replace(question, sides=tuple(sides))


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
