"""Generated plans are many different ones, the same on every run, and read as plans."""

from pathlib import Path

from assistant.bench.plans import plan, questions, write_plans, write_samples
from assistant.bench.questions import OWN, read_questions
from ingest.chunk import chunk_document, is_searchable
from ingest.reader import read_document


def test_a_number_is_always_the_same_plan_and_another_number_another() -> None:
    assert plan(7) == plan(7)
    lines = [line for number in range(20) for line in plan(number).splitlines() if len(line) > 60]
    assert len(set(lines)) == len(lines) == 20 * 48


def test_each_item_is_one_passage(tmp_path: Path) -> None:
    write_plans(tmp_path, 96)
    files = sorted(tmp_path.iterdir())
    documents = [read_document(file, file.name) for file in files]
    passages = [chunk for each in documents for chunk in chunk_document(each, 400) if is_searchable(chunk)]
    assert len(files) == 2
    assert 96 <= len(passages) <= 110
    assert all(document.duties for document in documents)


def test_the_samples_hold_the_evidence_of_our_questions_as_text_too(tmp_path: Path) -> None:
    write_samples(tmp_path)
    texts = [
        (file.relative_to(tmp_path).as_posix(), file.read_text("utf-8")) for file in tmp_path.rglob("*.txt")
    ]
    questions = [question for question in read_questions(OWN) if question.evidence]
    found = [question.found(texts) for question in questions]
    assert sum(found) >= 0.95 * len(found)


def test_no_question_about_the_plans_is_asked_twice() -> None:
    asked = questions(2_000)
    assert len(set(asked)) == len(asked) == 2_000
    assert asked[:10] == questions(10)
