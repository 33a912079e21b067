"""What was found for one part of a question: its passages and statements, and whether these answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Citation
from assistant.evidence.bound import AMOUNTS, asks_shape
from assistant.evidence.evidence import ENOUGH_FOUND, Statement, is_enough
from assistant.evidence.settling import settles
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.wanted.acts import asked_act
from assistant.wanted.fact import fact_asked
from assistant.wanted.particulars import particular_in
from ingest.records import Hit

PASSAGES = 6
AS_WELL_AS_A_SENTENCE = 0.8
# Passages on a topic put in everyday words may be found less well; the answer says so.
_FOUND_OF_A_TOPIC = 0.9
# Where an amount is asked, the sentence that answers best must state one, but for so little, and that
# must be as much about the question as any is.
_HARDLY_LESS, _AS_WELL_AS_THE_TOPIC = 0.05, 0.7
_LOOKED_AT = 5
_FAR_BEHIND, _HARDLY_FOUND, _HARDLY_SAID = 0.72, 1.2, 0.75


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
        as_well = told and told[0].score >= AS_WELL_AS_A_SENTENCE * factual[0].score
        return told if as_well and is_enough(told) else factual

    @property
    def is_stated(self) -> bool:
        """Whether statements answer; what defines a term needs no other word of the question."""
        factual = self.factual
        if self.question.term:
            return bool(factual)
        if self.question.intent in AMOUNTS:
            asked = fact_asked(self.question)
            is_sure = asked.worded and bool(asked.things or asked.names)  # of that, in words of its own
            return (is_sure or self._is_said_best(factual)) and is_enough(factual)
        if asks_shape(self.question) and not self._is_said_best(factual):
            return False
        if self._is_of_another_matter(factual):
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

    def _is_of_another_matter(self, factual: Sequence[Statement]) -> bool:
        """Tell whether what tells a topic stands far behind what was found and hardly says it.

        Then the passages on the matter tell no such thing, and others tell it of their own matter: the
        number to ring of another office, the papers for another card.
        """
        if self.question.intent is not Intent.TOPIC or not factual:
            return False
        best, found = factual[0], max((hit.score for hit in self.hits), default=0.0)
        is_particular = particular_in(self.question.text) is not None
        is_behind = best.passage <= _FAR_BEHIND * found or (is_particular and best.passage < _HARDLY_FOUND)
        return is_behind and best.coverage + best.similarity < _HARDLY_SAID

    def _is_said_best(self, factual: Sequence[Statement]) -> bool:
        """Tell whether what states the fact answers as well as anything does."""
        best = self.statements[0] if factual else None
        if best is None:
            return False
        if not _holds(factual[0], best) and factual[0].score < best.score - _HARDLY_LESS:
            return False
        borne = _AS_WELL_AS_THE_TOPIC * _borne(self.statements[:PASSAGES])
        return best.factual or _borne(factual[:_LOOKED_AT]) >= borne


def stated_for(evidence: Iterable[Evidence]) -> list[str]:
    """Name the years and places, not those asked, whose documents state what is asked."""
    return list(dict.fromkeys(name for part in evidence for name in part.stated_for))


def _holds(statement: Statement, part: Statement) -> bool:
    """Tell whether a statement is another with more of its passage: what leans on the sentence before it."""
    return statement.chunk is part.chunk and statement.start <= part.start and part.end <= statement.end


def _borne(ranked: Sequence[Statement]) -> float:
    return max((s.coverage + s.similarity for s in ranked), default=0.0)
