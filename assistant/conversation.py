"""The words a person types, with the questions before them, into a Question that stands alone."""

import re
from collections.abc import Sequence

from assistant.intent import Intent, intent_of, without_asking
from assistant.named import YEAR, organs_in, places_in, short_place, unit_in
from assistant.naming import name_documents
from assistant.question import Facets, Question, read_standalone
from assistant.terms import weigh

_LEANS = re.compile(r"^(?:那么?|它|他们|这[个项些条]|上述|以上|该|此|其|还有|另外|然后)|^.{0,12}呢[?？]?$")
_LEANING_WORDS = re.compile(
    r"^(?:那么?|还有|另外|然后)|[呢吗?？,，。]|它的?|这[个项些条](?:工作|任务)?|上述|以上|该项|其"
)
# 怎么收费, 什么时候暗访, 有多少个组: one word beside those that ask is no topic.
_ASKS_FIRST = re.compile(
    r"^有?(?:怎么样?|如何|怎样|为什么|为何|什么时候|何时|多久|多少个?|几个|哪些|由?谁)(?P<rest>.*?)[?？。]*$"
)
_SHORTEST_TOPIC = 3
_SET_BESIDE = re.compile(r"^(?:那么?)?[比跟和与同较]|相?比[呢吗]?[?？]?$")
_LITTLE = 2.0


def read_question(
    text: str, facets: Facets, previous: Sequence[str] = (), year: int | None = None
) -> Question:
    """Read what is asked.

    :param text: the question as typed.
    :param facets: names that may narrow the search.
    :param previous: earlier questions of the conversation, oldest first, each already standalone.
    :param year: the current year, which 今年 and 去年 count from; None leaves them unread.
    """
    text = text.strip()
    if previous and _leans(text):
        text = _completed(text, facets, previous[-1])
    return name_documents(read_standalone(text, facets, year), facets.documents)


def leaned_on(previous: Sequence[str]) -> Sequence[str]:
    """The last of earlier questions, as typed, from the one on that leans on none before it.

    A next question leans on nothing older, so that a long conversation costs no more than a short one.
    """
    own = (at for at in reversed(range(len(previous))) if not _leans(previous[at].strip()))
    return previous[next(own, 0) :]


def _leans(text: str) -> bool:
    """Tell whether a question points back, or says too little of a topic to stand alone."""
    asks = _ASKS_FIRST.match(text)
    if _LEANS.search(text) or (asks and len(asks["rest"]) < _SHORTEST_TOPIC):
        return True
    return sum(term.weight for term in weigh(text)) < _LITTLE


def _completed(text: str, facets: Facets, base: str) -> str:
    """Give a leaning question the topic of the one before it; its own year, place and kind of fact stay."""
    years, places = YEAR.findall(text), places_in(text, facets.places)
    if _SET_BESIDE.search(text) and (
        (years and YEAR.search(base)) or (places and places_in(base, facets.places))
    ):
        return f"{'、'.join((*(f'{year}年' for year in years), *places))}和{base}"
    if years:
        base = YEAR.sub("", base)
    if places:
        base = _without_places(base, facets)
    organs, unit = organs_in(text, facets.organs), unit_in(text, facets.units)
    for words in organs_in(base, facets.organs).values() if organs else ():
        base = base.replace(words, "")
    before = unit_in(base, facets.units) if unit else ""
    base = base.replace(before, "") if before else base
    rest = _LEANING_WORDS.sub("", text).strip()
    if intent_of(rest) is not Intent.TOPIC or _ASKS_FIRST.match(rest):
        base = without_asking(base)
    return f"{rest}{base}" if years or places or organs or before else f"{base}{rest}"


def _without_places(text: str, facets: Facets) -> str:
    named = places_in(text, facets.places)
    forms = sorted({form for place in named for form in (place, short_place(place))}, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, forms)), "", text) if forms else text
