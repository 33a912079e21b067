import pytest

from assistant.assistant import Assistant
from assistant.retrieval.retrieve import fuse


def test_each_kind_of_evidence_raises_the_score() -> None:
    least = fuse(0.1, 0.1, 0.1, 0.0)
    assert fuse(0.2, 0.1, 0.1, 0.0) > least
    assert fuse(0.1, 0.2, 0.1, 0.0) > least
    assert fuse(0.1, 0.1, 0.2, 0.0) > least
    assert fuse(0.1, 0.1, 0.1, 1.0) > least


def test_a_sure_hit_is_not_outvoted_by_a_weak_partner() -> None:
    assert fuse(1.0, 0.1, 0.9, 0.0) > fuse(0.1, 0.3, 0.3, 0.0)


def test_passages_of_compared_years_take_turns(shelf: Assistant) -> None:
    hits = shelf.search("2023年和2024年新建公办幼儿园各多少所？", 4)
    assert {hit.chunk.years for hit in hits[:2]} == {(2023,), (2024,)}


@pytest.mark.parametrize("enough", [0, 1_000])
def test_a_year_named_is_searched_whole_whether_or_not_much_of_it_is_among_the_best(
    samples: Assistant, enough: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = "2024年教师队伍建设由谁负责？"
    usual = [hit.chunk.id for hit in samples.search(question, 10)]
    assert any(2024 in hit.chunk.years for hit in samples.search(question, 10))
    monkeypatch.setattr("assistant.retrieval.retrieve._ENOUGH_INSIDE", enough)
    assert [hit.chunk.id for hit in samples.search(question, 10)] == usual


def test_no_passage_is_found_twice(shelf: Assistant) -> None:
    ids = [hit.chunk.id for hit in shelf.search("2023年和2024年意识形态工作", 20)]
    assert len(ids) == len(set(ids))


def test_everyday_words_find_official_ones(shelf: Assistant) -> None:
    (best, *_) = shelf.search("学校饭堂的后厨能不能让大家看见？", 3)
    assert "明厨亮灶" in best.chunk.text
