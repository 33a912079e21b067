"""The list is searched by what documents are called, sorted by what they are, and shown by pages."""

from collections.abc import Sequence

import pytest

from assistant.ui.library.listing import ON_A_PAGE, Listing, View, listing
from ingest.index.entry import DocumentInfo
from tests.assistant.ui.pages import info


def plan(number: int, year: int | None, kind: str, organ: str) -> DocumentInfo:
    years = () if year is None else (year,)
    return info(
        f"{number:04d}", title=f"{organ}第{number}号{kind}", years=years, kind=kind, organ=organ, place=""
    )


PLANS = [
    plan(1, 2023, "工作要点", "甲县教育局"),
    plan(2, 2024, "工作要点", "乙县教育局"),
    plan(3, 2024, "实施方案", "甲县教育局"),
    plan(4, None, "", ""),
]


def docs(shown: Listing) -> list[list[str]]:
    return [[each.doc[:4] for each in group.documents] for group in shown.groups]


@pytest.mark.parametrize(
    ("by", "names", "order"),
    [
        ("year", ["2024年", "2023年", "年份不明"], [["0002", "0003"], ["0001"], ["0004"]]),
        ("kind", ["实施方案", "工作要点", "类型不明"], [["0003"], ["0002", "0001"], ["0004"]]),
        ("organ", ["乙县教育局", "甲县教育局", "单位不明"], [["0002"], ["0003", "0001"], ["0004"]]),
        ("nothing", ["2024年", "2023年", "年份不明"], [["0002", "0003"], ["0001"], ["0004"]]),
    ],
)
def test_documents_stand_together_by_what_they_are_sorted_by(
    by: str, names: Sequence[str], order: list[list[str]]
) -> None:
    shown = listing(PLANS, View(by=by))
    assert [group.name for group in shown.groups] == names
    assert docs(shown) == order


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("甲县", ["0003", "0001"]),
        ("甲县 2024年", ["0003"]),
        ("２０２４年", ["0002", "0003"]),
        ("0004.TXT", ["0004"]),
        ("  ", ["0002", "0003", "0001", "0004"]),
        ("没有", []),
    ],
)
def test_all_words_must_be_in_what_a_document_is_called(words: str, found: list[str]) -> None:
    shown = listing(PLANS, View(words))
    assert [doc for group in docs(shown) for doc in group] == found
    assert shown.found == len(found)


def test_a_long_list_comes_in_pages_and_counts_every_one() -> None:
    many = [plan(n, 2020 + n % 2, "计划", "甲县") for n in range(ON_A_PAGE * 2 + 1)]
    pages = [listing(many, View(page=page)) for page in range(3)]
    assert [sum(map(len, docs(page))) for page in pages] == [ON_A_PAGE, ON_A_PAGE, 1]
    assert {doc for page in pages for group in docs(page) for doc in group} == {each.doc[:4] for each in many}
    assert pages[0].groups[0].count == ON_A_PAGE
    assert pages[0].pages == 3


@pytest.mark.parametrize(("asked", "shown"), [(-1, 0), (7, 0), (0, 0)])
def test_a_page_that_is_not_there_is_the_nearest(asked: int, shown: int) -> None:
    assert listing(PLANS, View(page=asked)).view.page == shown
