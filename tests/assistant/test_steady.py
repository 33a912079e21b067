"""A question asked while a document is removed is answered from what is left, not broken off."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.shelf import Shelf
from assistant.steady import steady
from ingest.errors import NotInLibrary
from ingest.records import Document
from tests.assistant.library import library_of
from tests.assistant.test_asking import DOCUMENTS

GONE = "白石县林业局2024年工作要点.txt"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with library_of(tmp_path, DOCUMENTS) as assistant:
        yield assistant


def test_an_answer_is_begun_again_where_a_document_it_found_is_gone(
    assistant: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = next(info.doc for info in assistant.documents() if info.header.title in GONE)
    opening = Shelf.outline

    def removed_before(shelf: Shelf, doc: str) -> Document:
        if any(info.doc == gone for info in assistant.documents()):
            assistant.keeper.remove(gone)
        return opening(shelf, doc)

    monkeypatch.setattr(Shelf, "outline", removed_before)
    answer = assistant.ask("2024年完成营造林多少万亩？")
    assert "8万亩" in answer.text
    assert {citation.doc for citation in answer.citations}.isdisjoint({gone})


def test_a_document_that_is_missed_though_nothing_changed_is_told() -> None:
    tried = []

    def work() -> None:
        tried.append("once")
        raise NotInLibrary("资料库中没有这份文件：甲.txt")

    with pytest.raises(NotInLibrary):
        steady(work, lambda: 7)
    assert tried == ["once"]
