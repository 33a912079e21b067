from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.citing.pages import page_of
from assistant.keeper import SAMPLES
from assistant.originals import Original
from assistant.settings import Settings
from ingest.errors import NotInLibrary
from ingest.reader import read_document
from tests.assistant.shelf import write_plans

NAME = "青河市控辍保学实施方案.txt"


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_plans(tmp_path_factory.mktemp("shelf") / "plans")


@pytest.fixture(scope="module")
def assistant(plans: Path) -> Assistant:
    assistant = Assistant.open(Settings(home=plans.parent / "home"))
    assistant.keeper.ingest([plans])
    return assistant


def test_the_file_a_document_was_read_from_is_found(assistant: Assistant, plans: Path) -> None:
    assert assistant.original(NAME) == Original(plans / NAME)


def test_a_file_that_is_gone_or_changed_is_not_given_out(assistant: Assistant, plans: Path) -> None:
    path = plans / NAME
    kept = path.read_bytes()
    try:
        path.write_bytes(kept + b"\n")
        assert assistant.original(NAME).path is None
        assert "改动过" in assistant.original(NAME).reason
        path.unlink()
        assert assistant.original(NAME) == Original(None, "原文件已不在收入时的位置")
        path.symlink_to("/etc/hostname")
        assert assistant.original(NAME).path is None
    finally:
        path.unlink(missing_ok=True)
        path.write_bytes(kept)


def test_there_is_no_file_of_what_is_not_in_the_library(assistant: Assistant, plans: Path) -> None:
    with pytest.raises(NotInLibrary):
        assistant.original(str(plans / NAME))


def test_the_sections_of_a_pdf_are_found_on_pages_that_never_go_back(tmp_path: Path) -> None:
    path = next(SAMPLES.rglob("2024年全县教育工作要点.pdf"))
    document = read_document(path, path.name)
    quotes = [document.text[s.start : s.own_end] for s in document.sections[1:] if s.heading]
    pages = [page_of(path, quote) for quote in quotes]
    assert pages == sorted(pages)
    assert (pages[0], pages[-1]) == (1, 6)


def test_no_page_is_told_of_words_or_files_that_have_none(tmp_path: Path) -> None:
    path = next(SAMPLES.rglob("2024年全县教育工作要点.pdf"))
    broken = tmp_path / "坏.pdf"
    broken.write_bytes(b"%PDF-1.7 ...")
    assert page_of(path, "这句话不在文件里") == 0
    assert page_of(broken, "教育工作要点") == 0
    assert page_of(tmp_path / "没有.pdf", "教育工作要点") == 0
    assert page_of(tmp_path / "要点.txt", "教育工作要点") == 0
