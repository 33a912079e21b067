"""Stored duties into those for the thing asked: by what their own text says, not the headings above alone."""

from collections.abc import Sequence

from assistant.duties import Charge
from assistant.evidence.evidence import Similarity, Statement
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, beyond, coverage
from assistant.understanding.topical import terms_of
from ingest.text import normalize

# What duties are for says so much of the question, as coverage and cosine; less where, with the headings,
# none of it is missing: they name what is asked after (1.扩大学前资源 under 二、办好学前教育).
_SAID, _SAID_IN_ALL, _ALL = 0.65, 0.5, 0.95
_COMPARED = 400


def charged(question: Question, charges: Sequence[Charge], similarity: Similarity) -> list[Charge]:
    """Leave out the duties whose own text says too little of the question.

    A neighbour shares its headings with the task that is asked after, or a common word of them.
    """
    terms = terms_of(question)
    cosines = similarity([charge.said[:_COMPARED] for charge in charges]) if charges else []
    return [
        charge
        for charge, cosine in zip(charges, cosines, strict=True)
        if coverage(beyond(terms, charge.document.header.title), charge.said) + cosine >= _least(charge)
    ]


def _least(charge: Charge) -> float:
    return _SAID_IN_ALL if charge.covered >= _ALL else _SAID


def said_of(terms: tuple[Term, ...], statement: Statement) -> float:
    """Give how much of a question a statement and its headings say, 0 to 1, but for its document's title."""
    said = normalize(" ".join((*statement.chunk.path, statement.text)))
    return coverage(beyond(terms, statement.chunk.title), said)
