"""A question how much more one thing is than another (甲的产量比乙高吗) into one for the figures of both."""

import re
from collections.abc import Sequence

from assistant.named import YEAR, places_in, short_place

_ASKED = re.compile(
    r"(?:更|还|要|会)?(?:[高低多少大小快慢]|增加|提高|增长|减少|下降|降低|涨)了?(?:(?:多少|几)(?P<unit>[^，,。?？吗呢]{0,4})|吗|么|不)[呢啊]?[?？。]*$"
)
_ENDS = re.compile(r"^的|的$")


def set_beside(text: str, places: Sequence[str]) -> str:
    """Put a question that compares with 比 so that it names both places, or years, and what is asked of them.

    :param places: the places of the library.
    :returns: the text as it is where it compares no two places or years.
    """
    for than in re.finditer("比", text):
        rewritten = _beside(text, than.start(), places)
        if rewritten:
            return rewritten
    return text


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
    years = [f"{year}年" for year in YEAR.findall(text)]
    if years:
        return years
    known = places_in(text, places)
    forms = ([form for form in (place, short_place(place)) if form in text] for place in known)
    return [found[0] for found in forms if found]
