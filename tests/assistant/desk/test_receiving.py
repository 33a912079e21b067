"""What is refused is named with the limit it exceeds, and never stays on the disk."""

from pathlib import Path

import pytest

from assistant.desk import receiving
from assistant.desk.receiving import file_name, receive
from ingest.errors import UploadRefused
from ingest.inbox import Inbox


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    return Inbox(tmp_path / "inbox")


def files(folder: Path, *sizes: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(len(sizes))]
    for path, size in zip(paths, sizes, strict=True):
        path.write_bytes(b"x" * size)
    return paths


def test_a_file_that_is_too_large_is_refused_and_the_others_are_not(inbox: Inbox, tmp_path: Path) -> None:
    uploaded = files(tmp_path, 10, 2 * 1024 * 1024)
    [refused] = receive(uploaded, inbox, "local", 1024 * 1024)
    assert refused.startswith("文件太大：1.txt 有 2.0 MB，每个文件不能超过 1 MB")
    assert [item.name for item in inbox.items()] == ["0.txt"]
    assert not any(path.exists() for path in uploaded)


def test_no_more_files_wait_than_may(inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MOST_FILES", 2)
    [refused] = receive(files(tmp_path, 1, 1, 1), inbox, "local", 1000)
    assert "已有 2 个" in refused
    assert len(inbox.items()) == 2


def test_no_more_bytes_wait_than_may(inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "MOST_BYTES", 25)
    [refused] = receive(files(tmp_path, 10, 20, 10), inbox, "local", 1000)
    assert "1.txt" in refused
    assert [item.name for item in inbox.items()] == ["0.txt", "2.txt"]


def test_a_disk_that_takes_no_more_is_said(
    inbox: Inbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox.folder.write_text("", "utf-8")
    [refused] = receive(files(tmp_path, 1), inbox, "local", 1000)
    assert refused.startswith("文件存不下：0.txt（")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("关于印发〔2024〕3号（试行）要点.txt", "关于印发〔2024〕3号（试行）要点.txt"),
        ("<img src=x onerror=alert(1)>.txt", "<img src=x onerror=alert(1)>.txt"),
        ("../../etc/passwd", "passwd"),
        ("关于%22双减%22的通知.txt", "关于“双减”的通知.txt"),
        ('"五育".txt', "“五育”.txt"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("计划\n2024\x1b[31m.txt", "计划2024[31m.txt"),
        ("\u202etxt.exe", "txt.exe"),
        ("\udcff要点.txt", "要点.txt"),
    ],
)
def test_names_lose_folders_and_what_cannot_be_seen(name: str, kept: str) -> None:
    assert file_name(name) == kept


@pytest.mark.parametrize("name", ["", "..", "a/..", "\n", "长" * 80 + ".txt"])
def test_names_that_no_file_can_have_are_refused(name: str) -> None:
    with pytest.raises(UploadRefused):
        file_name(name)
