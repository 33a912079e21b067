"""Evidence counts where it stands in the right document, whatever its width or spaces."""

import json
from pathlib import Path

from assistant.bench.questions import OWN, Question, read_questions

QUESTION = Question("问？", "compare", (("2023/a.txt", "一二三"), ("b", "四五六")), ("一二三",))


def test_half_the_evidence_is_half_found() -> None:
    assert QUESTION.found([("2023/a.txt", "０一 二三")]) == 0.5
    assert QUESTION.found([("2023/a.txt", "一二三"), ("b.txt", "四五六。")]) == 1.0
    assert QUESTION.found([("c.txt", "一二三四五六")]) == 0.0


def test_questions_are_read_with_one_or_several_documents(tmp_path: Path) -> None:
    rows = [
        {"question": "甲", "type": "filter", "doc": "a", "evidence": "词", "must_contain": ["词"]},
        {
            "question": "乙",
            "type": "compare",
            "docs": ["a", "b"],
            "evidence": ["词", "语"],
            "must_contain": [],
        },
        {"question": "丙", "type": "unanswerable", "doc": "", "evidence": "", "must_contain": []},
    ]
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    evidence = [question.evidence for question in read_questions(path)]
    assert evidence == [(("a", "词"),), (("a", "词"), ("b", "语")), ()]


def test_our_own_questions_can_be_read() -> None:
    assert {question.kind for question in read_questions(OWN)} >= {"paraphrase", "unanswerable"}
