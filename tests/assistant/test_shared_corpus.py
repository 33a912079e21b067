"""The acceptance figures over the real documents beside the checkout, where they are at hand."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from assistant import render
from assistant.assistant import Assistant
from assistant.settings import Settings
from ingest.reader import read_document

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(
    not (SHARED / "eval" / "score.py").exists(), reason="no real documents beside the checkout (../shared)"
)


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SHARED / "eval" / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=tmp_path_factory.mktemp("seeds"))) as assistant:
        assistant.keeper.ingest([SHARED / "seeds"])
        yield assistant


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=tmp_path_factory.mktemp("corpus"))) as assistant:
        assistant.keeper.ingest([SHARED / "seeds", SHARED / "corpus"])
        yield assistant


def test_the_units_for_ideology_are_named_and_cited(seeds: Assistant) -> None:
    answer = seeds.ask("谁负责意识形态工作?")
    assert "办公室、政工人事股" in answer.text
    assert answer.citations[0].doc == "001_74b5b41519334696.txt"
    assert answer.citations[0].path[-1] == "3.强化意识形态建设"


def test_the_rates_asked_for_are_both_given(seeds: Assistant) -> None:
    answer = seeds.ask("县教育局2024年要求公办园占比、普惠率各到多少?")
    assert "60%以上" in answer.text
    assert "85%以上" in answer.text
    assert {citation.doc[:4] for citation in answer.citations} == {"003_"}


def test_what_no_plan_says_is_refused(seeds: Assistant) -> None:
    assert seeds.ask("学生营养餐每人每天补助多少钱?").refused


def test_no_section_shows_the_site_around_the_plan(seeds: Assistant) -> None:
    for info in seeds.documents():
        text = seeds.document(info.doc).text
        for word in ("客服", "打赏", "赏赞", "相关文章", "转载请保留", "友情链接", "版权", "www."):
            assert word not in text, (info.doc, word)


def test_outlines_are_read_as_a_careful_reader_marks_them(score: ModuleType) -> None:
    truth = rows("outlines.jsonl")
    read = []
    for row in truth:
        (path,) = [p for p in SHARED.glob("*/*") if p.stem == row["doc"]]
        read.append({**render.outline_json(read_document(path, path.name)), "doc": row["doc"]})
    seeds = [row for row in truth if row["doc"][:3].isdigit()]
    assert min(score.outline(truth, read)) >= 0.95
    assert min(score.outline(seeds, read)) >= 0.95


def test_evidence_is_among_the_first_five_passages(score: ModuleType, corpus: Assistant) -> None:
    asked = rows("questions.jsonl")
    found = [
        {"id": q["id"], **render.passages_json(q["question"], corpus.search(q["question"], 10))}
        for q in asked
    ]
    assert score.search(asked, found)[1] >= 0.85


def test_every_citation_stands_at_its_offsets(corpus: Assistant) -> None:
    for row in rows("questions.jsonl"):
        for citation in corpus.ask(row["question"]).citations:
            assert corpus.document(citation.doc).text[citation.start : citation.end] == citation.quote
