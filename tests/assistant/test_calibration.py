"""Where an answer is refused for want of evidence: the limits lie where moving them gains nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from statistics import mean

import pytest

from assistant.answering.gather import Gatherer
from assistant.answering.gathered import Evidence
from assistant.assistant import Assistant
from assistant.bench.questions import OWN, read_questions
from assistant.evidence.evidence import ENOUGH_FOUND, ENOUGH_SAID, Statement, is_enough
from assistant.retrieval.retrieve import Retriever
from assistant.understanding.intent import Intent
from assistant.understanding.narrowing import allows
from ingest.embed import open_embeddings
from ingest.library import Library

_EVERYDAY = "paraphrase"  # mostly not found at all, whatever the limits


@dataclass(frozen=True)
class Asked:
    """A question with the evidence for each of its parts, before anything is judged to be enough."""

    kind: str
    is_answerable: bool
    parts: tuple[Evidence, ...]
    named: bool

    def is_refused(self, found: float, said: float) -> bool:
        """Tell whether no part is on topic, or none states what is asked, under some limits."""
        on_topic = [part for part in self.parts if is_enough(part.statements, found, said)]
        return not any(self.named or self.states(part, found, said) for part in on_topic)

    def states(self, part: Evidence, found: float, said: float) -> bool:
        return bool(part.factual) if part.question.term else is_enough(part.factual, found, said)

    @property
    def strength(self) -> float:
        """How far the best statement that could answer lies above both limits."""
        return max((strength(s) for part in self.parts for s in part.factual[:5]), default=0.0)


def strength(statement: Statement) -> float:
    return min(statement.passage / ENOUGH_FOUND, (statement.coverage + statement.similarity) / ENOUGH_SAID)


@pytest.fixture(scope="module")
def asked(samples: Assistant) -> Iterator[list[Asked]]:
    with Library.open(samples.settings.home) as library:
        retriever = Retriever(library, open_embeddings())
        gatherer = Gatherer(retriever, cache(library.catalog.document))
        found = []
        for question in read_questions(OWN):
            read = samples.read(question.text)
            if read.intent in (Intent.TASKS, Intent.DOCUMENTS, Intent.SUMMARY):
                continue
            parts = tuple(
                gatherer.judge(part, [hit for hit in retriever.rank(part) if allows(part, hit.chunk)][:10])
                for part in read.parts
            )
            named = read.intent is Intent.DUTY and any(map(gatherer.charges, parts))
            found.append(Asked(question.kind, bool(question.evidence), parts, named))
        yield found


def refused(asked: list[Asked], found: float, said: float) -> tuple[float, float]:
    """Shares refused of the questions nothing answers, and of those in the words of the plans that are."""
    none = [each.is_refused(found, said) for each in asked if not each.is_answerable]
    some = [each.is_refused(found, said) for each in asked if each.is_answerable and each.kind != _EVERYDAY]
    return mean(none), mean(some)


def worth(asked: list[Asked], found: float, said: float) -> float:
    """Balanced accuracy: both kinds of mistake count alike."""
    none, some = refused(asked, found, said)
    return (none + 1 - some) / 2


def test_what_nothing_answers_is_refused_and_little_else(asked: list[Asked]) -> None:
    none, some = refused(asked, ENOUGH_FOUND, ENOUGH_SAID)
    assert none >= 0.75
    assert some <= 0.05


def test_the_limits_lie_on_a_plateau(asked: list[Asked]) -> None:
    chosen = worth(asked, ENOUGH_FOUND, ENOUGH_SAID)
    near = [worth(asked, ENOUGH_FOUND + a, ENOUGH_SAID + b) for a in (0, 0.2, 0.4) for b in (0, 0.1, 0.2)]
    assert max(near) - min(near) <= 0.04
    assert chosen >= max(near) - 0.02


def test_a_passage_less_well_found_answers_more_that_nothing_answers(asked: list[Asked]) -> None:
    chosen = worth(asked, ENOUGH_FOUND, ENOUGH_SAID)
    assert worth(asked, ENOUGH_FOUND - 0.3, ENOUGH_SAID) < chosen - 0.02


def test_what_a_sentence_must_say_refuses_nothing_answerable_but_would_a_little_higher(
    asked: list[Asked],
) -> None:
    chosen, without = refused(asked, ENOUGH_FOUND, ENOUGH_SAID)[1], refused(asked, ENOUGH_FOUND, 0.0)[1]
    assert chosen == without < refused(asked, ENOUGH_FOUND, ENOUGH_SAID + 0.2)[1]


def test_beyond_the_plateau_more_is_lost_than_gained(asked: list[Asked]) -> None:
    chosen = worth(asked, ENOUGH_FOUND, ENOUGH_SAID)
    assert worth(asked, 0.0, 0.0) < chosen
    assert worth(asked, 2.2, 1.4) < chosen


def test_stronger_evidence_is_more_often_an_answer(asked: list[Asked]) -> None:
    ranked = sorted(asked, key=lambda each: each.strength)
    third = len(ranked) // 3
    shares = [
        mean(each.is_answerable for each in part)
        for part in (ranked[:third], ranked[third : 2 * third], ranked[2 * third :])
    ]
    assert shares == sorted(shares)
    assert shares[2] >= 0.9
