"""Questions with their evidence from files, and how much of it an answer or its passages hold."""

import json
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import Answer
from ingest.text import normalize

_ROOT = Path(__file__).parents[2]
OWN = _ROOT / "data" / "eval" / "questions.jsonl"
SHARED = _ROOT.parent / "shared"
"""Real documents and questions over them, where they lie beside the checkout; they are no part of it."""

Passage = tuple[str, str]
"""Name of a document, and words of it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what answers it.

    :param evidence: (document, words of it) that an answer must stand on; none: nothing answers it.
    :param required: what a right answer says.
    """

    text: str
    kind: str
    evidence: tuple[Passage, ...]
    required: tuple[str, ...]

    def found(self, passages: Sequence[Passage]) -> float:
        """Share of the evidence, 0 to 1, that stands in the passages."""
        return statistics.mean(
            any(_is_of(doc, named) and normalize(words) in normalize(text) for doc, text in passages)
            for named, words in self.evidence
        )

    def is_right(self, answer: Answer) -> bool:
        """Whether an answer says what is required, or refuses where nothing answers."""
        if not self.evidence:
            return answer.refused
        said = normalize(answer.text)
        return not answer.refused and all(normalize(part) in said for part in self.required)

    def is_cited(self, answer: Answer) -> bool:
        """Whether the quotes hold, for each document, the evidence or a part that is required."""
        if not self.evidence:
            return answer.refused
        return all(
            any(
                _is_of(citation.doc, named)
                and any(normalize(part) in normalize(citation.quote) for part in (words, *self.required))
                for citation in answer.citations
            )
            for named, words in self.evidence
        )


def read_questions(path: Path) -> list[Question]:
    """Read a file of questions, one JSON object a line; `data/README.md` describes it."""
    questions = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if "docs" in row:
            evidence = tuple(zip(row["docs"], row["evidence"], strict=True))
        else:
            evidence = ((row["doc"], row["evidence"]),) if row["evidence"] else ()
        questions.append(Question(row["question"], row["type"], evidence, tuple(row["must_contain"])))
    return questions


def _is_of(doc: str, named: str) -> bool:
    return named in (doc, doc.rpartition(".")[0])
