"""What is told of another matter, far behind what was found, answers no topic."""

import pytest

from assistant.answering.gathered import Evidence
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from ingest.records import Chunk, Hit

HOTLINE = "服务热线0818-2277900全天接听。"


def is_stated(question: str, found: float, said: float, best: float) -> bool:
    chunk = Chunk("1", "计划.txt", 1, 0, len(HOTLINE), HOTLINE, "白石市公交公司2024年计划", (), (2024,))
    other = Chunk("2", "要点.txt", 1, 0, 4, "油烟治理", "白石市城管局2024年要点", (), (2024,))
    told = Statement(chunk, 0, len(HOTLINE), 1.0, said / 2, said / 2, found, factual=True)
    hits = (Hit(other, best), Hit(chunk, found))
    return Evidence(Question(question, Intent.TOPIC), hits, (told,)).is_stated


@pytest.mark.parametrize(
    ("found", "said", "best", "stated"),
    [(1.05, 0.6, 1.05, False), (1.05, 0.9, 1.05, True), (1.5, 0.6, 1.5, True), (1.5, 0.6, 2.4, False)],
)
def test_a_number_to_ring_is_of_the_matter_asked(
    found: float, said: float, best: float, stated: bool
) -> None:
    assert is_stated("烧烤摊油烟扰民打哪个电话投诉？", found, said, best) is stated


def test_a_topic_is_told_by_what_was_found_best() -> None:
    assert is_stated("烧烤摊油烟治理有哪些措施？", 1.05, 0.6, 1.05)
    assert not is_stated("烧烤摊油烟治理有哪些措施？", 1.05, 0.6, 2.0)
