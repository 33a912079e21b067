"""What a filter admits is the same whether each document is asked or the index of their properties."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from ingest.index.entry import DocumentInfo
from ingest.index.scopes import Scopes
from ingest.records import Filter, Header

YEARS, KINDS, ORGANS, PLACES = (
    (2022, 2023, 2024),
    ("工作要点", "总结", ""),
    ("教育局", ""),
    ("云溪县", "X市", ""),
)


def document(number: int, years: tuple[int, ...], kind: str, organ: str, place: str) -> DocumentInfo:
    header = Header("题", organ, place, years, "", "", kind)
    now = datetime(2024, 1, 1, tzinfo=UTC)
    return DocumentInfo(
        f"{number}.txt", header, "txt", "", "", now, 0, 0, 0, 0, 0, 0, 0, 3, (), f"k{number}", ""
    )


def some(values: tuple[object, ...]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


DOCUMENTS = st.lists(
    st.tuples(some(YEARS), st.sampled_from(KINDS), st.sampled_from(ORGANS), st.sampled_from(PLACES)),
    max_size=8,
).map(lambda rows: [document(number, *row) for number, row in enumerate(rows)])
FILTERS = st.lists(
    st.builds(
        Filter, some(YEARS), some(KINDS), some(ORGANS), some((*PLACES, "别处")), some(("0.txt", "5.txt"))
    ),
    min_size=1,
    max_size=3,
)


@given(DOCUMENTS, FILTERS)
def test_a_scope_holds_the_documents_that_every_filter_admits(
    documents: list[DocumentInfo], filters: list[Filter]
) -> None:
    admitted = [info.key for info in documents if all(filter.admits(info) for filter in filters)]
    assert list(Scopes(documents).under(filters).sizes) == admitted
