"""A read question into its extractive answer, or a refusal, by way of retrieval and graded evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer
from assistant.compare import (
    Comparison,
    compare_changes,
    compare_facts,
    compare_units,
    compares,
    tell_changes,
    write,
)
from assistant.duties import Charge, charges_for, name_units, tasks
from assistant.evidence import Statement, is_enough, statements
from assistant.extract import extract
from assistant.intent import Intent
from assistant.listing import list_documents
from assistant.meaning import definition_of
from assistant.narrowing import allows
from assistant.question import Question
from assistant.refusal import Missing, refuse
from assistant.retrieve import Retriever
from assistant.shelf import Shelf
from assistant.summary import named_document, summarize, summarize_best
from assistant.terms import weigh
from ingest.records import Hit
from ingest.text import normalize

PASSAGES = 10
_AS_WELL_AS_A_SENTENCE = 0.8


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for one part of a question.

    :param elsewhere: whether it is all of other years or places than the question names.
    """

    question: Question
    hits: tuple[Hit, ...]
    statements: tuple[Statement, ...]
    elsewhere: bool = False

    @property
    def on_topic(self) -> bool:
        """Whether the passages are about the question at all."""
        return is_enough(self.statements)


class Responder:
    """Answers without a model; what a model writes from is the same evidence."""

    def __init__(self, retriever: Retriever, shelf: Shelf) -> None:
        self._retriever = retriever
        self._shelf = shelf

    def evidence(self, question: Question) -> list[Evidence]:
        """Gather evidence for each part of a question, within its years and places if they hold any."""
        return [self._gather(part) for part in question.parts]

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Answer:
        """Write the extractive answer, or refuse, and say what the question was narrowed to."""
        answer = self._answer(question, evidence)
        used = [part.question for part in evidence if answer.refused or not part.elsewhere]
        return replace(answer, narrowed=tuple(dict.fromkeys(label for part in used for label in part.labels)))

    def _answer(self, question: Question, evidence: Sequence[Evidence]) -> Answer:
        hits = [hit for part in evidence for hit in part.hits]
        changes = compare_changes(
            question,
            [(part.question, () if part.elsewhere or not part.on_topic else part.hits) for part in evidence],
            self._shelf.open,
            self._retriever.encode,
        )
        if changes:
            return write(question.text, changes, hits, tell_changes(changes))
        answer = self._write(question, [part for part in evidence if not part.elsewhere], hits)
        if answer is None:
            return refuse(question, hits, _missing(evidence))
        left = _names(part.question for part in evidence if part.elsewhere)
        return replace(answer, notice=f"资料库中没有{left}的相关内容" if left else "")

    def _write(self, question: Question, evidence: Sequence[Evidence], hits: Sequence[Hit]) -> Answer | None:
        shelf = self._shelf.within(question.chosen)
        if question.intent is Intent.DOCUMENTS:
            return list_documents(question, shelf)
        if question.intent is Intent.TASKS:
            return tasks(question, shelf.with_unit(question.unit), shelf.aliases())
        if question.intent is Intent.SUMMARY and (document := named_document(question, shelf)):
            return summarize(question, document)
        if not any(part.on_topic for part in evidence):
            return None
        if question.intent is Intent.SUMMARY:
            return summarize_best(question, hits, self._shelf)
        if len(evidence) > 1 and compares(question) and (compared := self._compare(question, evidence)):
            return write(question.text, compared, hits)
        if question.intent is Intent.DUTY:
            charges = [charge for part in evidence if part.on_topic for charge in self._charges(part)]
            if charges:
                return name_units(question, charges, hits)
        factual = [[s for s in part.statements if s.factual] for part in evidence if part.on_topic]
        # What defines the term that is asked for needs no other word of the question.
        enough = any(factual) if question.term else any(map(is_enough, factual))
        return extract(question, factual, hits) if enough else None

    def _compare(self, question: Question, evidence: Sequence[Evidence]) -> Comparison | None:
        """Set the parts of a question side by side; None where fewer than two can be."""
        if question.intent is Intent.DUTY:
            charges = [(part.question, self._charges(part) if part.on_topic else []) for part in evidence]
            if compared := compare_units(charges):
                return compared
        found = [
            (part.question, [s for s in part.statements if s.factual] if part.on_topic else [])
            for part in evidence
        ]
        return compare_facts(found, self._shelf.open)

    def _charges(self, part: Evidence) -> list[Charge]:
        at_least = _AS_WELL_AS_A_SENTENCE * part.statements[0].coverage
        return charges_for(weigh(part.question.text), part.hits, self._shelf.open, at_least)

    def _gather(self, part: Question) -> Evidence:
        ranked = self._retriever.rank(part)
        if part.term:  # a term is used in many places and explained in one
            definition = definition_of(part.term)
            ranked.sort(key=lambda hit: definition.search(normalize(hit.chunk.text)) is None)
        inside = [hit for hit in ranked if allows(part, hit.chunk)][:PASSAGES]
        if inside:
            evidence = self._judge(part, inside)
            if evidence.on_topic:
                return evidence
        return replace(self._judge(part, ranked[:PASSAGES]), elsewhere=bool(part.filter))

    def _judge(self, part: Question, hits: Sequence[Hit]) -> Evidence:
        similarity = self._retriever.similarity(part)
        return Evidence(part, tuple(hits), tuple(statements(part, weigh(part.text), hits, similarity)))


def _missing(evidence: Sequence[Evidence]) -> Missing:
    if not any(part.on_topic for part in evidence):
        return Missing.TOPIC
    return Missing.FACT if any(part.on_topic and not part.elsewhere for part in evidence) else Missing.PLACE


def _names(questions: Iterable[Question]) -> str:
    """Name the years and places that questions are narrowed to."""
    named = [name for question in questions for name in question.narrowed_to]
    return "、".join(dict.fromkeys(named))
