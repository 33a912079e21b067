"""What is nearest to a question that nothing answers in its own words, with a notice that it is only that."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.answering.extract import extract, quote
from assistant.answering.gather import Gatherer
from assistant.answering.gathered import Evidence
from assistant.duties import name_units
from assistant.evidence.refusal import left_out
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.wanted.acts import asks_firm


def quote_nearest(question: Question, evidence: Sequence[Evidence], gatherer: Gatherer) -> Answer | None:
    """Quote the section that stands out, or that everyday words mean, and say that it is the nearest.

    :param evidence: for each part of the question; of several parts none is quoted so.
    """
    if len(evidence) != 1 or question.term or asks_firm(question.text):  # who is in charge is no firm
        return None
    told = None if evidence[0].elsewhere else _standing_out(question, evidence[0], gatherer)
    if told is None and (said := gatherer.meant(evidence[0])):
        told = quote(question, said, evidence[0].hits)
    return replace(told, notice=left_out(is_far=True)) if told else None


def _standing_out(question: Question, part: Evidence, gatherer: Gatherer) -> Answer | None:
    nearest = gatherer.nearest(part)
    if nearest is None:
        return None
    found, charges = nearest
    if not charges and (question.intent is Intent.DUTY or not found.factual):
        return None
    told = name_units(question, charges, found.hits) if charges else None
    return told or extract(question, [found.factual], found.hits)
