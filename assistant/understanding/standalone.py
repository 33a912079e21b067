"""The words of a question that stands alone into what it asks: kind of fact, years, places, unit, bodies."""

import re
from collections.abc import Sequence

from assistant.understanding.bodies import name_of, organs_in, strangers_in
from assistant.understanding.intent import Intent, asks_tasks, intent_of, time_of_question
from assistant.understanding.meaning import asked_term
from assistant.understanding.named import (
    office_in,
    places_in,
    short_place,
    unit_in,
    units_called,
    years_in,
)
from assistant.understanding.offices import office_of
from assistant.understanding.question import Body, Facets, Question

_DOER = re.compile(
    r"(?:^|里面?|[中内上由，,、：:》的])([\u4e00-\u9fff]{2,8}?(?:部|局|委|办|厅|署|院|股|科|处|室|站|银行|中心|公司|委员会))"
    r"(?:在[^，,。?？]{2,20}?[中里上时内])?(?:[都应要还]|应当|主要|具体|分别)*(?:负责|承担|牵头|主管|分管|配合)"
)
# The number of a document: 国办发〔2020〕13号, 国发[2018]39号文, 第707号令.
NUMBERED = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{1,12})\s*[〔［\[(（【]\s*(?P<year>\d{4})\s*年?[〕］\])）】]\s*第?\s*(?P<count>\d{1,4})\s*号"
    r"|(?:国务院|主席|政府|总局|部)?令\s?第\s?(?P<order>\d{1,4})\s?号|第\s?(?P<decree>\d{1,4})\s?号令"
)
_OF_ANY_UNIT = (Intent.TASKS, Intent.DUTY, Intent.MEANING, Intent.DOCUMENTS, Intent.SUMMARY)

_CLAUSE = re.compile("[，,；;]")


def read_standalone(text: str, facets: Facets, year: int | None = None) -> Question:
    """Read what a question asks that needs no conversation before it.

    :param facets: names that may narrow the search.
    :param year: the current year, which 今年 and 去年 count from; None leaves them unread.
    """
    unit, inside = _unit(text, facets) if asks_tasks(text) else ("", ())
    term = asked_term(text)
    intent = Intent.TASKS if unit else Intent.MEANING if term else intent_of(text)
    dated = NUMBERED.sub("", text)
    years, places = years_in(dated, year), places_in(text, facets.places)
    return Question(
        text=text,
        intent=intent,
        years=years,
        counted=len(years) == 1 and not years_in(dated, None),
        places=places,
        unit=unit,
        inside=inside,
        also=_also(text, unit, facets) if unit else (),
        term="" if unit else term,
        bodies=_bodies(text, inside or facets.organs, places, facets),
        concerned="" if intent in _OF_ANY_UNIT else office_in(text, facets.units),
        stranger=_stranger(text) if asks_tasks(text) and not unit else "",
        time=time_of_question(text),
    )


def _unit(text: str, facets: Facets) -> tuple[str, tuple[str, ...]]:
    office, inside = office_of(text, organs_in(text, facets.organs), facets.units)
    asking = next(filter(asks_tasks, _CLAUSE.split(text)), "")  # 甲局和乙局，乙局负责什么
    return office or unit_in(asking, facets.units) or unit_in(text, facets.units), inside


def _also(text: str, unit: str, facets: Facets) -> tuple[str, ...]:
    """Find the units a text puts beside one with 和 or 、 (办公室和政工股, 卫健局和财政局分别负责什么).

    Where its last clause names some of them alone (甲局和乙局，甲局负责什么), those are asked of.
    """
    named = units_called(text, facets.units)
    last = re.split("[，,]", text)[-1]
    after = {other: words for other, words in named.items() if words in last}
    joined = "[和与跟及、]{1,2}".join(rf"[省市县区州旗]?{re.escape(words)}" for words in named.values())
    is_beside = unit in named and re.search(joined, text) is not None
    return tuple(other for other in after or named if other != unit) if is_beside else ()


def _stranger(text: str) -> str:
    """Find the unit whose work a text asks for by its form, right before the verb: 预案里卫生部负责什么."""
    return named[1] if (named := _DOER.search(text)) else ""


def _bodies(text: str, organs: Sequence[str], places: Sequence[str], facets: Facets) -> tuple[Body, ...]:
    """Put bodies together that the same words of a text name, or words within those (市教育局, 教育局).

    :param places: those the text names: a bureau of another place is not meant.
    :param facets: whose units with duties are no bodies of which nothing is known.
    """
    named: dict[str, list[str]] = {}
    called = [(organ, words) for organ, words in organs_in(text, organs).items() if _may_be_of(organ, places)]
    for organ, words in sorted(called, key=lambda pair: -len(pair[1])):
        whole = next((longer for longer in named if words in longer), words)
        named.setdefault(whole, []).append(organ)
    meant = {words: _without_parents(words, organs) for words, organs in named.items()}
    held = (Body(own[0] if len(own) == 1 else words, tuple(own), words) for words, own in meant.items())
    strangers = [name for name in strangers_in(text, organs) if not any(name in u for u in facets.units)]
    strangers += [name for name in facets.unheld if name in text and not any(s in name for s in strangers)]
    return (*held, *(Body(name, (), name) for name in strangers))


def _may_be_of(organ: str, places: Sequence[str]) -> bool:
    return not places or name_of(organ) == organ or any(short_place(place) in organ for place in places)


def _without_parents(words: str, organs: Sequence[str]) -> list[str]:
    """Leave out the body whose name only begins the one that is named in full (国务院办公厅, 国务院)."""
    if words not in organs:
        return list(organs)
    return [organ for organ in organs if organ == words or not words.startswith(organ)]
