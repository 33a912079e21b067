"""The words of a question that stands alone into what it asks: kind of fact, years, places, unit, scope."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Citation
from assistant.understanding.intent import Intent, Time, asks_tasks, intent_of, time_of_question
from assistant.understanding.meaning import asked_term
from assistant.understanding.named import (
    office_in,
    organs_in,
    places_in,
    short_place,
    unit_in,
    units_in,
    years_in,
)
from assistant.understanding.offices import office_of
from assistant.understanding.scope import ALL, EVERYWHERE, Scope
from ingest.index.entry import DocumentInfo
from ingest.records import Filter

_DOER = re.compile(
    r"(?:^|里面?|[中内上由，,、：:》的])([\u4e00-\u9fff]{2,8}?(?:部|局|委|办|厅|署|院|股|科|处|室|站|银行|中心|公司|委员会))"
    r"(?:[都应要还]|应当|主要|具体|分别)*(?:负责|承担|牵头|主管|分管|配合)"
)
# The number of a document: 国办发〔2020〕13号, 国发[2018]39号文, 第707号令.
NUMBERED = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{1,12})\s*[〔［\[(（【]\s*(?P<year>\d{4})\s*年?[〕］\])）】]\s*第?\s*(?P<count>\d{1,4})\s*号"
    r"|(?:国务院|主席|政府|总局|部)?令\s?第\s?(?P<order>\d{1,4})\s?号|第\s?(?P<decree>\d{1,4})\s?号令"
)
_OF_ANY_UNIT = (Intent.TASKS, Intent.DUTY, Intent.MEANING, Intent.DOCUMENTS, Intent.SUMMARY)


@dataclass(frozen=True, slots=True)
class Named:
    """Stored documents a question names by one name.

    :param label: the name, in the question's words.
    :param docs: keys of the documents it may mean, one or several.
    :param years: years the name holds.
    :param binds: whether the name is sure: who asks for the work of a unit there wants no other document's.
    :param exact: whether it is their number (国办发〔2020〕13号), so that no other document answers anything.
    :param marked: whether it is their title in 《》, which binds as a number does.
    """

    label: str
    docs: tuple[str, ...]
    years: tuple[int, ...] = ()
    binds: bool = False
    exact: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """Issuing bodies a question names by one name: 教育局 may be that of the county and that of the town.

    :param label: the name of the body, or the question's words where it may mean several.
    :param organs: the bodies, as the library writes them.
    """

    label: str
    organs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facets:
    """What the library holds, as far as a question can name it."""

    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    documents: Sequence[DocumentInfo] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Places, bodies and units."""
        return (*self.places, *self.organs, *self.units)

    def within(self, chosen: Filter) -> "Facets":
        """Leave out the documents that a filter does not admit: a question cannot mean them."""
        if not chosen:
            return self
        return replace(self, documents=[info for info in self.documents if chosen.admits(info)])


@dataclass(frozen=True, slots=True)
class Question:
    """A standalone question.

    :param text: complete without the conversation before it.
    :param years: years the question names; preferred, not required, in the passages.
    :param counted: whether it names one year only, and that counted from today (今年, 去年).
    :param places: places of the library the question names, one answer each.
    :param unit: the unit whose tasks are asked for, or "".
    :param inside: the bodies that unit is named as an office of (教育局人事股), if it is.
    :param also: further units whose tasks are asked for beside it.
    :param term: the term whose meaning is asked for, or "".
    :param bodies: issuing bodies of the library the question names.
    :param titled: the documents or type of document the question names as its source, or None.
    :param concerned: the unit whose part of the work it asks about, but for `unit`, or "".
    :param stranger: a unit whose work is asked for and that no stored duty names, or "".
    :param carried: documents the answer before stood on, looked into first.
    :param held: how much of what others bear these must bear, 0 to 1; 0 where no others are looked into.
    :param cited: the sources of the answer before, where it asks for those; the text is that question's.
    :param whole: the line by which that answer said that it lists all, where it asks for more, or "".
    :param besides: what was told of it before, where more is asked for.
    :param time: whether it asks for results or for plans.
    :param documents: stored documents the question names to compare, one answer each.
    :param sides: the things of one kind that it sets apart (甲和乙怎么区分), each with a question for it.
    :param side: the one of these that is asked about, or "".
    :param asked: the questions it asks one after the other, each standalone; none where it asks one.
    :param nth: which of several such questions it is, from 1, or 0; `typed` is what was typed of it.
    :param wordings: how official documents may put it; searched for beside its own words, at low weight.
    :param scope: what the reader has chosen beside the question.
    :param chosen: the same as the library takes it: nothing else is looked at.
    :param beyond: what it names that the reader's choice leaves out, as a reader says it.
    :param proofread: what the reader should know of words that were mistyped, or "".
    """

    text: str
    intent: Intent
    years: tuple[int, ...] = ()
    counted: bool = False
    places: tuple[str, ...] = ()
    unit: str = ""
    inside: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    term: str = ""
    bodies: tuple[Body, ...] = ()
    titled: Named | None = None
    concerned: str = ""
    stranger: str = ""
    carried: tuple[str, ...] = ()
    held: float = 0.0
    cited: tuple[Citation, ...] = ()
    whole: str = ""
    besides: tuple[Citation, ...] = ()
    time: Time = Time.ANY
    documents: tuple[Named, ...] = ()
    sides: tuple[tuple[str, str], ...] = ()
    side: str = ""
    asked: "tuple[Question, ...]" = ()
    nth: int = 0
    typed: str = ""
    wordings: tuple[str, ...] = ()
    scope: Scope = EVERYWHERE
    chosen: Filter = ALL
    beyond: tuple[str, ...] = ()
    proofread: str = ""

    @property
    def bound(self) -> Named | None:
        """The documents that alone can answer: named by number or title, or surely for work or a summary."""
        of_work = self.intent in (Intent.TASKS, Intent.SUMMARY) or bool(self.stranger)
        sure = self.titled and (self.titled.exact or self.titled.marked or (of_work and self.titled.binds))
        return self.titled if sure else None

    @property
    def filter(self) -> Filter:
        """The years and places the question asks for; a document that is named is of the right ones."""
        if self.documents:
            return Filter(docs=tuple(doc for named in self.documents for doc in named.docs))
        return Filter(years=self.years, places=self.places)

    @property
    def organs(self) -> tuple[str, ...]:
        """The issuing bodies it names, or may mean, as the library writes them."""
        return tuple(organ for body in self.bodies for organ in body.organs)

    @property
    def source(self) -> Filter:
        """The same with the bodies and documents it names as its source."""
        if self.documents or not (self.organs or self.titled or self.carried):
            return self.filter
        docs = self.titled.docs if self.titled else self.carried
        return replace(self.filter, organs=self.organs, docs=docs)

    @property
    def narrowed_to(self) -> tuple[str, ...]:
        """The documents, or places and years, it is narrowed to, as a reader says them."""
        if self.documents:
            return tuple(named.label for named in self.documents)
        return (*map(short_place, self.places), *(f"{year}年" for year in self.years))

    @property
    def labels(self) -> tuple[str, ...]:
        """What it says itself of where to look, each as a reader may take it away."""
        if self.documents:
            return ()
        titled = self.titled.label if self.titled else ""
        years = (f"{year}年" for year in self.years)
        named = filter(None, (titled, *(body.label for body in self.bodies), self.unit, self.concerned))
        return tuple(dict.fromkeys((*years, *self.places, *named)))

    def within(self, scope: Scope, chosen: Filter) -> "Question":
        """Look within what the reader has chosen, and no more within what he has taken away."""
        dropped = scope.dropped
        unit = "" if self.unit in dropped else self.unit
        return replace(
            self,
            intent=self.intent if unit == self.unit else intent_of(self.text),
            years=tuple(year for year in self.years if f"{year}年" not in dropped),
            places=tuple(place for place in self.places if place not in dropped),
            unit=unit,
            bodies=tuple(body for body in self.bodies if body.label not in dropped),
            titled=self.titled if self.titled and self.titled.label not in dropped else None,
            concerned="" if self.concerned in dropped else self.concerned,
            scope=scope,
            chosen=chosen,
        )

    @property
    def parts(self) -> tuple["Question", ...]:
        """One question for each document, thing, place or year that is compared; else this one."""
        if len(self.documents) > 1:
            return tuple(self._of_document(named) for named in self.documents)
        if self.sides:
            return tuple(replace(self, text=text, sides=(), side=side) for side, text in self.sides)
        if len(self.places) > 1:
            return tuple(
                replace(self, text=self._without_places(place), places=(place,)) for place in self.places
            )
        if len(self.years) > 1:
            return tuple(replace(self, years=(year,)) for year in self.years)
        return (self,)

    def _of_document(self, named: Named) -> "Question":
        others = [other.label for other in self.documents if other is not named]
        text = re.sub("|".join(map(re.escape, sorted(others, key=len, reverse=True))), "", self.text)
        return replace(self, text=text, documents=(named,), years=named.years or self.years)

    def _without_places(self, kept: str) -> str:
        others = {form for place in self.places if place != kept for form in (place, short_place(place))}
        return re.sub("|".join(map(re.escape, sorted(others, key=len, reverse=True))), "", self.text)


def read_standalone(text: str, facets: Facets, year: int | None = None) -> Question:
    """Read what a question asks that needs no conversation before it.

    :param facets: names that may narrow the search.
    :param year: the current year, which 今年 and 去年 count from; None leaves them unread.
    """
    unit, inside = _unit(text, facets) if asks_tasks(text) else ("", ())
    term = asked_term(text)
    intent = Intent.TASKS if unit else Intent.MEANING if term else intent_of(text)
    dated = NUMBERED.sub("", text)
    years = years_in(dated, year)
    return Question(
        text=text,
        intent=intent,
        years=years,
        counted=len(years) == 1 and not years_in(dated, None),
        places=places_in(text, facets.places),
        unit=unit,
        inside=inside,
        also=_also(text, unit, facets) if unit else (),
        term="" if unit else term,
        bodies=_bodies(text, inside or facets.organs),
        concerned="" if intent in _OF_ANY_UNIT else office_in(text, facets.units),
        stranger=_stranger(text) if asks_tasks(text) and not unit else "",
        time=time_of_question(text),
    )


def _unit(text: str, facets: Facets) -> tuple[str, tuple[str, ...]]:
    office, inside = office_of(text, organs_in(text, facets.organs), facets.units)
    return office or unit_in(text, facets.units), inside


def _also(text: str, unit: str, facets: Facets) -> tuple[str, ...]:
    """Find the units a text puts beside one with 和 or 、 (办公室和政工股分别负责什么)."""
    named = units_in(text, facets.units)
    joined = re.search(r"[和与跟及、]{1,2}".join(map(re.escape, named)), text) if unit in named else None
    return tuple(other for other in named if other != unit) if joined else ()


def _stranger(text: str) -> str:
    """Find the unit whose work a text asks for by its form, right before the verb: 预案里卫生部负责什么."""
    return named[1] if (named := _DOER.search(text)) else ""


def _bodies(text: str, organs: Sequence[str]) -> tuple[Body, ...]:
    """Put bodies together that the same words of a text name, or words within those (市教育局, 教育局)."""
    named: dict[str, list[str]] = {}
    for organ, words in sorted(organs_in(text, organs).items(), key=lambda pair: -len(pair[1])):
        whole = next((longer for longer in named if words in longer), words)
        named.setdefault(whole, []).append(organ)
    meant = {words: _without_parents(words, organs) for words, organs in named.items()}
    return tuple(Body(own[0] if len(own) == 1 else words, tuple(own)) for words, own in meant.items())


def _without_parents(words: str, organs: Sequence[str]) -> list[str]:
    """Leave out the body whose name only begins the one that is named in full (国务院办公厅, 国务院)."""
    if words not in organs:
        return list(organs)
    return [organ for organ in organs if organ == words or not words.startswith(organ)]
