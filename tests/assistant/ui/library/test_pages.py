"""Names and texts of uploads and documents are shown as the text they are, in every area of the tab."""

import re
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

import pytest

from assistant.assistant import Assistant
from assistant.desk import Work
from assistant.ui.library import pages
from assistant.ui.library.listing import View
from ingest.changes import Changes
from ingest.errors import StorageError
from ingest.inbox import Item, Reading, Stage
from ingest.index.trash import Trashed
from ingest.records import Diagnostic, DiagnosticKind, Document
from ingest.storage import Usage
from tests.assistant.ui.pages import HOSTILE, document, info, read

NOW = datetime(2026, 11, 22, tzinfo=UTC)


def item(word: str, stage: Stage) -> Item:
    told = document(word)
    reading = Reading(
        "7/400",
        told.header,
        10,
        2,
        1,
        0,
        0,
        diagnostics=(Diagnostic(DiagnosticKind.DAMAGE, word),),
        likenesses=(word,),
        changes=Changes((word,), (word,), ()),
    )
    return Item("0" * 16 + "-" + "0" * 8, word, word, word, 10, "0" * 64, NOW, stage, word, reading)


class Holding:
    """Stands where an Assistant would whose every name is one word."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.desk = self.keeper = self
        self.work = Work(word, 1, 3, word, behind=2)
        self.rebuilding: Future[int] | None = None

    def documents(self) -> list[object]:
        return [info(self.word)]

    def trash(self) -> list[Trashed]:
        return [Trashed("k", self.word, self.word, self.word, NOW)]

    def usage(self) -> Usage:
        return Usage(0, 2048, 3 * 1024**2, 4, 12_000_000_000)

    def items(self) -> list[Item]:
        return [item(self.word, stage) for stage in Stage]

    def document(self, _: str) -> tuple[Item, Document]:
        return item(self.word, Stage.READ), replace(document(self.word), removed=(self.word,))


AREAS: dict[str, Callable[[Assistant, str], str]] = {
    "head": lambda held, word: pages.head(held),
    "uploads": lambda held, word: pages.uploads(held),
    "list": lambda held, word: pages.documents(held, View()),
    "empty list": lambda held, word: pages.documents(held, View(words=f"无{word}")),
    "preview": lambda held, word: pages.preview(held, "0"),
    "trash": lambda held, word: pages.trash(held),
}


def show(area: str, word: str) -> str:
    return AREAS[area](cast(Assistant, Holding(word)), word)


@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("word", HOSTILE)
def test_no_word_of_an_upload_or_document_becomes_markup(area: str, word: str) -> None:
    plain, hostile = read(show(area, "平常的话")), read(show(area, word))
    assert hostile.elements == plain.elements
    assert area == "head" or word in hostile.text


@pytest.mark.parametrize("area", AREAS)
def test_areas_hold_no_script_and_no_address(area: str) -> None:
    names = {name for _, attributes in read(show(area, "话")).elements for name in attributes}
    assert not {name for name in names if name.startswith("on")} | (
        names & {"href", "src", "style", "action"}
    )


def test_every_stage_is_said_and_only_what_was_read_can_be_accepted() -> None:
    page = show("uploads", "要点.txt")
    assert all(stage.value in read(page).text for stage in Stage)
    assert page.count('data-act="accept" data-id') == page.count('data-act="preview"') == 1
    assert "全部收入（1）" in page
    assert [words for words in ("放弃", "移除") if f">{words}</button>" in page] == ["放弃", "移除"]


def test_what_came_of_rebuilding_is_told() -> None:
    done: Future[int] = Future()
    assert pages.rebuilt(None) == pages.rebuilt(done) == ""
    done.set_result(1234)
    assert "索引已经重建，共 1,234 段原文" in pages.rebuilt(done)
    failed: Future[int] = Future()
    failed.set_exception(StorageError("磁盘已满。请清理后再试"))
    assert "磁盘已满" in pages.rebuilt(failed)
    assert "wp-error" in pages.rebuilt(failed)


def test_words_that_no_title_holds_are_looked_for_where_texts_are_searched() -> None:
    assert "“浏览”的“全文检索”" in read(show("empty list", "话")).text


@pytest.mark.parametrize("area", ["list", "uploads", "preview"])
def test_sections_are_counted_as_in_the_outline(area: str) -> None:
    assert re.findall(r"\d+ 节", read(show(area, "话")).text)[0] == "1 节"


def test_the_newest_upload_stands_first() -> None:
    text = read(show("uploads", "要点.txt")).text
    last, first = Stage.FAILED.value, Stage.WAITING.value
    assert text.index(f"{last} 要点.txt") < text.index(f"{first} 要点.txt")


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, "0 B"), (1023, "1023 B"), (2048, "2.0 KB"), (3 * 1024**2, "3.0 MB"), (12 * 1024**3, "12 GB")],
)
def test_sizes_are_said_in_units_of_their_own(count: int, told: str) -> None:
    assert pages.size(count) == told
