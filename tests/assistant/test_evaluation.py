"""Our own questions over the sample documents: every answer proved, most of them right."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from ingest.text import normalize

QUESTIONS = Path(__file__).parents[2] / "data" / "eval" / "questions.jsonl"


@cache
def questions() -> list[dict[str, Any]]:
    return [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]


def holds(found: list[tuple[str, str]], doc: str, evidence: str) -> bool:
    return any(where == doc and normalize(evidence) in normalize(text) for where, text in found)


def is_right(question: dict[str, Any], answer: Answer) -> bool:
    if not question["evidence"]:
        return answer.refused
    said = normalize(answer.text)
    return not answer.refused and all(normalize(part) in said for part in question["must_contain"])


def pairs(question: dict[str, Any]) -> list[tuple[str, str]]:
    if "docs" in question:
        return list(zip(question["docs"], question["evidence"], strict=True))
    return [(question["doc"], question["evidence"])]


@pytest.fixture(scope="module")
def answers(samples: Assistant) -> dict[str, Answer]:
    """The answer to each question, by its id."""
    return {question["id"]: samples.ask(question["question"]) for question in questions()}


def test_every_citation_of_every_answer_is_verbatim_and_in_place(
    samples: Assistant, answers: dict[str, Answer]
) -> None:
    for answer in answers.values():
        for citation in answer.citations:
            document = samples.document(citation.doc)
            assert document.text[citation.start : citation.end] == citation.quote
            assert citation.title == document.header.title
            assert f"[{citation.n}]" in answer.text
        assert answer.refused != bool(answer.citations)


def test_evidence_is_among_the_first_five_passages(samples: Assistant) -> None:
    asked = [question for question in questions() if question["evidence"]]
    shares = []
    for question in asked:
        found = [(hit.chunk.doc, hit.chunk.text) for hit in samples.search(question["question"], 5)]
        shares.append(sum(holds(found, *pair) for pair in pairs(question)) / len(pairs(question)))
    assert sum(shares) / len(shares) >= 0.85


@pytest.mark.parametrize(
    ("kind", "share"),
    [
        ("responsibility", 0.85),
        ("number", 0.85),
        ("deadline", 0.95),
        ("measure", 0.75),
        ("filter", 0.9),
        ("compare", 0.9),
        ("paraphrase", 0.08),
        ("unanswerable", 0.78),
    ],
)
def test_most_answers_hold_what_a_right_answer_cannot_leave_out(
    answers: dict[str, Answer], kind: str, share: float
) -> None:
    asked = [question for question in questions() if question["type"] == kind]
    right = [is_right(question, answers[question["id"]]) for question in asked]
    assert sum(right) / len(right) >= share
