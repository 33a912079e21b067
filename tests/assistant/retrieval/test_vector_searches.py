from collections.abc import Iterator

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.retrieval.vector_searches import VectorSearches
from ingest.errors import StorageError
from ingest.index.scope import SearchScope
from ingest.index.vectors import Vectors

VECTOR = np.ones(3, np.float32)


class Counted(Vectors):
    """Finds its own name, and counts how often it is asked."""

    def __init__(self, name: str = "a") -> None:
        self.name, self.asked = name, 0

    def search(self, *asked: object) -> list[tuple[str, float]]:
        self.asked += 1
        return [(f"{self.name}{len(asked)}", 0.5)]


class Broken(Vectors):
    def __init__(self) -> None:
        pass

    def search(self, *asked: object) -> list[tuple[str, float]]:
        raise StorageError("坏了")


def test_what_was_begun_is_not_searched_again() -> None:
    vectors, searches = Counted(), VectorSearches()
    searches.begin(vectors, VECTOR, 5)
    assert searches.search(vectors, VECTOR, 5, [None])() == {"a2": 0.5}
    assert vectors.asked == 1


@pytest.mark.parametrize(
    ("is_same_index", "vector", "limit"),
    [(False, VECTOR, 5), (True, np.ones(3, np.float32), 5), (True, VECTOR, 6)],
)
def test_what_was_begun_for_another_search_is_not_taken(
    is_same_index: bool, vector: np.ndarray, limit: int
) -> None:
    begun, searches = Counted(), VectorSearches()
    searches.begin(begun, VECTOR, 5)
    vectors = begun if is_same_index else Counted("b")
    assert searches.search(vectors, vector, limit, [None])() == {f"{vectors.name}3": 0.5}


def test_every_place_is_searched() -> None:
    vectors, searches = Counted(), VectorSearches()
    searches.begin(vectors, VECTOR, 5)
    assert searches.search(vectors, VECTOR, 5, [None, SearchScope({})])() == {"a2": 0.5, "a3": 0.5}


def test_an_index_that_cannot_be_read_is_told_when_what_was_found_is_wanted() -> None:
    searches, vectors = VectorSearches(), Broken()
    searches.begin(vectors, VECTOR, 5)
    wanted = searches.search(vectors, VECTOR, 5, [None])
    with pytest.raises(StorageError):
        wanted()


@pytest.fixture
def searched(shelf: Assistant, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """How each search everywhere by vectors came about, one a search."""
    begun: list[str] = []
    submit = Vectors.search

    def search(self: Vectors, vector: np.ndarray, limit: int, *scope: object) -> list[tuple[str, float]]:
        begun.append("narrowed" if any(scope) else "everywhere")
        return submit(self, vector, limit, *scope)

    monkeypatch.setattr(Vectors, "search", search)
    yield begun


def test_a_question_is_searched_for_once_everywhere(shelf: Assistant, searched: list[str]) -> None:
    shelf.search("2024年谁负责意识形态工作？")
    assert searched.count("everywhere") == 1
