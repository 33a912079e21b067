import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.changes import Changes
from ingest.errors import NotInInbox
from ingest.inbox import Inbox, Item, Reading, Stage
from ingest.records import Diagnostic, DiagnosticKind, Document

Make = Callable[..., Document]


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    return Inbox(tmp_path / "inbox")


def put(inbox: Inbox, tmp_path: Path, name: str = "要点.txt", text: str = "原文") -> Item:
    path = tmp_path / "upload"
    path.write_text(text, "utf-8")
    return inbox.receive(path, name, "local")


def reading(document: Document) -> Reading:
    told = (Diagnostic(DiagnosticKind.NUMBERING, "缺“（三）”"),)
    changed = Changes(("一、甲",), ("二、乙",), ())
    return Reading("7/400", document.header, 10, 2, 1, 0, 0, told, ("与 b.txt 相同",), changed)


def test_an_upload_is_moved_in_and_found_by_whoever_opens_the_inbox(inbox: Inbox, tmp_path: Path) -> None:
    first, second = put(inbox, tmp_path), put(inbox, tmp_path, "计划.txt")
    assert Inbox(inbox.folder).items() == [first, second]
    assert inbox.file(first).read_text("utf-8") == "原文"
    assert not (tmp_path / "upload").exists()


def test_what_was_read_comes_back_as_it_was(inbox: Inbox, tmp_path: Path, make_document: Make) -> None:
    document = make_document("要点.txt", (1, "一、安全", "。排查。", "办公室"))
    item = put(inbox, tmp_path)
    inbox.keep_document(item, document)
    changed = inbox.change(item.id, {Stage.WAITING}, stage=Stage.READ, reading=reading(document))
    assert changed is not None
    assert changed.reading == reading(document)
    assert Inbox(inbox.folder).items() == [changed]
    assert inbox.document(item) == document


def test_an_upload_changes_only_from_the_stage_it_is_thought_to_be_at(inbox: Inbox, tmp_path: Path) -> None:
    item = put(inbox, tmp_path)
    assert inbox.change(item.id, {Stage.READ}, stage=Stage.WRITING) is None
    assert inbox.item(item.id).stage is Stage.WAITING


def test_a_dropped_upload_is_gone_with_its_file(inbox: Inbox, tmp_path: Path) -> None:
    item = put(inbox, tmp_path)
    inbox.drop(item.id)
    inbox.drop(item.id)
    assert list(inbox.folder.iterdir()) == []
    assert inbox.change(item.id, Stage, stage=Stage.READ) is None
    for find in (lambda: inbox.item(item.id), lambda: inbox.document(item)):
        with pytest.raises(NotInInbox):
            find()


@pytest.mark.parametrize("id", ["", "..", "../..", "/etc", "0" * 16 + "-" + "0" * 8, "x" * 25])
def test_no_id_leads_out_of_the_inbox(inbox: Inbox, tmp_path: Path, id: str) -> None:
    put(inbox, tmp_path)
    with pytest.raises(NotInInbox):
        inbox.item(id)
    inbox.drop(id)
    assert inbox.change(id, Stage, stage=Stage.READ) is None
    assert len(inbox.items()) == 1


def test_what_a_kill_left_half_done_is_no_upload_and_is_swept(inbox: Inbox, tmp_path: Path) -> None:
    item = put(inbox, tmp_path)
    for name in (".gone-x", ".half", ".moving"):
        (inbox.folder / name).mkdir()
    overdue = time.time() - 7200
    os.utime(inbox.folder / ".half", (overdue, overdue))
    assert inbox.items() == [item]
    inbox.sweep()
    assert sorted(path.name for path in inbox.folder.iterdir()) == [".moving", item.id]
