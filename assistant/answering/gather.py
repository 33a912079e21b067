"""A part of a question into its evidence: within what it names, and wider where that holds nothing."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from assistant.answer import Citation
from assistant.answering.standing_out import standing_out
from assistant.duties import LEAST_COVERED, Charge, charges_for, doing
from assistant.evidence.bound import AMOUNTS, asks_shape, bound
from assistant.evidence.charged import charged, said_of
from assistant.evidence.dated import of_its_time
from assistant.evidence.evidence import ENOUGH_FOUND, Statement, is_enough, statements
from assistant.evidence.lacking import of_all_words
from assistant.evidence.level import of_level
from assistant.evidence.rows import of_named_row
from assistant.evidence.settling import settles
from assistant.evidence.siblings import of_its_own
from assistant.evidence.unnamed import of_what_is_named
from assistant.retrieval.retrieve import Retriever
from assistant.understanding.dated import years_of
from assistant.understanding.formal import is_formal
from assistant.understanding.intent import Intent, Time
from assistant.understanding.meaning import definition_of
from assistant.understanding.narrowing import allows, elsewhere, loosened, time_of
from assistant.understanding.question import Question
from assistant.understanding.terms import folded
from assistant.understanding.topical import terms_of
from assistant.wanted.acts import asked_act
from assistant.wanted.fact import fact_asked
from assistant.wanted.times import asks_beginning, asks_end
from ingest.records import Document, Hit
from ingest.text import normalize

PASSAGES = 10
_AS_WELL_AS_A_SENTENCE = 0.8
_AS_WELL_AS_WIDER = 0.75
# Passages on a topic put in everyday words may be found less well; the answer says so.
_FOUND_OF_A_TOPIC = 0.9
# Where a sentence is as sure as this, a duty need cover less of the question.
_FOUND_VERY_WELL, _MUCH_ALIKE, _COVERED_WHERE_SURE = 1.4, 0.35, 0.35
# Where an amount is asked, the sentence that answers best must state one, but for so little, and that
# must be as much about the question as any is.
_HARDLY_LESS, _AS_WELL_AS_THE_TOPIC = 0.05, 0.7
_LOOKED_AT = 5
_SHOWN = 3
_LOOKED_BACK = 30
_AS_WELL_AS_A_PLAN = 0.9
_PAST = re.compile("去年|前年|上年")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for one part of a question.

    :param question: the part, without what it was narrowed to where that held nothing.
    :param elsewhere: whether it is all of other years or places than the question names.
    :param widened: what it was narrowed to where that held nothing.
    :param stated_for: years and places the part does not name, whose documents state what it asks.
    :param instead: the year the part counts from today where nothing answers for it and this is all of an
        earlier one, else 0.
    """

    question: Question
    hits: tuple[Hit, ...]
    statements: tuple[Statement, ...]
    elsewhere: bool = False
    widened: tuple[str, ...] = ()
    stated_for: tuple[str, ...] = ()
    instead: int = 0

    @property
    def on_topic(self) -> bool:
        """Whether the passages are about the question at all, as what defines the term that is asked is."""
        return self._is_enough(self.statements) or (bool(self.question.term) and bool(self.factual))

    @property
    def is_far(self) -> bool:
        """Whether what is found is only the nearest to a topic: a reader should know."""
        return self._is_enough(self.statements) and not is_enough(self.statements)

    def _is_enough(self, ranked: Sequence[Statement]) -> bool:
        """Tell whether statements are about the question; a topic may be found less well than a figure."""
        is_topic = self.question.intent is Intent.TOPIC
        return is_enough(ranked, found=_FOUND_OF_A_TOPIC if is_topic else ENOUGH_FOUND)

    @property
    def borne(self) -> float:
        """How much of the question one of the best statements bears, by words and by meaning, 0 to 2."""
        return _borne(self.statements[:_LOOKED_AT])

    @property
    def factual(self) -> list[Statement]:
        """The statements that hold the kind of fact asked for, best first.

        Where some say who does the very deed asked after (谁签发), no others do.
        """
        factual = [statement for statement in self.statements if statement.factual]
        act = asked_act(self.question.text) if self.question.intent is Intent.DUTY else None
        told = [statement for statement in factual if act.is_told(statement.text)] if act else []
        as_well = told and told[0].score >= _AS_WELL_AS_A_SENTENCE * factual[0].score
        return told if as_well and is_enough(told) else factual

    @property
    def is_stated(self) -> bool:
        """Whether statements answer; what defines a term needs no other word of the question."""
        factual = self.factual
        if self.question.term:
            return bool(factual)
        if self.question.intent in AMOUNTS:
            asked = fact_asked(self.question)
            is_sure = asked.worded and bool(asked.things)  # of that thing, in words of its own
            return (is_sure or self._is_said_best(factual)) and is_enough(factual)
        if asks_shape(self.question) and not self._is_said_best(factual):
            return False
        return settles(self.question, factual) and self._is_enough(factual)

    def besides(self, told: Iterable[Citation]) -> "Evidence":
        """Leave out what overlaps what was told."""
        spans = [(citation.doc, citation.start, citation.end) for citation in told]
        rest = (
            s
            for s in self.statements
            if not any(doc == s.chunk.doc and start < s.end and s.start < end for doc, start, end in spans)
        )
        return replace(self, statements=tuple(rest))

    def _is_said_best(self, factual: Sequence[Statement]) -> bool:
        """Tell whether what states the fact answers as well as anything does."""
        best = self.statements[0] if factual else None
        if best is None:
            return False
        if not _holds(factual[0], best) and factual[0].score < best.score - _HARDLY_LESS:
            return False
        borne = _AS_WELL_AS_THE_TOPIC * _borne(self.statements[:PASSAGES])
        return best.factual or _borne(factual[:_LOOKED_AT]) >= borne


class Gatherer:
    """Gathers evidence by way of retrieval.

    :param open_document: opens a stored document, with its sections and duties.
    """

    def __init__(self, retriever: Retriever, open_document: Callable[[str], Document]) -> None:
        self._retriever = retriever
        self._open = open_document

    def gather(self, part: Question) -> Evidence:
        """Gather evidence for a part of a question.

        It is taken from the documents the part names, from wider and wider ones where those do not answer,
        and in the end from other years and places, which answer nothing.
        """
        ranked = self._rank(part)
        on_topic: Evidence | None = None
        levels = [self.judge(wider, _allowed(wider, ranked), part.labels) for wider in _loosened(part)]
        is_walled = bool(levels[-1].question.told_by_others)
        most = self.judge(part, ranked[:PASSAGES]).borne if is_walled else levels[-1].borne
        for evidence in levels:
            wider = evidence.question
            if part.counted and wider != part and (earlier := self._of_earlier_year(part, ranked)):
                return earlier
            share = wider.held if wider.carried else _AS_WELL_AS_WIDER
            as_well = evidence.borne >= share * most
            if evidence.on_topic and as_well and self._answers(evidence):
                return replace(evidence, widened=tuple(_lost(part, evidence)))
            is_own = evidence.on_topic and (as_well or not is_walled)
            on_topic = on_topic or (evidence if is_own else None)
        if not part.filter and not is_walled:
            return on_topic or replace(
                levels[-1], question=part, hits=levels[-1].hits or tuple(ranked[:PASSAGES])
            )
        if part.counted and (earlier := self._of_earlier_year(part, ranked)):
            return earlier
        of_any = self.judge(replace(part, years=(), text=_without_bodies(part)), ranked[:PASSAGES])
        whole = replace(of_any, question=part)
        stated_for = self._stated_for(whole)
        return replace(on_topic or whole, elsewhere=on_topic is None, stated_for=stated_for)

    def _of_earlier_year(self, part: Question, ranked: Sequence[Hit]) -> Evidence | None:
        """Find what answers for the newest year before one that is counted from today (今年).

        Of a year that is past (去年) results that answer as well go before plans, whatever their year.
        """
        found = self._of_newest_year(part, ranked)
        if found is None or _PAST.search(part.text) is None:
            return found
        results = [hit for hit in ranked[:_LOOKED_BACK] if time_of(hit.chunk) is Time.DONE]
        done = self._of_newest_year(part, results)
        return done if done and done.borne >= _AS_WELL_AS_A_PLAN * found.borne else found

    def _of_newest_year(self, part: Question, ranked: Sequence[Hit]) -> Evidence | None:
        """Find what answers for the newest year that some passages are of, before the one asked for."""
        is_past, chunks = _PAST.search(part.text) is not None, [hit.chunk for hit in ranked[:_LOOKED_BACK]]
        held = {year for chunk in chunks for year in (years_of(chunk) if is_past else chunk.years)}
        for year in sorted((year for year in held if year < part.years[0]), reverse=True):
            earlier = replace(part, years=(year,))
            evidence = self.judge(earlier, _allowed(earlier, ranked))
            if evidence.on_topic and self._answers(evidence):
                return replace(evidence, instead=part.years[0])
        return None

    def judge(self, part: Question, hits: Sequence[Hit], named: Sequence[str] = ()) -> Evidence:
        """Score the sentences of some passages as an answer.

        :param named: what the part names as its source, also where it is no longer narrowed to that.
        """
        similarity = self._retriever.similarity(part)
        ranked = statements(part, terms_of(part), hits, similarity)
        own = of_what_is_named(part, of_its_own(part, of_named_row(part, ranked)), named)
        told = of_its_time(part, bound(part, own, similarity))
        return Evidence(part, tuple(hits), tuple(of_all_words(part, of_level(part, told), hits, named)))

    def charges(self, part: Evidence) -> list[Charge]:
        """Find the stored duties that answer who is responsible."""
        if not part.statements:
            return []
        terms = terms_of(part.question)
        at_least = _AS_WELL_AS_A_SENTENCE * said_of(terms, part.statements[0])
        sure = part.statements[0].passage >= _FOUND_VERY_WELL and part.statements[0].similarity >= _MUCH_ALIKE
        least = _COVERED_WHERE_SURE if sure else LEAST_COVERED
        near = charges_for(terms, part.hits, self._open, max(at_least, least))
        charges = charged(part.question, near, self._retriever.similarity(part.question))
        act = asked_act(part.question.text)
        return charges if act is None else doing(act, charges)

    def nearest(self, part: Evidence) -> tuple[Evidence, list[Charge]] | None:
        """Take the section that stands out among what was found as the evidence, with the duty it has."""
        hit = standing_out(part.question, part.hits)
        if hit is None:
            return None
        found = replace(self.judge(part.question, [hit]), hits=part.hits)
        if not settles(part.question, found.factual):
            return None
        is_duty = part.question.intent is Intent.DUTY
        charges = charges_for(terms_of(part.question), [hit], self._open, 0.0) if is_duty else []
        return found, self._doing_it(part.question, charges, hit)

    @staticmethod
    def _doing_it(question: Question, charges: list[Charge], hit: Hit) -> list[Charge]:
        """Keep the duty of the nearest section where that speaks of the deed a formal question asks after."""
        act = asked_act(question.text) if is_formal(question.text) else None
        if act is None or act.is_named(folded(hit.chunk.context, hit.chunk.text)):
            return charges
        return doing(act, charges)

    def _rank(self, part: Question) -> list[Hit]:
        ranked = self._retriever.rank(part)
        if part.term:  # a term is used in many places and explained in one
            definition = definition_of(part.term)
            ranked.sort(key=lambda hit: definition.search(normalize(hit.chunk.text)) is None)
        return ranked

    def _answers(self, evidence: Evidence) -> bool:
        """Tell whether evidence holds what is asked, not its topic alone."""
        return evidence.is_stated or bool(self._in_charge(evidence))

    def _in_charge(self, evidence: Evidence) -> list[Charge]:
        return self.charges(evidence) if evidence.question.intent is Intent.DUTY else []

    def _stated_for(self, whole: Evidence) -> tuple[str, ...]:
        if not whole.on_topic or not self._answers(whole):
            return ()
        in_charge = {charge.document.doc for charge in self._in_charge(whole)}
        chunks = [statement.chunk for statement in whole.factual if is_enough([statement])]
        chunks += [hit.chunk for hit in whole.hits if hit.chunk.doc in in_charge]
        chunks.sort(key=lambda chunk: -max(chunk.years, default=0))
        named = (elsewhere(whole.question, chunk) for chunk in chunks)
        return tuple(dict.fromkeys(filter(None, named)))[:_SHOWN]


def _allowed(part: Question, ranked: Sequence[Hit]) -> list[Hit]:
    """Take the best passages that nothing speaks against."""
    return list(islice((hit for hit in ranked if allows(part, hit.chunk)), PASSAGES))


def _loosened(part: Question) -> list[Question]:
    """Give up what a part names as its source; of a document itself (有效期到何时) no other says anything."""
    wider = loosened(part)
    is_of_itself = part.titled and part.titled.binds and (asks_end(part.text) or asks_beginning(part.text))
    return [one for one in wider if one.titled] if is_of_itself else wider


def _lost(part: Question, found: Evidence) -> Iterable[str]:
    """Name what a part was narrowed to in vain, but no body that the best statement speaks of."""
    said = "".join(s.text + s.chunk.context for s in found.factual[:1])
    told = {body.label for body in part.bodies if not body.organs and body.words in said}
    return (label for label in part.labels if label not in {*found.question.labels, *told})


def _without_bodies(part: Question) -> str:
    """Leave the bodies a part names out of its text, to find what is stated for any other (五院, 一院)."""
    text = part.text
    for body in part.bodies:
        text = text.replace(body.words, "")
    return text or part.text


def _holds(statement: Statement, part: Statement) -> bool:
    """Tell whether a statement is another with more of its passage: what leans on the sentence before it."""
    return statement.chunk is part.chunk and statement.start <= part.start and part.end <= statement.end


def _borne(ranked: Sequence[Statement]) -> float:
    return max((s.coverage + s.similarity for s in ranked), default=0.0)
