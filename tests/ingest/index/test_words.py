"""The words index ranks by BM25 over weighted terms and never reads a term as a query."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.chunk import chunk_document, is_searchable, key_of
from ingest.errors import StorageError
from ingest.index.scope import SearchScope
from ingest.index.words import Boosts, Words, cut
from ingest.records import Chunk, Document
from ingest.text import bigrams, words

Make = Callable[..., Document]
USUAL = Boosts()
NOTHING = Boosts(title=0, path=0, body=0, path_pairs=0, body_pairs=0)


@pytest.fixture(scope="module")
def chunks(make_document: Make) -> list[Chunk]:
    plans = [
        make_document(
            "a.txt",
            (1, "一、意识形态", "。守好宣传阵地。", ""),
            (1, "二、学前教育", "。新建幼儿园。办好幼儿园。", ""),
            (1, "三、安全", "。意识形态也要注意安全。", ""),
        ),
        make_document("b.txt", (1, "一、学前教育", "。改造幼儿园。", "")),
    ]
    return [c for plan in plans for c in chunk_document(plan, 100) if is_searchable(c)]


@pytest.fixture
def index(tmp_path: Path, chunks: list[Chunk]) -> Words:
    index = Words(tmp_path)
    index.add(map(cut, chunks))
    return index


def _texts(index: Words, chunks: list[Chunk], *terms: str, boosts: Boosts = USUAL) -> list[str]:
    text_of = {chunk.id: chunk.text for chunk in chunks}
    found = list(index.search(dict.fromkeys(terms, 1.0), {}, boosts, 10))
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    return [text_of[id] for id, _ in found]


def test_the_chunk_with_more_of_the_terms_comes_first(index: Words, chunks: list[Chunk]) -> None:
    assert "新建幼儿园" in _texts(index, chunks, "新建", "幼儿园")[0]


def test_a_boost_decides_which_field_counts(index: Words, chunks: list[Chunk]) -> None:
    in_path = Boosts(title=0, path=1, body=0, path_pairs=0, body_pairs=0)
    assert [text[:2] for text in _texts(index, chunks, "意识形态", boosts=in_path)] == ["一、"]
    assert _texts(index, chunks, "意识形态", boosts=NOTHING) == []


def test_what_many_chunks_hold_is_looked_for_only_beside_nothing_rarer(
    index: Words, chunks: list[Chunk], monkeypatch: pytest.MonkeyPatch
) -> None:
    body = Boosts(title=0, path=0, body=1, path_pairs=0, body_pairs=0)
    assert len(_texts(index, chunks, "幼儿园", "新建", boosts=body)) == 2
    monkeypatch.setattr("ingest.index.words._HELD_BY_MOST", 1)
    (found,) = _texts(index, chunks, "幼儿园", "新建", boosts=body)
    assert "新建幼儿园" in found
    assert len(_texts(index, chunks, "幼儿园", boosts=body)) == 2


def test_bigrams_find_words_that_are_cut_otherwise(index: Words) -> None:
    assert list(index.search({}, {"儿园": 1.0}, Boosts(), 10))
    assert list(index.search({"儿园": 1.0}, {}, Boosts(), 10)) == []


def test_a_term_counts_by_its_weight(index: Words, chunks: list[Chunk]) -> None:
    light, heavy = ({"安全": w, "新建": 1.0} for w in (0.01, 100.0))
    assert list(index.search(light, {}, Boosts(), 1)) != list(index.search(heavy, {}, Boosts(), 1))
    assert list(index.search({"安全": 0.0}, {}, Boosts(), 10)) == []


def test_a_question_is_no_query(index: Words) -> None:
    question = 'body:安全 AND (title:"x" OR *) -意识形态~2 [a TO b] \\'
    found = list(index.search(Counter(words(question)), Counter(bigrams(question)), Boosts(), 10))
    assert found
    assert list(index.search({question: 1.0, "": 1.0}, {}, Boosts(), 10)) == []


def test_a_scope_keeps_the_other_documents_out_and_leaves_the_scores(
    index: Words, chunks: list[Chunk]
) -> None:
    anywhere = dict(list(index.search({"幼儿园": 1.0}, {}, Boosts(), 10)))
    key = key_of(chunks[-1].id)
    within = list(index.search({"幼儿园": 1.0}, {}, Boosts(), 10, SearchScope({key: 9})))
    assert [key_of(id) for id, _ in within] == [key]
    assert all(score == pytest.approx(anywhere[id]) for id, score in within)
    assert list(index.search({"幼儿园": 1.0}, {}, Boosts(), 10, SearchScope({}))) == []


def test_frequencies_count_chunks(index: Words, chunks: list[Chunk]) -> None:
    assert index.frequencies(["幼儿园", "教育局", "火星"]) == [2, len(chunks), 0]
    assert len(index) == len(chunks)


def test_removed_documents_are_not_found(index: Words, chunks: list[Chunk]) -> None:
    index.remove([key_of(chunks[-1].id)])
    assert len(index) == len(chunks) - 1
    assert len(_texts(index, chunks, "幼儿园")) == 1


def test_an_index_is_read_by_others_and_kept(index: Words, chunks: list[Chunk], tmp_path: Path) -> None:
    assert _texts(Words(tmp_path), chunks, "幼儿园") == _texts(index, chunks, "幼儿园")


def test_an_index_without_a_folder_is_empty() -> None:
    assert len(Words()) == 0
    assert list(Words().search({"幼儿园": 1.0}, {}, Boosts(), 10)) == []
    assert Words().frequencies(["幼儿园"]) == [0]


def test_a_damaged_index_names_the_command_that_rebuilds(index: Words, tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text("{", "utf-8")
    with pytest.raises(StorageError, match="workplan reindex"):
        Words(tmp_path)
    with pytest.raises(StorageError, match="workplan reindex"):
        Words(tmp_path / "missing")
