"""What a question asks of the library: kind of fact, years, places, bodies, documents, reader's choice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Citation
from assistant.understanding.intent import Intent, Time, intent_of
from assistant.understanding.named import short_place
from assistant.understanding.one_of_all import LATELY, asked_of_one, own_side, without_others
from assistant.understanding.scope import ALL, EVERYWHERE, Scope
from ingest.index.entry import DocumentInfo
from ingest.records import Filter

# What stands between two places that are compared, and the body called after one of them.
_AND = "(?:[和与跟及、]|以及)"
_EACH = re.compile("分别|各自")
_TOGETHER = "这?[两二三四五几]个?[省市县区州旗镇乡]"  # 云岫、梅坪两县
_BODY = r"(?:[\u4e00-\u9fff]{0,5}?(?:[局委厅署]|[中小]学|医院|学校|中心校|办事处))"


@dataclass(frozen=True, slots=True)
class Named:
    """Stored documents a question names by one name.

    :param label: the name, in the question's words.
    :param docs: keys of the documents it may mean, one or several.
    :param years: years the name holds; of a source only where no document has them, so that none is it.
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
    :param organs: the bodies, as the library writes them; none of a school or hospital it holds nothing of.
    :param words: the words of the question that name it.
    """

    label: str
    organs: tuple[str, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """What the library holds, as far as a question can name it.

    :param unheld: schools and hospitals that a question names and the library does not.
    """

    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    documents: Sequence[DocumentInfo] = ()
    unheld: tuple[str, ...] = ()

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
    :param told_by_others: such bodies, where others' documents count as well if they speak of these.
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
    :param otherwise: what to ask where nothing answers it: a follow-up without the year, or the topic,
        that it took from the question before; or None.
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
    told_by_others: tuple[Body, ...] = ()
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
    otherwise: "Question | None" = None

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
    def is_narrowed(self) -> bool:
        """Whether it asks for years, places or documents."""
        return bool(self.documents or self.years or self.places)

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
            return tuple(self._of_place(place) for place in self.places)
        if len(self.years) > 1:
            return tuple(replace(self._asked(self.text), years=(year,)) for year in self.years)
        return (self,)

    def _asked(self, text: str) -> "Question":
        """Ask a part by itself; of a figure what tells the parts apart is not asked of each."""
        text = LATELY.sub("", text) if len(self.years) > 1 else text
        alone = asked_of_one(text) if self.intent is Intent.FIGURE else _EACH.sub("", text)
        return replace(self, text=alone)

    def _of_document(self, named: Named) -> "Question":
        labels = [each.label for each in self.documents]
        text = own_side(self.text, (named.label,), [label for label in labels if label != named.label])
        text = text or without_others(self.text, named.label, labels)
        return replace(self._asked(text), documents=(named,), years=named.years or self.years)

    def _of_place(self, kept: str) -> "Question":
        """Ask of one place, and of no body that is called after another (岚州民政局和澄溪交通局)."""
        elsewhere = _any_of(place for place in self.places if place != kept)
        own = tuple(
            body for body in self.bodies if not all(re.search(elsewhere, organ) for organ in body.organs)
        )
        body = f"{_BODY}?" if re.search(_any_of([kept]) + _BODY, self.text) else ""
        beside = re.compile(f"{_AND}{elsewhere}{body}|{elsewhere}{body}{_AND}?")
        others = [form for place in self.places if place != kept for form in (place, short_place(place))]
        alone = re.sub(f"({_any_of([kept])}){_TOGETHER}", r"\1", beside.sub("", self.text))
        text = own_side(self.text, (kept, short_place(kept)), others) or alone
        return replace(self._asked(text), places=(kept,), bodies=own)


def _any_of(places: Iterable[str]) -> str:
    """Give a pattern of some places, in full or in short, the longest first."""
    forms = {form for place in places for form in (short_place(place), place)}
    return f"(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})"
