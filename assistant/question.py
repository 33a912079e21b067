"""The words a person types, with the conversation before them, into a standalone Question."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ingest.records import Filter
from ingest.text import normalize


class Intent(StrEnum):
    """What kind of fact is asked for."""

    DUTY = "谁负责"
    TASKS = "负责什么"
    DEADLINE = "何时"
    FIGURE = "多少"
    TOPIC = "内容"


@dataclass(frozen=True, slots=True)
class Facets:
    """What the library holds, as far as a question can name it."""

    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A standalone question.

    :param text: complete without the conversation before it.
    :param years: years the question names; preferred, not required, in the passages.
    :param places: places of the library the question names, one answer each.
    :param unit: the unit whose tasks are asked for, or "".
    """

    text: str
    intent: Intent
    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    unit: str = ""

    @property
    def filter(self) -> Filter:
        """The narrowing the question asks for."""
        return Filter(years=self.years, places=self.places)

    @property
    def narrowed_to(self) -> tuple[str, ...]:
        """The places and years it is narrowed to, as a reader says them."""
        return (*map(short_place, self.places), *(f"{year}年" for year in self.years))

    @property
    def parts(self) -> tuple["Question", ...]:
        """One question for each place, failing that each year, that is compared; else this one."""
        if len(self.places) > 1:
            return tuple(
                replace(self, text=self._without_places(place), places=(place,)) for place in self.places
            )
        if len(self.years) > 1:
            return tuple(replace(self, years=(year,)) for year in self.years)
        return (self,)

    def _without_places(self, kept: str) -> str:
        others = {form for place in self.places if place != kept for form in (place, short_place(place))}
        return re.sub("|".join(map(re.escape, sorted(others, key=len, reverse=True))), "", self.text)


_BODY = r"(?:单位|部门|股室|科室|处室|机构|厅局|委办局|[股科处室厅局委办]|家)"
_INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.DEADLINE,
        re.compile(
            r"什么时候|啥时候|何时|几月|哪[一]?[天年月日]|时限|期限|截止|多长时间|多久"
            r"|(?:几|多少)(?:个)?(?:工作)?[天日]|(?:几|多少)个月|时间(?:要求|节点)"
        ),
    ),
    (
        Intent.DUTY,
        re.compile(
            rf"谁|哪(?:[一两几些]|几?个)*{_BODY}|(?:什么|啥){_BODY}|(?:责任|牵头|配合|主管|负责){_BODY}"
            rf"|(?:归|找|属于?)哪|多少{_BODY}(?:负责|牵头|配合)|牵头的?是|哪[一两几]家"
        ),
    ),
    (
        Intent.FIGURE,
        re.compile(
            r"多少|(?<!哪)几[^乎经何]|多大|多高|比例|占比|[率量数额值]各?是?[到达]|第几|哪个[更]?[高低多少大小]"
        ),
    ),
)
_TASKS = re.compile(
    r"(?:负责|承担|牵头|主管|分管|配合)(?:了|的)?.{0,6}?(?:哪些|什么|几项|多少项|几件)|(?:职责|任务|工作)(?:有哪些|有什么|是什么|是啥)"
)
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?:年|(?=\s*[-—~至和、与跟]\s*20\d{2}))")
_TARGET_YEAR = re.compile(r"(?:到|至|截至|截止|力争)\s*$")
_RELATIVE_YEARS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}
_FOLLOW_UP = re.compile(r"^(?:那么?|它|他们|这个|该|此|其|还有|另外|然后)|^.{0,12}呢[??]?$")
_FOLLOW_UP_WORDS = re.compile(r"^(?:那么?|还有|另外|然后)|[呢吗??,,。]|它的?|这个|该项|其")
_PLACE_SUFFIX = re.compile(r"(?:维吾尔|壮族|回族)?(?:自治区|自治州|自治县|特别行政区|省|市|县|区|州|旗)$")


def read_question(
    text: str, facets: Facets, previous: Sequence[str] = (), year: int | None = None
) -> Question:
    """Read what is asked.

    :param text: the question as typed.
    :param facets: names that may narrow the search.
    :param previous: earlier questions of the conversation, oldest first, each already standalone.
    :param year: the current year, which 今年 and 去年 count from; None leaves them unread.
    """
    standalone = _complete(text.strip(), facets, previous)
    unit = _named_unit(standalone, facets.units)
    return Question(
        text=standalone,
        intent=Intent.TASKS if unit else _intent(standalone),
        years=_years(standalone, year),
        places=_places(standalone, facets.places),
        unit=unit,
    )


def _intent(text: str) -> Intent:
    return next((intent for intent, pattern in _INTENTS if pattern.search(text)), Intent.TOPIC)


def _named_unit(text: str, units: Sequence[str]) -> str:
    """Find the stored unit whose tasks are asked for (the longest name), or ""."""
    if not _TASKS.search(text):
        return ""
    folded = normalize(text)
    return max((unit for unit in units if normalize(unit) in folded), key=len, default="")


def _years(text: str, current: int | None) -> tuple[int, ...]:
    named = [int(m[1]) for m in _YEAR.finditer(text) if not _TARGET_YEAR.search(text[: m.start()])]
    if current is not None:
        named += [current + shift for word, shift in _RELATIVE_YEARS.items() if word in text]
    return tuple(dict.fromkeys(named))


def _places(text: str, places: Sequence[str]) -> tuple[str, ...]:
    """Places of the library named in full or without 省, 市, 县; in the order of the text."""
    found = {place: text.find(short_place(place)) for place in places}
    return tuple(sorted((place for place, at in found.items() if at >= 0), key=lambda place: found[place]))


def short_place(place: str) -> str:
    """Take the administrative suffix off a place: `云南省` -> `云南`; short names stay whole."""
    short = _PLACE_SUFFIX.sub("", place)
    return short if len(short) >= 2 else place


def _complete(text: str, facets: Facets, previous: Sequence[str]) -> str:
    """Carry the topic of the last question into one that leans on it (那2024年呢?)."""
    if not previous or not _FOLLOW_UP.search(text):
        return text
    base = previous[-1]
    for pattern, found in (
        (_YEAR, _YEAR.findall(text)),
        (_place_pattern(facets), _places(text, facets.places)),
    ):
        if found and pattern is not None:
            base = pattern.sub("", base)
    rest = _FOLLOW_UP_WORDS.sub("", text).strip()
    if _intent(rest) is not Intent.TOPIC:
        base = _without_asking(base)
    return f"{rest}{base}" if _YEAR.search(rest) or _places(rest, facets.places) else f"{base}{rest}"


def _place_pattern(facets: Facets) -> re.Pattern[str] | None:
    names = sorted(
        {form for place in facets.places for form in (place, short_place(place))}, key=len, reverse=True
    )
    return re.compile("|".join(map(re.escape, names))) if names else None


def _without_asking(text: str) -> str:
    """Take the asking words off a question, so that another can be asked of its topic."""
    for _, pattern in _INTENTS:
        text = pattern.sub("", text)
    return re.sub(r"由?负责|[??]", "", text)
