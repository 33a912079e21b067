"""A part of a question into its evidence: within what it names, and wider where that holds nothing."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from assistant.answering.gathered import AS_WELL_AS_A_SENTENCE, PASSAGES, Evidence
from assistant.answering.meant import meant, said_there
from assistant.answering.reposted import asks_of_copy, from_issuers
from assistant.answering.standing_out import standing_out
from assistant.citing.told import told_hits
from assistant.duties import LEAST_COVERED, Charge, charges_for, doing
from assistant.evidence.bound import bound
from assistant.evidence.charged import charged, said_of
from assistant.evidence.dated import of_its_time
from assistant.evidence.evidence import Statement, is_enough, statements
from assistant.evidence.excepted import of_those_in
from assistant.evidence.lacking import of_all_words
from assistant.evidence.level import of_level
from assistant.evidence.rows import of_named_row
from assistant.evidence.seasons import of_its_season
from assistant.evidence.settling import settles
from assistant.evidence.siblings import of_its_own
from assistant.evidence.telephone import of_whose_number
from assistant.evidence.unnamed import of_what_is_named
from assistant.retrieval.retrieve import Retriever
from assistant.understanding.dated import years_of
from assistant.understanding.formal import is_formal
from assistant.understanding.intent import Intent, Time
from assistant.understanding.meaning import definition_of
from assistant.understanding.narrowing import allowed, elsewhere, loosened, time_of
from assistant.understanding.question import Question
from assistant.understanding.terms import folded
from assistant.understanding.topical import terms_of
from assistant.wanted.acts import asked_act
from assistant.wanted.times import asks_beginning, asks_end
from ingest.records import Chunk, Document, Hit, Role
from ingest.text import normalize

_AS_WELL_AS_WIDER = 0.75
# Where a sentence is as sure as this, a duty need cover less of the question.
_FOUND_VERY_WELL, _MUCH_ALIKE, _COVERED_WHERE_SURE = 1.4, 0.35, 0.35
_SHOWN = 3
_LOOKED_BACK = 30
_RANKED = 15  # best first for certain; more than are read for an answer
_AS_WELL_AS_A_PLAN = 0.9
_OF_A_YEAR = 2  # a report on one year that plans the next is of both
_PAST = re.compile("去年|前年|上年")
_LEADING = (Role.LEAD, Role.OWNER)


class Gatherer:
    """Gathers evidence by way of retrieval.

    :param open_document: opens a stored document, with its sections and duties.
    :param copies: names what documents are likely copies of.
    """

    def __init__(
        self,
        retriever: Retriever,
        open_document: Callable[[str], Document],
        copies: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        self._copies = copies
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
        """Find what answers for the newest year that some passages are of, before the one asked for.

        A plan for several years tells of each only where no plan or report of a year does.
        """
        is_past, chunks = _PAST.search(part.text) is not None, [hit.chunk for hit in ranked[:_LOOKED_BACK]]
        held = [(year, chunk) for chunk in chunks for year in (years_of(chunk) if is_past else chunk.years)]
        of_a_year = {year for year, chunk in held if not _is_long_plan(chunk)}
        for years, may_be_long in ((of_a_year, False), ({year for year, _ in held}, True)):
            for year in sorted((year for year in years if year < part.years[0]), reverse=True):
                earlier = replace(part, years=(year,))
                evidence = self.judge(earlier, _allowed(earlier, ranked))
                told = may_be_long or not any(map(_is_long_plan, (s.chunk for s in evidence.factual[:1])))
                if told and evidence.on_topic and self._answers(evidence):
                    return replace(evidence, instead=part.years[0])
        return None

    def judge(self, part: Question, hits: Sequence[Hit], named: Sequence[str] = ()) -> Evidence:
        """Score the sentences of some passages as an answer.

        :param named: what the part names as its source, also where it is no longer narrowed to that.
        """
        similarity = self._retriever.similarity(part)
        hits = told_hits(hits)  # those behind the first ranked, too
        ranked = statements(part, terms_of(part), hits, similarity)
        rows = of_whose_number(part, of_named_row(part, ranked))
        own = of_what_is_named(part, of_its_own(part, rows), named)
        told = of_those_in(part, of_its_time(part, bound(part, own, similarity)))
        meant = of_all_words(part, of_level(part, told), hits, named)
        return Evidence(part, tuple(hits), tuple(of_its_season(part, meant)))

    def charges(self, part: Evidence) -> list[Charge]:
        """Find the stored duties that answer who is responsible."""
        if not part.statements:
            return []
        terms = terms_of(part.question)
        at_least = AS_WELL_AS_A_SENTENCE * said_of(terms, part.statements[0])
        sure = part.statements[0].passage >= _FOUND_VERY_WELL and part.statements[0].similarity >= _MUCH_ALIKE
        least = _COVERED_WHERE_SURE if sure else LEAST_COVERED
        near = charges_for(terms, part.hits, self._open, max(at_least, least))
        charges = charged(part.question, near, self._retriever.similarity(part.question))
        act = asked_act(part.question.text)
        if act is None or not act.is_of_help:
            charges = _led(charges) or ([] if part.factual else charges)
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

    def meant(self, part: Evidence) -> list[Statement]:
        """Choose what may tell what a question told in everyday words asks, though it shares no word."""
        question, hits = part.question, meant(part.question, part.hits)
        if not hits:
            return []
        ranked = statements(question, terms_of(question), hits, self._retriever.similarity(question))
        return said_there(question, hits, of_its_own(question, of_named_row(question, ranked)))

    @staticmethod
    def _doing_it(question: Question, charges: list[Charge], hit: Hit) -> list[Charge]:
        """Keep the duty of the nearest section where that speaks of the deed a formal question asks after."""
        act = asked_act(question.text) if is_formal(question.text) else None
        if act is None or act.is_named(folded(hit.chunk.context, hit.chunk.text)):
            return charges
        return doing(act, charges)

    def _rank(self, part: Question) -> list[Hit]:
        ranked = self._retriever.rank(part, _RANKED)
        if not (part.titled or asks_of_copy(part.text)):
            ranked = from_issuers(ranked, self._copies())
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


def _is_long_plan(chunk: Chunk) -> bool:
    return len(chunk.years) > _OF_A_YEAR


def _led(charges: Iterable[Charge]) -> list[Charge]:
    """Leave out the duties of which only those are stored who help: who leads stands in words of its own."""
    return [charge for charge in charges if any(duty.role in _LEADING for duty in charge.duties)]


def _allowed(part: Question, ranked: Sequence[Hit]) -> list[Hit]:
    """Take the best passages that nothing speaks against."""
    return list(islice(allowed(part, ranked), PASSAGES))


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
