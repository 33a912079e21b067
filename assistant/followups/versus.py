"""A question how much more one thing is than another (甲比乙高吗, 差多少) into one that names both."""

import re
from collections.abc import Sequence
from itertools import takewhile

from assistant.understanding.intent import Intent, intent_of, without_asking
from assistant.understanding.named import YEAR, places_in, short_place, years_in

_ASKED = re.compile(
    r"(?:更|还|要|会)?(?:[高低多少大小快慢]|增加|提高|增长|减少|下降|降低|涨)了?(?:(?:多少|几)(?P<unit>[^，,。?？吗呢]{0,4})|吗|么|不)[呢啊]?[?？。]*$"
)
_ENDS = re.compile(r"^的|的$")
_WHICH = re.compile(
    r"(?:哪个|哪一个|哪[省年边家]|谁)的?(?P<topic>[^，,。?？更最]{3,14}?)(?P<more>(?:更|最)?[高低多少大小快慢])[呢啊]?[?？。]*$"
)
# How fast an economy grows is told of its product.
_ECONOMY = re.compile("经济(?=增长|增速|增幅)")
_MORE = "(?:更|还|要)?(?:相?差|[高低多少大小快慢]|(?P<grew>增加|提高|提升|增长|减少|下降|降低|涨|少了|多了))"
_APART = re.compile(
    r"(?:那么?|它|这)?(?:[比跟和与同较](?P<other>[^，,?？。]{2,12}?)(?:的|相?比)?)?(?:这?(?:两[个者家年边样项]|俩|二者)|它们|之间)*(?:相比|比较)?"
    rf"(?:{_MORE}了?(?:多少|几)(?P<unit>个?百分点|[^，,。?？吗呢]{{0,3}})"
    r"|(?:哪一?(?:个|[年省边里家]|个省|个地方)?|谁)的?(?:更|最|比较|要)?[高低多少大小快慢](?:一?[点些])?)[呢啊]?[?？。]*"
)
_UNIT = re.compile(r"(?:多少|几)(?P<unit>[^，,。?？]{0,3}?)[?？。]*$")
_TAIL = re.compile(r"(?:分别|各自?|一共|总共|相差|达到?|[是有为要])*$")
_HOW_MUCH = re.compile(r"(?:多少|几)[^，,。?？]{0,3}[?？。]*$")
_SET_APART = "相差多少"
_WHERE_ALIKE, _LONGEST_THING = 4, 14
_WHAT_CHANGED = re.compile(
    r"(?:那么?)?(?:这?[两三几]年)?(?:之间|前后|来)?(?:都|各自?)?(?:有|发生)了?(?:什么|哪些|啥|多大|何)(?:的)?(?:变化|不同|区别|差别|变动|不一样)[呢啊吗]?[?？。]*"
)
_TWO = 2
_MARKS = re.compile("[?？。]+$")
_JOINED = "[和与跟及、]"


def set_beside(text: str, places: Sequence[str]) -> str:
    """Put a question that compares with 比 so that it names both places, or years, and what is asked of them.

    :param places: the places of the library.
    :returns: the text as it is where it compares no two places or years.
    """
    if len(_named(text, places)) == 2 and (asked := _WHICH.search(text)):
        text = f"{text[: asked.start()]}{asked['topic']}哪个{asked['more']}？"
    if len(_named(text, places)) == 2 and "哪" in text:
        text = _ECONOMY.sub("GDP", text)
    for than in re.finditer("比", text):
        rewritten = _beside(text, than.start(), places)
        if rewritten:
            return rewritten
    return text


def asks_apart(text: str) -> bool:
    """Tell whether a follow-up asks how far figures lie apart, or which is higher, and not what figures."""
    return _APART.fullmatch(text) is not None


def changes_asked(text: str, previous: Sequence[str]) -> str:
    """Put a follow-up what changed (有什么变化) so that it names the years asked of before.

    :returns: "" where the questions before it differ in more than the year, or name one year alone.
    """
    if not previous or _WHAT_CHANGED.fullmatch(text) is None:
        return ""
    topic = _without_years(previous[-1])
    alike = list(takewhile(lambda before: _without_years(before) == topic, reversed(previous)))
    years = sorted({year for before in alike for year in years_in(before, None)})
    if len(alike) < _TWO or len(years) < _TWO or len(topic) < _TWO:
        return ""
    named = "和".join(f"{year}年" for year in years)
    if intent_of(previous[-1]) is not Intent.FIGURE:
        return f"{named}{without_asking(topic)}有什么变化？"
    unit = found["unit"] if (found := _UNIT.search(topic)) else ""
    how = _SET_APART if len(years) == _TWO else "分别是多少"
    return f"{named}{_TAIL.sub('', _HOW_MUCH.sub('', topic))}{how}{unit}？"


def _without_years(text: str) -> str:
    return _MARKS.sub("", YEAR.sub("", text))


def set_apart_from(text: str, previous: Sequence[str], places: Sequence[str]) -> str:
    """Put a follow-up (比河南少多少, 差多少, 哪个更高) so that it names both sides and what is measured.

    :param previous: earlier questions of the conversation, oldest first, each standalone.
    :returns: "" where no two places or years are known to be meant.
    """
    asked = _APART.fullmatch(text)
    if not asked:
        return ""
    base, sides = previous[-1], _sides(asked, previous, places)
    if len(sides) != 2:
        return ""
    unit = asked["unit"] or ((found := _UNIT.search(base)) and found["unit"]) or ""
    forms = {form for side in sides for form in (side, short_place(side), f"{side}省", f"{side}市")}
    names = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    topic = re.sub(
        rf"(?:{names})(?:{_JOINED}(?:{names}))*的?",
        "",
        _TAIL.sub("", _HOW_MUCH.sub("", base) if _HOW_MUCH.search(base) else without_asking(base)),
    )
    return f"{'和'.join(sides)}{topic}{_SET_APART}{unit}？" if len(topic) > 1 else ""


def things_apart(text: str, previous: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Find the two things (小学, 初中) of which the last questions asked the same, to compare their figures.

    :returns: each with the question that asked for it; none where the last two questions differ in more.
    """
    asked = [before for before in previous if _SET_APART not in before]
    found = _APART.fullmatch(text)
    is_apart = found and not found["other"] and not found["grew"] and len(asked) > 1
    if not is_apart or intent_of(asked[-1]) is not Intent.FIGURE:
        return ()
    first, second = (_MARKS.sub("", one) for one in asked[-2:])
    alike = _shared(first, second)
    end = _shared(first[alike:][::-1], second[alike:][::-1])
    things = first[alike : len(first) - end], second[alike : len(second) - end]
    if not all(things) or max(map(len, things)) > _LONGEST_THING or alike + end < _WHERE_ALIKE:
        return ()
    return (things[0], first), (things[1], second)


def _shared(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def set_things_apart(sides: Sequence[tuple[str, str]]) -> str:
    """Put the questions for two things into one that asks how far their figures lie apart."""
    (one, asked), (other, _) = sides
    topic = _TAIL.sub("", _HOW_MUCH.sub("", asked))
    return f"{topic.replace(one, f'{one}和{other}', 1)}{_SET_APART}？"


def _sides(asked: re.Match[str], previous: Sequence[str], places: Sequence[str]) -> list[str]:
    """Find the two years, or places, that a follow-up sets apart: one it names, or both asked of before."""
    kinds = (_years_named, _places_named)
    if asked["other"]:
        other = next((found for kind in kinds if (found := kind(asked["other"], places))), [])
        kind = _years_named if YEAR.search(asked["other"]) else _places_named
        own = [name for name in kind(previous[-1], places) if name not in other]
        return [*own, *other]
    asked_of: list[str] = []
    for kind in kinds[:1] if asked["grew"] else kinds:
        asked_of = list(dict.fromkeys(name for text in previous[-2:] for name in kind(text, places)))
        own = kind(previous[-1], places)
        if len(own) == 2:
            return own
        if len(asked_of) == 2:
            return asked_of
    return []


def _beside(text: str, at: int, places: Sequence[str]) -> str:
    asked = _ASKED.search(text, at)
    before, behind = text[:at], text[at + 1 : asked.start()] if asked else ""
    if not asked or not behind:
        return ""
    first, second = _named(before, places), _named(behind, places)
    if len(first) != 1 or len(second) != 1 or first == second or not behind.startswith(second[0]):
        return ""
    rest = behind.removeprefix(second[0])
    topic = _ENDS.sub("", before.replace(first[0], "", 1)) + _ENDS.sub("", rest)
    return f"{first[0]}和{second[0]}{topic}相差多少{asked['unit'] or ''}？" if len(topic) > 1 else ""


def _named(text: str, places: Sequence[str]) -> list[str]:
    """Find the years, or else the places, as a text writes them."""
    return _years_named(text, places) or _places_named(text, places)


def _years_named(text: str, _: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(f"{year}年" for year in YEAR.findall(text)))


def _places_named(text: str, places: Sequence[str]) -> list[str]:
    forms = (
        [form for form in (place, short_place(place)) if form in text] for place in places_in(text, places)
    )
    return [found[0] for found in forms if found]
