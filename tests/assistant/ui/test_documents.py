from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.ui.documents import ingest_uploads, listing, remove_document
from assistant.ui.panel import open_place
from tests.assistant.ui.pages import HOSTILE, read

PLAN = "云溪县教育局2024年工作要点\n一、党建工作\n1.抓好学习。每月集中学习一次。（责任股室：办公室）\n"


@pytest.fixture
def assistant(tmp_path: Path) -> Iterator[Assistant]:
    with Assistant.open(Settings(home=tmp_path / "home")) as opened:
        yield opened


def upload(folder: Path, name: str, text: str) -> Path:
    path = folder / "upload" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_uploaded_files_keep_their_names_and_the_copies_go(assistant: Assistant, tmp_path: Path) -> None:
    name = "关于印发〔2024〕3号（试行）要点.txt"
    path = upload(tmp_path, name, PLAN)
    *_, page = ingest_uploads(assistant, [path])
    assert "新增" in page
    assert [info.doc for info in assistant.documents()] == [name]
    assert name in listing(assistant)
    assert not path.exists()


def test_a_bad_file_is_named_and_the_others_are_stored(assistant: Assistant, tmp_path: Path) -> None:
    paths = [upload(tmp_path, "要点.txt", PLAN), upload(tmp_path, "预算.xls", "")]
    *_, page = ingest_uploads(assistant, paths)
    assert "wp-error" in page
    assert "预算.xls" in page
    assert [info.doc for info in assistant.documents()] == ["要点.txt"]


def test_a_hostile_document_is_shown_as_the_text_it_is(assistant: Assistant, tmp_path: Path) -> None:
    list(ingest_uploads(assistant, [upload(tmp_path, "a.txt", PLAN + "\n".join(HOSTILE))]))
    page = read(open_place(assistant, {"doc": "a.txt", "start": "0", "end": "5"}, removable=True))
    stored = assistant.document("a.txt").text
    assert "<svg onload=alert(1)>" in stored
    assert "<script>" not in stored
    assert all(line in page.text for line in stored.split("\n"))
    assert not {name for _, names in page.elements for name in names if name.startswith("on")}


def test_a_removed_document_is_gone(assistant: Assistant, tmp_path: Path) -> None:
    list(ingest_uploads(assistant, [upload(tmp_path, "要点.txt", PLAN)]))
    assert "已从资料库移除：要点.txt" in remove_document(assistant, "要点.txt")
    assert "还没有文档" in listing(assistant)
